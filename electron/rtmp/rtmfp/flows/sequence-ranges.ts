/** The sequence numbers that a flow has seen, as ascending ranges that don't touch each other. Everything up to `cumulative` is among them. */
import type { SequenceRange } from '../wire/chunks.ts';

interface Range {
  first: number;
  last: number;
}

export class SequenceRanges {
  /** The lowest number that the ranges beyond `cumulative` can begin with is `cumulative` + 2. */
  readonly #ranges: Range[] = [];
  #cumulative = 0;

  get cumulative(): number {
    return this.#cumulative;
  }

  /** Beyond `cumulative`. */
  get ranges(): readonly SequenceRange[] {
    return this.#ranges;
  }

  get highest(): number {
    return this.#ranges.at(-1)?.last ?? this.#cumulative;
  }

  has(sequence: number): boolean {
    if (sequence <= this.#cumulative) return true;
    if (sequence > this.highest) return false;
    return this.#ranges.some(({ first, last }) => first <= sequence && sequence <= last);
  }

  /** Whether `sequence` lies beyond `cumulative` and beside none of the ranges, and so makes one more of them. */
  isApart(sequence: number): boolean {
    if (sequence <= this.#cumulative + 1) return false;
    return !this.#ranges.some(({ first, last }) => first - 1 <= sequence && sequence <= last + 1);
  }

  add(sequence: number): void {
    if (sequence === this.#cumulative + 1 && this.#ranges.length === 0) this.#cumulative = sequence;
    else this.addRange(sequence, sequence);
  }

  /** Everything up to `sequence`. */
  addUpTo(sequence: number): void {
    if (sequence > this.#cumulative) this.addRange(this.#cumulative + 1, sequence);
  }

  addRange(first: number, last: number): void {
    if (last <= this.#cumulative || last < first) return;
    const ranges = this.#ranges;
    const merged = { first: Math.max(first, this.#cumulative + 1), last };
    let from = ranges.length;
    while (from > 0 && (ranges[from - 1]?.last ?? 0) >= merged.first - 1) from -= 1;
    let to = from;
    for (; to < ranges.length; to += 1) {
      const range = ranges[to];
      if (range === undefined || range.first > merged.last + 1) break;
      merged.first = Math.min(merged.first, range.first);
      merged.last = Math.max(merged.last, range.last);
    }
    if (merged.first === this.#cumulative + 1) {
      this.#cumulative = merged.last;
      ranges.splice(0, to);
    } else ranges.splice(from, to - from, merged);
  }

  /** Calls `visit` for each number from `first` to `last` that is not among these, in order. */
  forEachMissing(first: number, last: number, visit: (sequence: number) => void): void {
    let next = Math.max(first, this.#cumulative + 1);
    for (const range of this.#ranges) {
      if (range.last < next) continue;
      if (range.first > last) break;
      for (; next < range.first; next += 1) visit(next);
      next = range.last + 1;
    }
    for (; next <= last; next += 1) visit(next);
  }
}
