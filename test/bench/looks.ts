/**
 * Pictures of the window's states, dark and light, small and large, for someone to look at:
 * `npm run bench -- looks FOLDER`. The states are made by the product itself: a rehearsal, kept reports, dialogs.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { fakeDevices, launchApp } from '../support/window/electron-app.ts';
import { visitLive } from '../support/looks/looks-live.ts';
import { takePictures } from '../support/looks/pictures.ts';
import type { Take } from '../support/looks/pictures.ts';
import { keepSession, replaySession } from '../support/looks/replayed-session.ts';
import {
  addDestination,
  endBroadcast,
  secretFrame,
  waitForBadge,
  waitOnAir,
} from '../support/window/window-driver.ts';

const sizes = [
  { width: 960, height: 600 },
  { width: 1440, height: 900 },
] as const;
/** Nothing listens there. */
const DEAF_URL = 'rtmp://127.0.0.1:1/live';

export async function run(argv: readonly string[]): Promise<{ folder: string; pictures: readonly string[] }> {
  const folder = resolve(argv[0] ?? join('dist', 'looks'));
  mkdirSync(folder, { recursive: true });
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-looks-'));
  const pictures: string[] = [];
  try {
    const reports = join(userDataDir, 'past-streams');
    const destinations = ['Twitch', 'YouTube', 'Company ingest'];
    const lengths = [
      [2400, 3],
      [5400, 8],
      [900, 1],
    ] as const;
    for (const [index, [seconds, breaks]] of lengths.entries()) {
      const startedMs = Date.UTC(2026, 0, 10 + index, 18, 30);
      await keepSession(reports, replaySession({ seconds, destinations, breaks, startedMs }));
    }
    const launched = await launchApp({ userDataDir, args: fakeDevices });
    const take: Take = async (name, around) => {
      pictures.push(...(await takePictures(launched, { folder, name, sizes, around })));
    };
    try {
      await visit(launched.page, take);
      await visitLive(launched.page, take);
    } finally {
      await endBroadcast(launched.page);
      await launched.close();
    }
  } finally {
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  return { folder, pictures };
}

async function visit(page: Page, take: Take): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const close = async () => await page.keyboard.press('Escape');
  await take('first-start');
  await page.getByRole('radio', { name: /Screen or window/ }).click();
  await page.getByRole('dialog', { name: 'Capture a screen or window' }).locator('img').first().waitFor();
  await take('source-picker');
  await close();
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await button('Rehearse').click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 6);
  await take('rehearsing');
  await page.getByRole('radio', { name: 'Events' }).locator('visible=true').click();
  await take('events');
  await page.getByRole('radio', { name: 'Bitrate', exact: true }).locator('visible=true').click();
  await button('End rehearsal').click();
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor();
  await take('rehearsal-report');
  await button('Done').click();
  await button('Past streams').click();
  await page.locator('dialog tbody tr').first().waitFor();
  await take('past-streams');
  await page.locator('dialog tbody tr').nth(1).getByRole('button').first().click();
  await page.getByTestId('past-stream').locator('canvas').waitFor();
  await take('past-stream');
  await button('All streams').click();
  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  await button('Compare').click();
  await page.getByTestId('past-stream').nth(1).locator('canvas').waitFor();
  await take('past-streams-compared');
  await close();
  await button('Settings').click();
  await take('settings');
  await close();
  await takeForm('add-destination', async () => await button('Add destination').click());
  for (const item of ['Import…', 'Export…']) {
    if (item === 'Export…') await addDestination(page, { url: DEAF_URL, key: 'picture-key', caPem: '' });
    await takeForm(item === 'Import…' ? 'import' : 'export', async () => {
      await button('Import and export').click();
      await page.getByRole('menuitem', { name: item }).click();
    });
  }
  await addDestination(page, { url: DEAF_URL, key: 'picture-key', caPem: '' });
  await take('ready');
  await button('Go live').click();
  await page.locator('[data-phase="failed"]').first().waitFor();
  await take('failed');
  await button('Send through a relay…').click();
  await take('relay');
  await close();

  /** A form takes its theme when it opens. */
  async function takeForm(name: string, open: () => Promise<void>): Promise<void> {
    const form = page.locator('iframe[src*="/secret-frame.html#"]');
    await take(name, {
      open: async () => {
        await open();
        await secretFrame(page).getByRole('dialog').waitFor();
      },
      close: async () => {
        await secretFrame(page).getByRole('button', { name: 'Cancel' }).click();
        await form.waitFor({ state: 'detached' });
      },
    });
  }
}
