/** Filters in the window: by mouse, by keyboard alone, seen in the preview; every change is undone and redone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filtersOf } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { mainSceneOf } from '../../../shared/studio/document.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitForPreviewColour } from '../../support/window/preview-colour.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { runCommand } from '../../support/window/window-driver.ts';

let started: LaunchedBuild;
let page: Page;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-filters-'));
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  await page.getByRole('row').first().waitFor();
});
afterEach(async () => {
  await started.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

type Read = (studio: StudioDocument) => unknown;

const filters = ({ sources }: StudioDocument) => sources.flatMap((source) => filtersOf(source));
const names: Read = (studio) => filters(studio).map(({ name }) => name);
const enabled: Read = (studio) => filters(studio).map(({ isEnabled }) => isEnabled);
const first: Read = (studio) => filters(studio)[0]?.settings;

async function documentSays(read: Read, wanted: unknown): Promise<void> {
  await waitUntil(
    `the document says ${JSON.stringify(wanted)}`,
    async () => JSON.stringify(read(await readStudio())) === JSON.stringify(wanted),
  );
}

/** The change leads to what is wanted; Ctrl+Z takes it back, and Ctrl+Shift+Z brings it again. */
async function isEdit(change: () => Promise<void>, read: Read, wanted: unknown): Promise<void> {
  const before = read(await readStudio());
  await change();
  await documentSays(read, wanted);
  await page.keyboard.press('Control+z');
  await documentSays(read, before);
  await page.keyboard.press('Control+Shift+z');
  await documentSays(read, wanted);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
const unfold = () => page.getByText('Filters', { exact: true }).click();

async function add(kind: string): Promise<void> {
  await button('Add filter').click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
}

async function picture(name: string): Promise<void> {
  const target = process.env['UPCAST_LOOKS'];
  if (target !== undefined) await page.screenshot({ path: join(target, `${name}.png`) });
}

describe('by mouse', () => {
  it('filters are added, changed, renamed, ordered, turned off, copied and removed', async () => {
    await unfold();
    await isEdit(() => add('Blur'), names, ['Blur']);
    await isEdit(() => add('Chroma key'), names, ['Blur', 'Chroma key']);
    await field('Similarity').waitFor();
    await button('Blur').click();
    await isEdit(() => field('Radius').fill('25'), first, { kind: 'blur', form: 'gaussian', radius: 25 });
    await isEdit(async () => void (await page.getByLabel('Type').selectOption('Box')), first, {
      kind: 'blur',
      form: 'box',
      radius: 25,
    });
    await isEdit(() => page.getByRole('switch', { name: 'Turn on Blur' }).click(), enabled, [false, true]);
    await button('More options for Blur').click();
    await isEdit(() => page.getByRole('menuitem', { name: 'Move down' }).click(), names, [
      'Chroma key',
      'Blur',
    ]);
    await isEdit(
      async () => {
        await button('More options for Blur').click();
        await page.getByRole('menuitem', { name: 'Rename' }).click();
        await page.getByRole('textbox', { name: 'Filter name' }).fill('Soft');
        await page.keyboard.press('Enter');
      },
      names,
      ['Chroma key', 'Soft'],
    );
    await button('More filter options').click();
    await page.getByRole('menuitem', { name: 'Copy all filters' }).click();
    await button('More filter options').click();
    await isEdit(() => page.getByRole('menuitem', { name: 'Paste 2 filters' }).click(), names, [
      'Chroma key',
      'Soft',
      'Chroma key 2',
      'Soft 2',
    ]);
    await button('More options for Soft 2').click();
    await isEdit(() => page.getByRole('menuitem', { name: 'Remove' }).click(), names, [
      ...['Chroma key', 'Soft', 'Chroma key 2'],
    ]);
    await button('More options for Chroma key 2').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByText('Removed “Chroma key 2”.').first().waitFor();
  });

  it('a source has a blend mode, a scale filter and round corners', async () => {
    const { id: sceneId } = mainSceneOf(await readStudio());
    await runCommand(page, {
      ...{ type: 'addSource', sceneId, name: 'Color' },
      input: { type: 'colour', colour: '#ff0000ff', width: 640, height: 360 },
    });
    await page.getByRole('row', { name: /^Color, / }).click();
    const look: Read = (studio) => {
      const item = mainSceneOf(studio).items[1];
      return [item?.blendMode, item?.scaleFilter, item?.cornerRadius];
    };
    await isEdit(async () => void (await page.getByLabel('Blend mode').selectOption('Screen')), look, [
      ...['screen', null, null],
    ]);
    await isEdit(async () => void (await page.getByLabel('Scale filter').selectOption('Bicubic')), look, [
      ...['screen', 'bicubic', null],
    ]);
    await isEdit(() => field('Corner radius').fill('36'), look, ['screen', 'bicubic', 0.1]);
  });
});

describe('by keyboard', () => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('filters are added, ordered, renamed, copied and removed', async () => {
    await page.locator('summary', { hasText: 'Filters' }).press('Enter');
    for (const kind of ['Sharpen', 'Scroll']) {
      await button('Add filter').press('Enter');
      await page.getByRole('menuitem', { name: kind, exact: true }).press('Enter');
      await button(kind).waitFor();
    }
    await button('Scroll').focus();
    await isEdit(() => press('Alt+ArrowUp'), names, ['Scroll', 'Sharpen']);
    await button('Scroll').press('F2');
    await page.getByRole('textbox', { name: 'Filter name' }).waitFor();
    await press('M', 'o', 'v', 'e', 'Enter');
    await documentSays(names, ['Move', 'Sharpen']);
    await button('Move').and(page.locator(':focus')).waitFor();
    await press('Control+c');
    await isEdit(() => press('Control+v'), names, ['Move', 'Sharpen', 'Move 2']);
    await button('Move').focus();
    await isEdit(() => press('Delete'), names, ['Sharpen', 'Move 2']);
  });
});

it('a filter of a source and one of its scene show in the preview', async () => {
  const { id: sceneId } = mainSceneOf(await readStudio());
  await runCommand(page, {
    ...{ type: 'addSource', sceneId, name: 'Color' },
    input: { type: 'colour', colour: '#ff0000ff', width: 1280, height: 720 },
  });
  await waitForPreviewColour(page, 'red');
  await page.getByRole('row', { name: /^Color, / }).click();
  await unfold();
  await add('Color correction');
  await field('Hue shift').fill('120');
  await waitForPreviewColour(page, 'green');
  await page.getByRole('switch', { name: 'Turn on Color correction' }).click();
  await waitForPreviewColour(page, 'red');
  await runCommand(page, {
    ...{ type: 'addFilter', owner: { sceneId }, name: 'Dark' },
    settings: {
      ...{ kind: 'colourCorrection', gamma: 0, contrast: 0, brightness: 0, saturation: 0, hueShift: 0 },
      ...{ opacity: 0, multiply: '#ffffffff', add: '#000000ff' },
    },
  });
  await waitForPreviewColour(page, 'black');
});

it('a LUT is chosen in main’s dialog; what is no LUT is said so', async () => {
  const [bad, good] = [join(folder, 'bad.cube'), join(folder, 'green.cube')];
  writeFileSync(bad, 'no LUT');
  writeFileSync(good, `LUT_3D_SIZE 2\n${'0 1 0\n'.repeat(8)}`);
  const choose = async (path: string): Promise<void> => {
    await started.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    await button('Choose .cube file…').click();
  };
  await unfold();
  await add('LUT');
  await choose(bad);
  await page.getByText('Can’t read this LUT.').first().waitFor();
  await choose(good);
  await waitForPreviewColour(page, 'green');
  await page.getByText('green.cube').waitFor();
});

it('with filters open, no rule of axe is broken', async () => {
  await runCommand(page, { type: 'addScene', name: 'Talk' });
  await unfold();
  for (const kind of ['Crop/Pad', 'Image mask', 'Scroll', 'Chroma key']) {
    await add(kind);
    for (const colorScheme of ['dark', 'light'] as const) {
      expect(await brokenRules(page, colorScheme)).toEqual([]);
      await picture(`filters-${kind.replaceAll(/\W/g, '')}-${colorScheme}`);
    }
  }
  await page.getByRole('option', { name: 'Talk', exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Filters…' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await brokenRules(page, 'dark')).toEqual([]);
  await picture('filters-scene');
});
