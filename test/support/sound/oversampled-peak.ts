/** Reads the true peak of finished sound the plain way: every point, on as fine a grid as is asked for. */

const REACH = 12;
const SHAPE = 5;

function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 40; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

const made = new Map<string, readonly Float64Array[]>();

function kernels(times: number, reach: number): readonly Float64Array[] {
  const name = `${times} ${reach}`;
  const rows = made.get(name) ?? makeKernels(times, reach);
  made.set(name, rows);
  return rows;
}

function makeKernels(times: number, reach: number): readonly Float64Array[] {
  return Array.from({ length: times }, (_, part) => {
    const row = Float64Array.from({ length: 2 * reach }, (_unused, tap) => {
      const distance = part / times - (tap - reach + 1);
      if (Math.abs(distance) >= reach) return 0;
      const sinc = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      return (sinc * bessel(SHAPE * Math.sqrt(1 - (distance / reach) ** 2))) / bessel(SHAPE);
    });
    const sum = row.reduce((total, weight) => total + weight, 0);
    return row.map((weight) => weight / sum);
  });
}

/** dBTP with `times` points a sample; before and after the sound is silence. */
export function oversampledPeakDb(sound: Float32Array, times: number, reach = REACH): number {
  const rows = kernels(times, reach);
  const samples = new Float64Array(sound.length + 4 * reach);
  samples.set(sound, 2 * reach);
  let peak = 0;
  for (let at = reach; at < samples.length - reach; at += 1) {
    for (const row of rows) {
      let sum = 0;
      for (let tap = 0; tap < row.length; tap += 1)
        sum += (row[tap] ?? 0) * (samples[at - reach + 1 + tap] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return 20 * Math.log10(peak);
}
