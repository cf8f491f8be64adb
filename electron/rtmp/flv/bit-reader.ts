/** Reads big-endian bit fields and Exp-Golomb numbers from codec headers. Never reads past the end. */
import { AppError } from '../../../shared/errors/app-error.ts';

export class BitReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get bitsLeft(): number {
    return this.#bytes.length * 8 - this.#position;
  }

  /** Reads 0 to 32 bits as an unsigned number. @throws AppError `flv/bad-data` past the end. */
  read(count: number): number {
    if (count > this.bitsLeft) throw badData('a codec header ends too early');
    let value = 0;
    for (let left = count; left > 0;) {
      const offset = this.#position & 7;
      const take = Math.min(left, 8 - offset);
      const byte = this.#bytes[this.#position >> 3] ?? 0;
      value = value * 2 ** take + ((byte >> (8 - offset - take)) & ((1 << take) - 1));
      this.#position += take;
      left -= take;
    }
    return value;
  }

  flag(): boolean {
    return this.read(1) === 1;
  }

  skip(count: number): void {
    if (count > this.bitsLeft) throw badData('a codec header ends too early');
    this.#position += count;
  }

  /** ue(v) of H.264 9.1. */
  unsignedGolomb(): number {
    let zeros = 0;
    while (!this.flag()) {
      if (++zeros > 31) throw badData('an Exp-Golomb number is too long');
    }
    return 2 ** zeros - 1 + this.read(zeros);
  }

  /** se(v) of H.264 9.1.1. */
  signedGolomb(): number {
    const code = this.unsignedGolomb();
    return code % 2 === 1 ? (code + 1) / 2 : -(code / 2);
  }
}

/** Takes the emulation prevention bytes (00 00 03) out of a NAL unit. */
export function unescapeNal(nal: Uint8Array): Uint8Array {
  const result = new Uint8Array(nal.length);
  let length = 0;
  let zeros = 0;
  for (const byte of nal) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    result[length++] = byte;
  }
  return result.subarray(0, length);
}

export function badData(message: string): AppError {
  return new AppError('flv/bad-data', { message });
}
