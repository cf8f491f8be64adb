/**
 * A stream key is in no file, log line, output, argument list or environment, at any moment of a stream; and once it is
 * saved, in no memory of any process but main.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import { lookInMemory } from '../../support/processes/process-memory.ts';
import { descendantsOf, sampleProcesses } from '../../support/processes/process-tree.ts';
import type { Part } from '../../support/processes/process-tree.ts';
import { startProcess, waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { startEchoing } from '../../support/servers/echoing.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { secretFrame, waitForBadge } from '../../support/window/window-driver.ts';

const KEY = 'sk-3f9a-very-secret-key-77c1';
const TYPED_KEY = 'sk-9b1c-typed-by-hand-77aa03';
const PASTED_KEY = 'sk-41d0-pasted-whole-e2c9b7';
const PASSWORD = 'pw-1f5e-typed-by-hand-30d4c8';
const ADDRESS_PASSWORD = 'pw-52a7-in-an-address-94bd1e';
const OLD_PASSWORD = 'pw-80cc-of-old-settings-6f2d31';
const LOOK_EVERY_MS = 100;

let server: NginxServer;
let folder: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-secrets-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the system shows of a process to others: arguments and environment. Empty once it is gone. */
function visibleOf(pid: number): string {
  return ['cmdline', 'environ']
    .map((name) => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a stream key given to live', () => {
  it.each(['--key-file', '--key-stdin'])(
    'by %s reaches the server and nothing else',
    async (option) => {
      const userData = join(folder, 'user-data');
      const keyFile = join(folder, 'key.txt');
      writeFileSync(keyFile, `${KEY}\n`, { mode: 0o600 });
      const isByFile = option === '--key-file';
      const keyed = isByFile ? ['--key-file', keyFile] : ['--key-stdin'];
      const live = startProcess(
        process.execPath,
        [
          ...['build/live.mjs', '--source', 'pattern', '--to', server.url, ...keyed],
          ...['--seconds', '5', '--stats', join(folder, 'stats.ndjson')],
        ],
        {
          env: { ...process.env, UPCAST_USER_DATA: userData },
          stdin: isByFile ? 'ignore' : 'pipe',
        },
      );
      // The input stays open: the last key is all that is waited for.
      live.child.stdin?.write(`${KEY}\n`);
      const seen: string[] = [];
      let looks = 0;
      let hasSeenFfmpeg = false;
      const timer = setInterval(() => {
        const pid = live.child.pid;
        if (pid === undefined) return;
        looks += 1;
        for (const descendant of descendantsOf(pid)) {
          const text = visibleOf(descendant);
          if (/ffmpeg\0/.test(text)) hasSeenFfmpeg = true;
          if (text.includes(KEY)) seen.push(text.replaceAll('\0', ' ').slice(0, 200));
        }
      }, LOOK_EVERY_MS);
      const exit = await live.exited;
      clearInterval(timer);

      expect(exit, live.output()).toBe(0);
      expect(looks).toBeGreaterThan(5);
      expect(hasSeenFfmpeg).toBe(true);
      expect(seen).toEqual([]);
      expect(live.output()).not.toContain(KEY);
      const files = [...filesBelow(userData), join(folder, 'stats.ndjson')];
      expect(files.length).toBeGreaterThan(3);
      expect(files.filter((file) => readFileSync(file, 'latin1').includes(KEY))).toEqual([]);
      const recording = await probe(await server.finishedRecording(KEY));
      expect(recording.videoPackets.length).toBeGreaterThan(140);
    },
    60_000,
  );
});

/** False too for one that ended and was not yet collected by its parent. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

interface Holder {
  readonly pid: number;
  readonly part: Part;
}

/** The processes of the app, main aside, in whose memory one of the texts stands. */
function holdersOf(mainPid: number, texts: readonly string[]): readonly Holder[] {
  const holders: Holder[] = [];
  let readBytes = 0;
  for (const { pid, part } of sampleProcesses(mainPid)) {
    if (pid === mainPid) continue;
    const look = lookInMemory(pid, texts);
    readBytes += look.readBytes;
    if (look.findings.length > 0) holders.push({ pid, part });
  }
  // A look that read nothing would find nothing either.
  expect(readBytes).toBeGreaterThan(100_000_000);
  return holders;
}

/** While a key is typed it is in the form's process alone; saving ends that process. */
async function saveAndEndForm(page: Page, mainPid: number, key: string): Promise<void> {
  const holders = holdersOf(mainPid, [key]);
  expect(holders.map(({ part }) => part)).toEqual(['renderer']);
  await secretFrame(page).getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  await waitUntil('the end of the form’s process', () =>
    holders.every(({ pid }) => !existsSync(`/proc/${pid}`)),
  );
}

describe.each(['with a keyring', 'without a keyring'])('a key typed in the window, %s', (name) => {
  it('is in no memory but main’s once it is saved, and in no file', async () => {
    const keyring = name === 'with a keyring' ? await startKeyring() : undefined;
    const started = await launchApp({
      args: [`--password-store=${keyring === undefined ? 'basic' : 'gnome-libsecret'}`],
      env: keyring?.env ?? { DBUS_SESSION_BUS_ADDRESS: undefined },
    });
    const { page, app } = started;
    const mainPid = app.process().pid ?? 0;
    try {
      await page.getByRole('button', { name: 'Add destination' }).click();
      const dialog = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
      await dialog.getByLabel('Name', { exact: true }).fill('Typed');
      await dialog.getByRole('textbox', { name: 'Server' }).fill(server.url);
      await dialog.getByLabel('Stream key', { exact: true }).click();
      await page.keyboard.type(TYPED_KEY);
      await dialog.getByText('Sign-in').click();
      await dialog.getByLabel('Username').fill('me');
      await dialog.getByLabel('Password', { exact: true }).click();
      await page.keyboard.type(PASSWORD);
      await saveAndEndForm(page, mainPid, TYPED_KEY);
      expect(holdersOf(mainPid, [TYPED_KEY, PASSWORD])).toEqual([]);

      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `${server.url}/${PASTED_KEY}`);
      await page.getByRole('button', { name: 'Add destination' }).click();
      await dialog.getByRole('textbox', { name: 'Server' }).click();
      await page.keyboard.press('Control+V');
      await dialog.getByText(/^Upcast moved the /).waitFor();
      await app.evaluate(({ clipboard }) => clipboard.clear());
      await saveAndEndForm(page, mainPid, PASTED_KEY);
      expect(holdersOf(mainPid, [TYPED_KEY, PASTED_KEY, PASSWORD])).toEqual([]);
    } finally {
      await started.app.close();
      const files = filesBelow(started.userDataDir);
      expect(files.length).toBeGreaterThan(3);
      for (const secret of [TYPED_KEY, PASTED_KEY, PASSWORD])
        expect(files.filter((file) => readFileSync(file, 'latin1').includes(secret))).toEqual([]);
      await started.close();
      await keyring?.stop();
    }
  });
});

describe.each(['with a keyring', 'without a keyring'])('a password in a server’s address, %s', (name) => {
  it('reaches that server and no file, neither a new one nor one that the settings file held', async () => {
    const userDataDir = mkdtempSync(join(folder, 'address-'));
    const refusals = [`who is ${ADDRESS_PASSWORD}?`, `?user=me&pass=${ADDRESS_PASSWORD} is unknown`];
    const echoing = await startEchoing(() => refusals);
    const old = destinationSchema.parse({
      ...{ id: 'old', name: 'Old', serviceId: 'custom', isEnabled: false },
      url: `rtmp://127.0.0.1/live?user=me&pass=${OLD_PASSWORD}`,
    });
    const settings = { ...defaultSettings, isRehearsing: false, destinations: [old] };
    writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings));
    const keyring = name === 'with a keyring' ? await startKeyring() : undefined;
    const started = await launchApp({
      userDataDir,
      args: [`--password-store=${keyring === undefined ? 'basic' : 'gnome-libsecret'}`],
      env: { UPCAST_DEBUG: '1', ...(keyring?.env ?? { DBUS_SESSION_BUS_ADDRESS: undefined }) },
    });
    const { page, app } = started;
    const mainPid = app.process().pid ?? 0;
    try {
      if (keyring === undefined) await page.getByText('Couldn’t save a server password.').first().waitFor();
      const address = `${echoing.url}?user=me&pass=${ADDRESS_PASSWORD}`;
      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), address);
      await page.getByRole('button', { name: 'Add destination' }).click();
      const dialog = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
      await dialog.getByRole('textbox', { name: 'Server' }).click();
      await page.keyboard.press('Control+V');
      await dialog.getByText('Upcast moved the secret part of the address to its own field.').waitFor();
      expect(await dialog.getByRole('textbox', { name: 'Server' }).inputValue()).toBe(echoing.url);
      await app.evaluate(({ clipboard }) => clipboard.clear());
      await dialog.getByLabel('Stream key', { exact: true }).fill(TYPED_KEY);
      await saveAndEndForm(page, mainPid, ADDRESS_PASSWORD);
      expect(holdersOf(mainPid, [ADDRESS_PASSWORD, OLD_PASSWORD])).toEqual([]);

      await page.getByRole('radio', { name: 'Test pattern' }).click();
      await page.getByRole('button', { name: 'Go live' }).click();
      await waitForBadge(page, 'live');
      expect(echoing.connects).toEqual([{ app: `live?user=me&pass=${ADDRESS_PASSWORD}`, tcUrl: address }]);
      await page.getByText('who is •••?').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'End stream' }).click();
      await waitForBadge(page, 'off');
    } finally {
      await started.close();
      await keyring?.stop();
      await echoing.stop();
    }
    const files = filesBelow(userDataDir);
    expect(files.length).toBeGreaterThan(3);
    for (const secret of [ADDRESS_PASSWORD, OLD_PASSWORD])
      expect(files.filter((file) => readFileSync(file, 'latin1').includes(secret))).toEqual([]);
  }, 90_000);
});

describe('a crash', () => {
  it('of the form, the window, the engine and main leaves no key behind in any file', async () => {
    const userDataDir = join(folder, 'crashed');
    const started = await launchApp({ userDataDir, env: { DBUS_SESSION_BUS_ADDRESS: undefined } });
    const { page, app } = started;
    const main = app.process();
    const form = secretFrame(page);
    try {
      await page.getByRole('button', { name: 'Add destination' }).click();
      await form.getByRole('textbox', { name: 'Server' }).fill(server.url);
      await form.getByLabel('Stream key', { exact: true }).click();
      await page.keyboard.type(TYPED_KEY);
      const [holder] = holdersOf(main.pid ?? 0, [TYPED_KEY]);
      await form.getByRole('button', { name: 'Save' }).click();
      await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
      await waitUntil('the end of the form’s process', () => !existsSync(`/proc/${holder?.pid ?? 0}`));

      await page.getByRole('button', { name: 'Add destination' }).click();
      await form.getByLabel('Stream key', { exact: true }).click();
      await page.keyboard.type(PASTED_KEY);
      const [second] = holdersOf(main.pid ?? 0, [PASTED_KEY]);
      const processes = sampleProcesses(main.pid ?? 0);
      const pidOf = (part: Part): number => processes.find((each) => each.part === part)?.pid ?? 0;
      const engine = pidOf('engine');
      const window = processes.find(({ part, pid }) => part === 'renderer' && pid !== second?.pid)?.pid ?? 0;
      for (const pid of [second?.pid ?? 0, engine, window, main.pid ?? 0]) {
        expect(pid).toBeGreaterThan(1);
        if (isAlive(pid)) process.kill(pid, 'SIGSEGV');
        await waitUntil(`the end of ${pid}`, () => !isAlive(pid));
      }
    } finally {
      main.kill('SIGKILL');
      await started.close().catch(() => undefined);
    }
    const files = filesBelow(userDataDir);
    expect(files.length).toBeGreaterThan(3);
    for (const secret of [TYPED_KEY, PASTED_KEY])
      expect(files.filter((file) => readFileSync(file, 'latin1').includes(secret))).toEqual([]);
  });
});
