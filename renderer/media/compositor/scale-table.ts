/** Which samples make a scaled one, and by how much: the tables of the kernel `scale`. */

/** What the weights of one sample add up to. */
export const WEIGHT_SUM = 128;
const MAX_WEIGHT = 127;
/** Of rounding, and no share at all. */
const SMALLEST_SHARE = 1e-9;
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

/** The samples of a plane along one of its sides. */
export interface Span {
  readonly samples: number;
  /** How many samples the picture covers: half a one less where its side is odd and this is chroma. */
  readonly extent: number;
  /** Bytes from one sample to the next; 1 when absent. */
  readonly step?: number;
  /** Bytes before the first sample. */
  readonly first?: number;
}

/**
 * The samples that make each of `to` samples: all that it covers, when they are fewer; the nearest two, when they are more.
 * Weights are whole numbers that add up to 128; none is above 127, so a sample that stays as it is counts twice.
 */
export function tapsOf({ samples, extent }: Span, to: number): readonly (readonly Tap[])[] {
  const scale = extent / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, position) => {
    const centre = (position + 0.5) * scale;
    const shares = new Map<number, number>();
    for (let index = Math.floor(centre - reach); index <= centre + reach; index += 1) {
      const share = scale > 1 ? covered(index, centre, scale) : 1 - Math.abs(index + 0.5 - centre);
      if (share <= SMALLEST_SHARE) continue;
      const inside = Math.min(samples - 1, Math.max(0, index));
      shares.set(inside, (shares.get(inside) ?? 0) + share);
    }
    return wholeWeights([...shares]);
  });
}

/** How much of the sample at `index` lies in a span of the length `scale`. */
function covered(index: number, centre: number, scale: number): number {
  return Math.min(index + 1, centre + scale / 2) - Math.max(index, centre - scale / 2);
}

/** Rounds so that the sum is kept: what is over or missing goes to the largest remainders. */
function wholeWeights(shares: readonly (readonly [number, number])[]): readonly Tap[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const exact = shares.map(([index, share]) => ({ index, value: (share * WEIGHT_SUM) / total }));
  const taps = exact.map(({ index, value }) => ({ index, weight: Math.floor(value), rest: value % 1 }));
  let missing = WEIGHT_SUM - taps.reduce((sum, { weight }) => sum + weight, 0);
  for (const tap of taps.toSorted((one, other) => other.rest - one.rest)) {
    if (missing === 0) break;
    tap.weight += 1;
    missing -= 1;
  }
  return taps.flatMap(({ index, weight }) => {
    if (weight === 0) return [];
    if (weight <= MAX_WEIGHT) return [{ index, weight }];
    return [
      { index, weight: WEIGHT_SUM / 2 },
      { index, weight: WEIGHT_SUM / 2 },
    ];
  });
}

export interface RowTable {
  readonly bytes: Uint8Array;
  /** Pairs of samples for each row. */
  readonly pairs: number;
}

export function rowTable(span: Span, to: number): RowTable {
  const { step = 1, first = 0 } = span;
  const taps = tapsOf(span, to);
  const pairs = pairsOf(taps);
  const bytes = new Uint8Array(to * pairs * ROW_PAIR_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const row of taps) {
    for (let pair = 0; pair < pairs; pair += 1) {
      const [one, other] = pairAt(row, pair);
      view.setUint32(at, first + one.index * step, true);
      view.setUint32(at + 4, first + other.index * step, true);
      bytes[at + 8] = one.weight;
      bytes[at + 9] = other.weight;
      at += ROW_PAIR_BYTES;
    }
  }
  return { bytes, pairs };
}

export interface ColumnTable extends RowTable {
  /** Reaches of 16 bytes that the samples of eight columns lie in. */
  readonly windows: number;
}

export function columnTable(span: Span, to: number): ColumnTable {
  const { step = 1, first: start = 0 } = span;
  const taps = tapsOf(span, to).map((column) =>
    column.map(({ index, weight }) => ({ index: start + index * step, weight })),
  );
  const pairs = pairsOf(taps);
  const groups: { readonly first: number; readonly columns: readonly (readonly Tap[])[] }[] = [];
  let reach = 1;
  for (let column = 0; column < to; column += COLUMNS) {
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
  return { bytes, pairs, windows };
}

function pairsOf(taps: readonly (readonly Tap[])[]): number {
  return Math.ceil(Math.max(...taps.map(({ length }) => length)) / 2);
}

function pairAt(taps: readonly Tap[], pair: number): readonly [Tap, Tap] {
  const none = { index: taps[0]?.index ?? 0, weight: 0 };
  return [taps[pair * 2] ?? none, taps[pair * 2 + 1] ?? none];
}
