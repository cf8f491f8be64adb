/** P4: a server without a stream key, from the window's form and from the command line, judged at nginx. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFlv } from '../../support/media/media-compare.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { endBroadcast, secretFrame, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

/** The name that nginx knows such a stream by. */
const NO_NAME = '';
let server: NginxServer;
let folder: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-keyless-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function framesAtServer(): Promise<number> {
  const packets = await readFlv(await server.finishedRecording(NO_NAME));
  return packets.filter(({ kind, isSequenceHeader }) => kind === 'video' && !isSequenceHeader).length;
}

it('P4: the form saves a server without a key, and the stream arrives under an empty name', async () => {
  const started = await launchApp();
  const { page } = started;
  try {
    await page.getByRole('button', { name: 'Add destination' }).click();
    const dialog = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
    await dialog.getByLabel('Name', { exact: true }).fill('Own server');
    await dialog.getByRole('textbox', { name: 'Server' }).fill(server.url);
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitForBadge(page, 'live');
    expect(await server.publishers()).toEqual([NO_NAME]);
    await waitOnAir(page, 2);
    await endBroadcast(page);
    expect(await framesAtServer()).toBeGreaterThan(30);
  } finally {
    await started.close();
  }
}, 60_000);

it('P4: live --to takes a server without a key, and says so where a service needs one', async () => {
  const live = (...args: readonly string[]) =>
    startProcess(
      process.execPath,
      ['build/live.mjs', '--source', 'pattern', '--size', '320x180', '--seconds', '2', ...args],
      { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'data') } },
    );
  const before = server.recordings(NO_NAME).length;
  const sent = live('--to', server.url);
  expect(await sent.exited, sent.output()).toBe(0);
  expect(server.recordings(NO_NAME).length).toBe(before + 1);
  expect(await framesAtServer()).toBeGreaterThan(30);
  const refused = live('--to', 'rtmps://a.rtmps.youtube.com/live2');
  expect(await refused.exited, refused.output()).toBe(2);
  expect(refused.output()).toMatch(/needs a stream key/i);
}, 90_000);
