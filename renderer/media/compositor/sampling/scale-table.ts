/** Taps as the tables of the kernel `scale`. */
import { cubicTaps } from './cubic-taps.ts';
import { tapsOf } from './taps.ts';
import type { Sampling, Taps } from './taps.ts';

/** Bytes of a vector; eight columns fill one with their pairs. */
const VECTOR_BYTES = 16;
const COLUMNS = 8;
/** In the table of rows: two offsets and two weights. */
const ROW_PAIR_BYTES = 12;
/** In a mask: no byte of this window. */
const NOTHING = 0x80;

export interface RowTable {
  readonly bytes: Uint8Array;
  /** Pairs of samples for each row. */
  readonly pairs: number;
}

/** @param stride bytes from a row of the plane to the next. */
export function rowTable(sampling: Sampling, stride: number): RowTable {
  const { most, indices, weights } = filterTaps(sampling);
  const bytes = new Uint8Array((indices.length / 2) * ROW_PAIR_BYTES);
  const view = new DataView(bytes.buffer);
  const write = writerOf(weights, view);
  for (let tap = 0; tap < indices.length; tap += 2) {
    const at = (tap / 2) * ROW_PAIR_BYTES;
    view.setUint32(at, (indices[tap] ?? 0) * stride, true);
    view.setUint32(at + 4, (indices[tap + 1] ?? 0) * stride, true);
    write(at + 8, 0, tap);
    write(at + 8, 1, tap + 1);
  }
  return { bytes, pairs: most / 2 };
}

export interface ColumnTable extends RowTable {
  /** The part of a row that is needed: bytes before it, and its bytes. */
  readonly firstByte: number;
  readonly rowBytes: number;
  /** Reaches of 16 bytes that the samples of eight columns lie in. */
  readonly windows: number;
}

/** @param step bytes from a sample of a row to the next. */
export function columnTable(sampling: Sampling, step: number): ColumnTable {
  const { most, indices, weights } = filterTaps(sampling);
  const groups = groupsOf(indices, most * COLUMNS);
  const lowest = groups.reduce((least, { first }) => Math.min(least, first), Infinity);
  const highest = groups.reduce((largest, { last }) => Math.max(largest, last), 0);
  const reach = groups.reduce((largest, { first, last }) => Math.max(largest, last - first), 0) * step + 1;
  const windows = Math.ceil(reach / VECTOR_BYTES);
  const pairs = most / 2;
  const pairBytes = (windows + weights.BYTES_PER_ELEMENT) * VECTOR_BYTES;
  const groupBytes = VECTOR_BYTES + pairs * pairBytes;
  // The kernel takes two groups at a time.
  const bytes = new Uint8Array((groups.length + (groups.length % 2)) * groupBytes);
  const view = new DataView(bytes.buffer);
  const write = writerOf(weights, view);
  groups.forEach(({ first }, group) => {
    const start = group * groupBytes;
    view.setUint32(start, (first - lowest) * step, true);
    for (let pair = 0; pair < pairs; pair += 1) {
      const at = start + VECTOR_BYTES + pair * pairBytes;
      bytes.fill(NOTHING, at, at + windows * VECTOR_BYTES);
    }
    const from = group * COLUMNS * most;
    const end = Math.min(indices.length, from + COLUMNS * most);
    for (let tap = from; tap < end; tap += 1) {
      const column = Math.floor((tap - from) / most);
      const inColumn = (tap - from) % most;
      const at = start + VECTOR_BYTES + (inColumn >> 1) * pairBytes;
      const lane = column * 2 + (inColumn & 1);
      const distance = ((indices[tap] ?? 0) - first) * step;
      bytes[at + (distance - (distance % VECTOR_BYTES)) + lane] = distance % VECTOR_BYTES;
      write(at + windows * VECTOR_BYTES, lane, tap);
    }
  });
  return { bytes, pairs, windows, firstByte: lowest * step, rowBytes: (highest - lowest) * step + 1 };
}

function filterTaps(sampling: Sampling): Taps {
  return sampling.filter === 'bicubic' ? cubicTaps(sampling) : tapsOf(sampling);
}

/** Puts the weight of a tap at a lane of so many bytes as weights have. */
function writerOf(
  weights: Taps['weights'],
  view: DataView,
): (start: number, lane: number, tap: number) => void {
  return weights instanceof Int16Array
    ? (start, lane, tap) => view.setInt16(start + 2 * lane, weights[tap] ?? 0, true)
    : (start, lane, tap) => view.setUint8(start + lane, weights[tap] ?? 0);
}

interface Group {
  readonly first: number;
  readonly last: number;
}

/** The outermost samples of so many taps each. */
function groupsOf(indices: Int32Array, taps: number): readonly Group[] {
  return Array.from({ length: Math.ceil(indices.length / taps) }, (_, group) => {
    let first = Infinity;
    let last = 0;
    for (const index of indices.subarray(group * taps, (group + 1) * taps)) {
      first = Math.min(first, index);
      last = Math.max(last, index);
    }
    return { first, last };
  });
}
