/**
 * Scales a plane of 8-bit samples by weighted sums of neighbours, rows first, then columns. Which samples and which weights
 * is a table's affair (`../sampling/scale-table.ts`); weights are 0 to 127 and add up to 128, so every processor gives the same bytes.
 */

/** Bytes of one pair in the table of rows: two offsets from the plane's start, two weights. */
const ROW_PAIR: usize = 12;
const LANES: usize = 16;

/** Samples less 128, so that they are signed. */
function signed(samples: v128): v128 {
  return v128.xor(samples, i8x16.splat(-128));
}

/** From sums of eight bits to samples, rounded, still less 128. */
function rounded(low: v128, high: v128): v128 {
  const half = i16x8.splat(64);
  return i8x16.narrow_i16x8_s(i16x8.shr_s(i16x8.add(low, half), 7), i16x8.shr_s(i16x8.add(high, half), 7));
}

/** One row of the target's height and the source's width, less 128, into `line`. */
function mixRows(source: usize, width: usize, table: usize, pairs: usize, line: usize): void {
  for (let x: usize = 0; x < width; x += LANES) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    const end = table + pairs * ROW_PAIR;
    for (let pair = table; pair < end; pair += ROW_PAIR) {
      const upper = signed(v128.load(source + <usize>load<u32>(pair) + x));
      const lower = signed(v128.load(source + <usize>load<u32>(pair, 4) + x));
      const weights = v128.load16_splat(pair, 8);
      const first = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const last = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      low = i16x8.add(low, i16x8.relaxed_dot_i8x16_i7x16_s(first, weights));
      high = i16x8.add(high, i16x8.relaxed_dot_i8x16_i7x16_s(last, weights));
    }
    v128.store(line + x, rounded(low, high));
  }
}

/** Eight sums of a row, whose samples lie in `windows` times 16 bytes from where the table says. */
function mixEight(line: usize, table: usize, pairs: usize, windows: usize): v128 {
  const from = line + <usize>load<u32>(table);
  let at = table + LANES;
  let sums = i16x8.splat(0);
  for (let pair: usize = 0; pair < pairs; pair += 1) {
    let samples = i8x16.swizzle(v128.load(from), v128.load(at));
    at += LANES;
    for (let window: usize = 1; window < windows; window += 1) {
      samples = v128.or(samples, i8x16.swizzle(v128.load(from + window * LANES), v128.load(at)));
      at += LANES;
    }
    sums = i16x8.add(sums, i16x8.relaxed_dot_i8x16_i7x16_s(samples, v128.load(at)));
    at += LANES;
  }
  return sums;
}

function mixColumns(
  line: usize,
  width: usize,
  table: usize,
  pairs: usize,
  windows: usize,
  target: usize,
): void {
  const step: usize = LANES + pairs * (windows + 1) * LANES;
  for (let x: usize = 0; x < width; x += LANES) {
    const low = mixEight(line, table, pairs, windows);
    const high = mixEight(line, table + step, pairs, windows);
    table += 2 * step;
    const samples = signed(rounded(low, high));
    if (x + LANES <= width) {
      v128.store(target + x, samples);
    } else {
      v128.store(line, samples);
      memory.copy(target + x, line, width - x);
    }
  }
}

/**
 * @param source reads up to 15 bytes beyond each row, so as many must be there beyond the last.
 * @param rowTable `height` times `rowPairs` pairs.
 * @param columnTable for each eight columns of the target: the first sample, then `columnPairs` times masks and weights.
 * @param line room for one row of the source and 15 + 16 * `windows` bytes.
 */
export function scale(
  source: usize,
  sourceWidth: usize,
  target: usize,
  targetStride: usize,
  width: usize,
  height: usize,
  rowTable: usize,
  rowPairs: usize,
  columnTable: usize,
  columnPairs: usize,
  windows: usize,
  line: usize,
): void {
  const rowStep = rowPairs * ROW_PAIR;
  for (let y: usize = 0; y < height; y += 1) {
    mixRows(source, sourceWidth, rowTable, rowPairs, line);
    mixColumns(line, width, columnTable, columnPairs, windows, target);
    rowTable += rowStep;
    target += targetStride;
  }
}

/** What the weights of `scaleFine` add up to, as a shift. */
const FINE: i32 = 12;

/** From sixteen sums to bytes. */
function fineBytes(one: v128, two: v128, three: v128, four: v128): v128 {
  const half = i32x4.splat(1 << (FINE - 1));
  const low = i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(one, half), FINE),
    i32x4.shr_s(i32x4.add(two, half), FINE),
  );
  const high = i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(three, half), FINE),
    i32x4.shr_s(i32x4.add(four, half), FINE),
  );
  return i8x16.narrow_i16x8_u(low, high);
}

function mixRowsFine(source: usize, width: usize, table: usize, pairs: usize, line: usize): void {
  for (let x: usize = 0; x < width; x += LANES) {
    let one = i32x4.splat(0);
    let two = i32x4.splat(0);
    let three = i32x4.splat(0);
    let four = i32x4.splat(0);
    const end = table + pairs * ROW_PAIR;
    for (let pair = table; pair < end; pair += ROW_PAIR) {
      const upper = v128.load(source + <usize>load<u32>(pair) + x);
      const lower = v128.load(source + <usize>load<u32>(pair, 4) + x);
      const weights = v128.load32_splat(pair, 8);
      const first = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const last = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      one = i32x4.add(one, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(first), weights));
      two = i32x4.add(two, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(first), weights));
      three = i32x4.add(three, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(last), weights));
      four = i32x4.add(four, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(last), weights));
    }
    v128.store(line + x, fineBytes(one, two, three, four));
  }
}

/** Eight new samples in the first half. */
function mixEightFine(line: usize, table: usize, pairs: usize, windows: usize): v128 {
  const from = line + <usize>load<u32>(table);
  let at = table + LANES;
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  for (let pair: usize = 0; pair < pairs; pair += 1) {
    let samples = i8x16.swizzle(v128.load(from), v128.load(at));
    at += LANES;
    for (let window: usize = 1; window < windows; window += 1) {
      samples = v128.or(samples, i8x16.swizzle(v128.load(from + window * LANES), v128.load(at)));
      at += LANES;
    }
    low = i32x4.add(low, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(samples), v128.load(at)));
    high = i32x4.add(high, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(samples), v128.load(at, LANES)));
    at += 2 * LANES;
  }
  return fineBytes(low, high, low, high);
}

/** As `scale`, with weights of 16 bits that add up to 4,096, some of them below 0. */
export function scaleFine(
  source: usize,
  sourceWidth: usize,
  target: usize,
  targetStride: usize,
  width: usize,
  height: usize,
  rowTable: usize,
  rowPairs: usize,
  columnTable: usize,
  columnPairs: usize,
  windows: usize,
  line: usize,
): void {
  const rowStep = rowPairs * ROW_PAIR;
  const step = LANES + columnPairs * (windows + 2) * LANES;
  for (let y: usize = 0; y < height; y += 1) {
    mixRowsFine(source, sourceWidth, rowTable, rowPairs, line);
    let table = columnTable;
    for (let x: usize = 0; x < width; x += 8) {
      const samples = mixEightFine(line, table, columnPairs, windows);
      table += step;
      if (x + 8 <= width) {
        v128.store64_lane(target + x, samples, 0);
      } else {
        v128.store(line, samples);
        memory.copy(target + x, line, width - x);
      }
    }
    rowTable += rowStep;
    target += targetStride;
  }
}
