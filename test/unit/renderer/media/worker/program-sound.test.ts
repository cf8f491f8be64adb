/** The program's sound in the worker: from the channels' sounds to what the engine gets. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CanvasScene } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import type { MixerReadings } from '../../../../../renderer/media/mixer/core/mixer-types.ts';
import { ProgramSound } from '../../../../../renderer/media/worker/sound/program-sound.ts';
import type { ChannelSettings, MixerSetup } from '../../../../../renderer/media/worker/worker-messages.ts';
import type { AudioBlock } from '../../../../../shared/media/media-port.ts';

const program = { width: 64, height: 36, fps: 25, sampleRate: 48_000, channels: 2 } as const;
const channel = (id: string, gain = 1): ChannelSettings => ({
  ...{ id, gain, isMuted: false, balance: 0, isMono: false, tracks: 63, monitoring: 'off' },
  ...{ syncOffsetMs: 0, filters: [], isSoundExpected: true },
});
const setup = (...channels: readonly ChannelSettings[]): MixerSetup => ({
  ...{ channels, isLimiterOn: false, ceilingDb: 0, streamTrack: 1 },
});
const sceneOf = (presence: number, more: Partial<CanvasScene> = {}): CanvasScene => ({
  ...{ sceneId: 'main', layers: [], transition: { kind: 'cut' } },
  sounds: [{ channelId: 'a', sourceId: 'clip', presence }],
  ...more,
});

interface Sent extends Omit<AudioBlock, 'data'> {
  readonly trackId: string;
  readonly samples: readonly number[];
}

function open(
  wanted: readonly string[] = ['main'],
  onMeters: (readings: MixerReadings) => void = () => undefined,
) {
  const blocks: Sent[] = [];
  const sound = new ProgramSound({
    sink: {
      sendSound: (trackId, { data, ...block }) =>
        blocks.push({ ...block, trackId, samples: [...new Float32Array(data)] }),
    },
    onMeters,
    onFaults: () => undefined,
  });
  sound.setProgram(program);
  sound.setWantedTracks(wanted);
  const beginUs = performance.now() * 1000;
  /** Both channels give a steady level for so long; what comes out is their sum. */
  const run = (ms: number, levels: Readonly<Record<string, number>>): void => {
    for (let past = 0; past < ms; past += 10) {
      const timestampUs = performance.now() * 1000;
      vi.advanceTimersByTime(10);
      for (const [id, level] of Object.entries(levels)) {
        const samples = new Float32Array(960).fill(level);
        sound.push(id, { timestampUs, sampleRate: 48_000, channels: 2, samples });
      }
    }
  };
  /** The level that was sent for this moment after the beginning, on the left. */
  const at = (ms: number): number | undefined => {
    const timeUs = beginUs + ms * 1000;
    const block = blocks.findLast(({ timestampUs }) => timestampUs <= timeUs);
    const frame = Math.round(((timeUs - (block?.timestampUs ?? 0)) * 48_000) / 1e6);
    return block?.samples[frame * block.channels];
  };
  return { sound, blocks, run, at };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the engine gets the sum of the channels with the time of their capture, and nothing where nothing sounds', () => {
  const { sound, run, at, blocks } = open();
  sound.setMixer(setup(channel('a'), channel('b', 0.5)));
  vi.advanceTimersByTime(100);
  expect(blocks).toEqual([]);
  run(200, { a: 0.1, b: 0.2 });
  expect(at(200)).toBeCloseTo(0.2, 3);
});

test('a fader that is dragged is heard at once, and the document’s value follows', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('a')));
  run(100, { a: 0.2 });
  sound.adjust('a', { gain: 0.5 });
  run(100, { a: 0.2 });
  expect(at(150)).toBeCloseTo(0.1, 3);
  sound.setMixer(setup(channel('a', 2)));
  run(100, { a: 0.2 });
  expect(at(250)).toBeCloseTo(0.4, 3);
});

test('a channel leaves with the picture of its scene: it fades from the first picture of the next one, as long as the transition', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('a')));
  sound.showScene(sceneOf(1), performance.now() * 1000);
  run(300, { a: 0.2 });
  const fade = { kind: 'fade', durationMs: 400 } as const;
  sound.showScene(sceneOf(0, { sceneId: 'next', transition: fade }), performance.now() * 1000 + 20_000);
  // An edit of the scene meanwhile changes nothing.
  run(100, { a: 0.2 });
  sound.showScene(sceneOf(0, { sceneId: 'next', transition: { kind: 'cut' } }), performance.now() * 1000);
  run(600, { a: 0.2 });
  expect(at(315)).toBeCloseTo(0.2, 3);
  expect(at(520)).toBeCloseTo(0.1, 2);
  expect(at(730)).toBe(0);
});

test('a stinger is heard while it plays, though no scene has it, and the scenes’ sounds fade out and in around its cut', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('a'), channel('b'), channel('sting')));
  const scene = (a: number, b: number, more: Partial<CanvasScene>): CanvasScene => ({
    ...sceneOf(a, more),
    sounds: [
      { channelId: 'a', sourceId: 'clip', presence: a },
      { channelId: 'b', sourceId: 'other', presence: b },
      { channelId: 'sting', sourceId: 'stinger', presence: 0 },
    ],
  });
  sound.showScene(scene(1, 0, {}), performance.now() * 1000);
  const levels = { a: 0.1, b: 0.2, sting: 0.4 };
  run(200, levels);
  const transition = { kind: 'stinger', sourceId: 'stinger', cutMs: 400, durationMs: 1000 } as const;
  sound.showScene(scene(0, 1, { sceneId: 'next', transition }), performance.now() * 1000);
  run(1500, levels);
  // Before the stinger; at its beginning; at its cut; near its end; behind.
  expect(at(150)).toBeCloseTo(0.1, 3);
  expect(at(215)).toBeCloseTo(0.5, 2);
  expect(at(600)).toBeCloseTo(0.4, 2);
  expect(at(1150)).toBeCloseTo(0.6, 2);
  expect(at(1300)).toBeCloseTo(0.2, 3);
});

test('another scene ends the stinger’s sound with it', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('sting')));
  const scene = (more: Partial<CanvasScene>): CanvasScene => ({
    ...sceneOf(0, more),
    sounds: [{ channelId: 'sting', sourceId: 'stinger', presence: 0 }],
  });
  sound.showScene(scene({}), performance.now() * 1000);
  const transition = { kind: 'stinger', sourceId: 'stinger', cutMs: 400, durationMs: 1000 } as const;
  sound.showScene(scene({ sceneId: 'next', transition }), performance.now() * 1000);
  run(300, { sting: 0.4 });
  sound.showScene(scene({ sceneId: 'third' }), performance.now() * 1000);
  run(300, { sting: 0.4 });
  expect([at(250), at(350)]).toEqual([expect.closeTo(0.4, 3), 0]);
});

test('a cut cuts within 10 ms of the picture', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('a')));
  sound.showScene(sceneOf(1), performance.now() * 1000);
  run(300, { a: 0.2 });
  sound.showScene(sceneOf(0, { sceneId: 'next' }), performance.now() * 1000 + 40_000);
  run(300, { a: 0.2 });
  expect(at(339)).toBeCloseTo(0.2, 3);
  expect(at(351)).toBe(0);
});

test('a channel that no scene names is always heard', () => {
  const { sound, run, at } = open();
  sound.setMixer(setup(channel('b')));
  sound.showScene(sceneOf(0), performance.now() * 1000);
  run(200, { b: 0.2 });
  expect(at(150)).toBeCloseTo(0.2, 3);
});

test('silence while away, and another rate of the program', () => {
  const { sound, run, blocks } = open();
  sound.setMixer(setup(channel('a')));
  sound.setSilent(true);
  run(100, { a: 0.2 });
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.every(({ samples }) => samples.every((sample) => sample === 0))).toBe(true);
  sound.setProgram({ ...program, sampleRate: 44_100, channels: 1 });
  sound.setSilent(false);
  run(200, { a: 0.2 });
  expect(blocks.at(-1)).toMatchObject({ sampleRate: 44_100, channels: 1 });
  expect(blocks.at(-1)?.samples.at(-1)).toBeCloseTo(0.2, 3);
});

test('the tracks that the engine takes are sent, each with what its channels give, and no others', () => {
  const { sound, run, blocks } = open(['main', 'track-3']);
  sound.setMixer(setup({ ...channel('a'), tracks: 0b101 }, { ...channel('b'), tracks: 0b100 }));
  run(200, { a: 0.1, b: 0.2 });
  const last = (id: string) => blocks.findLast(({ trackId }) => trackId === id)?.samples.at(-1);
  expect([...new Set(blocks.map(({ trackId }) => trackId))].toSorted()).toEqual(['main', 'track-3']);
  expect([last('main'), last('track-3')]).toEqual([expect.closeTo(0.1, 3), expect.closeTo(0.3, 3)]);
  sound.setWantedTracks([]);
  const before = blocks.length;
  run(100, { a: 0.1, b: 0.2 });
  expect(blocks.length).toBe(before);
});

test('meters are sent while somebody sees them, and no other time', () => {
  const readings: MixerReadings[] = [];
  const { sound, run } = open(['main'], (reading) => readings.push(structuredClone(reading)));
  sound.setMixer(setup(channel('a', 0.5)));
  run(200, { a: 0.2 });
  expect(readings).toEqual([]);
  sound.watchMeters(true);
  run(1000, { a: 0.2 });
  expect(readings.length).toBeGreaterThan(25);
  expect(readings.length).toBeLessThan(35);
  expect(readings.at(-1)?.channels.get('a')?.peakDb[0]).toBeCloseTo(-20, 1);
});

test('who looks for a clap gets the channel alone, before its fader, at the time it is sent', () => {
  const { sound, run } = open([]);
  const heard: (readonly [number, number])[] = [];
  sound.watch({
    channelId: 'b',
    onBlock: (timestampUs, { left }) => heard.push([timestampUs, left.at(-1) ?? 0]),
  });
  sound.setMixer(setup(channel('a'), { ...channel('b', 0), isMuted: true, syncOffsetMs: 50 }));
  const beginUs = performance.now() * 1000;
  run(100, { a: 0.1, b: 0 });
  run(300, { a: 0.1, b: 0.2 });
  const [firstUs = 0] = heard.find(([, level]) => level > 0.19) ?? [];
  expect((firstUs - beginUs) / 1000).toBeGreaterThan(140);
  expect((firstUs - beginUs) / 1000).toBeLessThan(161);
  expect(Math.max(...heard.map(([, level]) => level))).toBeCloseTo(0.2, 3);
  sound.watch(undefined);
  const before = heard.length;
  run(100, { a: 0.1, b: 0.2 });
  expect(heard.length).toBe(before);
});

test('the headphones get what is monitored, also of a channel that is not sent, and no more than finds room', () => {
  const written: number[] = [];
  let isTaking = true;
  let isClosed = false;
  const port = {
    onmessage: () => undefined,
    postMessage: ({ samples }: { samples: ArrayBuffer }) => {
      written.push(new Float32Array(samples).at(-1) ?? 0);
      if (isTaking) port.onmessage();
    },
    close: () => {
      isClosed = true;
    },
  };
  const { sound, run, at } = open();
  sound.monitor.open(port as unknown as MessagePort);
  sound.setMixer(setup(channel('a'), { ...channel('b'), monitoring: 'only' }));
  run(200, { a: 0.1, b: 0.2 });
  expect(at(150)).toBeCloseTo(0.1, 3);
  expect(written.length).toBeGreaterThan(5);
  expect(written.at(-1)).toBeCloseTo(0.2, 3);
  isTaking = false;
  const before = written.length;
  run(1000, { a: 0.1, b: 0.2 });
  expect(written.length - before).toBe(20);
  sound.monitor.close();
  expect(isClosed).toBe(true);
});
