/**
 * Which of the waiting chunks go to the socket next, and in what form. Copies as little as the system's way of writing
 * allows: a TCP socket takes a vector of chunks; a TLS socket would copy such a vector into one piece, so it gets
 * pieces of whole records, one after the other. Pure but for the gathering buffer.
 */

/** Chunks below this size are copied together: cheaper than a vector entry each. */
export const SMALL_CHUNK_BYTES = 2048;
/** What a TLS record holds. */
const RECORD_BYTES = 16 * 1024;
/** From this size on a chunk is encrypted where it lies. */
const LARGE_CHUNK_BYTES = 2 * RECORD_BYTES;
const GATHER_BYTES = 8 * RECORD_BYTES;

export interface WriteBatch {
  readonly chunks: readonly Uint8Array[];
  readonly bytes: number;
  /** How many of the waiting chunks it holds. */
  readonly taken: number;
}

/** Everything that waits, for one vectored write: small neighbours joined, the rest as it is. */
export function takeVector(waiting: readonly Uint8Array[]): WriteBatch {
  const chunks: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  let bytes = 0;
  const join = (): void => {
    if (small.length === 1 && small[0]) chunks.push(small[0]);
    else if (small.length > 1) chunks.push(Buffer.concat(small));
    small = [];
  };
  for (const chunk of waiting) {
    bytes += chunk.length;
    if (chunk.length < SMALL_CHUNK_BYTES) small.push(chunk);
    else {
      join();
      chunks.push(chunk);
    }
  }
  join();
  return { chunks, bytes, taken: waiting.length };
}

/**
 * Cuts TLS writes: small chunks gathered in a buffer that is used again and again, and after them at most one large
 * chunk, of which only as much is copied as fills up the last record. The batch before must be written by then.
 */
export class RecordWriter {
  #buffer: Buffer | undefined;

  take(waiting: readonly Uint8Array[]): WriteBatch {
    let small = 0;
    let smallBytes = 0;
    for (const chunk of waiting) {
      if (chunk.length >= LARGE_CHUNK_BYTES || smallBytes + chunk.length > GATHER_BYTES) break;
      small += 1;
      smallBytes += chunk.length;
    }
    const next = waiting[small];
    const large = next !== undefined && next.length >= LARGE_CHUNK_BYTES ? next : undefined;
    if (large === undefined) {
      return { chunks: [this.#gather(waiting, small)], bytes: smallBytes, taken: small };
    }
    if (small === 0) return { chunks: [large], bytes: large.length, taken: 1 };
    const fill = (RECORD_BYTES - (smallBytes % RECORD_BYTES)) % RECORD_BYTES;
    const head = this.#gather([...waiting.slice(0, small), large.subarray(0, fill)], small + 1);
    const bytes = smallBytes + large.length;
    return { chunks: [head, large.subarray(fill)], bytes, taken: small + 1 };
  }

  #gather(chunks: readonly Uint8Array[], count: number): Uint8Array {
    const [first] = chunks;
    if (count === 1 && first) return first;
    this.#buffer ??= Buffer.allocUnsafeSlow(GATHER_BYTES);
    let length = 0;
    for (let index = 0; index < count; index += 1) {
      const chunk = chunks[index];
      if (chunk === undefined) break;
      this.#buffer.set(chunk, length);
      length += chunk.length;
    }
    return this.#buffer.subarray(0, length);
  }
}
