/** Parts that die while live: the window stays up, says what happened, and goes live again without a restart. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { runCommand } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let launched: LaunchedBuild;

beforeEach(async () => {
  launched = await launchApp({ args: fakeDevices });
});
afterEach(async () => {
  await runCommand(launched.page, { type: 'endStreamNow' });
  await waitUntil('the end', async () => (await snapshot()).broadcast.phase === 'idle');
  await launched.close();
});

async function snapshot(): Promise<EngineSnapshot> {
  const result = await launched.page.evaluate(() => window.upcast.invoke('engine:snapshot', undefined));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function events(): Promise<readonly BroadcastEvent[]> {
  const result = await launched.page.evaluate(() => window.upcast.invoke('engine:history', undefined));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.events;
}

async function encodedFrames(): Promise<number> {
  const result = await launched.page.evaluate(() => window.upcast.invoke('engine:history', undefined));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.lastSample?.encodedFrames ?? 0;
}

async function rehearse(): Promise<void> {
  const answer = await runCommand(launched.page, { type: 'startStream', isRehearsal: true });
  expect(answer).toMatchObject({ isDone: true });
  await waitUntil('being live', async () => (await snapshot()).broadcast.phase === 'live');
  await waitUntil('pictures', async () => (await encodedFrames()) > 0);
}

function kill(part: 'engine' | 'ffmpeg'): void {
  const root = launched.app.process().pid;
  if (root === undefined) throw new Error('the app has no process');
  // Chromium's own services run as utility processes too; the engine is the one of Node.
  const victims = sampleProcesses(root).filter((each) => each.part === part);
  expect(victims.length).toBeGreaterThan(0);
  for (const { pid } of victims) process.kill(pid, 'SIGKILL');
}

it('the engine dies while live: the window says so, and the stream begins again by itself', async () => {
  await rehearse();
  const before = await snapshot();
  kill('engine');
  await waitUntil('why, in the events of the next stream', async () =>
    (await events()).some(
      ({ kind, error }) => kind === 'captureWarning' && error?.code === 'internal/engine-exited',
    ),
  );
  await waitUntil('being live again', async () => (await snapshot()).broadcast.phase === 'live');
  await waitUntil('pictures', async () => (await encodedFrames()) > 0);
  expect((await snapshot()).revision).toBeGreaterThan(before.revision);
});

it('ffmpeg dies while live: the stream goes on with another', async () => {
  await rehearse();
  kill('ffmpeg');
  await waitUntil('the other encoder', async () =>
    (await events()).some(({ kind }) => kind === 'encoderRestarted'),
  );
  const frames = await encodedFrames();
  await waitUntil('more pictures', async () => (await encodedFrames()) > frames);
  expect((await snapshot()).broadcast.phase).toBe('live');
});

it('what is not for the page to do is refused', async () => {
  const { page } = launched;
  const outcome = await page.evaluate(async () => {
    const evaluated = await Promise.allSettled([
      window.upcast.invoke('settings:update', { drainSeconds: 999 }),
      fetch('https://example.com/'),
      fetch('upcast://app/../main/main.cjs').then((response) => response.status),
    ]);
    return {
      outcomes: evaluated.map((each) => (each.status === 'fulfilled' ? each.value : 'rejected')),
      opened: window.open('about:blank') === null,
      hasNode: 'require' in window || 'process' in window,
    };
  });
  expect(outcome.outcomes).toEqual([
    { ok: false, error: { code: 'input/bad-message', details: expect.any(Object) as object } },
    'rejected',
    404,
  ]);
  expect(outcome.opened).toBe(true);
  expect(outcome.hasNode).toBe(false);
  await page.evaluate(() => {
    window.location.href = 'https://example.invalid/';
  });
  expect(page.url()).toBe('upcast://app/index.html');
});
