/**
 * Frame rates: whole ones, and the three of NTSC, which are whole ones times 1000/1001. A rate is a number, exact to the last bit of
 * a double; where a program or a file asks for it exactly, it is a rational. Pure.
 */

export interface RationalRate {
  readonly numerator: number;
  readonly denominator: 1 | 1001;
}

const NTSC_RATES = [24, 30, 60].map((whole) => (whole * 1000) / 1001);
/** People write 29.97, 23.976 or 23.98, and each means a rational. */
const WRITTEN_TOLERANCE = 0.005;
export const HIGHEST_FRAME_RATE = 60;

/** Offered to the user, ascending. */
export const usualFrameRates: readonly number[] = [24, 25, 30, 48, 50, 60, ...NTSC_RATES].sort(
  (a, b) => a - b,
);

/** The exact rate that is meant: 29.97 becomes 30000/1001. Anything else stays what it is. */
export function exactFrameRate(rate: number): number {
  if (Number.isInteger(rate)) return rate;
  return NTSC_RATES.find((ntsc) => Math.abs(ntsc - rate) < WRITTEN_TOLERANCE) ?? rate;
}

export function isFrameRate(rate: number): boolean {
  return (Number.isInteger(rate) && rate >= 1 && rate <= HIGHEST_FRAME_RATE) || NTSC_RATES.includes(rate);
}

export function rationalFrameRate(rate: number): RationalRate {
  const exact = exactFrameRate(rate);
  return NTSC_RATES.includes(exact)
    ? { numerator: wholeFrameRate(exact) * 1000, denominator: 1001 }
    : { numerator: exact, denominator: 1 };
}

/** As ffmpeg takes it: `30` or `30000/1001`. */
export function ffmpegFrameRate(rate: number): string {
  const { numerator, denominator } = rationalFrameRate(rate);
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/** As people write it: `30`, `29.97`, `23.976`. */
export function formatFrameRate(rate: number): string {
  return String(Math.round(rate * 1000) / 1000);
}

/** Frames that are counted as a second: 30 for 29.97. */
export function wholeFrameRate(rate: number): number {
  return Math.round(rate);
}

/** This rate of the same family as another: 30 beside 59.94 is 29.97. */
export function inFamilyOf(rate: number, other: number): number {
  return rationalFrameRate(other).denominator === 1 ? rate : exactFrameRate((rate * 1000) / 1001);
}

/** The known rate that a measured one is nearest to. */
export function nearestFrameRate(measured: number): number {
  const known = [Math.max(1, Math.round(measured)), ...NTSC_RATES];
  return known.reduce((best, rate) => (Math.abs(rate - measured) < Math.abs(best - measured) ? rate : best));
}
