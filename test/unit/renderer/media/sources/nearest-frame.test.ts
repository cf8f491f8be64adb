import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFrame } from '../../../../../renderer/media/sources/nearest-frame.ts';

const PERIOD_US = 1_000_000 / 30;
/** A camera lends two frames at most. */
const MAX_HELD = 2;

interface Camera {
  readonly periodUs: number;
  readonly phaseUs: number;
  /** Of each frame's capture time, by its number. */
  readonly jitterUs: (frame: number) => number;
}

/** Numbers of the camera's frames as they show, one for each frame of the program: composed half a frame after the moment shown. */
function shownFrames({ periodUs, phaseUs, jitterUs }: Camera, count: number): readonly number[] {
  const capturedUs = (frame: number): number => frame * periodUs + phaseUs + jitterUs(frame);
  const shown: number[] = [];
  let held: number[] = [];
  let next = 0;
  let shownFrame = -1;
  let choice = { index: undefined as number | undefined, phaseUs: 0 };
  for (let tick = 3; tick < count + 3; tick += 1) {
    const momentUs = tick * PERIOD_US;
    for (; capturedUs(next) <= momentUs + PERIOD_US / 2; next += 1) held = [...held, next].slice(-MAX_HELD);
    choice = nearestFrame(
      shownFrame < 0 ? -Infinity : capturedUs(shownFrame),
      held.map(capturedUs),
      momentUs,
      { phaseUs: choice.phaseUs, periodUs: PERIOD_US },
    );
    if (choice.index !== undefined) {
      shownFrame = held[choice.index] ?? shownFrame;
      held = held.slice(choice.index + 1);
    }
    shown.push(shownFrame);
  }
  return shown;
}

const steps = (frames: readonly number[]): readonly number[] =>
  frames.slice(1).map((frame, index) => frame - (frames[index] ?? 0));

describe('the frames of a camera in a composed scene', () => {
  it('leave none out while its rate is the program’s, wherever they lie and however they jitter, and repeat one at most, to find their phase', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: PERIOD_US, noNaN: true }),
        fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 200, maxLength: 200 }),
        (phaseUs, jitter) => {
          const jitterUs = (frame: number): number => jitter[frame % jitter.length] ?? 0;
          const frames = shownFrames({ periodUs: PERIOD_US, phaseUs, jitterUs }, 150);
          const taken = steps(frames.slice(2));
          expect(taken.every((step) => step <= 1)).toBe(true);
          expect(taken.filter((step) => step === 0).length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('shows every second frame of a camera of twice the rate', () => {
    for (const phaseUs of [0, 4000, 8333, 12_000, 16_000]) {
      const frames = shownFrames({ periodUs: PERIOD_US / 2, phaseUs, jitterUs: () => 0 }, 100);
      expect(new Set(steps(frames.slice(5)))).toEqual(new Set([2]));
    }
  });

  it('repeats a frame of a slower camera only as often as there are too few', () => {
    const frames = shownFrames({ periodUs: PERIOD_US * 1.2, phaseUs: 1000, jitterUs: () => 0 }, 120);
    const repeated = steps(frames.slice(5)).filter((step) => step === 0).length;
    expect(repeated).toBeGreaterThanOrEqual(18);
    expect(repeated).toBeLessThanOrEqual(20);
  });

  it('shows what a screen gives after a long pause at once', () => {
    const before = { phaseUs: -10 * PERIOD_US, periodUs: PERIOD_US };
    expect(nearestFrame(0, [9.9 * PERIOD_US], 10 * PERIOD_US, before).index).toBe(0);
  });
});
