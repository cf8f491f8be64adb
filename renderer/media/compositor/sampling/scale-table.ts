/** Which samples make a scaled one, and by how much: the tables of the kernel `scale`. */

/** What the weights of one sample add up to. */
export const WEIGHT_SUM = 128;
const MAX_WEIGHT = 127;
/** Of rounding, and no share at all. */
const SMALLEST_SHARE = 1e-9;
/** Remainders that differ by less are the same, so that a rounding error decides nothing. */
const SMALLEST_REST = 1e-6;
/** Bytes of a vector; eight columns fill one with their pairs. */
const VECTOR_BYTES = 16;
const COLUMNS = 8;
/** In the table of rows: two offsets and two weights. */
const ROW_PAIR_BYTES = 12;
/** In a mask: no byte of this window. */
const NOTHING = 0x80;

export interface Tap {
  readonly index: number;
  readonly weight: number;
}

/** How new samples lie among those of a plane, along one of its sides. The middles of the plane's samples are at 0.5, 1.5 and so on. */
export interface Sampling {
  /** The samples that may be used: from `first`, before `end`. Where others would count, the outermost stands in. */
  readonly first: number;
  readonly end: number;
  /** New samples. */
  readonly count: number;
  /** The middle of the first new sample. */
  readonly centre: number;
  /** From one new sample to the next; below 0, the picture is mirrored. */
  readonly scale: number;
}

/**
 * The samples that make each new one: all that it covers, when they are fewer; the nearest two, when they are more.
 * Weights are whole numbers that add up to 128; none is above 127, so a sample that stays as it is counts twice.
 */
export function tapsOf({ first, end, count, centre, scale }: Sampling): readonly (readonly Tap[])[] {
  const span = Math.abs(scale);
  const reach = Math.max(1, span);
  return Array.from({ length: count }, (_, position) => {
    const middle = centre + position * scale;
    const shares: Share[] = [];
    for (let index = Math.floor(middle - reach); index <= middle + reach; index += 1) {
      const value = span > 1 ? covered(index, middle, span) : 1 - Math.abs(index + 0.5 - middle);
      if (value <= SMALLEST_SHARE) continue;
      const inside = Math.min(end - 1, Math.max(first, index));
      const last = shares.at(-1);
      if (last?.index === inside) last.value += value;
      else shares.push({ index: inside, value });
    }
    return wholeWeights(shares);
  });
}

interface Share {
  readonly index: number;
  value: number;
}

/** How much of the sample at `index` lies in a span around `middle`. */
function covered(index: number, middle: number, span: number): number {
  return Math.min(index + 1, middle + span / 2) - Math.max(index, middle - span / 2);
}

/** Rounds so that the sum is kept: what is over or missing goes to the largest remainders. */
function wholeWeights(shares: readonly Share[]): readonly Tap[] {
  const [only] = shares;
  if (shares.length === 1 && only !== undefined) return twice(only.index);
  const total = shares.reduce((sum, { value }) => sum + value, 0);
  const taps = shares.map(({ index, value }) => {
    const exact = (value * WEIGHT_SUM) / total;
    return { index, weight: Math.floor(exact), rest: Math.round((exact % 1) / SMALLEST_REST) };
  });
  let missing = WEIGHT_SUM - taps.reduce((sum, { weight }) => sum + weight, 0);
  const byRest = missing === 0 ? [] : taps.toSorted((one, other) => other.rest - one.rest);
  for (const tap of byRest) {
    if (missing === 0) break;
    tap.weight += 1;
    missing -= 1;
  }
  return taps.flatMap(({ index, weight }) => {
    if (weight === 0) return [];
    return weight <= MAX_WEIGHT ? [{ index, weight }] : twice(index);
  });
}

function twice(index: number): readonly Tap[] {
  const half = { index, weight: WEIGHT_SUM / 2 };
  return [half, half];
}

export interface RowTable {
  readonly bytes: Uint8Array;
  /** Pairs of samples for each row. */
  readonly pairs: number;
}

/** @param stride bytes from a row of the plane to the next. */
export function rowTable(sampling: Sampling, stride: number): RowTable {
  const taps = tapsOf(sampling);
  const pairs = pairsOf(taps);
  const bytes = new Uint8Array(taps.length * pairs * ROW_PAIR_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const row of taps) {
    for (let pair = 0; pair < pairs; pair += 1) {
      const [one, other] = pairAt(row, pair);
      view.setUint32(at, one.index * stride, true);
      view.setUint32(at + 4, other.index * stride, true);
      bytes[at + 8] = one.weight;
      bytes[at + 9] = other.weight;
      at += ROW_PAIR_BYTES;
    }
  }
  return { bytes, pairs };
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
  const samples = tapsOf(sampling);
  let lowest = Infinity;
  let highest = 0;
  for (const column of samples) {
    for (const { index } of column) {
      lowest = Math.min(lowest, index);
      highest = Math.max(highest, index);
    }
  }
  const taps = samples.map((column) =>
    column.map(({ index, weight }) => ({ index: (index - lowest) * step, weight })),
  );
  const pairs = pairsOf(taps);
  const groups: { readonly first: number; readonly columns: readonly (readonly Tap[])[] }[] = [];
  let reach = 1;
  for (let column = 0; column < taps.length; column += COLUMNS) {
    const columns = taps.slice(column, column + COLUMNS);
    const indices = columns.flatMap((each) => each.map(({ index }) => index));
    const first = Math.min(...indices);
    reach = Math.max(reach, Math.max(...indices) - first + 1);
    groups.push({ first, columns });
  }
  if (groups.length % 2 === 1) groups.push({ first: 0, columns: [] });
  const windows = Math.ceil(reach / VECTOR_BYTES);
  const groupBytes = VECTOR_BYTES + pairs * (windows + 1) * VECTOR_BYTES;
  const bytes = new Uint8Array(groups.length * groupBytes);
  const view = new DataView(bytes.buffer);
  groups.forEach(({ first, columns }, group) => {
    let at = group * groupBytes;
    view.setUint32(at, first, true);
    at += VECTOR_BYTES;
    for (let pair = 0; pair < pairs; pair += 1) {
      const weights = at + windows * VECTOR_BYTES;
      bytes.fill(NOTHING, at, weights);
      columns.forEach((column, position) => {
        pairAt(column, pair).forEach(({ index, weight }, half) => {
          const lane = position * 2 + half;
          const distance = index - first;
          const window = Math.floor(distance / VECTOR_BYTES);
          bytes[at + window * VECTOR_BYTES + lane] = distance % VECTOR_BYTES;
          bytes[weights + lane] = weight;
        });
      });
      at = weights + VECTOR_BYTES;
    }
  });
  return { bytes, pairs, windows, firstByte: lowest * step, rowBytes: (highest - lowest) * step + 1 };
}

function pairsOf(taps: readonly (readonly Tap[])[]): number {
  return Math.ceil(taps.reduce((most, { length }) => Math.max(most, length), 0) / 2);
}

function pairAt(taps: readonly Tap[], pair: number): readonly [Tap, Tap] {
  const none = { index: taps[0]?.index ?? 0, weight: 0 };
  return [taps[pair * 2] ?? none, taps[pair * 2 + 1] ?? none];
}
