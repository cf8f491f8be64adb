/** How loud the two sides of a recording are, second by second. */
import { decodeSides } from './decoded-sound.ts';

const HZ = 8000;

/** Loudness of left and right in each second, dB below full scale. */
export async function recordedLoudness(
  file: string,
): Promise<readonly { readonly left: number; readonly right: number }[]> {
  const samples = await decodeSides(file, HZ);
  const seconds: { left: number; right: number }[] = [];
  for (let start = 0; start + HZ * 2 <= samples.length; start += HZ * 2) {
    const block = samples.subarray(start, start + HZ * 2);
    const level = (side: 0 | 1): number => {
      let sum = 0;
      for (let at: number = side; at < block.length; at += 2) sum += (block[at] ?? 0) ** 2;
      return 10 * Math.log10(Math.max(1e-12, sum / HZ));
    };
    seconds.push({ left: level(0), right: level(1) });
  }
  return seconds;
}
