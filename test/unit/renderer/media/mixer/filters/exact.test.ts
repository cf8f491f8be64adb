/** Gain, polarity and delay. */
import { expect, test } from 'vitest';
import { createSoundFilter } from '../../../../../../renderer/media/mixer/filters/create-sound-filter.ts';
import { amplitudeOf, octavesOf } from '../../../../../../renderer/media/mixer/filters/decibels.ts';
import { made, noise, RATE, run } from './sound.ts';

test.each([-30, -6, 0, 12.5, 30])('gain of %d dB multiplies both sides, exactly', (db) => {
  const input = noise(4800, 0.5);
  const right = noise(4800, 0.1).reverse();
  const output = run(createSoundFilter({ type: 'gain', db }, RATE), input, { right });
  const factor = 10 ** (db / 20);
  expect(output.left).toEqual(input.map((sample) => sample * factor));
  expect(output.right).toEqual(right.map((sample) => sample * factor));
});

test('polarity is turned on both sides, exactly', () => {
  const input = noise(4800);
  const output = run(createSoundFilter({ type: 'invert' }, RATE), input);
  expect(output.left).toEqual(input.map((sample) => -sample));
  expect(output.right).toEqual(output.left);
});

test.each([
  [0, 48_000],
  [1, 48_000],
  [10, 44_100],
  [333.3, 48_000],
  [1000, 48_000],
])('a delay of %d ms at %d Hz gives the same samples later', (ms, rate) => {
  const frames = Math.round((ms * rate) / 1000);
  const input = noise(2 * rate, 0.7);
  const filter = createSoundFilter({ type: 'delay', ms }, rate);
  const { left } = run(filter, input, { block: rate / 100 });
  const later = made(input.length, (frame) => input[frame - frames] ?? 0);
  // What a new delay remembers begins softly.
  const begin = frames + rate / 100;
  expect(left.slice(begin)).toEqual(later.slice(begin));
  expect(left.slice(0, frames).every((sample) => sample === 0)).toBe(true);
  expect(filter.latencyFrames).toBe(0);
});

test('logarithms of levels are within a thousandth of a dB, and exact where nothing changes', () => {
  let mostOctaves = 0;
  let mostDb = 0;
  for (let level = 1e-12; level < 1e6; level *= 1.00123) {
    const octaves = Math.log2(level);
    mostOctaves = Math.max(mostOctaves, Math.abs(octavesOf(level) - octaves));
    mostDb = Math.max(mostDb, Math.abs(20 * Math.log10(amplitudeOf(octaves) / level)));
  }
  expect(mostOctaves * 6.02).toBeLessThan(0.001);
  expect(mostDb).toBeLessThan(0.001);
  expect([octavesOf(1), amplitudeOf(0)]).toEqual([0, 1]);
});
