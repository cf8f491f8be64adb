/** Sound keeps the time of its capture: over offsets, clocks and rates, and whatever other channels do. */
import { describe, expect, it } from 'vitest';
import { MixerRun, RATE, START_US, channel } from './mixer-run.ts';
import type { MixerChannel } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import type { Device, Taken } from './mixer-run.ts';

/** Each second but the first a bow of ten milliseconds, whose middle is at the full second. */
const pulses = (seconds: number): number => {
  if (seconds < 0.5) return 0;
  const off = seconds - Math.round(seconds);
  return Math.abs(off) < 0.005 ? 0.25 + 0.25 * Math.cos((2 * Math.PI * off) / 0.01) : 0;
};
const silence = (): number => 0;

/** Seconds of capture time at which pulses are heard: their centres of gravity. */
function heardAt(taken: Taken): number[] {
  const times: number[] = [];
  let [weight, moment] = [0, 0];
  let at = 0;
  for (const { timestampUs, frames } of taken.blocks) {
    for (let frame = 0; frame < frames; frame += 1, at += 1) {
      const value = taken.left[at] ?? 0;
      if (value > 1e-4) {
        weight += value;
        moment += value * ((timestampUs - START_US) / 1e6 + frame / RATE);
      } else if (weight > 10) {
        times.push(moment / weight);
        [weight, moment] = [0, 0];
      }
    }
  }
  return times;
}

/** How far off the full seconds pulses are heard, milliseconds, at most. */
function worstMs(taken: Taken, offsetMs = 0): number {
  const times = heardAt(taken);
  expect(times.length).toBeGreaterThan(1);
  return Math.max(
    ...times.map((time) => {
      const second = time - offsetMs / 1000;
      return 1000 * Math.abs(second - Math.round(second));
    }),
  );
}

const pulse: Device = { id: 'a', at: pulses };
const other: Device = { id: 'b', at: silence };

describe('the mixer', () => {
  it.each([0, 20, 333.3, 2000, -20, -333.3, -950])(
    'moves a channel by a sync offset of %f ms',
    (syncOffsetMs) => {
      const run = new MixerRun().plugIn(pulse, other);
      run.mixer.setChannels([channel('a', { syncOffsetMs }), channel('b')]);
      expect(worstMs(run.runTo(5).main, syncOffsetMs)).toBeLessThan(0.03);
    },
  );

  it.each([{}, { sampleRate: 44_100 }])('gives sound out with the part that it came in: %j', (change) => {
    const run = new MixerRun().plugIn({ ...pulse, ...change });
    run.mixer.setChannels([channel('a')]);
    const latest = run
      .runTo(3)
      .main.blocks.map(
        ({ timestampUs, frames, atUs }) => (atUs - timestampUs) / 1000 - (1000 * frames) / RATE,
      );
    // What a fade at the end needs, the limiter's look ahead, and a little less than a millisecond of the grid.
    expect(Math.max(...latest)).toBeLessThan(5 + 2.5 + 1);
  });

  it('gives the headphones sound of a later time at once, which the stream waits for while nobody hears it', () => {
    const latest = (monitoring: MixerChannel['monitoring']): number => {
      const run = new MixerRun().plugIn({ ...pulse, partMs: 10, jitterMs: () => 25 });
      run.mixer.setChannels([channel('a', { monitoring })]);
      const { blocks } = monitoring === 'off' ? run.runTo(3).main : run.runTo(3).monitor;
      // The first of all waits for a part more.
      const laterBlocks = blocks.slice(5);
      expect(laterBlocks.length).toBeGreaterThan(50);
      return Math.max(
        ...laterBlocks.map(
          ({ timestampUs, frames, atUs }) => (atUs - timestampUs) / 1000 + 25 - (1000 * frames) / RATE,
        ),
      );
    };
    expect(latest('both')).toBeLessThan(20);
    expect(latest('off')).toBeGreaterThan(25);
  });

  it('leaves the other channels where they are while one is moved', () => {
    const run = new MixerRun().plugIn(pulse, other);
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(2.5);
    run.mixer.setChannels([channel('a'), channel('b', { syncOffsetMs: -700 })]);
    run.runTo(5.5);
    run.mixer.setChannels([channel('a'), channel('b', { syncOffsetMs: 700 })]);
    expect(worstMs(run.runTo(8).main)).toBeLessThan(0.03);
    expect(heardAt(run.main).length).toBe(7);
  });

  it.each<[string, Partial<Device>]>([
    ['fast', { drift: 200e-6 }],
    ['slow', { drift: -200e-6 }],
    ['of 44.1 kHz', { sampleRate: 44_100 }],
    ['of 16 kHz and fast', { sampleRate: 16_000, drift: 200e-6, channels: 1 }],
    ['of 8 kHz and slow', { sampleRate: 8000, drift: -200e-6, channels: 1 }],
  ])('keeps a device that is %s within 5 ms', (_name, change) => {
    const run = new MixerRun().plugIn({ ...pulse, ...change }, other);
    run.mixer.setChannels([channel('a'), channel('b')]);
    expect(worstMs(run.runTo(20).main)).toBeLessThan(5);
  });

  it.each([30, 60, 100])(
    'waits for a channel whose sound comes %i ms later than the others’, and hears all of it',
    (late) => {
      const run = new MixerRun().plugIn(other);
      run.mixer.setChannels([channel('a'), channel('b')]);
      run.runTo(0.2).plugIn({ ...pulse, lateMs: () => late });
      const { main } = run.runTo(4);
      expect(worstMs(main)).toBeLessThan(0.03);
      expect(heardAt(main).length).toBe(3);
    },
  );

  it('gives out one unbroken line of time', () => {
    const run = new MixerRun().plugIn(pulse, {
      ...other,
      isOn: (at) => at < 1.2 || at > 2.3,
      sampleRate: 44_100,
    });
    run.mixer.setChannels([channel('a', { syncOffsetMs: 30 }), channel('b')]);
    run.runTo(1.5);
    run.mixer.setChannels([channel('a', { syncOffsetMs: -30 }), channel('b')]);
    const { blocks } = run.runTo(4).main;
    for (const [index, { timestampUs, frames }] of blocks.slice(0, -1).entries()) {
      const next = blocks[index + 1]?.timestampUs ?? 0;
      expect(Math.abs(next - timestampUs - (frames * 1e6) / RATE)).toBeLessThanOrEqual(1);
    }
  });

  it('is no later than a part and two blocks when all is well', () => {
    const run = new MixerRun().plugIn(pulse, { ...other, partMs: 10 });
    run.mixer.setChannels([channel('a'), channel('b')]);
    expect(latestMs(run.runTo(3).main)).toBeLessThanOrEqual(50);
  });

  it('never waits longer than 150 ms for a channel that gives nothing any more', () => {
    const run = new MixerRun().plugIn(pulse, { ...other, isOn: (at) => at < 1 });
    run.mixer.setChannels([channel('a'), channel('b'), channel('never')]);
    const { main } = run.runTo(4);
    expect(latestMs(main)).toBeLessThanOrEqual(170);
    expect(worstMs(main)).toBeLessThan(0.03);
    // The one that is gone is waited for once.
    const late = main.blocks.filter(({ timestampUs, atUs }) => atUs - timestampUs > 60_000);
    expect(late.every(({ timestampUs }) => Math.abs(timestampUs - START_US - 1e6) < 200_000)).toBe(true);
  });

  it('does not wait for a channel whose end was said', () => {
    const run = new MixerRun().plugIn(pulse, other);
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(1).unplug('b');
    run.mixer.end('b');
    expect(latestMs(run.runTo(3).main)).toBeLessThanOrEqual(50);
  });

  it('loses nothing when the worker slept and all comes at once', () => {
    const run = new MixerRun().plugIn(pulse, other);
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(1.5);
    run.nowUs += 800_000;
    // All parts of one come before the first of the other, each with a tick.
    run.mixer.tick();
    const { left } = run.runTo(4).main;
    expect(worstMs(run.main)).toBeLessThan(0.03);
    expect(heardAt(run.main).length).toBe(3);
    expect(left.length).toBeGreaterThan(3.9 * RATE);
  });

  it('gives out nothing while no channel runs', () => {
    const run = new MixerRun();
    run.mixer.setChannels([channel('a')]);
    run.runTo(1);
    expect(run.main.blocks).toEqual([]);
    run.plugIn(pulse).runTo(2).unplug('a');
    run.runTo(2.5);
    const count = run.main.blocks.length;
    run.runTo(3);
    expect(run.main.blocks.length).toBe(count);
  });

  it('goes on at the right time after a night of sleep', () => {
    const run = new MixerRun().plugIn(pulse);
    run.mixer.setChannels([channel('a')]);
    run.runTo(1.5).unplug('a');
    run.nowUs = START_US + 30_000.3 * 1e6;
    run.plugIn(pulse).runTo(30_002.5);
    expect(worstMs(run.main)).toBeLessThan(0.03);
    expect(run.main.left.length).toBeLessThan(4.2 * RATE);
  });
});

/** How much later than the end of a block the block was given out, with the block's own length. */
function latestMs({ blocks }: Taken): number {
  return Math.max(...blocks.map(({ timestampUs, atUs }) => (atUs - timestampUs) / 1000));
}
