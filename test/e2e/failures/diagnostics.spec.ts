/** The diagnostics file of a profile with known secrets: it has none of them, no address, no picture and no name that a person gave. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { addPage, startPageServer } from '../../support/window/page-studio.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { runCommand } from '../../support/window/window-driver.ts';

const KEY = 'sk-88aa-diagnostics-1f3c77';
const PASSWORD = 'pw-of-diagnostics-30d4c8';
const ADDRESS_SECRET = 'tok-55ee-in-an-address';
const PAGE_TOKEN = 'page-token-7be1-of-diagnostics';
const HOST = 'ingest.nowhere-at-all.test';
const NAME = 'Secret project of Anna';

let folder: string;
let started: LaunchedBuild;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-diagnostics-'));
  started = await launchApp({ userDataDir: join(folder, 'anna'), env: { UPCAST_DEBUG: '1' } });
});
afterEach(async () => {
  await started.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** As the Help menu does. */
async function saveDiagnostics(): Promise<string> {
  const path = join(folder, 'diagnostics.txt');
  await started.app.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    Menu.getApplicationMenu()?.getMenuItemById('save-diagnostics')?.click();
  }, path);
  const read = (): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  await waitUntil('the file', () => read().endsWith('\n'));
  return read();
}

it('has no key, password, token, address, picture or given name, and says what a developer needs', async () => {
  const { page, app } = started;
  const url = `rtmp://${HOST}/app?token=${ADDRESS_SECRET}`;
  await saveDestination(page, { id: 'one', name: NAME, url, username: 'anna.secret' }, KEY, PASSWORD);
  const pages = await startPageServer(() => '<title>overlay</title>');
  await addPage(started, `${pages.origin}/${PAGE_TOKEN}/overlay?key=${PAGE_TOKEN}`);
  await waitUntil('the page', () => pages.requests.length > 0);
  // The log gets what a careless line would say.
  await app.evaluate(
    (_electron, text) => process.emitWarning(text),
    `${KEY} ${encodeURIComponent(PASSWORD)} went to ${HOST} and 192.0.2.7:1935, as ${NAME} said`,
  );
  await runCommand(page, { type: 'startStream', isRehearsal: false });
  await waitUntil('the refusal', async () => {
    const answer = await page.evaluate(() => window.upcast.invoke('engine:history', undefined));
    return answer.ok && answer.value.events.length > 0;
  });
  await runCommand(page, { type: 'endStreamNow' });

  const text = await saveDiagnostics();
  const pageHost = pages.origin.slice('http://'.length);
  await pages.stop();
  const hidden = [KEY, PASSWORD, ADDRESS_SECRET, PAGE_TOKEN, HOST, pageHost, '192.0.2.7', NAME, 'anna'];
  expect(hidden.filter((each) => text.toLowerCase().includes(each.toLowerCase()))).toEqual([]);
  expect(text).not.toMatch(/data:image|base64/i);
  expect(text).toMatch(/^Upcast diagnostics, /);
  expect(text).toContain('Upcast doesn’t send this file anywhere.');
  for (const fact of ['Electron: ', 'Chromium: ', 'ffmpeg: ', '"scheme"', 'broadcast'])
    expect(fact === '"scheme"' || text.includes(fact), fact).toBe(true);
  expect(text).toContain('rtmp://(');
  // Whoever reads it finds their way: each line is one fact, and none is a wall.
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(5000);
});

it('is offered by a notice that a keyboard reaches and axe has nothing to say about', async () => {
  const { page, app } = started;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('app:crashed', {
      code: 'internal/process-crashed',
      details: { part: 'graphics' },
    }),
  );
  await page.getByText('The graphics process crashed.').first().waitFor();
  for (const theme of ['dark', 'light'] as const) expect(await brokenRules(page, theme)).toEqual([]);
});
