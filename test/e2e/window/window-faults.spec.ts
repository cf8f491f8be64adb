/** Faults of the window and of main: a broken state, a flood of events, an error that nobody caught, a page that dies. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { addDestination, waitForBadge } from '../../support/window/window-driver.ts';

let launched: LaunchedBuild;
let userDataDir: string;

beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-faults-'));
  launched = await launchApp({ args: fakeDevices, userDataDir });
});
afterEach(async () => {
  await launched.close().catch(() => undefined);
  rmSync(userDataDir, { recursive: true, force: true });
});

/** What the engine would report. */
async function send(channel: 'engine:snapshot' | 'engine:events', payload: unknown): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, message) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(message.channel, message.payload),
    { channel, payload },
  );
}

const live = { phase: 'live', sinceMs: 0, isBackup: false } as const;
const onAir = (destinations: unknown): unknown => ({
  revision: 1_000_000,
  broadcast: { phase: 'live', sinceMs: Date.now() },
  destinations,
  recorder: { phase: 'off' },
  encoders: [],
});

async function log(): Promise<string> {
  // What waits is on the disk within moments: asking main once is later than that.
  await launched.app.evaluate(() => undefined);
  return readFileSync(join(userDataDir, 'logs', 'upcast.jsonl'), 'utf8');
}

async function startRehearsal(): Promise<void> {
  await launched.page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await waitForBadge(launched.page, 'live');
}

async function phase(): Promise<EngineSnapshot['broadcast']['phase']> {
  const answer = await launched.page.evaluate(() => window.upcast.invoke('engine:snapshot', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.broadcast.phase;
}

it('one card that cannot be rendered leaves a notice in its place, and the other parts work', async () => {
  const { page } = launched;
  for (const name of ['Server one', 'Server two'])
    await addDestination(page, { name, url: 'rtmp://127.0.0.1/live', key: 'a-key-of-this-test', caPem: '' });
  await page.getByRole('article', { name: 'Server two' }).waitFor();
  const ids = await page.evaluate(async () => {
    const answer = await window.upcast.invoke('settings:get', undefined);
    return answer.ok ? answer.value.destinations.map(({ id }) => id) : [];
  });
  await send(
    'engine:snapshot',
    onAir([
      { id: ids[0], name: 'Server one', state: live, tls: { protocol: 5 } },
      { id: ids[1], name: 'Server two', state: live },
    ]),
  );
  await page.getByRole('alert', { name: 'Server one' }).getByText('Can’t show').waitFor();
  await page.getByRole('article', { name: 'Server two' }).waitFor();
  await page.getByRole('button', { name: 'End stream' }).waitFor();
  await waitUntil('the fault in the log', async () => (await log()).includes('is not a function'));
});

it('a window that cannot be rendered at all keeps End stream and comes back by a reload', async () => {
  const { page } = launched;
  await startRehearsal();
  await send('engine:snapshot', onAir(null));
  await page.getByRole('heading', { name: 'Upcast can’t show its window' }).waitFor();
  await page.getByRole('button', { name: 'Reload window' }).click();
  await waitForBadge(page, 'live');
  await send('engine:snapshot', onAir(null));
  await page.getByRole('button', { name: 'End stream' }).click();
  await waitUntil('the end', async () => (await phase()) === 'idle');
});

it('2,500 events and snapshots a second leave End stream at hand, and what came before in the log', async () => {
  const { page, app } = launched;
  await startRehearsal();
  await app.evaluate(({ BrowserWindow }) => {
    let count = 0;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const timer = setInterval(() => {
      const events = Array.from({ length: 125 }, () => {
        count += 1;
        const details = { words: `words ${count}`, times: 1, isRepeated: false };
        const what = { kind: 'serverSaid', code: 'serverSaid', details, destinationName: 'Server one' };
        return { type: 'event', timeMs: Date.now(), ...what };
      });
      if (contents?.isDestroyed() === false) contents.send('engine:events', events);
      else clearInterval(timer);
    }, 50);
  });
  await page.getByText('words 5', { exact: false }).first().waitFor({ state: 'attached' });
  const answeredMs = await page.evaluate(async () => {
    const delays: number[] = [];
    const button = document.querySelector<HTMLButtonElement>('[title="Ctrl+Enter"]');
    for (let index = 0; index < 20; index += 1) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      delays.push(performance.now() - before - 50);
    }
    return button === null ? Number.NaN : Math.max(...delays);
  });
  process.stdout.write(`longest the page was busy: ${answeredMs.toFixed(0)} ms\n`);
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  await waitUntil('the end', async () => (await phase()) === 'idle');
  expect(await log()).toContain('broadcastStarted');
});

it('an error that nobody caught in main is logged without keys, ends the stream and then the process, with a code of its own', async () => {
  const { app, page } = launched;
  const key = 'key-that-nobody-may-read';
  await addDestination(page, { url: 'rtmp://127.0.0.1/live', key, caPem: '' });
  await page.getByRole('switch', { name: 'Rehearse instead of going live' }).click();
  await startRehearsal();
  const ended = new Promise<number | null>((resolve) => {
    app.process().once('exit', (code) => resolve(code));
  });
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    setTimeout(() => {
      throw new Error('thrown with key-that-nobody-may-read');
    }, 10);
  });
  expect(await ended).toBe(70);
  const text = readFileSync(join(userDataDir, 'logs', 'upcast.jsonl'), 'utf8');
  expect(text).toContain('an error that nobody caught');
  expect(text).toContain('broadcastEnded');
  expect(text).not.toContain('key-that-nobody-may-read');
});

it('a page that dies again and again is reloaded three times, then the user is asked', async () => {
  const { app } = launched;
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const state = globalThis as unknown as { asked: number };
    state.asked = 0;
    dialog.showMessageBox = () => {
      state.asked += 1;
      return new Promise(() => undefined);
    };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on('did-start-loading', () => setTimeout(() => contents.forcefullyCrashRenderer(), 50));
    contents?.forcefullyCrashRenderer();
  });
  await waitUntil('the question', async () =>
    app.evaluate(() => (globalThis as unknown as { asked: number }).asked === 1),
  );
  const deaths = (await log()).split("the window's process ended").length - 1;
  expect(deaths).toBe(4);
});

it('folders of the profile are closed to others', async () => {
  await launched.page.evaluate(() => document.title);
  expect(statSync(userDataDir).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(userDataDir).filter((each) => /^(logs|past-streams|takes)$/.test(each)))
    expect([name, statSync(join(userDataDir, name)).mode & 0o777]).toEqual([name, 0o700]);
  expect(existsSync(join(userDataDir, 'logs'))).toBe(true);
});
