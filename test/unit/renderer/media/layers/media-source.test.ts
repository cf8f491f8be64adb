/** A media source in the worker, against an engine by script: which picture shows when, and which slots go back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlaneMemory } from '../../../../../renderer/media/compositor/memory.ts';
import { MediaSource } from '../../../../../renderer/media/layers/media/media-source.ts';
import type { MediaStatus } from '../../../../../renderer/media/layers/media/media-status.ts';
import type { LayerSource } from '../../../../../renderer/media/layers/layer-source.ts';
import type {
  MediaPassBegan,
  PlayMedia,
  ToEngineMediaSourceMessage,
} from '../../../../../shared/media/media-source-port.ts';
import { newMedia } from '../../../../../shared/studio/files/media-input.ts';
import type { MediaFileInput } from '../../../../../shared/studio/files/media-input.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

const FRAME_US = 40_000;
const input: MediaFileInput = { ...newMedia, paths: ['/a.mp4'], whenHidden: 'playOn' };

let memory: PlaneMemory;
let sent: ToEngineMediaSourceMessage[];
let statuses: MediaStatus[];
let source: MediaSource;
let layer: LayerSource;
let slot: number;
let mayBeReady: boolean;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  memory = openMemory();
  sent = [];
  statuses = [];
  slot = 0;
  mayBeReady = true;
});
afterEach(() => {
  source.end();
  expect(memory.usedBytes).toBe(0);
  vi.useRealTimers();
});

function open(rules: Partial<MediaFileInput> = {}, isShown = true): void {
  source = new MediaSource({ ...input, ...rules }, isShown, {
    ...{ sourceId: 'clip', memory, limit: { width: 1280, height: 720 } },
    ...{ mayBeReady: () => mayBeReady, sampleRate: () => undefined },
    ...{ onSound: () => expect.unreachable(), onSoundEnd: () => expect.unreachable() },
    ...{ send: (message) => sent.push(message), report: (status) => statuses.push(status) },
  });
  layer = source.openLayer();
}

const starts = (): readonly PlayMedia[] => sent.flatMap((each) => (each.type === 'playMedia' ? [each] : []));
const lastRun = (): number => starts().at(-1)?.run ?? 0;
const taken = (): readonly number[] =>
  sent.flatMap((each) => (each.type === 'mediaTaken' ? [each.slot] : []));

function begin(shape: Partial<MediaPassBegan> = {}): void {
  source.receive({
    ...{ type: 'mediaPass', sourceId: 'clip', run: lastRun(), entry: 0, entries: 1, name: 'a.mp4' },
    ...{ width: 4, height: 2, pictureWidth: 4, pictureHeight: 2, format: 'I420', pictureBytes: 12 },
    ...{ fps: 25, durationUs: 10 * FRAME_US, ...shape },
  });
}

/** Frame n has the luma n. */
function give(...frames: readonly number[]): void {
  for (const frame of frames) {
    const data = new Uint8Array(12).fill(128).fill(frame, 0, 8).buffer;
    source.receive({
      ...{ type: 'mediaPicture', sourceId: 'clip', run: lastRun(), slot, file: 0, data },
      ...{ lineUs: frame * FRAME_US, positionUs: frame * FRAME_US },
    });
    slot += 1;
  }
}

/** The luma that shows at a frame time. */
function shownAt(frame: number): number | undefined {
  const picture = layer.prepare(frame * FRAME_US);
  if (picture === undefined || picture instanceof Promise) return undefined;
  return memory.bytes[picture.y.offset];
}

test('shows each picture at its time, the first one as soon as it is there', () => {
  open();
  begin();
  expect(shownAt(0)).toBeUndefined();
  give(0, 1, 2, 3);
  expect([100, 101, 102, 103].map(shownAt)).toEqual([0, 1, 2, 3]);
  expect(taken()).toEqual([0, 1, 2, 3]);
});

test('a picture is the same object until another shows', () => {
  open();
  begin();
  give(0, 1);
  const first = layer.prepare(0);
  expect(layer.prepare(1000)).toBe(first);
  expect(layer.prepare(FRAME_US)).not.toBe(first);
});

test('pictures whose time is over are passed over, and their slots go back', () => {
  open();
  begin();
  give(0, 1, 2, 3, 4);
  shownAt(0);
  expect(shownAt(3)).toBe(3);
  expect(new Set(taken())).toEqual(new Set([0, 1, 2, 3]));
});

test('a paused source gives no slot back, and goes on with the next picture', () => {
  open();
  begin();
  give(0, 1, 2, 3);
  vi.advanceTimersByTime(80);
  expect([0, 1, 2].map(shownAt)).toEqual([0, 1, 2]);
  source.control({ action: 'pause' });
  const before = taken().length;
  expect([10, 20, 30].map(shownAt)).toEqual([2, 2, 2]);
  expect(taken()).toHaveLength(before);
  expect(statuses.at(-1)).toMatchObject({ phase: 'paused', positionMs: 80, durationMs: 400 });
});

test('after the end nothing shows, or the last picture does', () => {
  for (const atEnd of ['nothing', 'lastPicture'] as const) {
    open({ atEnd });
    begin();
    give(0, 1);
    source.receive({ type: 'mediaEnded', sourceId: 'clip', run: lastRun(), lineUs: 2 * FRAME_US });
    expect([0, 1].map(shownAt)).toEqual([0, 1]);
    expect(shownAt(2)).toBe(atEnd === 'nothing' ? undefined : 1);
    expect(statuses.at(-1)).toMatchObject({ phase: 'ended', positionMs: 400 });
    if (atEnd === 'nothing') source.end();
  }
});

test('a stopped source shows nothing and has no ffmpeg; playing begins anew', () => {
  open();
  begin();
  give(0, 1);
  shownAt(0);
  source.control({ action: 'stop' });
  expect(sent.at(-1)).toEqual({ type: 'stopMedia', sourceId: 'clip' });
  expect(shownAt(1)).toBeUndefined();
  source.control({ action: 'play' });
  expect(starts().at(-1)).toMatchObject({ from: 'first', atUs: 0 });
  begin();
  give(0);
  expect(shownAt(2)).toBe(0);
});

test('what belongs to an older start changes nothing', () => {
  open();
  const old = lastRun();
  source.control({ action: 'restart' });
  source.receive({ type: 'mediaEnded', sourceId: 'clip', run: old, lineUs: 0 });
  begin();
  give(0);
  expect(shownAt(0)).toBe(0);
  expect(statuses.at(-1)?.phase).toBe('playing');
});

test('a seek while paused shows the picture there, and stands', () => {
  open();
  begin();
  give(0);
  shownAt(0);
  source.control({ action: 'pause' });
  source.control({ action: 'seek', atMs: 200 });
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 0, atUs: 200_000 });
  // What showed before stays until then.
  expect(shownAt(1)).toBe(0);
  begin();
  give(5, 6);
  expect([2, 3].map(shownAt)).toEqual([5, 5]);
});

test('restarts when its scene comes on air: ready at its first picture before', () => {
  open({ whenHidden: 'restart' }, false);
  begin();
  give(0, 1);
  source.setShown(true);
  expect([50, 51].map(shownAt)).toEqual([0, 1]);
  source.setShown(false);
  expect(starts()).toHaveLength(2);
  expect(shownAt(52)).toBeUndefined();
  begin();
  give(0, 1);
  const before = taken().length;
  vi.advanceTimersByTime(5000);
  expect(taken()).toHaveLength(before);
  source.setShown(true);
  expect([200, 201].map(shownAt)).toEqual([0, 1]);
});

test('without room for another one that waits, a hidden source has no run until it is shown', () => {
  mayBeReady = false;
  open({ whenHidden: 'restart' }, false);
  expect(sent).toEqual([]);
  source.setShown(true);
  begin();
  give(0, 1);
  expect([50, 51].map(shownAt)).toEqual([0, 1]);
  source.setShown(false);
  expect(sent.at(-1)).toEqual({ type: 'stopMedia', sourceId: 'clip' });
  source.engineConnected();
  expect(starts()).toHaveLength(1);
  source.setShown(true);
  expect(starts().at(-1)).toMatchObject({ from: 'first', atUs: 0 });
  expect(shownAt(99)).toBeUndefined();
  begin();
  give(0);
  expect(shownAt(100)).toBe(0);
});

test('one that pauses while it is hidden goes on where it was, also after its run was ended', () => {
  mayBeReady = false;
  open({ whenHidden: 'pause' });
  begin({ entry: 1, entries: 2 });
  give(0, 1, 2);
  expect([0, 1, 2].map(shownAt)).toEqual([0, 1, 2]);
  source.setShown(false);
  expect(sent.at(-1)).toEqual({ type: 'stopMedia', sourceId: 'clip' });
  source.setShown(true);
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 1, atUs: 2 * FRAME_US });
});

test('waits while its scene is not on air, and goes on where it was', () => {
  open({ whenHidden: 'pause' });
  begin();
  give(0, 1, 2);
  expect(shownAt(0)).toBe(0);
  source.setShown(false);
  source.setShown(true);
  expect(starts()).toHaveLength(1);
  expect([300, 301, 302].map(shownAt)).toEqual([0, 1, 2]);
});

test('at twice the speed every other picture shows; another speed goes on from the place where it is', () => {
  open({ speed: 2 });
  begin();
  give(0, 1, 2, 3, 4, 5, 6, 7);
  expect([0, 1, 2].map(shownAt)).toEqual([0, 2, 4]);
  vi.advanceTimersByTime(80);
  source.setInput({ ...input, speed: 0.5 });
  expect([2, 3, 4, 5, 6].map(shownAt)).toEqual([4, 5, 5, 6, 6]);
});

test('two seeks at once stay in the file, and the window keeps its name, size and length', () => {
  open();
  begin({ entry: 1, entries: 3, name: 'b.mp4' });
  give(0, 1);
  shownAt(0);
  source.control({ action: 'seek', atMs: 200 });
  source.control({ action: 'seek', atMs: 240 });
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 1, atUs: 240_000 });
  expect(statuses.at(-1)).toMatchObject({
    name: 'b.mp4',
    entry: 1,
    width: 4,
    positionMs: 240,
    durationMs: 400,
  });
  source.control({ action: 'playFile', entry: 2 });
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 2, atUs: 0 });
  begin({ entry: 2, entries: 3, name: 'c.mp4' });
  source.control({ action: 'seek', atMs: 40 });
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 2, atUs: 40_000 });
});

test('a file that is moved in its list plays on, and is told where it stands now', () => {
  open({ paths: ['/a.mp4', '/b.mp4'] });
  begin({ entry: 1, entries: 2, name: 'b.mp4' });
  give(0, 1);
  shownAt(0);
  source.setInput({ ...input, paths: ['/b.mp4', '/c.mp4', '/a.mp4'] });
  expect(statuses.at(-1)).toMatchObject({ entry: 0, entries: 3, name: 'b.mp4' });
  source.control({ action: 'seek', atMs: 40 });
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 0 });
});

test('a paused source whose files are others begins with them, and stays paused', () => {
  open();
  begin();
  give(0, 1);
  shownAt(0);
  source.control({ action: 'pause' });
  source.receive({ type: 'mediaFilesChanged', sourceId: 'clip', run: lastRun() });
  expect(starts().at(-1)).toMatchObject({ from: 'first', atUs: 0 });
  begin();
  give(0, 1);
  expect([5, 6].map(shownAt)).toEqual([0, 0]);
  expect(statuses.at(-1)?.phase).toBe('paused');
});

test('plays on while nobody composes a picture', () => {
  open();
  begin();
  give(0, 1, 2, 3, 4);
  vi.advanceTimersByTime(1000);
  expect(taken().length).toBeGreaterThan(3);
  expect(statuses.at(-1)?.positionMs).toBe(160);
});

test('another engine begins where the one before was; the picture stands until then', () => {
  open();
  begin();
  give(0, 1, 2);
  [0, 1, 2].map(shownAt);
  source.engineConnected();
  expect(starts().at(-1)).toMatchObject({ from: 'at', entry: 0, atUs: 2 * FRAME_US });
  expect(shownAt(3)).toBe(2);
});

test('a larger canvas asks for larger pictures, where they were made smaller', () => {
  open();
  begin({ width: 8, height: 4 });
  give(0);
  shownAt(0);
  source.setLimit({ width: 1920, height: 1080 });
  expect(starts().at(-1)?.limit).toEqual({ width: 1920, height: 1080 });
});

test('a failure is told, and forgotten with the next picture', () => {
  open();
  const error = { code: 'source/file-unreadable', details: { reason: 'fileMissing' } } as const;
  source.receive({ type: 'mediaFailed', sourceId: 'clip', run: lastRun(), error, isWaiting: true });
  expect(statuses.at(-1)?.error).toEqual(error);
  begin();
  give(0);
  shownAt(0);
  expect(statuses.at(-1)?.error).toBeUndefined();
});

test('a picture with alpha is converted, and its size is its source’s', () => {
  open();
  begin({ format: 'RGBA', pictureBytes: 32, width: 8, height: 4 });
  const data = new Uint8Array(32).fill(255);
  data[3] = 0;
  source.receive({
    ...{ type: 'mediaPicture', sourceId: 'clip', run: lastRun(), slot: 0, file: 0, data: data.buffer },
    ...{ lineUs: 0, positionUs: 0 },
  });
  const picture = layer.prepare(0);
  expect(picture).toMatchObject({
    width: 4,
    height: 2,
    sourceSize: { width: 8, height: 4 },
    isOpaque: false,
  });
});
