/**
 * Levels in octaves of amplitude, 6.02 dB each, for loops that need a logarithm for each frame. The two functions are within
 * 0.001 dB of the exact ones and take half their time.
 */

export const DB_PER_OCTAVE = 20 * Math.log10(2);

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
const EXPONENT_BITS = 23;
const EXPONENT_BIAS = 127;
const MANTISSA_MASK = 0x007f_ffff;
const ONE_BITS = EXPONENT_BIAS << EXPONENT_BITS;
const MAX_OCTAVES = 120;

/** @param amplitude above 1e-37. The series of 2·artanh((m − 1)/(m + 1)) for the mantissa m. */
export function octavesOf(amplitude: number): number {
  float[0] = amplitude;
  const all = bits[0] as number;
  bits[0] = (all & MANTISSA_MASK) | ONE_BITS;
  const mantissa = float[0];
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  const series =
    2.885_390_081_777_926_8 +
    q * (0.961_796_693_925_976 + q * (0.577_078_016_355_585_4 + q * 0.412_198_583_111_132_44));
  return (all >> EXPONENT_BITS) - EXPONENT_BIAS + s * series;
}

/** @param octaves within ±120. The series of 2 to the fraction, which is at most a half. */
export function amplitudeOf(octaves: number): number {
  const bounded = octaves > MAX_OCTAVES ? MAX_OCTAVES : octaves < -MAX_OCTAVES ? -MAX_OCTAVES : octaves;
  const whole = Math.round(bounded);
  const f = bounded - whole;
  bits[0] = (whole + EXPONENT_BIAS) << EXPONENT_BITS;
  const series =
    0.240_226_506_959_100_7 +
    f * (0.055_504_108_664_821_58 + f * (0.009_618_129_107_628_477 + f * 0.001_333_355_814_642_844_3));
  return (float[0] as number) * (1 + f * (0.693_147_180_559_945_3 + f * series));
}

export function octavesOfDb(db: number): number {
  return db / DB_PER_OCTAVE;
}

/** Exact. */
export function factorOfDb(db: number): number {
  return 10 ** (db / 20);
}

/** What a follower keeps of its distance to the level each frame, so that 1/e of it is left after the time. */
export function followerOf(ms: number, sampleRate: number): number {
  return Math.exp(-1000 / (ms * sampleRate));
}
