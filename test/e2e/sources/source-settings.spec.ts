/** Settings of sources, by mouse and keyboard: what a camera is asked for, the part of a screen that shows, gradients, texts that move. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import type { TextInput, VideoInput } from '../../../shared/studio/inputs.ts';
import { fontNames } from '../../../shared/text/font-names.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import type { Desktop } from '../../support/computer/desktop.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild, LaunchOptions } from '../../support/window/electron-app.ts';
import { runCommand } from '../../support/window/window-driver.ts';
import { waitForPreviewColour } from '../../support/window/preview-colour.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let started: LaunchedBuild | undefined;
let desktop: Desktop | undefined;
const folders: string[] = [];

afterEach(async () => {
  await started?.close();
  started = undefined;
  await desktop?.stop();
  desktop = undefined;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function launch(options: LaunchOptions): Promise<Page> {
  started = await launchApp(options);
  return started.page;
}

async function firstInput(page: Page): Promise<VideoInput | undefined> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  const found = answer.value.studio.sources.find(({ kind }) => kind === 'video');
  return found?.kind === 'video' ? found.input : undefined;
}

async function inputSays(page: Page, what: string, read: (input: VideoInput) => boolean): Promise<void> {
  await waitUntil(what, async () => {
    const input = await firstInput(page);
    return input !== undefined && read(input);
  });
}

async function textOf(page: Page): Promise<{ id: string; input: TextInput }> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  for (const { id, kind, input } of answer.value.studio.sources)
    if (kind === 'video' && input.type === 'text') return { id, input };
  throw new Error('no text');
}

it('a camera is asked for a resolution and a rate, says what it sends, and undo asks for the one before', async () => {
  const page = await launch({ args: fakeDevices });
  await page.getByText('Resolution and frame rate').click();
  await page.getByText('The camera sends 1280 × 720', { exact: false }).waitFor();
  await page.getByLabel('Resolution').selectOption('640 × 480');
  await page.getByText('The camera sends 640 × 480', { exact: false }).waitFor();
  await page.getByLabel('Frame rate').selectOption('15 fps');
  await inputSays(page, 'the rate', (input) => input.type === 'camera' && input.fps === 15);
  await page.keyboard.press('Escape');
  await page.getByRole('row').first().focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await inputSays(page, 'no size', (input) => input.type === 'camera' && input.size === undefined);
  await page.getByText('The camera sends 1280 × 720', { exact: false }).waitFor();
});

it('a region of a screen is drawn on its picture, shows alone, and follows numbers; undo shows the whole screen', async () => {
  desktop = await startDesktop(1280, 720);
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-region-'));
  folders.push(userDataDir);
  const encoding = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 500 };
  const source = { type: 'screen' } as const;
  const studio = buildDocument({ source, audio: { type: 'none' }, isMuted: false, gain: 1, encoding });
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify({ ...defaultSettings, studio }));
  // The window of the app lies behind both.
  const page = await launch({ userDataDir, env: { DISPLAY: desktop.display } });
  await page.getByText('Region', { exact: true }).click();
  await page.getByText('Capture only part of the screen').waitFor();
  const place = { y: 300, width: 320, height: 180 };
  await desktop.open({ title: 'left', program: 'x', colour: 'blue', place: { x: 100, ...place } });
  await desktop.open({ title: 'right', program: 'x', colour: 'red', place: { x: 820, ...place } });
  await page.getByRole('switch', { name: 'Capture only part of the screen' }).dispatchEvent('click');
  await page.getByRole('spinbutton', { name: 'W, region width' }).waitFor();
  await inputSays(page, 'a region', (input) => input.type === 'screen' && input.region !== undefined);
  await page.getByRole('button', { name: 'Select region…' }).dispatchEvent('click');
  const stage = page.getByTestId('region-stage');
  await page.waitForFunction(
    () =>
      (document.querySelector<HTMLVideoElement>('[data-testid="region-stage"] video')?.videoWidth ?? 0) > 0,
  );
  const box = await stage.boundingBox();
  if (box === null) throw new Error('the picture has no place');
  const at = (x: number, y: number): [number, number] => [
    box.x + (x / 1280) * box.width,
    box.y + (y / 720) * box.height,
  ];
  await page.mouse.move(...at(840, 320));
  await page.mouse.down();
  await page.mouse.move(...at(900, 360));
  await page.mouse.move(...at(1100, 460));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Use region' }).click();
  await waitForPreviewColour(page, 'red');
  const x = page.getByRole('spinbutton', { name: 'X, left edge' });
  await x.fill('120');
  await waitForPreviewColour(page, 'blue');
  await x.press('Escape');
  await page.getByRole('row').first().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  await inputSays(page, 'the whole screen', (input) => input.type === 'screen' && input.region === undefined);
});

it('a text’s font is one of those that the system lists; one that isn’t there is named as missing', async () => {
  const page = await launch({ args: fakeDevices });
  const { stdout } = await promisify(execFile)('fc-list', [':', 'family']);
  const families = new Set(stdout.split('\n').flatMap((line) => line.split(',')[0]?.trim() ?? []));
  const unknown = [...families].filter((family) => family !== '' && !fontNames.includes(family));
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByRole('menuitem', { name: 'Text' }).click();
  const font = page.getByLabel('Font');
  await waitUntil('the list of fonts', async () => {
    const options = await font.getByRole('option').allTextContents();
    return unknown.every((family) => options.includes(family));
  });
  const [first = ''] = unknown;
  await font.selectOption(first);
  await waitUntil('the font is chosen', async () => (await textOf(page)).input.family === first);
  const { id: sourceId, input: before } = await textOf(page);
  const input = { ...before, family: 'Nowhere Grotesk' };
  const answer = await runCommand(page, { type: 'setSourceInput', sourceId, input });
  expect(answer).toMatchObject({ isDone: true });
  await font.getByRole('option', { name: 'Nowhere Grotesk (not installed)' }).waitFor({ state: 'attached' });
});

it('a color gets a gradient, and a text scrolls, by keyboard alone', async () => {
  const page = await launch({ args: fakeDevices });
  await page.getByRole('button', { name: 'Add source' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Color' }).press('Enter');
  const gradient = page.getByRole('switch', { name: 'Gradient' });
  await gradient.press(' ');
  await page.getByRole('spinbutton', { name: 'Angle' }).fill('45');
  await page.getByRole('button', { name: 'Add color' }).press('Enter');
  await page.getByRole('group', { name: 'Color 3' }).waitFor();
  await page.getByRole('button', { name: 'Remove color 2' }).press('Enter');
  await page.getByRole('group', { name: 'Color 3' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add source' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Text' }).press('Enter');
  await page.getByRole('switch', { name: 'Scroll' }).press(' ');
  await page.getByLabel('Direction').selectOption('Up');
  await page.getByRole('spinbutton', { name: 'Length of the visible part' }).fill('300');
  // The row says the size of the window that the text moves through.
  await page.getByRole('row', { name: /^Text, \d+ by 300, center, visible/ }).waitFor();
  await page.getByRole('row', { name: /^Text, / }).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('row', { name: /^Text, \d+ by (?!300)/ }).waitFor();
  const errors = await page.evaluate(async () => {
    const history = await window.upcast.invoke('engine:history', undefined);
    return history.ok ? history.value.events.flatMap(({ error }) => error ?? []) : [];
  });
  expect(errors).toEqual([]);
});
