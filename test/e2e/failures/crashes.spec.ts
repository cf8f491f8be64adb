/** Each process of the app crashes while it streams and records: what can go on goes on, the person is told, a dump lies in the profile. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { probe } from '../../support/media/ffprobe.ts';
import { descendantsOf } from '../../support/processes/process-tree.ts';
import { isRunning } from '../../../electron/settings/process-running.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { CRASH_KEY, CrashScene } from '../../support/window/crash-scene.ts';
import type { CrashPart } from '../../support/window/crash-scene.ts';

let scene: CrashScene;
beforeEach(async () => {
  scene = await CrashScene.open();
  await scene.start();
});
afterEach(async () => {
  await scene.remove();
});

const survived: readonly (readonly [CrashPart, string])[] = [
  ['window', 'The Upcast window crashed.'],
  ['graphics', 'The graphics process crashed.'],
  ['audio', 'The audio process crashed.'],
];

it.each(survived)(
  'the %s process crashes: the stream and the recording go on, it is told, and the next start offers diagnostics',
  async (part, words) => {
    await scene.goLive();
    const pid = await scene.crash(part);
    await scene.untilReplaced(part, pid);
    await scene.untilSaid(words);
    await scene.untilMoreFrames();
    expect(
      (await scene.events()).filter(({ error }) => error?.code === 'internal/process-crashed'),
    ).toHaveLength(1);
    expect((await scene.events()).filter(({ kind }) => kind === 'destinationLost')).toEqual([]);
    expect((await scene.snapshot()).recorder.phase).toBe('recording');
    expect(scene.dumps).toHaveLength(1);
    await scene.end();
    const arrived = await probe(await scene.server.finishedRecording(CRASH_KEY));
    expect(arrived.videoPackets.length).toBeGreaterThan(30);
    expect(scene.recordings).toHaveLength(1);
    await scene.close();

    await scene.start();
    await scene.untilSaid('Part of Upcast crashed last time.');
  },
);

it('the network process crashes: nothing of the stream needs it', async () => {
  await scene.goLive();
  const pid = await scene.crash('network');
  await scene.untilReplaced('network', pid);
  await scene.untilMoreFrames();
  expect((await scene.events()).filter(({ kind }) => kind === 'destinationLost')).toEqual([]);
  await scene.end();
});

it('the engine crashes: the stream and the recording begin again by themselves, and the first recording plays', async () => {
  await scene.goLive();
  const pid = await scene.crash('engine');
  await scene.untilSaid('The streaming engine stopped unexpectedly.');
  await scene.untilReplaced('engine', pid);
  await waitUntil('being live again', async () => (await scene.snapshot()).broadcast.phase === 'live');
  await scene.untilMoreFrames();
  expect((await scene.events()).some(({ error }) => error?.code === 'internal/engine-exited')).toBe(true);
  expect((await scene.snapshot()).recorder.phase).toBe('recording');
  expect(scene.dumps).toHaveLength(1);
  await scene.end();
  expect(scene.recordings).toHaveLength(2);
  for (const path of scene.recordings) {
    const { videoPackets } = await probe(path);
    expect(videoPackets.length).toBeGreaterThan(30);
  }
});

it('the app’s own process crashes: the recording plays, nothing is left running, and the next start offers diagnostics', async () => {
  await scene.goLive();
  const main = await scene.pidOf('main');
  const below = descendantsOf(main ?? 0);
  await scene.crash('main');
  await waitUntil('the end of every process', () => below.every((pid) => !isRunning(pid)));
  expect(scene.dumps).toHaveLength(1);
  const [recording = ''] = scene.recordings;
  expect((await probe(recording)).videoPackets.length).toBeGreaterThan(30);
  await scene.close();

  const { page } = await scene.start();
  await scene.untilSaid('Upcast closed unexpectedly last time.');
  await page.getByRole('button', { name: 'Save diagnostics…' }).waitFor();
});

it('a run that ended properly is no crash to the next one', async () => {
  await scene.close();
  const { page } = await scene.start();
  await page.getByRole('button', { name: 'Go live' }).waitFor();
  expect(await scene.words()).not.toContain('last time');
});
