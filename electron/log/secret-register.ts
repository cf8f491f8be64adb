/**
 * The secrets this run has seen, so that whatever is written can be cleaned of them. It only ever grows:
 * a key that was removed may still stand in a text that is on its way.
 */
import { secretsOf } from '../../shared/destinations/destination-secrets.ts';
import type { DestinationSecrets } from '../../shared/destinations/destination-secrets.ts';
import { redactUrls } from '../../shared/redact.ts';
import { Redactor } from '../../shared/redactor.ts';

export class SecretRegister {
  readonly #secrets = new Set<string>();
  readonly #redactor = new Redactor();

  /** Empty strings are ignored. */
  add(secret: string): void {
    if (secret === '' || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#redactor.add(secret);
  }

  /** Every secret of a destination. */
  addAll(secrets: DestinationSecrets): void {
    for (const secret of Object.values(secretsOf(secrets))) this.add(secret);
  }

  /** The text without any registered secret and without what follows the application in an RTMP address. */
  clean(text: string): string {
    return redactUrls(this.#redactor.clean(text));
  }
}
