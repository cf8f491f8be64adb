/** How near a decoded picture is to the one that was drawn: SSIM and PSNR of luma, colours of the bars. Pure. */
import { bars, toYCbCr } from '../../shared/pattern/colour.ts';
import type { YCbCr } from '../../shared/pattern/colour.ts';
import { barArea, middleOf } from '../../shared/pattern/geometry.ts';
import type { Area, PatternPlan } from '../../shared/pattern/geometry.ts';
import type { ColourReading } from './report.ts';

/** Wang et al. 2004: C1 = (0.01 * 255)^2, C2 = (0.03 * 255)^2. */
const C1 = 6.5025;
const C2 = 58.5225;
const WINDOW = 8;

/** Mean SSIM over windows of 8x8 without overlap. */
export function ssim(a: Uint8Array, b: Uint8Array, width: number, height: number): number {
  let total = 0;
  let windows = 0;
  for (let top = 0; top + WINDOW <= height; top += WINDOW) {
    for (let left = 0; left + WINDOW <= width; left += WINDOW) {
      total += windowSsim(a, b, width, top * width + left);
      windows += 1;
    }
  }
  return windows === 0 ? 1 : total / windows;
}

function windowSsim(a: Uint8Array, b: Uint8Array, width: number, start: number): number {
  let sumA = 0;
  let sumB = 0;
  let squaresA = 0;
  let squaresB = 0;
  let products = 0;
  for (let y = 0; y < WINDOW; y += 1) {
    const row = start + y * width;
    for (let i = row; i < row + WINDOW; i += 1) {
      const p = a[i] as number;
      const q = b[i] as number;
      sumA += p;
      sumB += q;
      squaresA += p * p;
      squaresB += q * q;
      products += p * q;
    }
  }
  const count = WINDOW * WINDOW;
  const meanA = sumA / count;
  const meanB = sumB / count;
  const varianceA = squaresA / count - meanA * meanA;
  const varianceB = squaresB / count - meanB * meanB;
  const covariance = products / count - meanA * meanB;
  const likeness = (2 * meanA * meanB + C1) * (2 * covariance + C2);
  return likeness / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
}

/** Decibels over the first `length` bytes; 100 for equal pictures. */
export function psnr(a: Uint8Array, b: Uint8Array, length: number): number {
  let squares = 0;
  for (let i = 0; i < length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    squares += difference * difference;
  }
  return squares === 0 ? 100 : Math.min(100, 10 * Math.log10((255 * 255 * length) / squares));
}

function meanOf(plane: Uint8Array, stride: number, area: Area): number {
  let sum = 0;
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) sum += plane[y * stride + x] ?? 0;
  }
  return sum / (area.width * area.height);
}

const halved = (area: Area): Area => ({
  x: area.x / 2,
  y: area.y / 2,
  width: area.width / 2,
  height: area.height / 2,
});

/** Mean luma of an area of an I420 picture. */
export function meanLuma(picture: Uint8Array, plan: PatternPlan, area: Area): number {
  return meanOf(picture, plan.width, area);
}

/** The bars as they are in an I420 picture, left to right. */
export function readBars(picture: Uint8Array, plan: PatternPlan): readonly YCbCr[] {
  const lumaSize = plan.width * plan.height;
  const cb = picture.subarray(lumaSize, lumaSize + lumaSize / 4);
  const cr = picture.subarray(lumaSize + lumaSize / 4);
  return bars.map((_bar, index) => {
    const middle = middleOf(barArea(plan, index, bars.length));
    const chroma = halved(middle);
    return {
      y: meanOf(picture, plan.width, middle),
      cb: meanOf(cb, plan.width / 2, chroma),
      cr: meanOf(cr, plan.width / 2, chroma),
    };
  });
}

const readings = {
  'bt709-limited': (rgb) => toYCbCr(...rgb),
  'bt601-limited': (rgb) => toYCbCr(...rgb, 'bt601'),
  'bt709-full': (rgb) => toYCbCr(...rgb, 'bt709', 'full'),
} as const satisfies Record<ColourReading, (rgb: readonly [number, number, number]) => YCbCr>;

export interface ColourVerdict {
  readonly looksLike: ColourReading;
  readonly worstError: number;
  readonly meanError: number;
}

/** Which reading fits the bars best, and how far they are from BT.709 limited range. */
export function judgeBars(measured: readonly YCbCr[]): ColourVerdict {
  const errorsOf = (reading: ColourReading): number[] =>
    bars.flatMap((bar, index) => {
      const expected = readings[reading](bar.rgb);
      const found = measured[index];
      if (found === undefined) return [];
      return [found.y - expected.y, found.cb - expected.cb, found.cr - expected.cr].map(Math.abs);
    });
  const meanOfErrors = (errors: readonly number[]): number =>
    errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
  const names = Object.keys(readings) as ColourReading[];
  const ranked = names.toSorted((a, b) => meanOfErrors(errorsOf(a)) - meanOfErrors(errorsOf(b)));
  const errors = errorsOf('bt709-limited');
  return {
    looksLike: ranked[0] ?? 'bt709-limited',
    worstError: errors.length === 0 ? 0 : Math.max(...errors),
    meanError: meanOfErrors(errors),
  };
}
