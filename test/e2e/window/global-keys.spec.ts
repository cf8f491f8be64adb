/** A key that mutes a channel while another application is in front, on a desktop with a window manager. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import type { Desktop } from '../../support/computer/desktop.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { openStudios, smallStudio } from '../../support/window/studio-fixture.ts';

/** Presses that come sooner are those of a key that stays down. */
const BETWEEN_PRESSES_MS = 1000;

let desktop: Desktop;
beforeEach(async () => {
  desktop = await startDesktop();
});
// The last hook runs first after a test: the app is closed before its desktop ends.
afterEach(async () => await desktop.stop());
const studios = openStudios();

function studioWith(accelerator: string): StudioDocument {
  const studio = smallStudio({ type: 'pattern' }, { type: 'tone' });
  const pushTo = { mode: 'toggle', accelerator, releaseMs: 0 } as const;
  return { ...studio, channels: studio.channels.map((channel) => ({ ...channel, pushTo })) };
}

async function isMuted(page: Page): Promise<boolean | undefined> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  return answer.ok ? answer.value.studio.channels[0]?.isMuted : undefined;
}

async function openSettings(page: Page): Promise<void> {
  const strip = page.getByRole('region', { name: 'Audio level' });
  await strip.getByRole('button', { name: /^More options for/ }).click();
  await page.getByRole('menuitem', { name: 'Audio settings…' }).click();
}

it('mutes and unmutes while another window has the keyboard', async () => {
  const { app, page } = await studios.launch(studioWith('F8'), { env: { DISPLAY: desktop.display } });
  await openSettings(page);
  await page.getByText('Works in every app.').waitFor();
  await desktop.open({ title: 'Game', program: 'game', colour: 'red' });
  // A page that is driven from outside always says that it has the focus.
  const isInFront = async (): Promise<boolean> =>
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
  await waitUntil('another window in front', async () => !(await isInFront()));
  for (const wanted of [true, false]) {
    await desktop.pressKey('F8');
    await waitUntil(`muted: ${wanted}`, async () => (await isMuted(page)) === wanted);
    await delay(BETWEEN_PRESSES_MS);
  }
});

it('that another application has works in the window, which says so', async () => {
  await desktop.holdKey('F9');
  const { page } = await studios.launch(studioWith('F9'), { env: { DISPLAY: desktop.display } });
  await openSettings(page);
  await page.getByText('Another app may be using this key').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('F9');
  await waitUntil('muted', async () => (await isMuted(page)) === true);
  expect(await page.getByText('Muted').count()).toBeGreaterThan(0);
});
