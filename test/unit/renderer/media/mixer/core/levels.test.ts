/** Faders, balance, sides and tracks do exactly what they say: what comes out differs from the sum by less than −100 dBFS. */
import { describe, expect, it } from 'vitest';
import { maskOfTracks } from '../../../../../../shared/media/track.ts';
import type { TrackNumber } from '../../../../../../shared/media/track.ts';
import type { MixerChannel } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import { MixerRun, RATE, channel, firstFrame, tone } from './mixer-run.ts';
import type { Taken } from './mixer-run.ts';

const LIMIT = 10 ** (-100 / 20);
const a = { left: tone(997, 0.5), right: tone(443, 0.25) };
const b = { left: tone(313, 0.3), right: tone(1201, 0.2) };
type Sound = (seconds: number) => number;

function mixed(channels: readonly MixerChannel[], tracks = 0b1): MixerRun {
  const run = new MixerRun({}, { tracks });
  run.plugIn({ id: 'a', at: a.left, right: a.right }, { id: 'b', at: b.left, right: b.right });
  run.mixer.setChannels(channels);
  return run.runTo(0.4);
}

function expectSound(taken: Taken, left: Sound, right: Sound): void {
  const first = firstFrame(taken);
  expect(taken.left.length).toBeGreaterThan(16_000);
  // The first blocks are where channels begin.
  for (let frame = 2400; frame < taken.left.length; frame += 1) {
    const seconds = (first + frame) / RATE;
    const off = Math.max(
      Math.abs((taken.left[frame] ?? 9) - left(seconds)),
      Math.abs((taken.right[frame] ?? 9) - right(seconds)),
    );
    if (off > LIMIT) expect.fail(`frame ${frame} is off by ${20 * Math.log10(off)} dBFS`);
  }
}

describe('the mixer', () => {
  it.each([0, 0.001, 0.5, 1, 3.98])('applies a gain of %f', (gain) => {
    const { main } = mixed([channel('a', { gain })]);
    expectSound(
      main,
      (at) => gain * a.left(at),
      (at) => gain * a.right(at),
    );
  });

  it.each([
    [-1, 1, 0],
    [-0.5, 1, Math.tan(Math.PI / 8)],
    [0, 1, 1],
    [0.5, Math.tan(Math.PI / 8), 1],
    [1, 0, 1],
  ])('at a balance of %f keeps %f of the left and %f of the right', (balance, left, right) => {
    const { main } = mixed([channel('a', { balance })]);
    expectSound(
      main,
      (at) => left * a.left(at),
      (at) => right * a.right(at),
    );
  });

  it('keeps the ratio of sides that OBS has', () => {
    for (const balance of [0.6, 0.75, 0.9]) {
      const { main } = mixed([channel('a', { balance: 2 * balance - 1 })]);
      const ratio = Math.sin(((1 - balance) * Math.PI) / 2) / Math.sin((balance * Math.PI) / 2);
      expectSound(main, (at) => ratio * a.left(at), a.right);
    }
  });

  it('adds channels up', () => {
    const { main } = mixed([channel('a', { gain: 0.7 }), channel('b', { gain: 1.3, balance: 1 })]);
    expectSound(
      main,
      (at) => 0.7 * a.left(at),
      (at) => 0.7 * a.right(at) + 1.3 * b.right(at),
    );
  });

  it('makes both sides their average, or one of them', () => {
    const average: Sound = (at) => (a.left(at) + a.right(at)) / 2;
    expectSound(mixed([channel('a', { isMono: true })]).main, average, average);
    expectSound(mixed([channel('a', { side: 'left' })]).main, a.left, a.left);
    expectSound(mixed([channel('a', { side: 'right', isMono: true })]).main, a.right, a.right);
  });

  it('mixes each track of its own channels', () => {
    const tracks = mixed(
      [channel('a', { tracks: maskOfTracks([1, 3]) }), channel('b', { tracks: maskOfTracks([2, 3]) })],
      maskOfTracks([1, 2, 3, 6]),
    ).tracks;
    const of = (track: TrackNumber): Taken => tracks.get(track) ?? expect.fail(`no track ${track}`);
    expectSound(of(1), a.left, a.right);
    expectSound(of(2), b.left, b.right);
    expectSound(
      of(3),
      (at) => a.left(at) + b.left(at),
      (at) => a.right(at) + b.right(at),
    );
    expectSound(
      of(6),
      () => 0,
      () => 0,
    );
    expect([...tracks.keys()].toSorted((one, other) => one - other)).toEqual([1, 2, 3, 6]);
  });

  it('puts a channel that is only monitored on no track', () => {
    const run = mixed([channel('a', { monitoring: 'only' }), channel('b')]);
    expectSound(run.main, b.left, b.right);
    expectSound(run.monitor, a.left, a.right);
  });

  it('gives the headphones what is monitored behind the fader, and what is soloed before the fader', () => {
    const channels = [channel('a', { monitoring: 'both', gain: 0.5 }), channel('b', { isMuted: true })];
    const quarter = { left: (at: number) => 0.5 * a.left(at), right: (at: number) => 0.5 * a.right(at) };
    expectSound(mixed(channels).monitor, quarter.left, quarter.right);

    const run = new MixerRun().plugIn({ id: 'a', at: a.left }, { id: 'b', at: b.left, right: b.right });
    run.mixer.setChannels(channels);
    run.mixer.setSolo(['b']);
    expectSound(run.runTo(0.4).monitor, b.left, b.right);
    expectSound(run.main, quarter.left, quarter.left);
  });

  it('gives the headphones nothing while nothing is monitored', () => {
    expect(mixed([channel('a')]).monitor.blocks).toEqual([]);
  });

  it('spares ears: what the headphones play stays under −1 dBTP, whatever the tracks are set to', () => {
    const run = new MixerRun({}, { isLimiterOn: false });
    run.plugIn({ id: 'a', at: tone(997, 0.9) }, { id: 'b', at: tone(443, 0.9) });
    run.mixer.setChannels([channel('a', { monitoring: 'only' }), channel('b', { monitoring: 'both' })]);
    const { left } = run.runTo(1).monitor;
    const peak = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(20 * Math.log10(peak)).toBeLessThan(-1);
    expect(20 * Math.log10(peak)).toBeGreaterThan(-1.5);
  });

  it('mixes a mono program of both sides', () => {
    const run = new MixerRun({ channels: 1 }).plugIn({ id: 'a', at: a.left, right: a.right });
    run.mixer.setChannels([channel('a')]);
    const average: Sound = (at) => (a.left(at) + a.right(at)) / 2;
    expectSound(run.runTo(0.4).main, average, average);
  });

  it('lets two scenes that give way to each other add up to one', () => {
    const run = new MixerRun();
    run.plugIn({ id: 'a', at: a.left }, { id: 'b', at: a.left });
    run.mixer.setChannels([channel('a'), channel('b', { presence: 0 })]);
    run.runTo(0.2);
    const fade = { fadeMs: 100, presenceFromUs: run.nowUs };
    run.mixer.setChannels([channel('a', { presence: 0, ...fade }), channel('b', fade)]);
    expectSound(run.runTo(0.4).main, a.left, a.left);
  });

  it('begins a change of scene at the frame of its time', () => {
    const run = new MixerRun().plugIn({ id: 'a', at: () => 0.5 });
    run.mixer.setChannels([channel('a')]);
    run.runTo(0.3);
    const presenceFromUs = 5_000_000 + (14_645 * 1e6) / RATE;
    run.mixer.setChannels([channel('a', { presence: 0, presenceFromUs })]);
    const { main } = run.runTo(0.4);
    const left = main.left.slice(-firstFrame(main));
    expect(left.findIndex((value) => value < 0.5)).toBeOneOf([14_645, 14_646]);
    expect(left.findIndex((value) => value < 1e-6)).toBeOneOf([14_645 + 478, 14_645 + 479, 14_645 + 480]);
  });
});
