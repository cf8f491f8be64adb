/** Where a destination's servers are: the addresses that its owner entered, and those that the servers named since. */
import type { Ingest } from '../machines/destination-types.ts';

export interface IngestAddress {
  readonly url: string;
  /** The owner's; differs where the server sent the stream elsewhere. */
  readonly ownUrl: string;
}

export class IngestAddresses {
  readonly #own: Readonly<Record<Ingest, string>>;
  readonly #named = new Map<Ingest, string>();

  constructor({ url, backupUrl = url }: { readonly url: string; readonly backupUrl?: string }) {
    this.#own = { primary: url, backup: backupUrl };
  }

  of(ingest: Ingest): IngestAddress {
    const ownUrl = this.#own[ingest];
    return { url: this.#named.get(ingest) ?? ownUrl, ownUrl };
  }

  /** The server asks to be reached at `url`. */
  move(ingest: Ingest, url: string): void {
    this.#named.set(ingest, url);
  }

  /** An address that the server named is good for one try; the owner's is tried next. */
  forgetMove(ingest: Ingest): void {
    this.#named.delete(ingest);
  }
}
