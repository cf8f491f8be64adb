/**
 * Blowfish, encryption of single blocks, as RTMPE type 9 uses it (halves little-endian). Its boxes are the
 * fraction of pi; they are computed on first use, since almost no connection needs them.
 */

const ROUND_KEY_COUNT = 18;
const BOX_WORDS = 256;
const tableWords = ROUND_KEY_COUNT + 4 * BOX_WORDS;

let piWords: Uint32Array | undefined;

/** The first 32-bit words of pi's fraction, by Machin's formula. */
function computePiWords(): Uint32Array {
  const guardBits = 64;
  const bits = BigInt(tableWords * 32 + guardBits);
  const arctangentOfInverse = (inverse: bigint): bigint => {
    let term = (1n << bits) / inverse;
    let sum = term;
    for (let divisor = 3n, sign = -1n; term > 0n; divisor += 2n, sign = -sign) {
      term /= inverse * inverse;
      sum += sign * (term / divisor);
    }
    return sum;
  };
  const pi = 4n * (4n * arctangentOfInverse(5n) - arctangentOfInverse(239n));
  const fraction = (pi - (3n << bits)) >> BigInt(guardBits);
  const digits = fraction.toString(16).padStart(tableWords * 8, '0');
  return Uint32Array.from({ length: tableWords }, (_, index) =>
    parseInt(digits.slice(index * 8, index * 8 + 8), 16),
  );
}

export class Blowfish {
  readonly #roundKeys: Uint32Array;
  readonly #boxes: Uint32Array;

  /** `key` of 4 to 56 bytes. */
  constructor(key: Uint8Array) {
    piWords ??= computePiWords();
    this.#roundKeys = piWords.slice(0, ROUND_KEY_COUNT);
    this.#boxes = piWords.slice(ROUND_KEY_COUNT);
    let at = 0;
    for (let index = 0; index < ROUND_KEY_COUNT; index += 1) {
      let word = 0;
      for (let byte = 0; byte < 4; byte += 1) {
        word = (word << 8) | (key[at] ?? 0);
        at = (at + 1) % key.length;
      }
      this.#roundKeys[index] = (this.#roundKeys[index] ?? 0) ^ word;
    }
    const block: [number, number] = [0, 0];
    for (const table of [this.#roundKeys, this.#boxes]) {
      for (let index = 0; index < table.length; index += 2) {
        this.#encrypt(block);
        table[index] = block[0];
        table[index + 1] = block[1];
      }
    }
  }

  /** Encrypts the 8 bytes at `offset` in place, both halves little-endian. */
  encryptBlock(view: DataView, offset: number): void {
    const block: [number, number] = [view.getUint32(offset, true), view.getUint32(offset + 4, true)];
    this.#encrypt(block);
    view.setUint32(offset, block[0], true);
    view.setUint32(offset + 4, block[1], true);
  }

  #encrypt(block: [number, number]): void {
    const keys = this.#roundKeys;
    let [left, right] = block;
    for (let round = 0; round < 16; round += 1) {
      left = (left ^ (keys[round] ?? 0)) >>> 0;
      right = (right ^ this.#mix(left)) >>> 0;
      [left, right] = [right, left];
    }
    block[0] = (right ^ (keys[17] ?? 0)) >>> 0;
    block[1] = (left ^ (keys[16] ?? 0)) >>> 0;
  }

  #mix(word: number): number {
    const boxes = this.#boxes;
    const first = boxes[word >>> 24] ?? 0;
    const second = boxes[BOX_WORDS + ((word >>> 16) & 0xff)] ?? 0;
    const third = boxes[2 * BOX_WORDS + ((word >>> 8) & 0xff)] ?? 0;
    const fourth = boxes[3 * BOX_WORDS + (word & 0xff)] ?? 0;
    return ((((first + second) | 0) ^ third) + fourth) >>> 0;
  }
}
