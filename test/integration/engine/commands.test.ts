/** Every command to the real engine, in each phase, twice, with ids that don't exist: each is answered once, by what it did. */
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EngineCommand } from '../../../shared/ipc/engine-control.ts';
import { destinationOf } from '../../long/support/destinations.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';

const profile = {
  ...defaultEncodingProfile,
  ...({ width: 320, height: 180, fps: 30, videoKbps: 400 } as const),
  ...({ encoder: 'libx264', preset: 'ultrafast' } as const),
};
const encoding = mainEncoding(profile);
let rig: EngineRig;
afterEach(() => rig.end());

/** Nothing that these name is on air. */
function pointless(): readonly EngineCommand[] {
  return [
    { type: 'removeDestination', id: 'nobody' },
    { type: 'retryNow', id: 'nobody' },
    { type: 'giveUp', id: 'nobody' },
    { type: 'useBackup', id: 'nobody' },
    { type: 'stopRecording' },
  ];
}

async function codesOf(commands: readonly EngineCommand[]): Promise<readonly (string | undefined)[]> {
  const codes = [];
  for (const command of [...commands, ...commands].toSorted((a, b) => a.type.localeCompare(b.type)))
    codes.push((await rig.ask(command)).error?.code);
  return codes;
}

it('refuses what has nothing to act on, before, while and after a stream', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  const stray = destinationOf({ key: 'stray', url: 'rtmp://127.0.0.1:1/live' });
  const idle: readonly EngineCommand[] = [...pointless(), { type: 'stopBroadcast' }, { type: 'endNow' }];
  const refused = (count: number) => Array.from({ length: count }, () => 'studio/not-ready');
  expect(await codesOf(idle)).toEqual(refused(14));
  expect(
    (await rig.ask({ type: 'addDestination', destination: { ...stray, encodingId: MAIN_ID } })).error,
  ).toEqual({ code: 'studio/not-ready', details: { reason: 'nothingLive' } });

  await rig.goLive([], { isRecording: false });
  expect(await codesOf(pointless())).toEqual(refused(10));
  expect((await rig.ask({ type: 'retryNow', id: 'rehearsal' })).error?.code).toBe('studio/not-ready');
  expect((await rig.ask({ type: 'useBackup', id: 'rehearsal' })).error?.code).toBe('studio/not-ready');

  await rig.stop();
  expect(await codesOf(idle)).toEqual(refused(14));
});

it('answers after the state that a command led to', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  await rig.goLive([], { isRecording: false });
  const phase = (id: string) => rig.snapshot?.destinations.find((each) => each.id === id)?.state.phase;

  const far = destinationOf({ key: 'far', url: 'rtmp://127.0.0.1:1/live' });
  expect(
    await rig.ask({ type: 'addDestination', destination: { ...far, encodingId: MAIN_ID } }),
  ).not.toHaveProperty('error');
  expect(phase('far')).toBeDefined();
  await rig.until(
    'the refused connection',
    () => phase('far') === 'reconnecting' || phase('far') === 'failed',
  );
  expect(await rig.ask({ type: 'retryNow', id: 'far' })).not.toHaveProperty('error');
  expect(await rig.ask({ type: 'removeDestination', id: 'far' })).not.toHaveProperty('error');
  expect(phase('far')).toBeUndefined();
  expect((await rig.ask({ type: 'removeDestination', id: 'far' })).error?.code).toBe('studio/not-ready');

  const recording = {
    encodingId: MAIN_ID,
    path: join(rig.folder, 'by-hand.mp4'),
    split: { by: 'never' as const },
  };
  const start: EngineCommand = { type: 'startRecording', recording, encoding };
  expect(await rig.ask(start)).not.toHaveProperty('error');
  expect(rig.snapshot?.recorder.phase).toBe('recording');
  expect((await rig.ask(start)).error?.code).toBe('studio/not-ready');
  expect(await rig.ask({ type: 'stopRecording' })).not.toHaveProperty('error');
  expect(rig.snapshot?.recorder.phase).toBe('off');

  const again: EngineCommand = {
    ...{ type: 'startBroadcast', encodings: [encoding], destinations: [], rehearse: false },
    ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
  };
  expect((await rig.ask(again)).error?.details).toEqual({ reason: 'streamRunning' });
  expect(
    await rig.ask({ type: 'changeProfile', encodingId: MAIN_ID, profile: { ...profile, videoKbps: 500 } }),
  ).not.toHaveProperty('error');
  expect(await rig.ask({ type: 'endNow' })).not.toHaveProperty('error');
  expect(rig.snapshot?.broadcast.phase).toBe('idle');
});

it('never begins a stream that was stopped while it started', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  const start: EngineCommand = {
    ...{
      type: 'startBroadcast',
      encodings: [encoding],
      destinations: [],
      rehearse: { encodingId: MAIN_ID, name: 'Rehearsal', protocol: 'rtmps' },
    },
    ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
  };
  const [begun, stopped] = await Promise.all([rig.ask(start), rig.ask({ type: 'stopBroadcast' })]);
  expect(stopped).not.toHaveProperty('error');
  expect(begun.error?.code).toBe('internal/aborted');
  expect(rig.snapshot?.broadcast.phase ?? 'idle').toBe('idle');
});

it(
  'refuses ids of encodings that it does not know, and goes on with the one that runs',
  { timeout: 60_000 },
  async () => {
    rig = await EngineRig.create(profile);
    const recording = {
      encodingId: 'slow',
      path: join(rig.folder, 'refused.mp4'),
      split: { by: 'never' as const },
    };
    const far = { ...destinationOf({ key: 'far', url: 'rtmp://127.0.0.1:1/live' }), encodingId: 'slow' };
    const start: EngineCommand = {
      ...{ type: 'startBroadcast', encodings: [encoding], destinations: [], rehearse: false },
      ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
    };
    const commands: readonly EngineCommand[] = [
      { ...start, destinations: [far] },
      { ...start, recording },
      { ...start, rehearse: { encodingId: 'slow', name: 'Rehearsal', protocol: 'rtmp' } },
      { ...start, encodings: [{ ...encoding, canvasId: 'upright' }] },
      { ...start, encodings: [encoding, { ...encoding, id: 'slow' }] },
      { type: 'addDestination', destination: far },
      { type: 'changeProfile', encodingId: 'slow', profile },
      { type: 'startRecording', recording, encoding },
      { type: 'startRecording', recording, encoding: { ...encoding, id: 'slow', trackId: 'music' } },
    ];
    const codes = async (asked = commands) => {
      const answers = [];
      for (const command of asked) answers.push((await rig.ask(command)).error?.code);
      return new Set(answers);
    };
    const forStream = ({ type }: EngineCommand) => type === 'addDestination' || type === 'changeProfile';
    expect(await codes(commands.filter((command) => !forStream(command)))).toEqual(
      new Set(['input/bad-message']),
    );
    expect(await codes(commands.filter(forStream))).toEqual(new Set(['studio/not-ready']));
    expect(rig.snapshot?.encoders ?? []).toEqual([]);

    await rig.goLive([], { isRecording: false });
    expect(rig.snapshot?.encoders).toMatchObject([{ encodingId: MAIN_ID, profile }]);
    const isStart = ({ type }: EngineCommand) => type === 'startBroadcast';
    expect(await codes(commands.filter((command) => !isStart(command)))).toEqual(
      new Set(['input/bad-message']),
    );
    expect(await codes(commands.filter(isStart))).toEqual(new Set(['studio/not-ready']));
    expect(rig.snapshot?.destinations.map(({ id }) => id)).toEqual(['rehearsal']);
    expect(rig.snapshot?.recorder.phase).toBe('off');
  },
);

it(
  'stops a recording before its first keyframe, and once for all who ask while it is finished',
  { timeout: 60_000 },
  async () => {
    rig = await EngineRig.create(profile);
    const phase = () => rig.snapshot?.recorder.phase;
    const path = join(rig.folder, 'never.mp4');
    const start: EngineCommand = {
      type: 'startRecording',
      recording: { encodingId: MAIN_ID, path, split: { by: 'never' } },
      encoding,
    };
    const refused = rig.ask(start);
    await rig.until('the recording to wait', () => phase() === 'waiting');
    expect((await rig.ask(start)).error?.details).toEqual({ reason: 'alreadyRecording' });
    expect(await rig.ask({ type: 'stopRecording' })).not.toHaveProperty('error');
    expect((await refused).error?.code).toBe('internal/aborted');
    expect(phase()).toBe('off');
    expect(existsSync(path)).toBe(false);

    const late = rig.ask(start);
    await rig.until('the recording to wait', () => phase() === 'waiting');
    rig.player.start();
    expect(await late).not.toHaveProperty('error');
    expect(phase()).toBe('recording');
    const stops = await Promise.all([1, 2].map(async () => await rig.ask({ type: 'stopRecording' })));
    for (const stop of stops) expect(stop).not.toHaveProperty('error');
    expect(phase()).toBe('off');
    expect(existsSync(path)).toBe(true);
    expect((await rig.ask({ type: 'stopRecording' })).error?.details).toEqual({ reason: 'notRecording' });
    expect(rig.events.filter(({ kind }) => kind === 'recordingFailed')).toEqual([]);
  },
);

/** No disk finishes a file until `release`. */
async function slowDisk(folder: string): Promise<{ readonly release: () => void }> {
  const handle = await open(join(folder, 'probe'), 'w');
  const prototype = Object.getPrototypeOf(handle) as { sync: () => Promise<void> };
  await handle.close();
  const { sync } = prototype;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  prototype.sync = async function slow(this: { sync: () => Promise<void> }) {
    await released;
    await sync.call(this);
  };
  return {
    release: () => {
      prototype.sync = sync;
      release();
    },
  };
}

it(
  'is not taken for silent while a slow disk finishes a recording, and begins nothing that it refused',
  { timeout: 60_000 },
  async () => {
    rig = await EngineRig.create(profile);
    const phase = () => rig.snapshot?.recorder.phase;
    await rig.goLive();
    await rig.until('the recording', () => phase() === 'recording');
    const disk = await slowDisk(rig.folder);
    try {
      expect(await rig.ask({ type: 'endNow' })).not.toHaveProperty('error');
      expect(await rig.ask({ type: 'stopRecording' })).not.toHaveProperty('error');
      expect(phase()).toBe('finishing');
      const start: EngineCommand = {
        ...{ type: 'startBroadcast', encodings: [encoding], destinations: [] },
        ...{ rehearse: { encodingId: MAIN_ID, name: 'Rehearsal', protocol: 'rtmp' } },
        ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
      };
      expect((await rig.ask(start)).error?.details).toEqual({ reason: 'recordingEnding' });
    } finally {
      disk.release();
    }
    await rig.until('the whole file', () => phase() === 'off');
    expect(rig.snapshot?.broadcast.phase).toBe('idle');
  },
);
