/** Collections in the window: made, named, switched, also while live, removed and brought back. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { paint, pngFile } from '../../support/media/image-files.ts';
import { obsCollection } from '../../support/obs/obs-collection.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let folder: string;
let started: LaunchedBuild;
let page: Page;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-collections-'));
  // Where OBS keeps its own.
  const scenes = join(folder, 'config/obs-studio/basic/scenes');
  mkdirSync(scenes, { recursive: true });
  writeFileSync(join(scenes, 'My_stream.json'), JSON.stringify({ ...obsScenes, name: 'My stream' }));
  writeFileSync(join(folder, 'logo.png'), pngFile(paint(64, 64, () => [200, 40, 40, 255])));
  started = await launchApp({ args: fakeDevices, env: { XDG_CONFIG_HOME: join(folder, 'config') } });
  ({ page } = started);
  await page.getByRole('button', { name: 'Collection: Untitled', exact: true }).waitFor();
});
afterEach(async () => {
  await started.close();
  rmSync(folder, { recursive: true, force: true });
});

const obsScenes = obsCollection([
  { name: 'Logo', id: 'image_source', settings: { file: '/elsewhere/logo.png' } },
  { name: 'Thing', id: 'plugin_thing', settings: {} },
]);

const menu = (name: string) => page.getByRole('button', { name: `Collection: ${name}`, exact: true });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const dialog = () => page.getByRole('dialog', { name: 'Collections' });

async function sceneNames(): Promise<readonly string[]> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio.scenes.map(({ name }) => name);
}

/** For whoever wants to look. */
async function keepLook(name: string): Promise<void> {
  const folder = process.env['UPCAST_LOOKS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

it('are made, renamed, duplicated, switched and removed by keyboard alone', async () => {
  await menu('Untitled').focus();
  await page.keyboard.press('Enter');
  await item('New collection').waitFor();
  await keepLook('menu');
  await item('New collection').press('Enter');
  await menu('Untitled 2').waitFor();
  await page.getByText('No sources in this scene. Add one:').waitFor();

  await menu('Untitled 2').focus();
  await page.keyboard.press('Enter');
  await item('All collections…').press('Enter');
  await dialog().waitFor();
  await dialog().getByRole('button', { name: 'Rename Untitled 2' }).press('Enter');
  await dialog().getByRole('textbox', { name: 'Collection name' }).fill('Talk');
  await page.keyboard.press('Enter');
  await dialog().getByRole('button', { name: 'Duplicate Talk' }).press('Enter');
  await dialog().getByRole('button', { name: 'Switch to Talk 2' }).waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    expect(await brokenRules(page, colorScheme)).toEqual([]);
    await keepLook(`dialog-${colorScheme}`);
  }
  await dialog().getByRole('button', { name: 'Delete Talk 2' }).press('Enter');
  await dialog().getByText('Deleted “Talk 2”.').waitFor();
  await dialog().getByRole('button', { name: 'Undo' }).press('Enter');
  await dialog().getByRole('button', { name: 'Switch to Talk 2' }).waitFor();
  await dialog().getByRole('button', { name: 'Switch to Untitled' }).press('Enter');
  await page.keyboard.press('Escape');
  await menu('Untitled').waitFor();
  await page.getByRole('row', { name: /^Video, / }).waitFor();
  await page.evaluate(() => window.upcast.invoke('settings:update', { theme: 'light' }));
  await menu('Untitled').press('Enter');
  await item('Talk').waitFor();
  await keepLook('menu-light');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 960, height: 600 });
  await page.getByRole('button', { name: 'Scenes and sources' }).click();
  await menu('Untitled').click();
  await item('Talk').waitFor();
  await keepLook('menu-small');
});

it('a switch while live is asked first, and the stream goes on', async () => {
  await menu('Untitled').click();
  await item('All collections…').click();
  await dialog().getByRole('button', { name: 'Duplicate Untitled' }).click();
  await dialog().getByRole('button', { name: 'Switch to Untitled 2' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const snapshot = async () => {
    const answer = await page.evaluate(async () => await window.upcast.invoke('engine:snapshot', undefined));
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  await waitForBadge(page, 'live');
  await runCommand(page, { type: 'renameScene', sceneId: 'main', name: 'Before' });
  const encoders = JSON.stringify(
    (await snapshot()).encoders.map(({ encodingId, name }) => [encodingId, name]),
  );
  await menu('Untitled').click();
  await item('Untitled 2').click();
  const question = page.getByRole('alertdialog', { name: 'Switch to “Untitled 2” while live?' });
  await question.waitFor();
  await keepLook('question');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await sceneNames()).toEqual(['Before']);
  await menu('Untitled').click();
  await item('Untitled 2').click();
  await question.getByRole('button', { name: 'Switch' }).click();
  await menu('Untitled 2').waitFor();
  expect(await sceneNames()).toEqual(['Scene']);
  const after = await snapshot();
  expect([
    after.broadcast.phase,
    JSON.stringify(after.encoders.map(({ encodingId, name }) => [encodingId, name])),
  ]).toEqual(['live', encoders]);
});

it('a long export shows how far it has come, and can be canceled', async () => {
  const { app } = started;
  const tell = async (progress: object | undefined) =>
    await app.evaluate(({ BrowserWindow }, told) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.send('collections:progress', told);
    }, progress);
  const exporting = page.getByRole('dialog', { name: 'Exporting “Untitled”' });
  await tell({ doneBytes: 1_200_000_000, totalBytes: 3_400_000_000 });
  await exporting.getByText('1.2 GB of 3.4 GB').waitFor();
  expect(await exporting.getByRole('progressbar', { name: 'Copying files' }).getAttribute('value')).toBe(
    '1200000000',
  );
  for (const colorScheme of ['dark', 'light'] as const) {
    expect(await brokenRules(page, colorScheme)).toEqual([]);
    await keepLook(`export-${colorScheme}`);
  }
  await exporting.getByRole('button', { name: 'Cancel' }).click();
  await tell(undefined);
  await exporting.waitFor({ state: 'detached' });
});

it('a device that OBS knew by another name is chosen in the import', async () => {
  const { app } = started;
  const path = join(folder, 'devices.json');
  const scenes = obsCollection([
    { name: 'Face', id: 'v4l2_input', settings: { device_id: '/dev/video3' } },
    { name: 'Game', id: 'xcomposite_input', settings: { capture_window: '7\r\nGame\r\ngame' } },
  ]);
  writeFileSync(path, JSON.stringify({ ...scenes, name: 'Devices' }));
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await menu('Untitled').click();
  await item('Import…').click();
  const importing = page.getByRole('dialog', { name: /^Import/ });
  await importing.getByRole('button', { name: 'Choose file…' }).click();
  const face = importing.getByLabel('Face');
  await face.selectOption({ index: 1 });
  const label = await face.locator('option:checked').textContent();
  await importing.getByRole('button', { name: /^Game/ }).waitFor();
  // Each is in its row, and not in the list of changes as well.
  expect(await importing.getByText(/choose its (?:device|window) again/).count()).toBe(0);
  expect(await brokenRules(page, 'dark')).toEqual([]);
  await keepLook('devices');
  await importing.getByRole('button', { name: 'Import', exact: true }).click();
  await menu('Devices').waitFor();
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  const camera = answer.value.studio.sources.find(({ name }) => name === 'Face');
  expect(camera?.input).toMatchObject({ type: 'camera', label });
});

it('an export comes back by an import, and a collection of OBS with a report', async () => {
  const { app } = started;
  const choose = async (path: string) =>
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  await choose(join(folder, 'show'));
  await menu('Untitled').click();
  await item('Export…').click();
  await page.getByText('Exported to the folder “show”.').first().waitFor();

  await menu('Untitled').click();
  await item('Import…').click();
  const importing = page.getByRole('dialog', { name: /^Import/ });
  await importing.getByRole('button', { name: 'My stream' }).waitFor();
  await keepLook('import');
  await choose(join(folder, 'show', 'collection.json'));
  await importing.getByRole('button', { name: 'Choose file…' }).click();
  await importing.getByText('Exported from Upcast: collection.json').waitFor();
  await importing.getByRole('button', { name: 'Import' }).click();
  await menu('Untitled 2').waitFor();

  await menu('Untitled 2').click();
  await item('Import…').click();
  await importing.getByRole('button', { name: 'My stream' }).press('Enter');
  await importing.getByText('1 missing file').waitFor();
  await importing
    .getByText('Source “Thing”: left out, because Upcast doesn’t recognize “plugin_thing”.')
    .waitFor();
  expect(await brokenRules(page, 'dark')).toEqual([]);
  await keepLook('preview');
  await choose(folder);
  await importing.getByRole('button', { name: 'Locate…' }).click();
  await importing.getByText('1 missing file').waitFor({ state: 'detached' });
  await importing.getByRole('button', { name: 'Import', exact: true }).click();
  await menu('My stream').waitFor();
  await page.getByRole('row', { name: /^Logo, / }).waitFor();
});
