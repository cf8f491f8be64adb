/** The page's part in media sources: opens them in the worker, and says what they do. */
import { expect, test } from 'vitest';
import { MediaSources } from '../../../../../../renderer/media/capture/files/media-sources.ts';
import type { VideoSourceState } from '../../../../../../renderer/media/capture/capture-state.ts';
import type { MediaStatus } from '../../../../../../renderer/media/layers/media/media-status.ts';
import type { ToCaptureWorker } from '../../../../../../renderer/media/worker/worker-messages.ts';
import type { UpcastBridge } from '../../../../../../shared/ipc/contract.ts';
import { newMedia } from '../../../../../../shared/studio/files/media-input.ts';

const input = { ...newMedia, paths: ['/a.mp4'] };
const playing: MediaStatus = {
  ...{ phase: 'playing', name: 'a.mp4', entry: 0, entries: 1, width: 640, height: 360, fps: 25 },
  ...{ positionMs: 40, durationMs: 2000, error: undefined },
};
const error = { code: 'source/file-unreadable', details: { reason: 'fileMissing', path: 'a.mp4' } } as const;

function open() {
  const sent: ToCaptureWorker[] = [];
  const said: unknown[] = [];
  const states = new Map<string, VideoSourceState | undefined>();
  const listeners = new Map<string, (payload: never) => void>();
  const bridge = {
    invoke: (channel: string, payload: unknown) => {
      said.push([channel, payload]);
      return Promise.resolve({ ok: true, value: undefined });
    },
    on: (channel: string, listener: (payload: never) => void) => {
      listeners.set(channel, listener);
      return () => listeners.delete(channel);
    },
  } as unknown as UpcastBridge;
  const sources = new MediaSources({
    worker: { send: (command) => sent.push(command) },
    bridge,
    onState: (id, state) => states.set(id, state),
  });
  const emit = (channel: string, payload: unknown) => listeners.get(channel)?.(payload as never);
  return { sources, sent, said, states, listeners, emit };
}

test('opens a source once, changes one that is open, and closes one that is gone', () => {
  const { sources, sent, states } = open();
  sources.show([{ id: 'clip', input }]);
  sources.show([{ id: 'clip', input: { ...input } }]);
  expect(sent).toEqual([{ type: 'openMedia', sourceId: 'clip', input }]);
  expect(states.get('clip')).toEqual({ phase: 'starting' });
  const looping = { ...input, isLooping: true };
  sources.show([{ id: 'clip', input: looping }]);
  expect(sent.at(-1)).toEqual({ type: 'openMedia', sourceId: 'clip', input: looping });
  sources.show([]);
  expect(sent.at(-1)).toEqual({ type: 'closeVideo', sourceId: 'clip' });
  expect(states.get('clip')).toBeUndefined();
});

test('tells what a source plays and where it stands', () => {
  const { sources, states } = open();
  sources.show([{ id: 'clip', input }]);
  sources.onStatus('clip', playing);
  expect(states.get('clip')).toEqual({
    ...{ phase: 'running', label: 'a.mp4', width: 640, height: 360, fps: 25 },
    media: { phase: 'playing', entry: 0, entries: 1, positionMs: 40, durationMs: 2000 },
  });
  sources.onStatus('nobody', playing);
  expect(states.has('nobody')).toBe(false);
});

test('what is wrong with a file is said once, and again when it happens again', () => {
  const { sources, states, said } = open();
  sources.show([{ id: 'clip', input }]);
  for (let time = 0; time < 3; time += 1) sources.onStatus('clip', { ...playing, error });
  expect(states.get('clip')).toMatchObject({ phase: 'failed', error });
  expect(said).toEqual([['media:warning', error]]);
  sources.onStatus('clip', playing);
  expect(states.get('clip')?.phase).toBe('running');
  sources.onStatus('clip', { ...playing, error });
  expect(said).toHaveLength(2);
});

test('a list says once which file is missing, however many rounds it plays, and again after that file played', () => {
  const { sources, said } = open();
  sources.show([{ id: 'clip', input }]);
  const round = (): void => {
    sources.onStatus('clip', { ...playing, name: 'b.mp4' });
    sources.onStatus('clip', { ...playing, name: 'b.mp4', error });
    sources.onStatus('clip', { ...playing, name: 'c.mp4' });
  };
  for (let time = 0; time < 3; time += 1) round();
  expect(said).toEqual([['media:warning', error]]);
  sources.onStatus('clip', { ...playing, name: 'a.mp4' });
  round();
  expect(said).toHaveLength(2);
});

test('an engine that exits is said of sources that play, until the next one gives pictures', () => {
  const { sources, states, emit } = open();
  sources.show([
    { id: 'clip', input },
    { id: 'still', input },
  ]);
  sources.onStatus('clip', playing);
  sources.onStatus('still', { ...playing, phase: 'stopped' });
  emit('engine:exited', { code: 'internal/engine-exited', details: {} });
  expect(states.get('clip')).toMatchObject({ phase: 'starting', error: { code: 'internal/engine-exited' } });
  expect(states.get('still')?.phase).toBe('running');
  sources.onStatus('clip', playing);
  expect(states.get('clip')?.phase).toBe('running');
});

test('passes controls on to the worker, and listens no more once it is done', () => {
  const { sources, sent, emit, listeners } = open();
  const control = { sourceId: 'clip', action: 'seek', atMs: 5 } as const;
  emit('media:control', control);
  expect(sent).toEqual([{ type: 'controlMedia', control }]);
  sources.dispose();
  expect(listeners.size).toBe(0);
});
