/** The RC4 stream cipher that RTMPE uses. Broken by today's measure: for old servers only, no secrecy. */

export class Rc4 {
  readonly #state = new Uint8Array(256);
  #i = 0;
  #j = 0;

  /** `key` of 1 to 256 bytes. */
  constructor(key: Uint8Array) {
    const state = this.#state;
    for (let index = 0; index < 256; index += 1) state[index] = index;
    let j = 0;
    for (let index = 0; index < 256; index += 1) {
      const value = state[index] ?? 0;
      j = (j + value + (key[index % key.length] ?? 0)) & 0xff;
      state[index] = state[j] ?? 0;
      state[j] = value;
    }
  }

  /** Encrypts or decrypts; the input is left alone. Calls continue one key stream. */
  apply(input: Uint8Array): Uint8Array {
    const state = this.#state;
    const output = new Uint8Array(input.length);
    let i = this.#i;
    let j = this.#j;
    for (let index = 0; index < input.length; index += 1) {
      i = (i + 1) & 0xff;
      const left = state[i] ?? 0;
      j = (j + left) & 0xff;
      const right = state[j] ?? 0;
      state[i] = right;
      state[j] = left;
      output[index] = (input[index] ?? 0) ^ (state[(left + right) & 0xff] ?? 0);
    }
    this.#i = i;
    this.#j = j;
    return output;
  }

  /** Throws the next `count` bytes of the key stream away. */
  skip(count: number): void {
    this.apply(new Uint8Array(count));
  }
}
