/** What the meter leaves out by its bounds is never the highest: it reads what plain oversampling of all sound reads. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoudnessMeter } from '../../../../../../renderer/media/mixer/loudness/loudness-meter.ts';
import { oversampledPeakDb } from '../../../../../support/sound/oversampled-peak.ts';
import { inBlocks, noise, program, sine } from '../../../../../support/sound/programs.ts';

/** A quarter of what may lie between two meters of true peak. */
const MARGIN_DB = 0.05;

describe('the true-peak meter', () => {
  it('reads the highest of all points, in any program', () => {
    const parts = fc.array(
      fc.record({
        frames: fc.integer({ min: 30, max: 800 }),
        gain: fc.double({ min: 0.01, max: 2, noNaN: true }),
        share: fc.double({ min: 0.001, max: 0.45, noNaN: true }),
        hiss: fc.double({ min: 0, max: 0.5, noNaN: true }),
        seed: fc.integer({ min: 1 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(480, 441, 64), (list, frames) => {
        const sound = program(
          48_000,
          list.map(({ frames: length, gain, share, hiss, seed }) => {
            const tone = sine(share, 0, 1, seed % 360);
            const chance = noise(seed);
            return {
              seconds: length / 48_000,
              wave: (frame: number) => gain * (tone(frame) + hiss * chance(frame)),
              right: () => 0,
            };
          }),
        );
        const meter = new LoudnessMeter(48_000);
        inBlocks(sound, frames, (left, right) => meter.add(left, right));
        // A point counts once the samples after it are there.
        meter.add(new Float32Array(64), new Float32Array(64));
        expect(Math.abs(meter.truePeakDb - oversampledPeakDb(sound.left, 4))).toBeLessThan(MARGIN_DB);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
