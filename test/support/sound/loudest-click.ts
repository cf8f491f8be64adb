/**
 * Hears clicks in a low tone: what is left of the samples above 3 kHz, where the tone has nothing. A tone of 1 kHz itself leaves
 * less than −75 dBFS.
 */

const RATE = 48_000;
const CUTOFF_HZ = 3000;
const HALF_TAPS = 160;

/** A windowed-sinc high-pass (Blackman). */
function buildHighPass(): Float64Array {
  const taps = new Float64Array(2 * HALF_TAPS + 1);
  let sum = 0;
  for (let i = -HALF_TAPS; i <= HALF_TAPS; i += 1) {
    const angle = (Math.PI * (i + HALF_TAPS)) / HALF_TAPS;
    const window = 0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
    const x = (2 * CUTOFF_HZ * i) / RATE;
    const value = window * (i === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
    taps[i + HALF_TAPS] = value;
    sum += value;
  }
  return taps.map((value, index) => (index === HALF_TAPS ? 1 : 0) - value / sum);
}

const highPass = buildHighPass();

/** @param samples of one side, at about 48 kHz */
export function loudestClickDb(samples: ArrayLike<number>): number {
  let peak = 0;
  for (let at = HALF_TAPS; at < samples.length - HALF_TAPS; at += 1) {
    let sum = 0;
    for (let tap = 0; tap < highPass.length; tap += 1)
      sum += (highPass[tap] as number) * (samples[at + tap - HALF_TAPS] as number);
    peak = Math.max(peak, Math.abs(sum));
  }
  return 20 * Math.log10(Math.max(peak, 1e-9));
}
