/** However Upcast is ended while live: the server sees a proper end, the recording and the report are whole, nobody waits for ever. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { strictDecodeErrors } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { chooseRecordingFolder } from '../../support/window/frames/recording-folder.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { runCommand, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const KEY = 'ending-test-key';
/** Only an app that never ends takes so long. */
const END_DEADLINE_MS = 60_000;

let server: NginxServer;
let folder: string;
let started: LaunchedBuild;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-ending-'));
  server = await startNginx();
  started = await launchApp({ userDataDir: join(folder, 'user-data') });
  await goLive();
});
afterEach(async () => {
  await started.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function goLive(): Promise<void> {
  const { page } = started;
  await saveDestination(page, { id: 'one', name: 'One', url: server.url }, KEY);
  await chooseRecordingFolder(started, join(folder, 'recordings'));
  await page.evaluate(
    async () =>
      await window.upcast.invoke('settings:update', { isRehearsing: false, isRecordingWhileLive: true }),
  );
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 2);
  expect(await server.publishers()).toEqual([KEY]);
}

/** The app is gone, and left nothing half done. */
async function expectProperEnd(): Promise<void> {
  const main = started.app.process();
  await waitUntil(
    'the end of the app',
    () => main.exitCode !== null || main.signalCode !== null,
    END_DEADLINE_MS,
  );
  expect([main.exitCode, main.signalCode]).toEqual([0, null]);
  expect(await server.publishers()).toEqual([]);
  const sent = await probe(await server.finishedRecording(KEY));
  expect(sent.videoPackets.length).toBeGreaterThan(30);
  const [recording = ''] = readdirSync(join(folder, 'recordings'));
  const path = join(folder, 'recordings', recording);
  expect(await strictDecodeErrors(path)).toBe('');
  expect((await probe(path)).videoPackets.length).toBeGreaterThanOrEqual(sent.videoPackets.length - 1);
  const reports = readdirSync(join(folder, 'user-data', 'past-streams')).filter((name) =>
    name.endsWith('.json'),
  );
  expect(reports).toHaveLength(1);
  const report = readFileSync(join(folder, 'user-data', 'past-streams', reports[0] ?? ''), 'utf8');
  expect((JSON.parse(report) as { summary: object }).summary).toMatchObject({ outcome: 'ended' });
}

/** Answers the question that comes before the end, and counts it. */
async function answerQuestion(response: 0 | 1): Promise<void> {
  await started.app.evaluate(({ app, dialog }, chosen) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      Object.assign(app, { asked: args.at(-1) });
      return Promise.resolve({ response: chosen, checkboxChecked: false });
    };
  }, response);
}

async function question(): Promise<unknown> {
  return await started.app.evaluate(({ app }) => (app as { asked?: unknown }).asked);
}

it('quitting while only a recording runs finishes it', async () => {
  const { page, app } = started;
  await runCommand(page, { type: 'endStream' });
  await waitForBadge(page, 'off');
  await page.getByRole('button', { name: 'Record', exact: true }).waitFor();
  expect(await runCommand(page, { type: 'startRecording' })).toMatchObject({ isDone: true });
  const made = await page.evaluate(() => window.upcast.invoke('engine:snapshot', undefined));
  const path = made.ok ? (made.value.recorder.path ?? '') : '';
  const writtenBytes = (): number => (existsSync(path) ? statSync(path).size : 0);
  await waitUntil('a recording that grows', () => writtenBytes() > 300_000);
  const bytesBefore = writtenBytes();
  await app.evaluate((electron) => setImmediate(() => electron.app.quit()));
  const main = app.process();
  await waitUntil('the end of the app', () => main.exitCode !== null, END_DEADLINE_MS);
  expect(await strictDecodeErrors(path)).toBe('');
  expect(statSync(path).size).toBeGreaterThan(bytesBefore);
});

describe('while live', () => {
  it('closing the window asks: it goes on, or ends as it should', async () => {
    await answerQuestion(1);
    await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(question).toMatchObject({
      message: 'You’re live.',
      buttons: ['End stream and close', 'Keep streaming'],
      defaultId: 1,
      cancelId: 1,
    });
    await started.app.evaluate(({ app }) => app.quit());
    await waitForBadge(started.page, 'live');
    expect(await server.publishers()).toEqual([KEY]);

    await answerQuestion(0);
    await started.app.evaluate(({ BrowserWindow }) =>
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()),
    );
    await expectProperEnd();
  });

  it('the system shutting down ends it as it should, also when it comes while one is asked', async () => {
    await started.app.evaluate(({ dialog, BrowserWindow }) => {
      // The question that nobody answers.
      dialog.showMessageBox = () => new Promise(() => undefined);
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await started.app.evaluate(({ powerMonitor }) => setImmediate(() => powerMonitor.emit('shutdown')));
    await expectProperEnd();
  });

  it('sleep and waking leave it live; SIGTERM ends it as it should, and asks nobody', async () => {
    await started.app.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
    const log = join(started.userDataDir, 'logs', 'upcast.jsonl');
    await waitUntil('the log', () => existsSync(log) && readFileSync(log, 'utf8').includes('awake again'));
    expect(readFileSync(log, 'utf8')).toContain('going to sleep');
    await waitOnAir(started.page, 4);
    expect(await server.publishers()).toEqual([KEY]);
    started.app.process().kill('SIGTERM');
    await expectProperEnd();
  });
});
