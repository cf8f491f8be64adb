/**
 * The coefficients of an equaliser's band: the bilinear transform of the second-order prototypes, as Robert Bristow-Johnson's
 * “Cookbook formulae for audio equalizer biquad filter coefficients” gives them. Pure.
 */
import { missingCase } from '../../../../shared/assert.ts';
import type { EqualiserBand } from '../../../../shared/studio/mixer/sound-filter.ts';

/** y = b0·x + b1·x₁ + b2·x₂ − a1·y₁ − a2·y₂ */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Of the sample rate; a band above has no place. */
const MAX_SHARE_OF_RATE = 0.49;

/** @returns undefined for a band that changes nothing. */
export function biquadOf(band: EqualiserBand, sampleRate: number): Biquad | undefined {
  const { kind, db, q, isEnabled } = band;
  const hasGain = kind === 'peak' || kind === 'lowShelf' || kind === 'highShelf';
  if (!isEnabled || (hasGain && db === 0)) return undefined;
  const angle = 2 * Math.PI * Math.min(band.hz / sampleRate, MAX_SHARE_OF_RATE);
  const cosine = Math.cos(angle);
  const alpha = Math.sin(angle) / (2 * q);
  const a = 10 ** (db / 40);
  switch (kind) {
    case 'peak':
      return normal(1 + alpha * a, -2 * cosine, 1 - alpha * a, 1 + alpha / a, -2 * cosine, 1 - alpha / a);
    case 'lowShelf':
      return shelf(a, cosine, alpha, 1);
    case 'highShelf':
      return shelf(a, cosine, alpha, -1);
    case 'lowPass': {
      const b = 1 - cosine;
      return normal(b / 2, b, b / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }
    case 'highPass': {
      const b = 1 + cosine;
      return normal(b / 2, -b, b / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }
    case 'notch':
      return normal(1, -2 * cosine, 1, 1 + alpha, -2 * cosine, 1 - alpha);
    default:
      return missingCase(kind);
  }
}

/** @param side 1 for the low shelf; the high one is its mirror, −1. */
function shelf(a: number, cosine: number, alpha: number, side: 1 | -1): Biquad {
  const c = side * cosine;
  const root = 2 * Math.sqrt(a) * alpha;
  return normal(
    a * (a + 1 - (a - 1) * c + root),
    side * 2 * a * (a - 1 - (a + 1) * c),
    a * (a + 1 - (a - 1) * c - root),
    a + 1 + (a - 1) * c + root,
    side * -2 * (a - 1 + (a + 1) * c),
    a + 1 + (a - 1) * c - root,
  );
}

function normal(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}
