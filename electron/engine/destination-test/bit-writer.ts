/** Bits, most significant first, for the little that a test's stream writes itself. Pure. */

/** Writes bit fields and Exp-Golomb numbers (H.264 9.1). None of what is written here needs emulation prevention. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #bits = 0;

  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      if ((this.#bits & 7) === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      const set = ((value >>> bit) & 1) << (7 - (this.#bits & 7));
      this.#bytes[last] = (this.#bytes[last] ?? 0) | set;
      this.#bits += 1;
    }
    return this;
  }

  ue(value: number): this {
    const length = 32 - Math.clz32(value + 1);
    return this.put(0, length - 1).put(value + 1, length);
  }

  /** rbsp_trailing_bits. */
  end(): Uint8Array {
    this.put(1, 1);
    return Uint8Array.from(this.#bytes);
  }

  take(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
