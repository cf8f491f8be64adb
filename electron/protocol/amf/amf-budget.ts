/** What one message may cost to decode: values in all, and depth. Shared by AMF0 and the AMF3 within it. */
import type { ByteReader } from '../bytes/byte-reader.ts';
import { maxAmfDepth, maxAmfValues } from '../rtmp/limits.ts';

export class AmfBudget {
  readonly #reader: ByteReader;
  #spent = 0;
  #depth = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  get spent(): number {
    return this.#spent;
  }

  /** @throws AppError when the message holds more values than any message may. */
  spend(values: number): void {
    this.#spent += values;
    if (this.#spent > maxAmfValues) throw this.#reader.error('too many AMF values');
  }

  /** @throws AppError when values nest deeper than any message may. */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > maxAmfDepth) throw this.#reader.error('AMF nested too deep');
  }

  leave(): void {
    this.#depth -= 1;
  }
}
