/** Stream keys and the system's keychain: sealed and found again with a real one, kept for the run only without. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { waitForBadge } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const KEY = 'keychain-test-key-90d4';
const ID = 'kept';

let server: NginxServer;
let userDataDir: string;
let started: LaunchedBuild | undefined;

beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-keychain-'));
  server = await startNginx({ allowedKeys: [KEY] });
});
afterEach(async () => {
  await close();
  await server.stop();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function launch(backend: string, env: Readonly<Record<string, string | undefined>>): Promise<Page> {
  started = await launchApp({ userDataDir, args: [`--password-store=${backend}`], env });
  return started.page;
}

async function close(): Promise<void> {
  await started?.close();
  started = undefined;
}

async function hasKeychain(page: Page): Promise<boolean> {
  const facts = await page.evaluate(() => window.upcast.invoke('app:facts', undefined));
  if (!facts.ok) throw new Error(facts.error.code);
  return facts.value.hasKeychain;
}

async function save(page: Page): Promise<void> {
  const saved = await saveDestination(page, { id: ID, name: 'Kept', url: server.url }, KEY);
  expect(saved).toMatchObject({ id: ID, hasKey: true });
  expect(JSON.stringify(saved)).not.toContain(KEY);
}

async function keyIsThere(page: Page): Promise<boolean | undefined> {
  const settings = await page.evaluate(() => window.upcast.invoke('settings:get', undefined));
  if (!settings.ok) throw new Error(settings.error.code);
  return settings.value.destinations.find(({ id }) => id === ID)?.hasKey;
}

/** Goes live for real with the test picture, until the server says that it has the stream. */
async function broadcast(page: Page): Promise<void> {
  await page.evaluate(() => window.upcast.invoke('settings:update', { isRehearsing: false }));
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await waitForBadge(page, 'live');
  await waitUntil('the stream at the server', async () => (await server.publishers()).includes(KEY));
  await page.getByRole('button', { name: 'End stream' }).click();
  await waitForBadge(page, 'off');
}

function expectKeyInNoFile(): void {
  const files = readdirSync(userDataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => readFileSync(file, 'latin1').includes(KEY))).toEqual([]);
}

it('with a keyring the key is there after a restart, and in no file', async () => {
  const keyring = await startKeyring();
  try {
    const first = await launch('gnome-libsecret', keyring.env);
    expect(await hasKeychain(first)).toBe(true);
    await save(first);
    await close();
    expectKeyInNoFile();

    const second = await launch('gnome-libsecret', keyring.env);
    expect(await keyIsThere(second)).toBe(true);
    await broadcast(second);
    await close();
    expectKeyInNoFile();
  } finally {
    await close();
    await keyring.stop();
  }
});

it('without a keyring the key is kept for the run only, and in no file', async () => {
  const none = { DBUS_SESSION_BUS_ADDRESS: undefined };
  const first = await launch('basic', none);
  expect(await hasKeychain(first)).toBe(false);
  await save(first);
  await broadcast(first);
  await close();
  expectKeyInNoFile();

  const second = await launch('basic', none);
  expect(await keyIsThere(second)).toBe(false);
});
