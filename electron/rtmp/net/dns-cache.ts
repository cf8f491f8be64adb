/**
 * Where names led when they were last looked up. A name that cannot be looked up for a while is still reached where it was: the
 * server is usually there when the name server is not (RFC 8767 says the same of caches). TLS checks the name as ever.
 */

/** Younger than this an address may be used in place of an answer. */
const GOOD_FOR_MS = 3_600_000;
const MAX_NAMES = 64;

/** An address that a name led to. */
export interface KnownAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

interface Entry {
  readonly addresses: readonly KnownAddress[];
  readonly seenMs: number;
}

/**
 * Where names led when they were last looked up, for an hour. Share one between the attempts of a program: a server stays
 * reachable while its name can't be looked up. TLS checks the name as ever.
 */
export class DnsCache {
  readonly #entries = new Map<string, Entry>();
  /** Lookups under way, by when they began. */
  readonly #asked = new Map<string, number>();

  /** `nowMs`: monotonic milliseconds, as everywhere here. */
  remember(host: string, addresses: readonly KnownAddress[], nowMs: number): void {
    this.#entries.delete(host);
    this.#entries.set(host, { addresses, seenMs: nowMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_NAMES && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** A lookup of `host` begins; the returned function tells its end. */
  asking(host: string, nowMs: number): () => void {
    this.#asked.set(host, this.#asked.get(host) ?? nowMs);
    return () => this.#asked.delete(host);
  }

  /** How long a lookup of `host` has been under way, ms; absent while none is. */
  askedForMs(host: string, nowMs: number): number | undefined {
    const sinceMs = this.#asked.get(host);
    return sinceMs === undefined ? undefined : nowMs - sinceMs;
  }

  /** Undefined for a name that is unknown, or was seen too long ago. */
  find(host: string, nowMs: number): readonly KnownAddress[] | undefined {
    const entry = this.#entries.get(host);
    return entry !== undefined && nowMs - entry.seenMs < GOOD_FOR_MS ? entry.addresses : undefined;
  }
}
