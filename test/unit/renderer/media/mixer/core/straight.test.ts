import { expect, test } from 'vitest';
import { MixerRun, RATE, channel, firstFrame, tone } from './mixer-run.ts';

test.each([true, false])(
  'a single microphone passes with its samples and its times, limiter on: %s',
  (isLimiterOn) => {
    const run = new MixerRun({}, { isLimiterOn });
    run.mixer.setChannels([channel('a')]);
    run.plugIn({ id: 'a', at: tone(997), right: tone(440) }).runTo(2);
    const { blocks } = run.main;
    // The limiter's latency comes first, as silence of a time before.
    const before = -firstFrame(run.main);
    const [left, right] = [run.main.left.slice(before), run.main.right.slice(before)];
    expect(run.main.left.slice(0, before).every((value) => value === 0)).toBe(true);
    expect(left.length).toBeGreaterThan(1.95 * RATE);
    const wanted = (at: (seconds: number) => number): number[] =>
      Array.from({ length: left.length }, (_, index) => {
        // Devices compute each part from the time of its first sample.
        const part = Math.floor(index / 960);
        return Math.fround(at((part * 960) / RATE + (index % 960) / RATE));
      });
    expect(worst(left, wanted(tone(997)))).toBe(0);
    expect(worst(right, wanted(tone(440)))).toBe(0);
    for (const [index, { timestampUs, frames }] of blocks.slice(0, -1).entries())
      expect(blocks[index + 1]?.timestampUs).toBeCloseTo(timestampUs + (frames * 1e6) / RATE, 0);
  },
);

function worst(samples: readonly number[], wanted: readonly number[]): number {
  return samples.reduce((most, value, index) => Math.max(most, Math.abs(value - (wanted[index] ?? 9))), 0);
}
