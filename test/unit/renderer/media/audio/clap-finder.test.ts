import { describe, expect, it } from 'vitest';
import { ClapFinder } from '../../../../../renderer/media/audio/clap-finder.ts';

const RATE = 48_000;
const BLOCK = 960;

/** Blocks of what `valueAt` gives for each sample; when claps were found, in seconds. */
function findIn(seconds: number, valueAt: (second: number) => number): readonly number[] {
  const finder = new ClapFinder();
  const found: number[] = [];
  for (let first = 0; first < seconds * RATE; first += BLOCK) {
    const samples = Float32Array.from({ length: BLOCK }, (_, index) => valueAt((first + index) / RATE));
    const clap = finder.push(samples, samples, (first / RATE) * 1e6, RATE);
    if (clap !== undefined) found.push(clap / 1e6);
  }
  return found;
}

/** The same noise each time. */
function noiseAt(second: number): number {
  return ((Math.sin(second * 91_731.7) * 43_758.5) % 1) * 2;
}

const clapFrom = (start: number) => (second: number) =>
  second < start ? 0 : 0.7 * Math.exp(-(second - start) * 60) * noiseAt(second);

describe('the clap finder', () => {
  it('finds where a clap begins, to a thousandth of a second', () => {
    const found = findIn(3, clapFrom(1.2345));
    expect(found).toHaveLength(1);
    expect(found[0]).toBeGreaterThan(1.2345 - 0.0011);
    expect(found[0]).toBeLessThan(1.2345 + 0.0011);
  });

  it('finds each of several claps, and a beep', () => {
    const found = findIn(4, (second) => clapFrom(1)(second) + clapFrom(2)(second) + clapFrom(3)(second));
    expect(found.map((second) => Math.round(second * 100) / 100)).toEqual([1, 2, 3]);
    const beeps = findIn(3, (second) => (second % 1 < 0.05 ? 0.25 * Math.sin(2000 * Math.PI * second) : 0));
    expect(beeps.map((second) => Math.round(second * 100) / 100)).toEqual([1, 2]);
  });

  it('finds nothing in a quiet room, and nothing in steady music', () => {
    expect(findIn(3, (second) => 0.02 * noiseAt(second))).toEqual([]);
    const music = findIn(5, (second) => 0.4 * Math.sin(880 * Math.PI * second));
    // What sets in is found at most once.
    expect(music.length).toBeLessThanOrEqual(1);
  });

  it('takes nonsense for nothing', () => {
    expect(findIn(1, () => Number.NaN)).toEqual([]);
  });
});
