/** RGB to Y'CbCr by the standards' own formulae, and the colours of the bars. ITU-R BT.709-6 §3, BT.601-7 §2.5. */

export type ColourMatrix = 'bt709' | 'bt601';
export type ColourRange = 'limited' | 'full';

export interface YCbCr {
  readonly y: number;
  readonly cb: number;
  readonly cr: number;
}

/** `Kr` and `Kb` of each matrix. */
const coefficients: Readonly<Record<ColourMatrix, readonly [number, number]>> = {
  bt709: [0.2126, 0.0722],
  bt601: [0.299, 0.114],
};

/** @param red,green,blue gamma-corrected, 0 to 1. The result is 8-bit, rounded. */
export function toYCbCr(
  red: number,
  green: number,
  blue: number,
  matrix: ColourMatrix = 'bt709',
  range: ColourRange = 'limited',
): YCbCr {
  const [kr, kb] = coefficients[matrix];
  const luma = kr * red + (1 - kr - kb) * green + kb * blue;
  const cb = (blue - luma) / (2 * (1 - kb));
  const cr = (red - luma) / (2 * (1 - kr));
  const [lumaScale, lumaOffset, chromaScale] = range === 'limited' ? [219, 16, 224] : [255, 0, 255];
  const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
  return {
    y: clamp(lumaOffset + lumaScale * luma),
    cb: clamp(128 + chromaScale * cb),
    cr: clamp(128 + chromaScale * cr),
  };
}

/** 75 % bars, left to right. */
export const bars: readonly { readonly name: string; readonly rgb: readonly [number, number, number] }[] = [
  { name: 'white', rgb: [0.75, 0.75, 0.75] },
  { name: 'yellow', rgb: [0.75, 0.75, 0] },
  { name: 'cyan', rgb: [0, 0.75, 0.75] },
  { name: 'green', rgb: [0, 0.75, 0] },
  { name: 'magenta', rgb: [0.75, 0, 0.75] },
  { name: 'red', rgb: [0.75, 0, 0] },
  { name: 'blue', rgb: [0, 0, 0.75] },
  { name: 'black', rgb: [0, 0, 0] },
];
