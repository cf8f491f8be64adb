/** Our loudness meter and limiter against ffmpeg's `ebur128`, on the same files. */
import { describe, expect, it } from 'vitest';
import { LoudnessMeter } from '../../../renderer/media/mixer/loudness/loudness-meter.ts';
import { TruePeakLimiter } from '../../../renderer/media/mixer/loudness/true-peak-limiter.ts';
import { ffmpegLoudness } from '../../support/sound/ffmpeg-loudness.ts';
import { inBlocks, noise, program, silence, sine, speech } from '../../support/sound/programs.ts';
import type { Program, Wave } from '../../support/sound/programs.ts';

const chance = noise(11);
const other = noise(12);
/** Comes up and goes down over a tenth of a second: an edge is a peak of its own, and each converter draws it its way. */
const soft =
  (wave: Wave, seconds: number, rate: number, start = 0): Wave =>
  (frame) => {
    const time = (frame - start) / rate;
    return wave(frame) * Math.min(1, 10 * time, 10 * (seconds - time));
  };

const programs: readonly (readonly [string, (rate: number) => Program])[] = [
  [
    'a sine of 1 kHz at −23 dBFS',
    (rate) => program(rate, [{ seconds: 10, wave: soft(sine(1000, -23, rate), 10, rate) }]),
  ],
  [
    'a deep tone left and a high one right',
    (rate) =>
      program(rate, [
        {
          seconds: 10,
          wave: soft(sine(60, -12, rate), 10, rate),
          right: soft(sine(9000, -18, rate, 30), 10, rate),
        },
      ]),
  ],
  [
    'two noises',
    (rate) =>
      program(rate, [
        {
          seconds: 10,
          wave: soft((frame) => 0.3 * chance(frame), 10, rate),
          right: soft((frame) => 0.1 * other(frame), 10, rate),
        },
      ]),
  ],
  ['speech with pauses', (rate) => program(rate, [{ seconds: 30, wave: speech(rate, 7) }])],
  [
    'levels in steps, some of them under the gates',
    (rate) =>
      program(
        rate,
        [-36, -23, -75, -18, -41, -26].map((db) => ({ seconds: 6, wave: sine(1000, db, rate) })),
      ),
  ],
  [
    'EBU Tech 3341, case 5',
    (rate) =>
      program(
        rate,
        (
          [
            [20, -26],
            [20.1, -20],
            [20, -26],
          ] as const
        ).map(([seconds, db]) => ({ seconds, wave: sine(1000, db, rate) })),
      ),
  ],
  [
    'EBU Tech 3342, case 4',
    (rate) =>
      program(
        rate,
        [-50, -35, -20, -35, -50].map((db) => ({ seconds: 20, wave: sine(1000, db, rate) })),
      ),
  ],
  [
    'peaks between samples, 3 dB over full scale',
    (rate) => program(rate, [{ seconds: 15, wave: soft(sine(rate / 4, 3, rate, 45), 15, rate) }]),
  ],
];

describe.each([48_000, 44_100])('loudness at %d Hz', (rate) => {
  it.each(programs)('is what ffmpeg measures: %s', async (_what, make) => {
    const sound = make(rate);
    const judged = await ffmpegLoudness(sound);
    const meter = new LoudnessMeter(rate);
    const momentary: number[] = [];
    const shortTerm: number[] = [];
    inBlocks(sound, rate / 10, (left, right) => {
      meter.add(left, right);
      momentary.push(meter.momentary);
      shortTerm.push(meter.shortTerm);
    });
    expect(largestDifference(momentary, judged.momentary)).toBeLessThan(0.1);
    expect(largestDifference(shortTerm, judged.shortTerm)).toBeLessThan(0.1);
    expect(Math.abs(meter.integrated - judged.integrated)).toBeLessThan(0.1);
    if (meter.range > -Infinity) expect(Math.abs(meter.range - judged.range)).toBeLessThan(0.1);
    expect(Math.abs(meter.truePeakDb - judged.truePeakDb)).toBeLessThan(0.2);
  });

  it('is what ffmpeg measures of nothing: nothing', async () => {
    const judged = await ffmpegLoudness(program(rate, [{ seconds: 5, wave: silence }]));
    expect(judged.integrated).toBe(-70);
  });
});

describe('the true-peak limiter', () => {
  it.each([
    [
      'speech, far too loud',
      (rate: number): Wave => {
        const voice = speech(rate, 3);
        return (frame) => 10 * voice(frame);
      },
    ],
    ['a tone between samples', (rate: number): Wave => sine(rate / 4, 9, rate, 45)],
    ['clicks', (): Wave => (frame) => (frame % 997 === 0 ? 20 : 0.1)],
    ['a square wave', (): Wave => (frame) => (frame % 97 < 48 ? 3 : -3)],
    ['noise', (): Wave => (frame) => 8 * chance(frame)],
  ])('holds its ceiling by what ffmpeg reads: %s', async (_what, make) => {
    for (const rate of [48_000, 44_100]) {
      const limiter = new TruePeakLimiter(rate, -1);
      const sound = program(rate, [
        { seconds: 3, wave: make(rate) },
        { seconds: 0.1, wave: silence },
      ]);
      inBlocks(sound, rate / 100, (left, right, at) => {
        limiter.process(left, right);
        sound.left.set(left, at);
        sound.right.set(right, at);
      });
      const { truePeakDb } = await ffmpegLoudness(sound);
      expect(truePeakDb).toBeLessThanOrEqual(-1);
    }
  });
});

/** Of all moments at which both know a loudness above −70 LUFS. */
function largestDifference(ours: readonly number[], theirs: readonly number[]): number {
  const known = ours.flatMap((value, at) => {
    const judged = theirs[at] ?? -Infinity;
    return value > -70 && judged > -70 ? [Math.abs(value - judged)] : [];
  });
  expect(known.length).toBeGreaterThan(5);
  return Math.max(...known);
}
