/**
 * Where everything stands in the test picture, for any even size. Renderer and ruler read the same plan, so a picture
 * can be drawn in one process and judged in another. Top to bottom: barcode, colour bars, noise, moving texture, and a
 * last row with the frame counter on the left and the flash area on the right.
 */

/** Pixels; x, y, width and height are even, so that they fall on whole chroma samples. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const BARCODE_COLUMNS = 32;
export const BARCODE_ROWS = 3;

export interface PatternPlan {
  readonly width: number;
  readonly height: number;
  readonly barcode: Area;
  readonly bars: Area;
  /** Different in every frame: what an encoder spends its bits on, so that a constant bitrate can be reached. */
  readonly noise: Area;
  /** Scrolls, with a box that swings across it. */
  readonly motion: Area;
  readonly counter: Area;
  /** White while the beep sounds. */
  readonly flash: Area;
}

function even(value: number): number {
  return 2 * Math.round(value / 2);
}

/** @param width,height pixels, even, at least 160. */
export function planPattern(width: number, height: number): PatternPlan {
  const barsTop = BARCODE_ROWS * even(height / 20);
  const noiseTop = even(height * 0.6);
  const motionTop = even(height * 0.68);
  const bottomTop = even(height * 0.82);
  const flashLeft = even(width * 0.75);
  const full = (y: number, end: number): Area => ({ x: 0, y, width, height: end - y });
  return {
    width,
    height,
    barcode: full(0, barsTop),
    bars: full(barsTop, noiseTop),
    noise: full(noiseTop, motionTop),
    motion: full(motionTop, bottomTop),
    counter: { x: 0, y: bottomTop, width: flashLeft, height: height - bottomTop },
    flash: { x: flashLeft, y: bottomTop, width: width - flashLeft, height: height - bottomTop },
  };
}

/** The barcode's cell; edges are even. Row 0 is the top. */
export function barcodeCell(plan: PatternPlan, row: number, column: number): Area {
  const left = even((plan.width * column) / BARCODE_COLUMNS);
  const right = even((plan.width * (column + 1)) / BARCODE_COLUMNS);
  const height = plan.barcode.height / BARCODE_ROWS;
  return { x: left, y: plan.barcode.y + row * height, width: right - left, height };
}

/** The bar at `index` of `count`, left to right. */
export function barArea(plan: PatternPlan, index: number, count: number): Area {
  const left = even((plan.width * index) / count);
  const right = even((plan.width * (index + 1)) / count);
  return { x: left, y: plan.bars.y, width: right - left, height: plan.bars.height };
}

/** The middle of an area, away from edges that an encoder smears. */
export function middleOf(area: Area): Area {
  const insetX = even(area.width / 4);
  const insetY = even(area.height / 4);
  const width = Math.max(2, area.width - 2 * insetX);
  const height = Math.max(2, area.height - 2 * insetY);
  return { x: area.x + insetX, y: area.y + insetY, width, height };
}
