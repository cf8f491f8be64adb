/** Nothing that a person or a device does is heard as a click: what is left above a tone stays below −60 dBFS. */
import { describe, expect, it } from 'vitest';
import type { MixerChannel } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import { loudestClickDb } from '../../../../../support/sound/loudest-click.ts';
import { MixerRun, channel, tone } from './mixer-run.ts';
import type { Device, Taken } from './mixer-run.ts';

const LIMIT_DB = -60;
const mic: Device = { id: 'a', at: tone(997), right: tone(640) };

/** The first tenth of a second is the start of a player, which is no seam. */
function expectNoClick({ left, right }: Taken): void {
  for (const samples of [left, right]) {
    expect(samples.every((value) => Number.isFinite(value))).toBe(true);
    expect(loudestClickDb(samples.slice(4800))).toBeLessThan(LIMIT_DB);
  }
}

describe('a change of a channel', () => {
  it.each<[string, Partial<MixerChannel>]>([
    ['a fader that drops', { gain: 0.05 }],
    ['a fader that jumps up', { gain: 2 }],
    ['mute', { isMuted: true }],
    ['balance', { balance: -1 }],
    ['mono', { isMono: true }],
    ['one side alone', { side: 'right' }],
    ['a later sync offset', { syncOffsetMs: 333 }],
    ['an earlier sync offset', { syncOffsetMs: -77 }],
    ['another track', { tracks: 0b10 }],
    ['monitoring alone', { monitoring: 'only' }],
    ['a cut to another scene', { presence: 0 }],
    ['a cut to another scene at a later time', { presence: 0, presenceFromUs: 5_512_345 }],
    ['a cut to another scene at a time that has been mixed', { presence: 0, presenceFromUs: 5_401_000 }],
    ['a slow transition', { presence: 0, fadeMs: 300 }],
    ['a slow transition that began a while ago', { presence: 0, fadeMs: 300, presenceFromUs: 5_330_000 }],
  ])('makes no click: %s', (_name, change) => {
    const run = new MixerRun({}, { tracks: 0b11 }).plugIn(mic);
    run.mixer.setChannels([channel('a')]);
    run.runTo(0.5);
    run.mixer.setChannels([channel('a', change)]);
    run.runTo(1);
    run.mixer.setChannels([channel('a')]);
    run.runTo(1.5);
    for (const taken of run.tracks.values()) expectNoClick(taken);
  });

  it('makes no click while a fader is dragged', () => {
    const run = new MixerRun().plugIn(mic);
    for (let step = 0; step < 60; step += 1) {
      run.mixer.setChannels([channel('a', { gain: 0.5 + 0.5 * Math.cos(step) })]);
      run.runTo(step * 0.017);
    }
    expectNoClick(run.main);
  });

  it('makes no click while scenes are switched to and fro in the middle of their transitions', () => {
    const run = new MixerRun().plugIn(mic);
    for (let step = 0; step < 20; step += 1) {
      const presenceFromUs = run.nowUs + (step % 3) * 20_000;
      run.mixer.setChannels([channel('a', { presence: step % 2, fadeMs: 150, presenceFromUs })]);
      run.runTo(step * 0.07);
    }
    expectNoClick(run.main);
  });
});

describe('a channel', () => {
  it('comes and goes without a click', () => {
    const run = new MixerRun().plugIn(mic, { id: 'b', at: tone(500, 0.3) });
    run.mixer.setChannels([channel('a')]);
    run.runTo(0.5);
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(1);
    run.mixer.setChannels([channel('b')]);
    run.runTo(1.5);
    expectNoClick(run.main);
  });

  it('is silent while the broadcaster is away, without a click', () => {
    const run = new MixerRun().plugIn(mic);
    run.mixer.setChannels([channel('a')]);
    run.runTo(0.5).mixer.setSilent(true);
    run.runTo(1).mixer.setSilent(false);
    run.runTo(1.5);
    expectNoClick(run.main);
    expect(run.main.left.slice(0.6 * 48_000, 0.9 * 48_000).every((value) => value === 0)).toBe(true);
  });

  it('is soloed without a click', () => {
    const run = new MixerRun().plugIn(mic, { id: 'b', at: tone(500, 0.3) });
    run.mixer.setChannels([channel('a', { monitoring: 'both' }), channel('b')]);
    run.runTo(0.5).mixer.setSolo(['b']);
    run.runTo(1).mixer.setSolo([]);
    run.runTo(1.5);
    expectNoClick(run.monitor);
    expectNoClick(run.main);
  });
});

it.each([-1, -6, -12])('the limiter is switched without a click while its ceiling is %i dB', (ceilingDb) => {
  const master = { tracks: 1, meteredTrack: 1, ceilingDb } as const;
  const run = new MixerRun({}, { ...master, isLimiterOn: true }).plugIn({ id: 'a', at: tone(500, 0.98) });
  run.mixer.setChannels([channel('a')]);
  for (const isLimiterOn of [true, false, true]) {
    run.mixer.setMaster({ ...master, isLimiterOn });
    run.runTo(run.seconds + 0.4);
  }
  expect(loudestClickDb(run.main.left.slice(9600))).toBeLessThan(LIMIT_DB);
});

const gap = (from: number, until: number) => (seconds: number) => seconds < from || seconds >= until;

describe('a device', () => {
  it.each<[string, Partial<Device>]>([
    ['is fast', { drift: 200e-6 }],
    ['is slow', { drift: -200e-6 }],
    ['is at 44.1 kHz', { sampleRate: 44_100, channels: 1 }],
    ['is at 16 kHz', { sampleRate: 16_000, channels: 1 }],
    ['is at 8 kHz and fast', { sampleRate: 8000, channels: 1, drift: 200e-6 }],
    ['misses a moment', { isOn: gap(0.5, 0.58) }],
    ['is away for a while', { isOn: gap(0.5, 1.5) }],
    ['stalls for shorter than it is waited for', { lateMs: (seconds) => (gap(0.5, 0.6)(seconds) ? 0 : 120) }],
    ['stalls for longer than it is waited for', { lateMs: (seconds) => (gap(0.5, 0.6)(seconds) ? 0 : 400) }],
    ['has times that jitter', { jitterMs: (seconds) => 3 * Math.sin(seconds * 1234) }],
    ['gives long parts', { partMs: 100 }],
    ['gives parts of an odd length', { partMs: 7 }],
  ])('makes no click when it %s', (_name, change) => {
    const run = new MixerRun().plugIn({ ...mic, ...change }, { id: 'b', at: tone(500, 0.3) });
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(3);
    expectNoClick(run.main);
    expect(run.main.left.length).toBeGreaterThan(2.7 * 48_000);
  });

  it.each([44_100, 16_000, 8000])('changes to %i Hz and back without a click', (sampleRate) => {
    const run = new MixerRun().plugIn(mic, { id: 'b', at: tone(500, 0.3) });
    run.mixer.setChannels([channel('a'), channel('b')]);
    run.runTo(0.5).plugIn({ ...mic, sampleRate, channels: 1 });
    run.runTo(1).plugIn(mic);
    run.runTo(1.5);
    expectNoClick(run.main);
  });

  it.each([['with', true] as const, ['without', false] as const])(
    'is unplugged and plugged in again, %s word of its end',
    (_name, isSaid) => {
      const run = new MixerRun().plugIn(mic);
      run.mixer.setChannels([channel('a')]);
      run.runTo(0.5).unplug('a');
      if (isSaid) run.mixer.end('a');
      run.runTo(1).plugIn(mic).runTo(1.5);
      expectNoClick(run.main);
      expect(run.main.blocks.at(-1)?.timestampUs).toBeGreaterThan(6_400_000);
    },
  );
});
