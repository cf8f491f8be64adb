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
      // What the computer plays, while its sound server is there.
      getDisplayMedia: () => {
        opened.push('computer');
        if (!plugged.has('server')) return Promise.reject(new DOMException('none', 'NotReadableError'));
        const track = { label: 'computer', addEventListener: () => undefined, stop: () => undefined };
        return Promise.resolve({
          getAudioTracks: () => [track],
          getVideoTracks: () => [],
          getTracks: () => [track],
        });
      },
      getUserMedia: ({ audio }: { audio: { deviceId: { exact: string } } }) => {
        const label = audio.deviceId.exact.replace('id-', '');
        opened.push(label);
        const track = {
          label,
          getSettings: () => ({ sampleRate: label === 'headset' ? 16_000 : 48_000 }),
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
  const refusals = new Map<string, string>();
  const bridge = {
    invoke: (channel: string, payload: unknown) => {
      said.push([channel, payload]);
      const code = refusals.get(channel);
      if (code !== undefined) return Promise.resolve({ ok: false, error: { code, details: {} } });
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
  return { sounds, sent, said, store, start, made, refusals };
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

test('a headset that gives no more than a telephone is noted until another microphone is open', async () => {
  openComputer(new Set(['headset', 'one']));
  const { sounds, store, start } = open();
  for (const label of ['headset', 'one']) {
    await sounds.show({ sounds: [microphone('a', label)], mainId: 'a' });
    start('a');
    expect(store.getState().channels['a']?.isNarrow).toBe(label === 'headset' ? true : undefined);
  }
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

test('the channel of a page that is closed waits for the page, and nothing that is shown changes meanwhile', async () => {
  openComputer(new Set());
  const { sounds, store, said, refusals, sent } = open();
  refusals.set('sound:choose', 'source/page-failed');
  const page: WantedSound = { channelId: 'a', choice: { type: 'source', sourceId: 'page', kind: 'page' } };
  await sounds.show({ sounds: [page], mainId: 'b' });
  const shown: unknown[] = [store.getState().channels['a']];
  store.subscribe(({ channels }) => {
    if (channels['a'] !== shown.at(-1)) shown.push(channels['a']);
  });
  const before = sent.length;
  await vi.advanceTimersByTimeAsync(9000);
  expect(said.filter(([channel]) => channel === 'sound:choose').length).toBeGreaterThan(3);
  expect(shown).toEqual([{ phase: 'starting', choice: page.choice }]);
  expect(sent.length).toBe(before);
});

test('desktop audio is looked for until its sound server is back, said once, and shown as failed meanwhile', async () => {
  const plugged = new Set<string>();
  const { opened } = openComputer(plugged);
  const { sounds, store, said, start } = open();
  await sounds.show({ sounds: [{ channelId: 'a', choice: { type: 'system' } }], mainId: 'b' });
  const phases: unknown[] = [];
  store.subscribe(({ channels }) => phases.push(channels['a']?.phase));
  await vi.advanceTimersByTimeAsync(7000);
  expect(opened.length).toBeGreaterThan(2);
  expect(phases.every((phase) => phase === 'failed')).toBe(true);
  expect(said.filter(([channel]) => channel === 'media:warning').length).toBe(1);
  plugged.add('server');
  await vi.advanceTimersByTimeAsync(2100);
  start('a');
  expect(store.getState().channels['a']?.phase).toBe('running');
  expect(store.getState().channels['a']?.error).toBeUndefined();
});

test('a microphone that follows the system is opened anew once the system uses another one', async () => {
  const group = { value: 'one' };
  const opened: unknown[] = [];
  const track = {
    ...{ label: 'Default', muted: false, getSettings: () => ({}) },
    ...{ addEventListener: () => undefined, stop: () => undefined },
  };
  const input = (deviceId: string, groupId: string) => ({
    kind: 'audioinput',
    deviceId,
    groupId,
    label: deviceId,
  });
  vi.stubGlobal('navigator', {
    mediaDevices: {
      enumerateDevices: () =>
        Promise.resolve([input('default', group.value), input('a', 'one'), input('b', 'two')]),
      getUserMedia: ({ audio }: { audio: { deviceId?: unknown } }) => {
        opened.push(audio.deviceId);
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
  const { sounds, start } = open();
  await sounds.show({ sounds: [{ channelId: 'a', choice: { type: 'microphone' } }], mainId: 'a' });
  start('a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(opened).toEqual([undefined]);
  group.value = 'two';
  await vi.advanceTimersByTimeAsync(2100);
  expect(opened).toEqual([undefined, undefined]);
  start('a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(opened.length).toBe(2);
  sounds.dispose();
});

test('a microphone that is muted outside Upcast is said after two seconds, and no more once it sounds again', async () => {
  const target = new EventTarget();
  const track = Object.assign(target, {
    ...{ label: 'one', muted: false, getSettings: () => ({}), stop: () => undefined },
  });
  const setMuted = (muted: boolean): void => {
    track.muted = muted;
    track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  };
  openComputer(new Set(['one']));
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue({
    getAudioTracks: () => [track],
    getTracks: () => [track],
  } as unknown as MediaStream);
  const { sounds, store, start, said } = open();
  await sounds.show({ sounds: [microphone('a', 'one')], mainId: 'a' });
  start('a');
  setMuted(true);
  await vi.advanceTimersByTimeAsync(500);
  setMuted(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(store.getState().channels['a']?.error).toBeUndefined();
  setMuted(true);
  await vi.advanceTimersByTimeAsync(2100);
  const { phase, error } = store.getState().channels['a'] ?? {};
  expect([phase, error?.code]).toEqual(['running', 'capture/muted']);
  expect(error && describeError(error).title).toBe('“one” is muted outside Upcast.');
  expect(said.filter(([channel]) => channel === 'media:warning').length).toBe(1);
  setMuted(false);
  expect(store.getState().channels['a']).toMatchObject({ phase: 'running' });
  expect(store.getState().channels['a']?.error).toBeUndefined();
  sounds.dispose();
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
