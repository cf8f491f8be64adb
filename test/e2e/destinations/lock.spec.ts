/** What a key is sent to and how is shown: before an import is added, and on the card of a connection that is up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { startBlackHole } from '../../support/servers/black-hole.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { endBroadcast, runCommand, secretFrame, waitForBadge } from '../../support/window/window-driver.ts';

let folder: string;
let server: NginxServer;
let started: LaunchedBuild;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-lock-'));
  server = await startNginx();
  started = await launchApp();
});
afterEach(async () => {
  await started.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  const target = process.env['UPCAST_LOOKS'];
  if (target !== undefined) await started.page.screenshot({ path: join(target, `${name}.png`) });
}

it('an import that sends the key to a second server says so, and is not chosen beforehand', async () => {
  const { page, app } = started;
  const path = join(folder, 'presets.json');
  const twitch = { name: 'Twitch', serviceId: 'twitch', url: 'rtmps://live.twitch.tv/app' };
  const hostile = {
    ...twitch,
    name: 'Optimised',
    backupUrl: 'rtmp://collector.example/app',
    backupMode: 'both',
  };
  writeFileSync(
    path,
    JSON.stringify({ format: 'upcast-presets', version: 1, destinations: [twitch, hostile] }),
  );
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
  }, path);
  await page.getByRole('button', { name: 'Import and export' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const form = secretFrame(page);
  await form.getByText('Also streams to collector.example, with the same key and no encryption.').waitFor();
  expect(await form.getByRole('checkbox', { name: /^Twitch/ }).isChecked()).toBe(true);
  expect(await form.getByRole('checkbox', { name: /^Optimised/ }).isChecked()).toBe(false);
  await picture('import');
});

it('the card says which of two connections is not encrypted while they are up', async () => {
  const { page } = started;
  const second = await startNginx();
  const servers = { url: server.url, backupUrl: second.url, backupMode: 'both' as const };
  await saveDestination(page, { id: 'one', name: 'One', ...servers }, 'key-of-one');
  await page.evaluate(async () => await window.upcast.invoke('settings:update', { isRehearsing: false }));
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await waitForBadge(page, 'live');
  const card = page.getByRole('article', { name: 'One', exact: true });
  await card.getByText(/^Backup .* · Not encrypted$/).waitFor();
  await card.getByText('Not encrypted', { exact: true }).waitFor();
  await picture('both');
  await page.getByRole('button', { name: 'End stream' }).click();
  await waitForBadge(page, 'off');
  await second.stop();
});

it('a backup without encryption is saved only where that is allowed, and its card never shows a closed lock', async () => {
  const { page } = started;
  const [nobody = 0] = await findFreePorts(1);
  const silent = await startBlackHole();
  await page.getByRole('button', { name: 'Add destination' }).click();
  const form = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
  await form.getByLabel('Name', { exact: true }).fill('Weak');
  await form.getByRole('textbox', { name: 'Server' }).fill(`rtmps://127.0.0.1:${nobody}/live`);
  await form.getByLabel('Stream key', { exact: true }).fill('key-of-weak');
  await form.getByText('Backup server').click();
  await form.getByLabel('Backup address').fill(`rtmp://127.0.0.1:${silent.port}/live`);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('others on the network can read your stream key').waitFor();
  await picture('weak-backup');
  await form.getByRole('switch', { name: 'Allow this backup without encryption' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const card = page.getByRole('article', { name: 'Weak', exact: true });
  await card.getByText('Backup not encrypted', { exact: true }).waitFor();

  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await runCommand(page, { type: 'startStream', isRehearsal: false, shouldRetryFirst: true });
  await card.getByText(/handshake/i).waitFor();
  await card.getByText('Not encrypted', { exact: true }).waitFor();
  expect(await card.getByText('TLS').count()).toBe(0);
  await endBroadcast(page);
  await silent.stop();
});
