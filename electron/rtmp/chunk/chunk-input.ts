/**
 * Received bytes that are not parsed yet: a list of pieces with a cursor, so that nothing is joined or copied
 * just because a header or a payload was cut in two by the network.
 */

export class ChunkInput {
  readonly #pieces: Uint8Array[] = [];
  #first = 0;
  #offset = 0;
  #available = 0;
  readonly #scratch = new Uint8Array(32);

  get available(): number {
    return this.#available;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#available += bytes.length;
  }

  /** The next bytes, up to `count` (at most 32) of them, without consuming. Valid until the next call. */
  peek(count: number): Uint8Array {
    const piece = this.#pieces[this.#first];
    if (piece !== undefined && piece.length - this.#offset >= count) {
      return piece.subarray(this.#offset, this.#offset + count);
    }
    let filled = 0;
    let offset = this.#offset;
    for (let index = this.#first; index < this.#pieces.length && filled < count; index += 1) {
      const part = this.#pieces[index]?.subarray(offset, offset + count - filled);
      offset = 0;
      if (part === undefined) continue;
      this.#scratch.set(part, filled);
      filled += part.length;
    }
    return this.#scratch.subarray(0, filled);
  }

  skip(count: number): void {
    let left = count;
    while (left > 0) left -= this.take(left).length;
  }

  /** Consumes up to `count` bytes of the first piece and returns them as a view; empty if there are none. */
  take(count: number): Uint8Array {
    const piece = this.#pieces[this.#first];
    if (piece === undefined) return emptyBytes;
    const end = Math.min(piece.length, this.#offset + count);
    const taken = piece.subarray(this.#offset, end);
    this.#available -= taken.length;
    this.#offset = end;
    if (end === piece.length) this.#dropFirst();
    return taken;
  }

  /** Keeps copies of what is left, so that the owners of the pieces may use them again. */
  release(): void {
    if (this.#available === 0) return;
    const left = new Uint8Array(this.#available);
    let filled = 0;
    while (this.#available > 0) {
      const part = this.take(this.#available);
      left.set(part, filled);
      filled += part.length;
    }
    this.push(left);
  }

  /** Pieces are removed in batches: shifting a long list for each one would be quadratic. */
  #dropFirst(): void {
    this.#offset = 0;
    this.#first += 1;
    if (this.#first === this.#pieces.length) {
      this.#pieces.length = 0;
      this.#first = 0;
    } else if (this.#first >= 1024) {
      this.#pieces.splice(0, this.#first);
      this.#first = 0;
    }
  }
}

const emptyBytes = new Uint8Array(0);
