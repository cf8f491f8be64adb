/**
 * A cursor over bytes that are all there. Every read is bounds-checked and throws an `AppError` of the
 * code that the owner chose, so a parser built on it cannot read past the end.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import { decodeUtf8 } from './utf8.ts';

export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #errorCode: ErrorCode;
  #offset = 0;

  constructor(bytes: Uint8Array, errorCode: ErrorCode) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#errorCode = errorCode;
  }

  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  /** The error that this reader throws, for callers that find a value bad. */
  error(message: string): AppError {
    return new AppError(this.#errorCode, { message, offset: this.#offset });
  }

  /** Moves on by `count` and returns where it was. */
  #advance(count: number): number {
    const start = this.#offset;
    if (count > this.#bytes.length - start) throw this.error('truncated');
    this.#offset = start + count;
    return start;
  }

  peekU8(): number | undefined {
    return this.#bytes[this.#offset];
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2));
  }

  u24(): number {
    const at = this.#advance(3);
    return this.#view.getUint16(at) * 256 + this.#view.getUint8(at + 2);
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4));
  }

  i32(): number {
    return this.#view.getInt32(this.#advance(4));
  }

  f64(): number {
    return this.#view.getFloat64(this.#advance(8));
  }

  /** A view, not a copy. */
  bytes(count: number): Uint8Array {
    const start = this.#advance(count);
    return this.#bytes.subarray(start, start + count);
  }

  utf8(count: number): string {
    return decodeUtf8(this.bytes(count));
  }
}
