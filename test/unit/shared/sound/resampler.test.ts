import { expect, test } from 'vitest';
import { Resampler } from '../../../../shared/sound/resampler.ts';

const RATE = 48_000;
const BLOCK = 960;
const TONE_HZ = 997;

function block(number: number): Float32Array {
  return Float32Array.from({ length: BLOCK }, (_, index) =>
    Math.sin((2 * Math.PI * TONE_HZ * (number * BLOCK + index)) / RATE),
  );
}

test('after a correction the samples are copied again, and the seam is not heard', () => {
  const resampler = new Resampler(1, 1);
  const output: number[] = [];
  const blocks = 40;
  for (let number = 0; number < blocks; number += 1) {
    const step = number >= 10 && number < 20 ? 1.0003 : 1;
    output.push(...resampler.process(block(number), step));
  }
  // What came last is the input as it was, up to what is still waiting for its neighbours.
  const end = blocks * BLOCK - resampler.pendingFrames;
  const input = [...block(blocks - 2), ...block(blocks - 1)].slice(0, end - (blocks - 2) * BLOCK);
  expect(output.slice(-BLOCK)).toEqual(input.slice(-BLOCK));

  // What a pure tone has besides itself: x[n+1] + x[n-1] is 2 cos(w) x[n] for each sample of one, whatever its phase.
  const factor = 2 * Math.cos((2 * Math.PI * TONE_HZ) / RATE);
  const residues = output
    .slice(BLOCK, -1)
    .map((value, index, all) =>
      index === 0 ? 0 : Math.abs((output[BLOCK + index + 1] ?? 0) + (all[index - 1] ?? 0) - factor * value),
    );
  // A change of speed of a thousandth leaves this much; a step of half a sample would leave a hundred times more.
  expect(20 * Math.log10(Math.max(...residues))).toBeLessThan(-60);
});

/** How loud a tone of full scale is after the way to 48 kHz, dB. */
function leftOf(hertz: number, sampleRate: number): number {
  const step = sampleRate / RATE;
  const input = Float32Array.from({ length: sampleRate / 5 }, (_, frame) =>
    Math.sin((2 * Math.PI * hertz * frame) / sampleRate),
  );
  const output = new Resampler(1, step).process(input, step).slice(2000);
  return 10 * Math.log10((2 * output.reduce((sum, value) => sum + value * value, 0)) / output.length);
}

test.each([88_200, 96_000, 192_000, 384_000])(
  'of %i Hz the treble stays, and nothing above it folds back',
  (rate) => {
    for (const hertz of [1000, 10_000, 15_000]) expect(Math.abs(leftOf(hertz, rate))).toBeLessThan(0.05);
    for (const hertz of [30_000, 36_000, 43_000]) expect(leftOf(hertz, rate)).toBeLessThan(-75);
  },
);
