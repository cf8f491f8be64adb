/** D8: proxies as a person sets them in the window: in the form of a destination and for all; their passwords are in no file. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startProxyServer } from '../../support/servers/proxy-server.ts';
import type { TestProxy } from '../../support/servers/proxy-server.ts';
import {
  addDestination,
  endBroadcast,
  secretFrame,
  waitForBadge,
} from '../../support/window/window-driver.ts';

const HOST = 'live.nowhere.invalid';
const OWN = { username: 'own-user', password: 'pw-own-proxy-41c8' };
const ALL = { username: 'all-user', password: 'pw-all-proxy-93e2' };
let receiver: Receiver;
let own: TestProxy;
let forAll: TestProxy;

beforeAll(async () => {
  receiver = await startReceiver({ isTls: false });
  const names = { [HOST]: receiver.port };
  own = await startProxyServer({ type: 'socks5', login: OWN, names });
  forAll = await startProxyServer({ type: 'http', login: ALL, names });
});
afterAll(async () => {
  await Promise.all([receiver.close(), own.stop(), forAll.stop()]);
});

it('D8: the form’s proxy carries the stream, then the one of Settings; no file has their passwords', async () => {
  const keyring = await startKeyring();
  const started = await launchApp({
    args: ['--password-store=gnome-libsecret'],
    env: { UPCAST_DEBUG: '1', ...keyring.env },
  });
  const { page, app } = started;
  const closeForm = async () => {
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  };
  const streamOnce = async () => {
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitForBadge(page, 'live');
    await page.getByRole('button', { name: 'End stream' }).click();
    await waitForBadge(page, 'off');
    await page.getByRole('button', { name: 'Done' }).click();
  };
  try {
    await page.getByRole('button', { name: 'Add destination' }).click();
    const dialog = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
    await dialog.getByLabel('Name', { exact: true }).fill('Far');
    await dialog.getByRole('textbox', { name: 'Server' }).fill(`rtmp://${HOST}:${receiver.port}/live`);
    await dialog.getByLabel('Stream key', { exact: true }).fill(receiver.key);
    await dialog.getByText('Proxy', { exact: true }).click();
    await dialog.getByLabel('Connect').selectOption('own');
    await dialog.getByText('the proxy can read your stream key').waitFor();
    await dialog.getByLabel('Proxy address').fill('https://127.0.0.1');
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/TLS to a proxy/).waitFor();
    await dialog
      .getByLabel('Proxy address')
      .fill(`socks5://${OWN.username}:${OWN.password}@127.0.0.1:${own.port}`);
    await dialog.getByLabel('Proxy username').focus();
    expect(await dialog.getByLabel('Proxy address').inputValue()).toBe(`socks5://127.0.0.1:${own.port}`);
    expect(await dialog.getByLabel('Proxy username').inputValue()).toBe(OWN.username);
    await closeForm();
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await streamOnce();
    expect(own.carried).toBe(1);

    await page.getByRole('button', { name: 'More options for Far' }).click();
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
    const edit = secretFrame(page).getByRole('dialog', { name: 'Edit Far' });
    expect(await edit.getByLabel('Proxy password').inputValue()).toBe('');
    await edit.getByLabel('Connect').selectOption('default');
    await closeForm();

    // Main's own question is a system dialog, which nobody can press here.
    await app.evaluate(({ dialog: system }) => {
      const calls: unknown[] = [];
      Object.assign(globalThis, { askedAboutProxy: calls });
      system.showMessageBox = async (...all: unknown[]) => {
        calls.push(all.at(-1));
        return { response: calls.length === 1 ? 0 : 1, checkboxChecked: false };
      };
    });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Add proxy' }).click();
    const settings = secretFrame(page).getByRole('dialog', { name: 'Proxy for all destinations' });
    await settings.getByLabel('Proxy address').fill(`http://127.0.0.1:${forAll.port}`);
    await settings.getByLabel('Proxy username').fill(ALL.username);
    await settings.getByLabel('Proxy password').fill(ALL.password);
    // The first answer is no: the form stays, and nothing is saved.
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await waitUntil('the question', () =>
      app.evaluate(() => (Reflect.get(globalThis, 'askedAboutProxy') as unknown[]).length === 1),
    );
    expect(readFileSync(join(started.userDataDir, 'settings.json'), 'utf8')).not.toContain(`${forAll.port}`);
    await closeForm();
    await page.getByText(`through http://127.0.0.1:${forAll.port}`).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await streamOnce();
    expect(forAll.carried).toBe(1);
    expect(own.carried).toBe(1);

    // Without a proxy is another way as well: it's asked about.
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Change proxy' }).click();
    await settings.getByLabel('Connect').selectOption('none');
    await closeForm();
    await page.getByText('Destinations connect directly.').waitFor();
    const questions = await app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'askedAboutProxy')));
    expect(questions).toContain('Connect without a proxy?');
    expect(JSON.parse(questions)).toHaveLength(3);
  } finally {
    await app.close();
    const files = readdirSync(started.userDataDir, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(3);
    for (const secret of [OWN.password, ALL.password])
      expect(files.filter((file) => readFileSync(file, 'latin1').includes(secret))).toEqual([]);
    await started.close();
    await keyring.stop();
  }
}, 120_000);

it('D8: the system’s proxy, once it is chosen, is asked for at each start and carries the stream', async () => {
  const system = await startProxyServer({ type: 'http', names: { [HOST]: receiver.port } });
  const variables = { https_proxy: `http://127.0.0.1:${system.port}`, XDG_CURRENT_DESKTOP: undefined };
  const started = await launchApp({ env: variables });
  const { page, app } = started;
  try {
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
    });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Add proxy' }).click();
    const form = secretFrame(page).getByRole('dialog', { name: 'Proxy for all destinations' });
    await form.getByLabel('Connect').selectOption('system');
    await form.getByText('Upcast looks up your system’s proxy each time you go live.').waitFor();
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('through your system’s proxy, unless').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();

    const far = { name: 'Far', url: `rtmp://${HOST}:${receiver.port}/live`, key: receiver.key, caPem: '' };
    await addDestination(page, far);
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitForBadge(page, 'live');
    await endBroadcast(page);
    expect(system.carried).toBe(1);
    expect(system.asked).toEqual([`${HOST}:${receiver.port}`]);
  } finally {
    await started.close();
    await system.stop();
  }
}, 60_000);
