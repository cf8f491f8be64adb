/**
 * The secrets this run has seen, so that whatever is written can be cleaned of them. It only ever grows:
 * a key that was removed may still stand in a text that is on its way.
 */
import { secretsOf } from '../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../shared/destinations/destination.ts';
import { redactUrls } from '../../shared/redact.ts';
import { createRedactor } from '../../shared/redactor.ts';
import type { Redactor } from '../../shared/redactor.ts';

export class SecretRegister {
  readonly #secrets = new Set<string>();
  /** Made when it is needed, and kept until another secret comes. */
  #redactor: Redactor | undefined;

  /** Empty strings are ignored. */
  add(secret: string): void {
    if (secret === '' || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    this.#redactor = undefined;
  }

  /** Every secret of a destination. */
  addAll(secrets: DestinationSecrets): void {
    for (const secret of Object.values(secretsOf(secrets))) this.add(secret);
  }

  /** The text without any registered secret and without what follows the application in an RTMP address. */
  clean(text: string): string {
    this.#redactor ??= createRedactor(this.#secrets);
    return redactUrls(this.#redactor(text));
  }
}
