/** The left column edits the studio document: by mouse, by keyboard alone, and every change is undone and redone. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { Item, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { mainSceneOf } from '../../../shared/studio/document.ts';
import { boxOf } from '../../../shared/studio/geometry/edit-transform.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { runCommand } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let started: LaunchedBuild;
let page: Page;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  await page.getByRole('row').first().waitFor();
});
afterEach(() => started.close());

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

type Read = (studio: StudioDocument) => unknown;

const sceneNames: Read = ({ scenes }) => scenes.map(({ name }) => name);
/** Front first, as the list shows them. */
const itemNames: Read = (studio) => mainSceneOf(studio).items.map(nameIn(studio)).toReversed();
const visible: Read = (studio) =>
  mainSceneOf(studio)
    .items.filter(({ isVisible }) => isVisible)
    .map(nameIn(studio));
const onAir: Read = (studio) => mainSceneOf(studio).name;

function nameIn({ sources }: StudioDocument): (item: Item) => string {
  return ({ sourceId }) => sources.find(({ id }) => id === sourceId)?.name ?? '';
}

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

const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}, `) });
const scene = (name: string) => page.getByRole('option', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function dragOnto(what: Locator, target: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, to.y + to.height / 2 + (to.y > from.y ? 4 : -4), { steps: 4 });
  await page.mouse.up();
}

describe('by mouse', () => {
  it('sources are added, renamed, put in order, hidden, locked and removed', async () => {
    const add = async (item: string) => {
      await button('Add source').click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    await isEdit(() => add('Text'), itemNames, ['Text', 'Video']);
    await isEdit(() => add('Color'), itemNames, ['Color', 'Text', 'Video']);
    await isEdit(
      async () => {
        await row('Text').getByText('Text').dblclick();
        await page.getByRole('textbox', { name: 'Source name' }).fill('Title');
        await page.keyboard.press('Enter');
      },
      itemNames,
      ['Color', 'Title', 'Video'],
    );
    await isEdit(() => dragOnto(row('Color'), row('Video')), itemNames, ['Title', 'Video', 'Color']);
    await isEdit(() => button('Hide Video').click(), visible, ['Color', 'Title']);
    await button('Lock Title').click();
    await row('Title')
      .and(page.getByRole('row', { name: /visible, locked$/ }))
      .waitFor();
    await row('Color').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await documentSays(itemNames, ['Title', 'Video']);
    await page.getByText('Removed “Color”.').first().waitFor();
    await button('Undo').click();
    await documentSays(itemNames, ['Title', 'Video', 'Color']);
  });

  it('scenes are added, renamed, put in order, switched, duplicated and removed', async () => {
    expect(await page.getByRole('listbox', { name: 'Scenes' }).count()).toBe(0);
    await isEdit(
      async () => {
        await button('Add scene').click();
        await page.getByRole('textbox', { name: 'Scene name' }).press('Enter');
      },
      sceneNames,
      ['Scene', 'Scene 2'],
    );
    await isEdit(
      async () => {
        await scene('Scene 2').dblclick();
        await page.getByRole('textbox', { name: 'Scene name' }).fill('Talk');
        await page.keyboard.press('Enter');
      },
      sceneNames,
      ['Scene', 'Talk'],
    );
    await documentSays(onAir, 'Talk');
    await page.getByText('No sources in this scene').waitFor();
    await isEdit(() => dragOnto(scene('Talk'), scene('Scene')), sceneNames, ['Talk', 'Scene']);
    await scene('Scene').click();
    await documentSays(onAir, 'Scene');
    await row('Video').waitFor();
    await scene('Scene').click({ button: 'right' });
    await isEdit(() => page.getByRole('menuitem', { name: 'Duplicate' }).click(), sceneNames, [
      ...['Talk', 'Scene', 'Scene 2'],
    ]);
    await page.getByLabel('Transition', { exact: true }).selectOption('Push');
    await page.getByLabel('Direction').selectOption('Up');
    await documentSays(({ canvases }) => canvases[0]?.transition, {
      ...{ kind: 'push', durationMs: 300, direction: 'up' },
    });
    await scene('Talk').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await documentSays(sceneNames, ['Scene', 'Scene 2']);
    await button('Undo').click();
    await documentSays(sceneNames, ['Talk', 'Scene', 'Scene 2']);
  });

  it('the video of a stinger is chosen where the stinger is set, and goes with the stinger', async () => {
    const choose = async (path: string) =>
      await started.app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, path);
    const stinger: Read = ({ canvases, sources }) => {
      const transition = canvases[0]?.transition;
      const media = sources.flatMap(({ id, name, input }) =>
        input.type === 'media' ? [{ id, name, paths: input.paths }] : [],
      );
      const played = media.find(({ id }) => transition?.kind === 'stinger' && id === transition.sourceId);
      return [transition?.kind, media.length, played?.name, ...(played?.paths ?? [])];
    };
    await runCommand(page, { type: 'addScene', name: 'Second' });
    const color = { type: 'colour', colour: '#ff0000ff', width: 64, height: 36 } as const;
    await runCommand(page, { type: 'addSource', sceneId: 'main', name: 'Color', input: color });
    await choose('/videos/first.webm');
    const kind = page.getByLabel('Transition', { exact: true });
    await isEdit(async () => void (await kind.selectOption('Stinger')), stinger, [
      'stinger',
      1,
      'Stinger',
      '/videos/first.webm',
    ]);
    await choose('/videos/second.webm');
    await isEdit(() => button('Choose file…').click(), stinger, [
      'stinger',
      1,
      'Stinger',
      '/videos/second.webm',
    ]);
    await page.getByText('second.webm', { exact: true }).waitFor();
    await isEdit(async () => void (await kind.selectOption('Fade')), stinger, ['fade', 0, undefined]);
  });

  it('a scene that would show itself is refused with the reason', async () => {
    await runCommand(page, { type: 'addScene', name: 'Outer' });
    await scene('Outer').waitFor();
    await page.keyboard.press('2');
    await documentSays(onAir, 'Outer');
    await button('Add source').click();
    await page.getByRole('menuitem', { name: 'Scene', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Scene', exact: true }).last().click();
    await documentSays(itemNames, ['Scene']);
    await page.keyboard.press('1');
    await documentSays(onAir, 'Scene');
    await button('Add source').click();
    await page.getByRole('menuitem', { name: 'Scene', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Outer (contains this scene)', disabled: true }).waitFor();
  });
});

describe('by keyboard alone', () => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('sources are added, chosen, renamed, put in order, hidden and removed', async () => {
    await button('Add source').focus();
    await isEdit(() => addByKey('Text'), itemNames, ['Text', 'Video']);
    await button('Add source').focus();
    await isEdit(() => addByKey('Color'), itemNames, ['Color', 'Text', 'Video']);
    await row('Color').focus();
    await isEdit(() => press('Alt+ArrowDown'), itemNames, ['Text', 'Color', 'Video']);
    await press('ArrowUp');
    await row('Text')
      .and(page.getByRole('row', { selected: true }))
      .waitFor();
    await isEdit(
      async () => {
        await press('F2', 'T', 'i', 't', 'l', 'e', 'Enter');
        await row('Title').and(page.locator(':focus')).waitFor();
      },
      itemNames,
      ['Title', 'Color', 'Video'],
    );
    await isEdit(() => press('Tab', 'Tab', 'Enter'), visible, ['Video', 'Color']);
    await row('Title').focus();
    await isEdit(() => press('Control+d'), itemNames, ['Title', 'Title', 'Color', 'Video']);
    await row('Color').focus();
    await press('Enter');
    await isEdit(() => press('Shift+ArrowDown', 'Delete'), itemNames, ['Title', 'Title']);

    /** By its first letters, as menus are used. */
    async function addByKey(name: string): Promise<void> {
      await press('Enter');
      await page.locator('[role="menu"]:focus, [role="menu"] :focus').first().waitFor();
      await page.keyboard.type(name.slice(0, 3).toLowerCase());
      await page.getByRole('menuitem', { name, exact: true }).and(page.locator(':focus')).waitFor();
      await press('Enter');
    }
  });

  it('scenes are added, named, put in order, switched and removed', async () => {
    await button('Add scene').focus();
    await press('Enter');
    await page.getByRole('textbox', { name: 'Scene name' }).waitFor();
    await press('T', 'a', 'l', 'k', 'Enter');
    await documentSays(sceneNames, ['Scene', 'Talk']);
    await scene('Talk').and(page.locator(':focus')).waitFor();
    await isEdit(() => press('Alt+ArrowUp'), sceneNames, ['Talk', 'Scene']);
    await press('2');
    await documentSays(onAir, 'Scene');
    await press('1');
    await documentSays(onAir, 'Talk');
    await press('ArrowDown', ' ');
    await documentSays(onAir, 'Scene');
    await press('ArrowUp');
    await isEdit(() => press('Delete'), sceneNames, ['Scene']);
  });

  it('an item is moved, sized and cropped by numbers', async () => {
    await button('Add source').focus();
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Color', exact: true }).press('Enter');
    await documentSays(itemNames, ['Color', 'Video']);
    const canvas = { width: 1280, height: 720 };
    const box: Read = (studio) => {
      const [, item] = mainSceneOf(studio).items;
      if (item === undefined) return undefined;
      const { x, y, width, height } = boxOf(item.transform, { width: 640, height: 360 }, canvas);
      return [x, y, width, height];
    };
    const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
    await isEdit(() => field('W, width').fill('320'), box, [320, 180, 320, 180]);
    await isEdit(() => field('X position').fill('100'), box, [100, 180, 320, 180]);
    await field('X position').blur();
    await field('X position').focus();
    await isEdit(() => press('ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp'), box, [121, 180, 320, 180]);
    await field('Y position').focus();
    await isEdit(() => press('Shift+ArrowDown', 'ArrowUp'), box, [121, 171, 320, 180]);
    await isEdit(() => field('Left crop').fill('160'), box, [161, 171, 240, 180]);
    await field('X position').fill('no number');
    await field('X position').and(page.locator('[aria-invalid="true"]')).waitFor();
    await field('Opacity').fill('50');
    await documentSays((studio) => mainSceneOf(studio).items[1]?.opacity, 0.5);
    await row('Color')
      .and(page.getByRole('row', { name: /240 by 180, left, visible$/ }))
      .waitFor();
  });
});

describe('a text', () => {
  it('changes on air while it is typed, and undo takes back all of it', async () => {
    await button('Add source').click();
    await page.getByRole('menuitem', { name: 'Text', exact: true }).click();
    const textOf: Read = ({ sources }) =>
      sources.flatMap(({ input }) => (input.type === 'text' ? [input.text] : []));
    const typed = page.getByRole('textbox', { name: 'Text', exact: true });
    await typed.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Dr. Ada Okafor');
    await documentSays(textOf, ['Dr. Ada Okafor']);
    await typed.blur();
    await page.keyboard.press('Control+z');
    await documentSays(textOf, ['Text']);
    await page.keyboard.press('Control+y');
    await documentSays(textOf, ['Dr. Ada Okafor']);
    const bold: Read = ({ sources }) => sources.some(({ input }) => input.type === 'text' && input.isBold);
    await isEdit(() => button('Bold').click(), bold, true);
    const outlined: Read = ({ sources }) =>
      sources.some(({ input }) => input.type === 'text' && input.outline !== undefined);
    await isEdit(() => page.getByRole('switch', { name: 'Outline' }).click(), outlined, true);
    const clock: Read = ({ sources }) =>
      sources.flatMap(({ input }) => (input.type === 'text' ? [input.content?.type] : []));
    await isEdit(
      async () => void (await page.getByLabel('Content', { exact: true }).selectOption('Clock')),
      clock,
      ['clock'],
    );
    await page.getByRole('textbox', { name: 'Format' }).fill('%H:%M');
  });
});

it('with scenes, sources and properties open, no rule of axe is broken', async () => {
  await runCommand(page, { type: 'addScene', name: 'Talk' });
  await scene('Talk').waitFor();
  for (const item of ['Color', 'Text']) {
    await button('Add source').click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }
  await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
  for (const colorScheme of ['dark', 'light'] as const)
    expect(await brokenRules(page, colorScheme)).toEqual([]);
});
