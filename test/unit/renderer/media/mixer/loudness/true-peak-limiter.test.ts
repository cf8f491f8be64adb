/** The limiter holds its ceiling between samples too, changes nothing that needs no change, and makes no click. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoudnessMeter } from '../../../../../../renderer/media/mixer/loudness/loudness-meter.ts';
import { TruePeakLimiter } from '../../../../../../renderer/media/mixer/loudness/true-peak-limiter.ts';
import { oversampledPeakDb } from '../../../../../support/sound/oversampled-peak.ts';
import { inBlocks, noise, program, silence, sine, speech } from '../../../../../support/sound/programs.ts';
import type { Program, Wave } from '../../../../../support/sound/programs.ts';

const RATE = 48_000;

/** What leaves the limiter, with what it still holds at the end. */
function limited(sound: Program, limiter: TruePeakLimiter, frames = 480): Program {
  const length = sound.left.length + limiter.latencyFrames;
  const longer = { ...sound, left: new Float32Array(length), right: new Float32Array(length) };
  longer.left.set(sound.left);
  longer.right.set(sound.right);
  const result = { ...sound, left: new Float32Array(length), right: new Float32Array(length) };
  inBlocks(longer, frames, (left, right, at) => {
    limiter.process(left, right);
    result.left.set(left, at);
    result.right.set(right, at);
  });
  return result;
}

function highestDb({ left, right }: Program, times: number): number {
  return Math.max(oversampledPeakDb(left, times), oversampledPeakDb(right, times));
}

function isSame(one: Float32Array, other: Float32Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** Everything that a source may give, and what none should. */
const waves = fc.oneof(
  fc
    .record({
      share: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      degrees: fc.integer({ min: 0, max: 359 }),
    })
    .map(({ share, degrees }): Wave => sine(share, 0, 1, degrees)),
  fc.integer({ min: 1 }).map((seed): Wave => noise(seed)),
  fc.integer({ min: 1 }).map((seed): Wave => {
    const chance = noise(seed);
    return (frame) => Math.sign(chance(frame));
  }),
  fc.integer({ min: 2, max: 400 }).map(
    (period): Wave =>
      (frame) =>
        frame % period < period / 2 ? 1 : -1,
  ),
  fc.integer({ min: 2, max: 300 }).map(
    (period): Wave =>
      (frame) =>
        frame % period === 0 ? 1 : 0,
  ),
  fc.double({ min: 0, max: 0.5, noNaN: true }).map(
    (end): Wave =>
      (frame) =>
        Math.sin(Math.PI * end * (frame % 1000) * (frame / 1000)),
  ),
  fc.constantFrom<Wave[]>(
    silence,
    () => 1,
    (frame) => (frame % 2 === 0 ? 1 : -1),
    (frame) => [NaN, 0.5, Infinity, -0.5, -Infinity, 3e38, -3e38, 1e-40][frame % 8] ?? 0,
  ),
);
const parts = fc.array(
  fc.record({
    frames: fc.integer({ min: 1, max: 600 }),
    gain: fc.double({ min: -60, max: 60, noNaN: true }).map((db) => 10 ** (db / 20)),
    left: waves,
    right: waves,
  }),
  { minLength: 1, maxLength: 4 },
);

describe('the ceiling of the true-peak limiter', () => {
  it('holds in a thousand programs, read at four and at eight times the rate', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(44_100, 48_000),
        fc.double({ min: -12, max: 0, noNaN: true }),
        fc.constantFrom(480, 441, 128, 1000, 17),
        (list, rate, ceilingDb, frames) => {
          const sound = program(
            rate,
            list.map(({ frames: length, gain, left, right }) => ({
              seconds: length / rate,
              wave: (frame: number) => gain * left(frame),
              right: (frame: number) => gain * right(frame),
            })),
          );
          const result = limited(sound, new TruePeakLimiter(rate, ceilingDb), frames);
          const meter = new LoudnessMeter(rate);
          inBlocks(result, 480, (left, right) => meter.add(left, right));
          meter.add(new Float32Array(64), new Float32Array(64));
          expect(meter.truePeakDb).toBeLessThanOrEqual(ceilingDb);
          expect(highestDb(result, 8)).toBeLessThanOrEqual(ceilingDb);
        },
      ),
      { numRuns: 1000 },
    );
  }, 180_000);

  it('is reached, not stayed far under', () => {
    const loud = program(RATE, [{ seconds: 1, wave: sine(997, 12, RATE) }]);
    const peakDb = highestDb(limited(loud, new TruePeakLimiter(RATE, -1)), 8);
    expect(peakDb).toBeGreaterThan(-1.05);
  });

  it('holds by a longer kernel, of sound that has nothing near half the rate', () => {
    const sound = program(RATE, [
      { seconds: 0.5, wave: (frame) => 3 * Math.sin(frame / 40) * Math.sin(frame / 3) + Math.sin(frame) },
      { seconds: 0.5, wave: sine(15_000, 9, RATE) },
    ]);
    const { left } = limited(sound, new TruePeakLimiter(RATE, -1));
    expect(oversampledPeakDb(left, 8, 40)).toBeLessThan(-0.9);
  });

  it('holds for what comes after a change of it', () => {
    const limiter = new TruePeakLimiter(RATE, -1);
    const loud = program(RATE, [{ seconds: 0.2, wave: sine(997, 6, RATE) }]);
    limited(loud, limiter);
    limiter.setCeiling(-6);
    const after = limited(loud, limiter);
    const settled = after.left.subarray(2 * limiter.latencyFrames);
    expect(oversampledPeakDb(settled.subarray(0, -limiter.latencyFrames), 8)).toBeLessThan(-5);
    expect(Math.max(...settled)).toBeLessThan(10 ** (-6 / 20));
  });
});

describe('the true-peak limiter', () => {
  it.each([44_100, 48_000])('passes on what stays under the ceiling to the bit, later, at %d Hz', (rate) => {
    const voice = speech(rate, 9);
    const chance = noise(3);
    const sound = program(rate, [
      { seconds: 1, wave: (frame) => 1.2 * voice(frame), right: (frame) => 0.3 * chance(frame) },
      { seconds: 0.5, wave: sine(440, -1.1, rate), right: silence },
    ]);
    const limiter = new TruePeakLimiter(rate, -1);
    const { left, right } = limited(sound, limiter);
    expect(limiter.latencyFrames / rate).toBeGreaterThan(0.0015);
    expect(limiter.latencyFrames / rate).toBeLessThan(0.005);
    expect(isSame(left.subarray(limiter.latencyFrames), sound.left)).toBe(true);
    expect(isSame(right.subarray(limiter.latencyFrames), sound.right)).toBe(true);
    expect(limiter.reductionDb).toBe(0);
  });

  it('is transparent again soon after a peak', () => {
    const sound = program(RATE, [
      { seconds: 0.05, wave: sine(997, 10, RATE) },
      { seconds: 2, wave: sine(997, -10, RATE) },
    ]);
    const limiter = new TruePeakLimiter(RATE, -1);
    const { left } = limited(sound, limiter);
    const tail = left.subarray(limiter.latencyFrames + 1.5 * RATE);
    expect(isSame(tail, sound.left.subarray(1.5 * RATE))).toBe(true);
  });

  it('gives both sides the same gain, so that nothing moves in the stereo image', () => {
    const sound = program(RATE, [{ seconds: 0.3, wave: sine(997, 9, RATE), right: sine(997, -11, RATE) }]);
    const limiter = new TruePeakLimiter(RATE, -1);
    const { left, right } = limited(sound, limiter);
    expect(left.every((value, at) => Math.abs(value - 10 * (right[at] ?? 0)) < 1e-6)).toBe(true);
    expect(limiter.reductionDb).toBeCloseTo(10, 0);
  });

  it('moves its gain without a jump: before a peak, after it, while it is switched', () => {
    // A constant shows the gain itself.
    const sound = program(RATE, [
      { seconds: 0.1, wave: () => 0.5 },
      { seconds: 0.1, wave: () => 2 },
      { seconds: 0.3, wave: () => 0.5 },
      { seconds: 0.3, wave: () => 2 },
    ]);
    const limiter = new TruePeakLimiter(RATE, -1);
    let count = 0;
    const gains: number[] = [];
    const delayed = new Float32Array(limiter.latencyFrames + sound.left.length);
    delayed.set(sound.left, limiter.latencyFrames);
    inBlocks(sound, 480, (left, right, at) => {
      count += 1;
      // Off and on again within the last loud part.
      if (count === 60) limiter.setEnabled(false);
      if (count === 70) limiter.setEnabled(true);
      limiter.process(left, right);
      for (const [index, value] of left.entries()) gains.push(value / (delayed[at + index] || 1));
    });
    const heard = gains.slice(limiter.latencyFrames);
    const jumps = heard.slice(1).map((gain, index) => Math.abs(gain - (heard[index] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThan(0.015);
    // Switched off the gain is 1, and on again what it was.
    expect(gains[68 * 480]).toBe(1);
    expect(gains.at(-1)).toBeCloseTo(0.89 / 2, 2);
    // It only rises after the peak, by less and less.
    const release = heard.slice(0.2 * RATE + 200, 0.45 * RATE);
    expect(release.every((gain, index) => index === 0 || gain >= (release[index - 1] ?? 0))).toBe(true);
  });

  it('keeps its delay while it is off, and lets through what is over the ceiling', () => {
    const sound = program(RATE, [{ seconds: 0.5, wave: sine(997, 6, RATE) }]);
    const limiter = new TruePeakLimiter(RATE, -1);
    limiter.setEnabled(false);
    const { left } = limited(sound, limiter);
    const from = 0.1 * RATE;
    expect(isSame(left.subarray(limiter.latencyFrames + from), sound.left.subarray(from))).toBe(true);
  });

  it('makes silence of what is no number, and is as before afterwards', () => {
    const limiter = new TruePeakLimiter(RATE, -1);
    for (const value of [NaN, Infinity, -Infinity]) {
      const left = new Float32Array(480).fill(value);
      const right = new Float32Array(480).fill(value);
      limiter.process(left, right);
      expect(left.every((sample) => sample === 0)).toBe(true);
      expect(right.every((sample) => sample === 0)).toBe(true);
    }
    const sound = program(RATE, [{ seconds: 0.1, wave: sine(997, -6, RATE) }]);
    expect(isSame(limited(sound, limiter).left.subarray(limiter.latencyFrames), sound.left)).toBe(true);
  });
});
