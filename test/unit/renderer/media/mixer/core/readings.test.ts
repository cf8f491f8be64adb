/** What the window's meters get. */
import { expect, test } from 'vitest';
import type { MixerReadings } from '../../../../../../renderer/media/mixer/core/mixer-types.ts';
import type { ChannelFault } from '../../../../../../shared/sound/channel-fault.ts';
import { soundFilterDefaults } from '../../../../../../shared/studio/mixer/sound-filter.ts';
import { MixerRun, channel, tone } from './mixer-run.ts';

const { gate } = soundFilterDefaults;

function readingsOf(meteredTrack: 1 | undefined): MixerReadings[] {
  const readings: MixerReadings[] = [];
  const onMeters = (reading: MixerReadings): number => readings.push(structuredClone(reading));
  const run = new MixerRun({ onMeters }, { tracks: 0b10, meteredTrack });
  run.plugIn({ id: 'a', at: tone(997, 0.5) }, { id: 'quiet', at: tone(997, 0.001) });
  const filters = [{ id: 'gate', isEnabled: true, settings: gate }];
  run.mixer.setChannels([channel('a', { gain: 0.5 }), channel('quiet', { filters }), channel('b')]);
  run.runTo(2);
  return readings;
}

test('readings come thirty times a second, behind faders and limiter, also of a track that nobody takes', () => {
  const readings = readingsOf(1);
  expect(readings.length).toBeGreaterThanOrEqual(57);
  expect(readings.length).toBeLessThanOrEqual(60);
  const last = readings.at(-1) ?? expect.fail('no reading');
  expect(last.channels.get('a')?.peakDb[0]).toBeCloseTo(-12.04, 1);
  expect(last.channels.get('a')?.rmsDb[1]).toBeCloseTo(-15.05, 1);
  // Nothing came of the third channel.
  expect([...last.channels.keys()]).toEqual(['a', 'quiet']);
  expect(last.reductions.get('gate')).toBeGreaterThan(20);
  expect(last.program.peakDb[0]).toBeCloseTo(-12.04, 1);
  // A stereo sine of 1 kHz at −12 dBFS.
  expect(last.program.momentary).toBeCloseTo(-12.05, 0);
  expect(last.program.reductionDb).toBe(0);
});

test('there are no readings while no track is metered', () => {
  expect(readingsOf(undefined)).toEqual([]);
});

test('a channel that went silent while nobody looked has no reading of before', () => {
  let readings: MixerReadings | undefined;
  const run = new MixerRun({ onMeters: (each) => (readings = structuredClone(each)) });
  const look = (meteredTrack: 1 | undefined): void =>
    run.mixer.setMaster({ isLimiterOn: false, ceilingDb: -1, tracks: 1, meteredTrack });
  run.plugIn({ id: 'a', at: tone(997) }, { id: 'b', at: tone(500) });
  run.mixer.setChannels([channel('a'), channel('b')]);
  run.runTo(1);
  expect(readings?.channels.get('a')?.peakDb[0]).toBeCloseTo(-6.02, 1);
  look(undefined);
  run.unplug('a');
  run.mixer.end('a');
  run.runTo(2);
  look(1);
  run.runTo(3);
  expect(readings?.channels.get('b')?.peakDb[0]).toBeCloseTo(-6.02, 1);
  expect(readings?.channels.get('a')).toBeUndefined();
});

test('loudness begins anew when it is reset', () => {
  let integrated = 0;
  const run = new MixerRun({ onMeters: ({ program }) => (integrated = program.integrated) });
  run.plugIn({ id: 'a', at: tone(997) });
  run.mixer.setChannels([channel('a')]);
  run.runTo(1);
  expect(integrated).toBeGreaterThan(-10);
  run.mixer.resetLoudness();
  run.runTo(1.2);
  expect(integrated).toBe(-Infinity);
});

test('what is wrong with a source is said once, before its filters and its fader, and taken back when it ends', () => {
  const said: (readonly [string, readonly ChannelFault[]])[] = [];
  const run = new MixerRun({ onFaults: (id, faults) => said.push([id, faults]) });
  run.plugIn({ id: 'a', at: tone(997, 1.2) }, { id: 'b', at: tone(997, 1.2) });
  run.mixer.setChannels([channel('a', { isMuted: true }), channel('b')]);
  run.plugIn({ id: 'a', at: (seconds) => Math.max(-1, Math.min(1, tone(997, 1.2)(seconds))) });
  run.plugIn({ id: 'b', at: tone(997) });
  run.runTo(5);
  expect(said).toEqual([['a', ['clips']]]);
  run.unplug('a');
  run.unplug('b');
  run.runTo(6);
  expect(said).toEqual([
    ['a', ['clips']],
    ['a', []],
  ]);
});

test('silence is said of a microphone alone, also where the channel had another source before', () => {
  const said: (readonly [string, readonly ChannelFault[]])[] = [];
  const run = new MixerRun({ onFaults: (id, faults) => said.push([id, faults]) });
  run.plugIn({ id: 'a', at: () => 0 });
  run.mixer.setChannels([channel('a', { isSoundExpected: false })]);
  run.runTo(12);
  expect(said).toEqual([]);
  run.mixer.setChannels([channel('a')]);
  run.runTo(24);
  expect(said).toEqual([['a', ['noSignal']]]);
  run.mixer.setChannels([channel('a', { isSoundExpected: false })]);
  run.runTo(36);
  expect(said).toEqual([
    ['a', ['noSignal']],
    ['a', []],
  ]);
});

test('what is wrong with a source ends with the mixer: the next one begins to listen anew', () => {
  const said: (readonly [string, readonly ChannelFault[]])[] = [];
  const run = new MixerRun({ onFaults: (id, faults) => said.push([id, faults]) });
  run.plugIn({ id: 'a', at: tone(997, 1) }, { id: 'b', at: tone(500), lateMs: () => 400 });
  run.mixer.setChannels([channel('a'), channel('b'), channel('c')]);
  run.runTo(5);
  run.mixer.close();
  expect(said).toEqual([
    ['a', ['clips']],
    ['b', ['late']],
    ['a', []],
    ['b', []],
  ]);
});

test('a source whose sound always comes too late is said, and no longer once it comes in time', () => {
  const said: (readonly [string, readonly ChannelFault[]])[] = [];
  const run = new MixerRun({ onFaults: (id, faults) => said.push([id, faults]) });
  const lateMs = (seconds: number): number => (seconds < 6 ? 400 : 20);
  run.plugIn({ id: 'a', at: tone(997) }, { id: 'b', at: tone(500), lateMs });
  run.mixer.setChannels([channel('a'), channel('b')]);
  run.runTo(2.5);
  expect(said).toEqual([]);
  run.runTo(6);
  expect(said).toEqual([['b', ['late']]]);
  run.runTo(9);
  expect(said).toEqual([
    ['b', ['late']],
    ['b', []],
  ]);
});

test('a source that was late and ends is no longer said to be late', () => {
  const said: (readonly [string, readonly ChannelFault[]])[] = [];
  const run = new MixerRun({ onFaults: (id, faults) => said.push([id, faults]) });
  run.plugIn({ id: 'a', at: tone(997) }, { id: 'b', at: tone(500), lateMs: () => 400 });
  run.mixer.setChannels([channel('a'), channel('b')]);
  run.runTo(5);
  run.mixer.end('b');
  expect(said).toEqual([
    ['b', ['late']],
    ['b', []],
  ]);
});
