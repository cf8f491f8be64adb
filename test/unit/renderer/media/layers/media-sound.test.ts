/** The sound of a media source in the worker: handed on with the time at which its picture shows. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlaneMemory } from '../../../../../renderer/media/compositor/memory.ts';
import { MediaSource } from '../../../../../renderer/media/layers/media/media-source.ts';
import type { MediaSoundPart } from '../../../../../renderer/media/layers/media/media-source-parts.ts';
import type { LayerSource } from '../../../../../renderer/media/layers/layer-source.ts';
import { nowUs } from '../../../../../renderer/media/worker/clock.ts';
import type { PlayMedia, ToEngineMediaSourceMessage } from '../../../../../shared/media/media-source-port.ts';
import { newMedia } from '../../../../../shared/studio/files/media-input.ts';
import type { MediaFileInput } from '../../../../../shared/studio/files/media-input.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

const FRAME_US = 40_000;
const BLOCK_US = 20_000;
const RATE = 48_000;
const input: MediaFileInput = { ...newMedia, paths: ['/a.mp4'], whenHidden: 'playOn' };

let memory: PlaneMemory;
let sent: ToEngineMediaSourceMessage[];
let parts: MediaSoundPart[];
let source: MediaSource;
let layer: LayerSource;
let sampleRate: number | undefined;
let ends: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  memory = openMemory();
  sent = [];
  parts = [];
  ends = 0;
  sampleRate = RATE;
});
afterEach(() => {
  source.end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function open(rules: Partial<MediaFileInput> = {}): void {
  source = new MediaSource({ ...input, ...rules }, true, {
    ...{ sourceId: 'clip', memory, limit: { width: 1280, height: 720 } },
    sampleRate: () => sampleRate,
    onSound: (part) => parts.push(part),
    onSoundEnd: () => (ends += 1),
    mayBeReady: () => true,
    send: (message) => sent.push(message),
    report: () => undefined,
  });
  layer = source.openLayer();
  source.receive({
    ...{ type: 'mediaPass', sourceId: 'clip', run: lastRun(), entry: 0, entries: 1, name: 'a.mp4' },
    ...{ width: 4, height: 2, pictureWidth: 4, pictureHeight: 2, format: 'I420', pictureBytes: 12 },
    ...{ fps: 25, durationUs: 10_000_000 },
  });
}

const starts = (): readonly PlayMedia[] => sent.flatMap((each) => (each.type === 'playMedia' ? [each] : []));
const lastRun = (): number => starts().at(-1)?.run ?? 0;
const taken = (): number =>
  sent.reduce((sum, each) => sum + (each.type === 'mediaSoundTaken' ? each.blocks : 0), 0);

/** Half a second of sound and of pictures, at the beginning of the run. */
function give(): void {
  for (let frame = 0; frame < 10; frame += 1)
    source.receive({
      ...{ type: 'mediaPicture', sourceId: 'clip', run: lastRun(), slot: frame, file: 0 },
      ...{ lineUs: frame * FRAME_US, positionUs: frame * FRAME_US, data: new ArrayBuffer(12) },
    });
  for (let block = 0; block < 25; block += 1)
    source.receive({
      ...{ type: 'mediaSound', sourceId: 'clip', run: lastRun(), lineUs: block * BLOCK_US, sampleRate: RATE },
      data: new Float32Array(960 * 2).fill(block).buffer,
    });
}

/** Pictures are composed for a while, 25 a second. */
function compose(ms: number): void {
  for (let at = 0; at < ms; at += 40) {
    void layer.prepare(nowUs());
    vi.advanceTimersByTime(40);
  }
}

test('each block has the time at which the picture of its place shows, and comes a moment before', () => {
  open();
  give();
  vi.advanceTimersByTime(60);
  // No picture was composed yet: nothing has a time.
  expect(parts).toHaveLength(0);
  const originUs = nowUs();
  compose(200);
  expect(parts.map(({ timestampUs }) => timestampUs - originUs)).toEqual(
    parts.map((_, block) => block * BLOCK_US),
  );
  const readUs = parts.length * BLOCK_US;
  expect(readUs).toBeGreaterThan(200_000);
  expect(readUs).toBeLessThanOrEqual(200_000 + 60_000 + BLOCK_US);
  expect(parts[3]).toMatchObject({ sourceId: 'clip', sampleRate: RATE, channels: 2 });
  expect(parts[3]?.samples).toEqual(new Float32Array(1920).fill(3));
  expect(taken()).toBe(parts.length);
});

test('a paused source keeps its sound, and goes on with it where it was', () => {
  open();
  give();
  compose(120);
  source.control({ action: 'pause' });
  const { length } = parts;
  expect(ends).toBe(0);
  compose(1000);
  expect(ends).toBe(1);
  expect(parts).toHaveLength(length);
  expect(taken()).toBe(length);
  source.control({ action: 'play' });
  const [resumedUs, placeUs] = [nowUs(), 120_000];
  compose(120);
  const next = parts[length];
  expect(next?.samples[0]).toBe(length);
  expect(Math.abs((next?.timestampUs ?? 0) - (resumedUs + length * BLOCK_US - placeUs))).toBeLessThan(1000);
});

test('a faster source sounds higher, and stays with its pictures', () => {
  open({ speed: 2 });
  give();
  const originUs = nowUs();
  compose(120);
  expect(parts[0]?.sampleRate).toBe(2 * RATE);
  expect(parts[8]?.timestampUs).toBeCloseTo(originUs + 4 * BLOCK_US, 3);
});

test('sound of before a seek isn’t given any more', () => {
  open();
  give();
  compose(40);
  source.control({ action: 'seek', atMs: 5000 });
  const { length } = parts;
  expect(ends).toBe(1);
  compose(400);
  expect(parts).toHaveLength(length);
});

test('the engine is asked for sound while somebody wants it, and begins anew where it is at a change', () => {
  sampleRate = undefined;
  open();
  expect(starts()).toMatchObject([{ sampleRate: undefined }]);
  give();
  compose(200);
  sampleRate = 44_100;
  source.soundChanged();
  expect(starts().at(-1)).toMatchObject({ sampleRate: 44_100, from: 'at', atUs: 160_000 });
});

test('sound that is shorter than its pictures is said to have ended', () => {
  open();
  give();
  compose(520);
  expect(parts).toHaveLength(25);
  expect(ends).toBe(0);
  compose(400);
  expect(ends).toBe(1);
});

test('a source that isn’t composed goes on sounding', () => {
  open();
  give();
  void layer.prepare(nowUs());
  vi.advanceTimersByTime(400);
  expect(parts.length).toBeGreaterThan(20);
});
