/** A25: hardware encoders are known before most people go live: the first probe waits for nobody who looks, and not long for the rest. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Encoders } from '../../../../electron/main/media-tools/encoders.ts';
import type { EncodersOptions } from '../../../../electron/main/media-tools/encoders.ts';
import { Emitter } from '../../../../shared/emitter.ts';

const IDLE_MS = 10_000;
const ffmpeg = { path: '/nowhere/ffmpeg', version: '7.1.4', matrixFilter: 'scale' } as const;

let folder = '';
let encoders: Encoders | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-encoders-'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  encoders?.dispose();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function begin() {
  const sent: string[] = [];
  const snapshot = { broadcast: { phase: 'idle' }, recorder: { phase: 'idle' } };
  const onSnapshot = new Emitter<typeof snapshot>();
  const engine = {
    onMessage: new Emitter<unknown>(),
    onExit: new Emitter<unknown>(),
    send: ({ type }: { readonly type: string }) => sent.push(type),
  };
  const own = new Encoders({
    engine: engine as unknown as EncodersOptions['engine'],
    session: { snapshot, onSnapshot } as unknown as EncodersOptions['session'],
    folder,
    mayProbe: true,
    readGraphics: () => Promise.resolve(''),
    onFailed: (error) => {
      throw error;
    },
  });
  encoders = own;
  const live = (phase: 'idle' | 'live'): void => {
    snapshot.broadcast.phase = phase;
    onSnapshot.emit(snapshot);
  };
  const probes = (): number => sent.filter((type) => type === 'probeEncoders').length;
  return { encoders: own, engine, live, probes };
}

test('A25: the first probe begins after ten idle seconds', async () => {
  const { encoders: own, probes } = begin();
  await own.useFfmpeg(ffmpeg);
  vi.advanceTimersByTime(IDLE_MS - 1);
  expect(probes()).toBe(0);
  vi.advanceTimersByTime(1);
  expect(probes()).toBe(1);
});

test('A25: it begins at once when Settings shows the encoders, and once', async () => {
  const { encoders: own, probes } = begin();
  await own.useFfmpeg(ffmpeg);
  own.probeFirst();
  expect(own.list.phase).toBe('probing');
  own.probeFirst();
  vi.advanceTimersByTime(2 * IDLE_MS);
  expect(probes()).toBe(1);
});

test('A25: asked for before ffmpeg is found, it begins when it is', async () => {
  const { encoders: own, probes } = begin();
  own.probeFirst();
  expect(probes()).toBe(0);
  await own.useFfmpeg(ffmpeg);
  expect(probes()).toBe(1);
});

test('encoders that are known are not probed because somebody looks', async () => {
  const { encoders: own, engine, probes } = begin();
  await own.useFfmpeg(ffmpeg);
  own.probe();
  const probe = { encoder: 'libx264', isWorking: true, speed: 3 };
  engine.onMessage.emit({ type: 'encodersProbed', probes: [probe] });
  own.probeFirst();
  expect(own.list.phase).toBe('known');
  await vi.waitFor(() => expect(existsSync(join(folder, 'encoders.json'))).toBe(true));
  expect(probes()).toBe(1);
});

test('it waits while a stream runs, and begins ten idle seconds after', async () => {
  const { encoders: own, live, probes } = begin();
  await own.useFfmpeg(ffmpeg);
  live('live');
  own.probeFirst();
  vi.advanceTimersByTime(2 * IDLE_MS);
  expect(probes()).toBe(0);
  live('idle');
  vi.advanceTimersByTime(IDLE_MS);
  expect(probes()).toBe(1);
});
