/** A media source in the panel, by keyboard alone: playing, seeking, speed, and the order of a play list. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { MediaFileInput } from '../../../shared/studio/files/media-input.ts';
import { lossless, makeClip, numbered } from '../../support/media/clips/numbered-clips.ts';
import { brokenRules } from '../../support/window/axe.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { launchWithCamera } from '../../support/window/image-studio.ts';

let folder: string;
let launched: LaunchedBuild;
let page: Page;
let playback: Locator;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-media-panel-'));
});
afterEach(async () => await launched.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The window, with a media source of these files that a person has just added. */
async function openWith(names: readonly string[], frames: number): Promise<void> {
  const clip = [...numbered('64x36', '10', frames), ...lossless];
  const paths = await Promise.all(names.map(async (name) => await makeClip(folder, name, clip)));
  launched = await launchWithCamera(folder);
  ({ page } = launched);
  await choose(paths);
  await page.getByRole('button', { name: 'Add source' }).first().click();
  await page.getByRole('menuitem', { name: 'Media file or playlist…' }).click();
  playback = page.getByRole('group', { name: 'Playback' });
  await playback.getByText(/^Playing/).waitFor();
}

async function choose(paths: readonly string[]): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...paths],
  );
}

async function input(): Promise<MediaFileInput> {
  const settings = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!settings.ok) throw new Error(settings.error.code);
  const found = settings.value.studio.sources.find((source) => source.input.type === 'media')?.input;
  if (found?.type !== 'media') throw new Error('there is no media source');
  return found;
}

async function press(button: string, ...keys: readonly string[]): Promise<void> {
  await playback.getByRole('button', { name: button }).focus();
  for (const key of keys) await page.keyboard.press(key);
}

it('plays, pauses, seeks and stops', async () => {
  await openWith(['long.mkv'], 600);
  await press('Pause', 'Enter');
  await playback.getByText(/^Paused/).waitFor();
  const slider = playback.getByRole('slider', { name: 'Position' });
  // The length of the file is known a moment later.
  await expect.poll(async () => await slider.isEnabled()).toBe(true);
  await slider.focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await playback.getByText('Paused 00:00:03 of 00:01:00').waitFor();
  await page.keyboard.press('PageUp');
  await playback.getByText('Paused 00:00:09 of 00:01:00').waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('00:00:09 of 00:01:00');
  await press('Play', 'Space');
  await playback.getByText(/^Playing 00:00:[01]\d of 00:01:00/).waitFor();
  await press('Restart', 'Enter');
  await playback.getByText(/^Playing 00:00:0\d of 00:01:00/).waitFor();
  await press('Stop', 'Enter');
  await playback.getByText('Stopped', { exact: true }).waitFor();
  await page.getByRole('spinbutton', { name: 'Speed' }).fill('50');
  await expect.poll(async () => (await input()).speed).toBe(0.5);
  expect(await brokenRules(page, 'dark')).toEqual([]);
});

it('a play list is played from a file on, reordered, and gets more files', async () => {
  await openWith(['a.mkv', 'b.mkv', 'c.mkv'], 600);
  const list = page.getByRole('list', { name: 'Playlist of 3 files' });
  const names = async () => (await input()).paths.map((path) => path.slice(folder.length + 1));
  await list.getByRole('button', { name: 'Play c.mkv' }).press('Enter');
  await list.locator('[aria-current="true"]').getByText('c.mkv').waitFor();
  await list.getByRole('button', { name: 'Move c.mkv up' }).press('Enter');
  await expect.poll(names).toEqual(['a.mkv', 'c.mkv', 'b.mkv']);
  // The file plays on, and the keyboard stays with it.
  await list.locator('[aria-current="true"]').getByText('c.mkv').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['c.mkv', 'a.mkv', 'b.mkv']);
  await list.getByRole('button', { name: 'Remove a.mkv' }).press('Enter');
  await expect.poll(names).toEqual(['c.mkv', 'b.mkv']);
  await choose([join(folder, 'a.mkv')]);
  await page.getByRole('button', { name: 'Add files…' }).press('Enter');
  await expect.poll(names).toEqual(['c.mkv', 'b.mkv', 'a.mkv']);
  await press('Next file', 'Enter');
  await list.locator('[aria-current="true"]').getByText('b.mkv').waitFor();
  await press('Previous file', 'Enter');
  await list.locator('[aria-current="true"]').getByText('c.mkv').waitFor();
});
