/**
 * A cursor over the fields of one chunk. A read beyond its end, or of a number that is no safe integer, gives zero or nothing and
 * marks the fields as malformed: a stranger's datagram holds hundreds of chunks, too many to throw an error for each.
 */
const EMPTY = new Uint8Array(0);

export class FieldReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  #isMalformed = false;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get isMalformed(): boolean {
    return this.#isMalformed;
  }

  get remaining(): number {
    return this.#end - this.#at;
  }

  /** For a caller that finds a value bad. */
  refuse(): void {
    this.#isMalformed = true;
    this.#at = this.#end;
  }

  /** Moves on by `count` and returns where it was; undefined beyond the end. */
  #advance(count: number): number | undefined {
    const start = this.#at;
    if (count > this.#end - start) {
      this.refuse();
      return undefined;
    }
    this.#at = start + count;
    return start;
  }

  u8(): number {
    const at = this.#advance(1);
    return at === undefined ? 0 : (this.#bytes[at] ?? 0);
  }

  u16(): number {
    return this.u8() * 0x100 + this.u8();
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  /** A variable-length number (RFC 7016 §2.1.2): seven bits a byte, the most significant first. */
  vlu(): number {
    let value = 0;
    for (;;) {
      const byte = this.u8();
      if (this.#isMalformed) return 0;
      value = value * 128 + (byte & 0x7f);
      if (value > Number.MAX_SAFE_INTEGER) {
        this.refuse();
        return 0;
      }
      if (byte < 0x80) return value;
    }
  }

  /** Undefined where the fields end within it, which is no fault then. */
  tryVlu(): number | undefined {
    const wasMalformed = this.#isMalformed;
    const value = this.vlu();
    if (!this.#isMalformed) return value;
    this.#isMalformed = wasMalformed;
    return undefined;
  }

  /** A view, not a copy. */
  bytes(count: number): Uint8Array {
    const start = this.#advance(count);
    return start === undefined ? EMPTY : this.#bytes.subarray(start, start + count);
  }

  /** Bytes whose length stands before them. */
  sized(): Uint8Array {
    return this.bytes(this.vlu());
  }

  rest(): Uint8Array {
    return this.bytes(this.remaining);
  }
}
