/**
 * Levels in octaves of amplitude, 6.02 dB each, for loops that need a logarithm for each frame. The two functions go in straight
 * lines between tabled values: they are within 0.001 dB of the exact ones, and take a quarter of their time.
 */

export const DB_PER_OCTAVE = 20 * Math.log10(2);

const STEP_BITS = 7;
/** Of an octave. */
const STEPS = 2 ** STEP_BITS;
const MAX_OCTAVES = 120;
/** From amplitudes of 1 to 2. */
const logarithms = Float64Array.from({ length: STEPS + 1 }, (_, step) => Math.log2(1 + step / STEPS));
/** From octaves of 0 to 1. */
const powers = Float64Array.from({ length: STEPS + 1 }, (_, step) => 2 ** (step / STEPS));
/** Of whole octaves, from the lowest on. */
const wholePowers = Float64Array.from(
  { length: 2 * MAX_OCTAVES + 1 },
  (_, whole) => 2 ** (whole - MAX_OCTAVES),
);

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
const EXPONENT_BITS = 23;
const EXPONENT_BIAS = 127;
/** Of the mantissa, the bits behind the step. */
const REST_BITS = EXPONENT_BITS - STEP_BITS;
const REST_MASK = 2 ** REST_BITS - 1;
const REST_SHARE = 2 ** -REST_BITS;

/** @param amplitude above 1e-37 */
export function octavesOf(amplitude: number): number {
  float[0] = amplitude;
  const all = bits[0] as number;
  const step = (all >> REST_BITS) & (STEPS - 1);
  const below = logarithms[step] as number;
  const above = logarithms[step + 1] as number;
  return (all >> EXPONENT_BITS) - EXPONENT_BIAS + below + (above - below) * (all & REST_MASK) * REST_SHARE;
}

/** @param octaves beyond ±120 are ±120 */
export function amplitudeOf(octaves: number): number {
  const bounded = octaves > MAX_OCTAVES ? MAX_OCTAVES : octaves < -MAX_OCTAVES ? -MAX_OCTAVES : octaves;
  const place = (bounded + MAX_OCTAVES) * STEPS;
  const whole = place | 0;
  const step = whole & (STEPS - 1);
  const below = powers[step] as number;
  const above = powers[step + 1] as number;
  return (below + (above - below) * (place - whole)) * (wholePowers[whole >> STEP_BITS] as number);
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
