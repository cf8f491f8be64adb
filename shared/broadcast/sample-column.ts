/**
 * One figure of every sample of a session, with its sums and extremes over 4, 16, 64 and 256 samples kept beside it: any
 * stretch, however long, is summed up from a few of them. What was not measured is NaN. Pure.
 */

/** Samples to an entry of each level; each is four of the one below. */
const FACTOR = 4;
const LEVELS = 4;
/** Samples given up at once must be a multiple of this, so that the levels stay in step. */
export const COLUMN_ALIGNMENT = FACTOR ** LEVELS;

/** What a stretch of samples comes to; `count` is how many of them were measured. */
export interface Stretch {
  count: number;
  sum: number;
  minimum: number;
  maximum: number;
}

interface Level {
  count: Uint16Array<ArrayBuffer>;
  sum: Float32Array<ArrayBuffer>;
  minimum: Float32Array<ArrayBuffer>;
  maximum: Float32Array<ArrayBuffer>;
}

export class SampleColumn {
  #values: Float32Array<ArrayBuffer>;
  /** Made when first asked for: most columns are never drawn. */
  #levels: Level[] | undefined;
  /** Samples that are in the levels. */
  #summed = 0;

  constructor(capacity: number, values?: Float32Array) {
    this.#values = new Float32Array(capacity).fill(Number.NaN, values?.length ?? 0);
    if (values !== undefined) this.#values.set(values);
  }

  get(index: number): number {
    return this.#values[index] ?? Number.NaN;
  }

  /** Only at the end, index by index or later: what is summed up already does not change. */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  values(length: number): Float32Array {
    return this.#values.subarray(0, length);
  }

  get bytes(): number {
    const levels = this.#levels ?? [];
    return this.#values.byteLength + levels.reduce((sum, { count }) => sum + count.length * 14, 0);
  }

  grow(capacity: number): void {
    const values = new Float32Array(capacity).fill(Number.NaN);
    values.set(this.#values);
    this.#values = values;
    this.#levels = undefined;
    this.#summed = 0;
  }

  /** Gives up the oldest. @param count a multiple of `COLUMN_ALIGNMENT`; @param length samples there were */
  dropFirst(count: number, length: number): void {
    this.#values.copyWithin(0, count, length);
    this.#values.fill(Number.NaN, length - count);
    this.#levels?.forEach((level, index) => {
      const entries = count / FACTOR ** (index + 1);
      for (const figures of Object.values(level) as Level[keyof Level][]) figures.copyWithin(0, entries);
    });
    this.#summed = Math.max(0, this.#summed - count);
  }

  /** Adds the samples from `from` up to `end` (exclusive) to `into`; `length` is how many there are in all. */
  addStretch(into: Stretch, from: number, end: number, length: number): void {
    const levels = this.#sumUp(length);
    let index = from;
    while (index < end) {
      let level = LEVELS;
      while (level > 0 && !this.#isWhole(index, end, FACTOR ** level)) level -= 1;
      const summed = level === 0 ? undefined : levels[level - 1];
      if (summed === undefined) this.#addSample(into, index);
      else addEntry(into, summed, index / FACTOR ** level);
      index += FACTOR ** level;
    }
  }

  #isWhole(index: number, end: number, size: number): boolean {
    return index % size === 0 && index + size <= end && index + size <= this.#summed;
  }

  #addSample(into: Stretch, index: number): void {
    const value = this.#values[index] ?? Number.NaN;
    if (Number.isNaN(value)) return;
    into.count += 1;
    into.sum += value;
    if (value < into.minimum) into.minimum = value;
    if (value > into.maximum) into.maximum = value;
  }

  #sumUp(length: number): readonly Level[] {
    const levels = (this.#levels ??= this.#makeLevels());
    const whole = length - (length % FACTOR);
    for (let index = this.#summed; index < whole; index += FACTOR) {
      const stretch = emptyStretch();
      for (let each = index; each < index + FACTOR; each += 1) this.#addSample(stretch, each);
      putEntry(levels[0], index / FACTOR, stretch);
      for (let level = 2; level <= LEVELS && (index + FACTOR) % FACTOR ** level === 0; level += 1) {
        const entry = (index + FACTOR) / FACTOR ** level - 1;
        const below = levels[level - 2];
        const sum = emptyStretch();
        for (let each = 0; below !== undefined && each < FACTOR; each += 1) {
          addEntry(sum, below, entry * FACTOR + each);
        }
        putEntry(levels[level - 1], entry, sum);
      }
    }
    this.#summed = Math.max(this.#summed, whole);
    return levels;
  }

  #makeLevels(): Level[] {
    return Array.from({ length: LEVELS }, (_unused, index) => {
      const entries = Math.ceil(this.#values.length / FACTOR ** (index + 1));
      return {
        count: new Uint16Array(entries),
        sum: new Float32Array(entries),
        minimum: new Float32Array(entries),
        maximum: new Float32Array(entries),
      };
    });
  }
}

export function emptyStretch(): Stretch {
  return { count: 0, sum: 0, minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY };
}

function addEntry(into: Stretch, level: Level, entry: number): void {
  const count = level.count[entry] ?? 0;
  if (count === 0) return;
  into.count += count;
  into.sum += level.sum[entry] ?? 0;
  into.minimum = Math.min(into.minimum, level.minimum[entry] ?? into.minimum);
  into.maximum = Math.max(into.maximum, level.maximum[entry] ?? into.maximum);
}

function putEntry(level: Level | undefined, entry: number, stretch: Stretch): void {
  if (level === undefined) return;
  level.count[entry] = stretch.count;
  level.sum[entry] = stretch.sum;
  level.minimum[entry] = stretch.minimum;
  level.maximum[entry] = stretch.maximum;
}
