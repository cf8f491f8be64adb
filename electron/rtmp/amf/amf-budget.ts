/** What one message may cost to decode: values in all, and depth. Shared by AMF0 and the AMF3 within it. */
import type { ByteReader } from '../bytes/byte-reader.ts';
import { MAX_AMF_DEPTH, MAX_AMF_VALUES } from '../limits.ts';
import type { AmfComplex } from './amf-value.ts';

/** An entry of a reference table. `value` is undefined while its content is being read. */
export interface Referable {
  value: AmfComplex | undefined;
  /** Values that it holds, itself included, and levels below it: a reference costs as much again. */
  weight: number;
  height: number;
}

export class AmfBudget {
  readonly #reader: ByteReader;
  #spent = 0;
  #depth = 0;
  #deepest = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  /** @throws AppError when the message holds more values than any message may. */
  spend(values: number): void {
    this.#spent += values;
    if (this.#spent > MAX_AMF_VALUES) throw this.#reader.error('too many AMF values');
  }

  /**
   * Reads a complex value one level down, entered into `table` before its content, as the numbering demands.
   * @throws AppError when values nest deeper than any message may.
   */
  nest(table: Referable[], read: () => AmfComplex): AmfComplex {
    const referable: Referable = { value: undefined, weight: 0, height: 0 };
    table.push(referable);
    const spentBefore = this.#spent;
    const deepestBefore = this.#deepest;
    this.#depth += 1;
    this.#checkDepth(this.#depth);
    this.#deepest = this.#depth;
    referable.value = read();
    referable.weight = this.#spent - spentBefore + 1;
    referable.height = this.#deepest - this.#depth;
    this.#deepest = Math.max(this.#deepest, deepestBefore);
    this.#depth -= 1;
    return referable.value;
  }

  /** A value of the table once more. @throws AppError for one that is missing or not finished. */
  refer(table: readonly Referable[], index: number): AmfComplex {
    const referable = table[index];
    if (referable?.value === undefined) throw this.#reader.error('AMF reference to nothing or to itself');
    this.spend(referable.weight);
    const deepest = this.#depth + 1 + referable.height;
    this.#checkDepth(deepest);
    this.#deepest = Math.max(this.#deepest, deepest);
    return referable.value;
  }

  #checkDepth(depth: number): void {
    if (depth > MAX_AMF_DEPTH) throw this.#reader.error('AMF nested too deep');
  }
}
