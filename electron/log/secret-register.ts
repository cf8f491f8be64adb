/**
 * The secrets this run has seen, so that whatever is written can be cleaned of them. It only ever grows:
 * a key that was removed may still stand in a text that is on its way.
 */
import { secretsOf } from '../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../shared/destinations/destination.ts';
import { redact, redactUrls } from '../../shared/redact.ts';

export class SecretRegister {
  #secrets = new Set<string>();

  /** Empty strings are ignored. */
  add(secret: string): void {
    if (secret !== '') this.#secrets.add(secret);
  }

  /** Every secret of a destination. */
  addAll(secrets: DestinationSecrets): void {
    for (const secret of Object.values(secretsOf(secrets))) this.add(secret);
  }

  /** The text without any registered secret and without what follows the application in an RTMP address. */
  clean(text: string): string {
    return redactUrls(redact(text, this.#secrets));
  }
}
