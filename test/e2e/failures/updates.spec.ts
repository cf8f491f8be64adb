/** The packaged app finds, checks and installs a newer version from a feed on this computer, once, with its settings whole. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import type { UpdateState, UpdateView } from '../../../shared/updates/update-state.ts';
import { isRunning } from '../../../electron/settings/process-running.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import type { Keyring } from '../../support/computer/keyring.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { NEW_VERSION, startUpdateFeed } from '../../support/servers/update-feed.ts';
import type { UpdateFeed } from '../../support/servers/update-feed.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchPackagedApp } from '../../support/window/electron-app.ts';
import type { LaunchedApp } from '../../support/window/electron-app.ts';
import { appImageOf, packVersion, writeAppImage } from '../../support/window/packaged-version.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { endBroadcast, runCommand, waitForBadge } from '../../support/window/window-driver.ts';

const OLD_VERSION = '0.1.0';
const KEYRING = '--password-store=gnome-libsecret';

let folder: string;
let feed: UpdateFeed;
let run: string;
let program: string;
let keyring: Keyring;
let started: LaunchedApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-updates-'));
  feed = await startUpdateFeed();
  keyring = await startKeyring();
  const { publicKey: updateKey, url: feedUrl } = feed;
  for (const version of [OLD_VERSION, NEW_VERSION])
    await packVersion(join(folder, version), { version, updateKey, feedUrl });
});
afterAll(async () => {
  await feed.stop();
  await keyring.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  run = mkdtempSync(join(folder, 'run-'));
  mkdirSync(join(run, 'profile'));
  const settings = { ...defaultSettings, recordingFolder: run };
  writeFileSync(join(run, 'profile', 'settings.json'), JSON.stringify(settings));
  program = join(run, 'Upcast.AppImage');
  writeAppImage(program, appImageOf(join(folder, OLD_VERSION)));
  started = await launchPackagedApp(program, {
    args: [...fakeDevices, KEYRING],
    userDataDir: join(run, 'profile'),
    env: { ...keyring.env, UPCAST_FFMPEG: undefined, XDG_CACHE_HOME: join(run, 'cache') },
  });
});
afterEach(async () => {
  await started.close();
});

async function view(page: Page): Promise<UpdateView> {
  const answer = await page.evaluate(() => window.upcast.invoke('update:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function untilPhase(phase: UpdateState['phase']): Promise<UpdateState> {
  await waitUntil(`the update to be ${phase}`, async () => (await view(started.page)).state.phase === phase);
  return (await view(started.page)).state;
}

const check = (): Promise<unknown> =>
  started.page.evaluate(() => window.upcast.invoke('update:check', undefined));
const fetched = (): boolean => feed.requests.some((path) => path.endsWith('.AppImage'));

it('A3: refuses a version whose signature or whose hash is wrong, and stays as it is', async () => {
  feed.requests.length = 0;
  feed.offer(appImageOf(join(folder, NEW_VERSION)), { isForged: true });
  await check();
  expect(await untilPhase('failed')).toMatchObject({ error: { code: 'update/not-genuine' } });
  expect(fetched()).toBe(false);
  feed.offer(appImageOf(join(folder, NEW_VERSION)), { isOther: true });
  await check();
  expect(await untilPhase('failed')).toMatchObject({ error: { code: 'update/not-genuine' } });
  expect(fetched()).toBe(true);
  const answer = await started.page.evaluate(() => window.upcast.invoke('update:install', undefined));
  expect(answer).toMatchObject({ ok: false, error: { details: { reason: 'noUpdate' } } });
  expect(readFileSync(program, 'utf8')).toBe(appImageOf(join(folder, OLD_VERSION)));
});

it('A3: is put off while live and while recording, then installs itself once, and everything that was saved is there', async () => {
  const { page } = started;
  const [port = 0] = await findFreePorts(1);
  const newProgram = appImageOf(join(folder, NEW_VERSION), [`--remote-debugging-port=${port}`, KEYRING]);
  feed.requests.length = 0;
  feed.offer(newProgram);
  const saved = await saveDestination(
    page,
    { id: 'one', name: 'Server one', url: 'rtmp://127.0.0.1/live' },
    'a-key-77',
  );

  await runCommand(page, { type: 'startStream', isRehearsal: true });
  await waitForBadge(page, 'live');
  await check();
  expect(await untilPhase('waiting')).toMatchObject({ update: { version: NEW_VERSION } });
  expect(fetched()).toBe(false);
  await endRehearsal(page);
  await untilPhase('ready');
  await page.getByRole('button', { name: 'What’s new' }).click();
  const dialog = page.getByRole('dialog', { name: 'Updates' });
  await dialog.getByText('Streams never end by themselves.').waitFor();
  const restart = dialog.getByRole('button', { name: 'Restart and update' });
  await runCommand(page, { type: 'startRecording' });
  await untilRecorder(page, 'recording');
  expect(await restart.isDisabled()).toBe(true);
  const refused = await page.evaluate(() => window.upcast.invoke('update:install', undefined));
  expect(refused).toMatchObject({ ok: false, error: { details: { reason: 'updateWhileLive' } } });
  await runCommand(page, { type: 'stopRecording' });
  await untilRecorder(page, 'off');
  for (const theme of ['dark', 'light'] as const) expect(await brokenRules(page, theme)).toEqual([]);

  await restart.focus();
  await page.keyboard.press('Enter');
  const browser = await connectTo(port);
  try {
    const newPage = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (newPage === undefined) throw new Error('the new version has no window');
    await newPage.getByText(`Upcast was updated to ${NEW_VERSION}.`).first().waitFor({ timeout: 30_000 });
    expect(await view(newPage)).toMatchObject({ version: NEW_VERSION, installed: { from: OLD_VERSION } });
    const settings = await newPage.evaluate(() => window.upcast.invoke('settings:get', undefined));
    // With its key, which the keychain holds.
    expect(saved.hasKey).toBe(true);
    expect(settings.ok && settings.value.destinations).toEqual([saved]);
  } finally {
    await browser.close();
    await endVersion(join(folder, NEW_VERSION));
  }
  expect(readFileSync(program, 'utf8')).toBe(newProgram);
  expect(existsSync(join(run, 'profile', 'before-update', 'settings.json'))).toBe(true);
  expect(existsSync(join(run, 'profile', 'update.json'))).toBe(false);
});

async function untilRecorder(page: Page, phase: 'recording' | 'off'): Promise<void> {
  await waitUntil(`the recorder to be ${phase}`, async () => {
    const answer = await page.evaluate(() => window.upcast.invoke('engine:snapshot', undefined));
    return answer.ok && answer.value.recorder.phase === phase;
  });
}

/** Its report opens over whatever is open. */
async function endRehearsal(page: Page): Promise<void> {
  await endBroadcast(page);
  const report = page.getByRole('dialog', { name: 'Rehearsal report' });
  await report.waitFor();
  await report.getByRole('button', { name: 'Close' }).first().click();
  await report.waitFor({ state: 'detached' });
}

/** Once the new version listens. */
async function connectTo(port: number): Promise<Browser> {
  let browser: Browser | undefined;
  await waitUntil('the new version', async () => {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined);
    return browser !== undefined;
  });
  if (browser === undefined) throw new Error('the new version didn’t start');
  return browser;
}

/** Processes whose program lies in the folder: the new version is nobody's child. */
async function endVersion(of: string): Promise<void> {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && commandOf(pid).startsWith(of));
  const main = pids.filter((pid) => !commandOf(pid).includes('--type='));
  for (const pid of main) process.kill(pid, 'SIGTERM');
  await waitUntil('the end of the new version', () => main.every((pid) => !isRunning(pid)));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
