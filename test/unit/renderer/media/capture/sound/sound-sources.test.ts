/** The page's part in the channels' sounds: what is opened when, and what is said of each. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CaptureState } from '../../../../../../renderer/media/capture/capture-state.ts';
import { SoundSources } from '../../../../../../renderer/media/capture/sound/sound-sources.ts';
import type { WantedSound } from '../../../../../../renderer/media/capture/sound/sound-sources.ts';
import type { ToCaptureWorker } from '../../../../../../renderer/media/worker/worker-messages.ts';
import { describeError } from '../../../../../../shared/text/error-text.ts';
import type { UpcastBridge } from '../../../../../../shared/ipc/contract.ts';

const program = { width: 64, height: 36, fps: 25, sampleRate: 48_000, channels: 2 } as const;
const tone = (channelId: string): WantedSound => ({ channelId, choice: { type: 'tone' } });
const microphone = (channelId: string, label: string): WantedSound => ({
  channelId,
  choice: { type: 'microphone', deviceId: `id-${label}`, label },
});

/** A computer's microphones: `plugged` are there. */
function openComputer(plugged: Set<string>) {
  const opened: string[] = [];
  const stopped: string[] = [];
  const deviceOf = (label: string) => ({ kind: 'audioinput', deviceId: `id-${label}`, label });
  vi.stubGlobal('navigator', {
    mediaDevices: {
      enumerateDevices: () => Promise.resolve([...plugged].map(deviceOf)),
      getUserMedia: ({ audio }: { audio: { deviceId: { exact: string } } }) => {
        const label = audio.deviceId.exact.replace('id-', '');
        opened.push(label);
        const track = {
          label,
          addEventListener: () => undefined,
          stop: () => stopped.push(label),
        };
        return Promise.resolve({ getAudioTracks: () => [track], getTracks: () => [track] });
      },
    },
  });
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readonly readable = 'readable';
    },
  );
  return { opened, stopped };
}

function open() {
  const sent: ToCaptureWorker[] = [];
  const said: (readonly [string, unknown])[] = [];
  const bridge = {
    invoke: (channel: string, payload: unknown) => {
      said.push([channel, payload]);
      return Promise.resolve({ ok: true, value: { isGranted: true } });
    },
  } as unknown as UpcastBridge;
  const store = createStore<CaptureState>(
    () =>
      ({
        ...{ channels: {}, audio: { phase: 'off' }, audioChoice: { type: 'none' } },
      }) as unknown as CaptureState,
  );
  const sounds = new SoundSources({
    ...{ store, bridge, program: () => program },
    worker: { send: (command) => sent.push(command) },
  });
  /** What the worker says of what was opened last under this channel. */
  const start = (channelId: string): void => {
    const last = sent.findLast(
      (command) =>
        (command.type === 'takeSound' || command.type === 'makeSound') && command.channelId === channelId,
    );
    if (last !== undefined && 'run' in last)
      sounds.onWorkerEvent({ type: 'soundStarted', channelId, run: last.run });
  };
  const made = () => sent.flatMap((each) => ('channelId' in each ? [[each.type, each.channelId]] : []));
  return { sounds, sent, said, store, start, made };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('opens what is new, leaves what is as wanted, and closes what is gone', async () => {
  const { sounds, made, store, start } = open();
  await sounds.show({ sounds: [tone('a'), tone('b')], mainId: 'a' });
  start('a');
  await sounds.show({ sounds: [{ ...tone('a') }, tone('c')], mainId: 'a' });
  expect(made()).toEqual([
    ...['a', 'b'].flatMap((id) => [
      ['endSound', id],
      ['makeSound', id],
    ]),
    ['endSound', 'b'],
    ['endSound', 'c'],
    ['makeSound', 'c'],
  ]);
  expect(Object.keys(store.getState().channels)).toEqual(['a', 'c']);
  expect(store.getState().channels['a']).toMatchObject({ phase: 'running', choice: { type: 'tone' } });
  expect(store.getState().channels['c']?.phase).toBe('starting');
});

test('a pattern brings its beeps, a camera no sound, and one in place of the other is noticed', async () => {
  const { sounds, sent, store } = open();
  const of = (kind: 'beeps' | 'none'): WantedSound => ({
    channelId: 'a',
    choice: { type: 'source', sourceId: 'video', kind },
  });
  await sounds.show({ sounds: [of('beeps')], mainId: 'a' });
  expect(sent.at(-1)).toMatchObject({ made: { kind: 'beeps', sourceId: 'video' } });
  expect(store.getState().audioChoice).toEqual({ type: 'source' });
  await sounds.show({ sounds: [of('none')], mainId: 'a' });
  expect(sent.at(-1)).toEqual({ type: 'endSound', channelId: 'a' });
  expect(store.getState().audio).toEqual({ phase: 'off' });
});

test('two microphones are open at once; one that goes away is said for its channel alone, and comes back', async () => {
  const plugged = new Set(['one', 'two']);
  const { opened } = openComputer(plugged);
  const { sounds, store, start, said } = open();
  await sounds.show({ sounds: [microphone('a', 'one'), microphone('b', 'two')], mainId: 'a' });
  start('a');
  start('b');
  expect(opened).toEqual(['one', 'two']);
  plugged.delete('two');
  await vi.advanceTimersByTimeAsync(2100);
  const { channels, audio } = store.getState();
  expect(channels['b']).toMatchObject({
    phase: 'failed',
    label: 'two',
    error: { code: 'capture/source-lost' },
  });
  const { error } = channels['b'] ?? {};
  expect(error && describeError(error).doing).toBe('The channel is silent until the microphone is back.');
  expect([channels['a']?.phase, audio.phase]).toEqual(['running', 'running']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(said.filter(([channel]) => channel === 'media:warning').length).toBe(1);
  plugged.add('two');
  await vi.advanceTimersByTimeAsync(2100);
  start('b');
  expect(opened).toEqual(['one', 'two', 'two']);
  expect(store.getState().channels['b']?.phase).toBe('running');
});

test('all microphones gone at once: the system’s sound is restarted once for all of them, slower each time', async () => {
  const plugged = new Set(['one', 'two']);
  openComputer(plugged);
  const { sounds, store, start, said } = open();
  await sounds.show({ sounds: [microphone('a', 'one'), microphone('b', 'two')], mainId: 'a' });
  start('a');
  start('b');
  plugged.clear();
  await vi.advanceTimersByTimeAsync(4100);
  const restarts = () => said.filter(([channel]) => channel === 'media:restartAudio').length;
  expect(restarts()).toBe(1);
  expect(Object.values(store.getState().channels).map(({ error }) => error?.code)).toEqual([
    'capture/sound-stopped',
    'capture/sound-stopped',
  ]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(restarts()).toBeGreaterThan(2);
  expect(restarts()).toBeLessThan(8);
});

test('the main channel is opened anew when the same is chosen again', async () => {
  const { opened, stopped } = openComputer(new Set(['one']));
  const { sounds, start } = open();
  const wanted = microphone('a', 'one');
  await sounds.show({ sounds: [wanted], mainId: 'a' });
  start('a');
  await sounds.set({ type: 'microphone', deviceId: 'id-one', label: 'one' });
  expect([opened, stopped]).toEqual([['one', 'one'], ['one']]);
});

test('what is still being opened when its channel goes is closed again', async () => {
  const { opened, stopped } = openComputer(new Set(['one']));
  const { sounds, store } = open();
  const opening = sounds.show({ sounds: [microphone('a', 'one')], mainId: 'a' });
  await sounds.show({ sounds: [], mainId: 'a' });
  await opening;
  expect(stopped).toEqual(opened);
  expect(store.getState().channels).toEqual({});
});

test('an application that plays nothing waits, one that can’t be had says why, and both come by themselves', async () => {
  openComputer(new Set());
  const { sounds, sent, store } = open();
  const choice = { type: 'application', name: 'Game', program: 'game' } as const;
  await sounds.show({ sounds: [{ channelId: 'a', choice }], mainId: 'a' });
  const made = sent.findLast((command) => command.type === 'makeSound');
  expect(made).toMatchObject({
    made: { kind: 'application', application: { name: 'Game', program: 'game' } },
  });
  const of = { channelId: 'a', run: made?.run ?? 0 };
  const state = () => store.getState().channels['a'];
  sounds.onWorkerEvent({ type: 'soundWaits', ...of });
  expect(state()).toMatchObject({ phase: 'starting', label: 'Game', isWaiting: true });
  const error = { code: 'capture/no-application-audio', details: { reason: 'soundToolsMissing' } } as const;
  const before = sent.length;
  sounds.onWorkerEvent({ type: 'soundRefused', ...of, error });
  expect(state()).toMatchObject({ phase: 'failed', label: 'Game', error });
  expect(state()).not.toHaveProperty('isWaiting');
  expect(describeError(error)).toMatchObject({
    title: 'Capturing the audio of a single app needs pactl and parec, which aren’t installed.',
  });
  // The engine tries again by itself: the channel stays open.
  expect(sent).toHaveLength(before);
  sounds.onWorkerEvent({ type: 'soundStarted', ...of });
  expect(state()).toEqual({ choice, phase: 'running', label: 'Game' });
});
