/** Every command to the real engine, in each phase, twice, with ids that don't exist: each is answered once, by what it did. */
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EngineCommand } from '../../../shared/ipc/engine-control.ts';
import { destinationOf } from '../../long/destinations.ts';
import { EngineRig } from '../../support/engine-rig.ts';

const profile = {
  ...defaultEncodingProfile,
  ...({ width: 320, height: 180, fps: 30, videoKbps: 400 } as const),
  ...({ encoder: 'libx264', preset: 'ultrafast' } as const),
};
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
  expect((await rig.ask({ type: 'addDestination', destination: stray })).error?.code).toBe(
    'input/bad-message',
  );

  await rig.goLive([], { isRecording: false });
  expect(await codesOf(pointless())).toEqual(refused(10));
  expect((await rig.ask({ type: 'retryNow', id: REHEARSAL_ID })).error?.code).toBe('studio/not-ready');
  expect((await rig.ask({ type: 'useBackup', id: REHEARSAL_ID })).error?.code).toBe('studio/not-ready');

  await rig.stop();
  expect(await codesOf(idle)).toEqual(refused(14));
});

it('answers after the state that a command led to', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  await rig.goLive([], { isRecording: false });
  const phase = (id: string) => rig.snapshot?.destinations.find((each) => each.id === id)?.state.phase;

  const far = destinationOf({ key: 'far', url: 'rtmp://127.0.0.1:1/live' });
  expect(await rig.ask({ type: 'addDestination', destination: far })).not.toHaveProperty('error');
  expect(phase('far')).toBeDefined();
  await rig.until(
    'the refused connection',
    () => phase('far') === 'reconnecting' || phase('far') === 'failed',
  );
  expect(await rig.ask({ type: 'retryNow', id: 'far' })).not.toHaveProperty('error');
  expect(await rig.ask({ type: 'removeDestination', id: 'far' })).not.toHaveProperty('error');
  expect(phase('far')).toBeUndefined();
  expect((await rig.ask({ type: 'removeDestination', id: 'far' })).error?.code).toBe('studio/not-ready');

  const recording = { path: join(rig.folder, 'by-hand.mp4'), split: { by: 'never' as const } };
  const start: EngineCommand = { type: 'startRecording', recording, profile };
  expect(await rig.ask(start)).not.toHaveProperty('error');
  expect(rig.snapshot?.recorder.phase).toBe('recording');
  expect((await rig.ask(start)).error?.code).toBe('studio/not-ready');
  expect(await rig.ask({ type: 'stopRecording' })).not.toHaveProperty('error');
  expect(rig.snapshot?.recorder.phase).toBe('off');

  const again: EngineCommand = {
    ...{ type: 'startBroadcast', profile, destinations: [], rehearse: false },
    ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
  };
  expect((await rig.ask(again)).error?.code).toBe('input/bad-message');
  expect(
    await rig.ask({ type: 'changeProfile', profile: { ...profile, videoKbps: 500 } }),
  ).not.toHaveProperty('error');
  expect(await rig.ask({ type: 'endNow' })).not.toHaveProperty('error');
  expect(rig.snapshot?.broadcast.phase).toBe('idle');
});

it('never begins a stream that was stopped while it started', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  const start: EngineCommand = {
    ...{ type: 'startBroadcast', profile, destinations: [], rehearse: { isTls: true } },
    ...{ isDynamicBitrate: false, drainMs: 0, shouldRetryFirst: false },
  };
  const [begun, stopped] = await Promise.all([rig.ask(start), rig.ask({ type: 'stopBroadcast' })]);
  expect(stopped).not.toHaveProperty('error');
  expect(begun.error?.code).toBe('internal/aborted');
  expect(rig.snapshot?.broadcast.phase ?? 'idle').toBe('idle');
});
