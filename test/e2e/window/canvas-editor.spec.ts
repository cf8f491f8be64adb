/** The editor on the picture: by mouse and by keyboard alone, exact to the pixel, every change undone and redone. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { mainSceneOf } from '../../../shared/studio/document.ts';
import { boxOf } from '../../../shared/studio/geometry/edit-transform.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { runCommand } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const CANVAS = { width: 1280, height: 720 };
/** Of the colour. */
const SIZE = { width: 320, height: 180 };

let started: LaunchedBuild;
let page: Page;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  // The camera covers the canvas; locked, it is out of the way.
  const [camera] = mainSceneOf(await readStudio()).items;
  await edit({ type: 'setItem', sceneId: 'main', itemId: camera?.id ?? '', isLocked: true });
  const input = { type: 'colour', colour: '#2f62d9ff', ...SIZE } as const;
  await edit({ type: 'addSource', sceneId: 'main', name: 'Colour', input });
  await option('Colour').waitFor({ state: 'attached' });
});
afterEach(() => started.close());

async function edit(command: DocumentCommand): Promise<void> {
  const answer = await runCommand(page, command);
  if (!answer.isDone) throw new Error(answer.error.code);
}

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

const editor = () => page.getByRole('listbox', { name: 'Scene editor' });
const option = (name: string) => editor().getByRole('option', { name: new RegExp(`^${name}, `) });

type Read = (studio: StudioDocument) => unknown;

/** Position, size, rotation and crop of the frontmost item: those of the colour. */
const front: Read = (studio) => {
  const item = mainSceneOf(studio).items.at(-1);
  if (item === undefined) return undefined;
  const { x, y, width, height, rotation } = boxOf(item.transform, SIZE, CANVAS);
  const { left, top, right, bottom } = item.transform.crop;
  return [...[x, y, width, height, rotation].map(exact), [left, top, right, bottom]];
};
const boxes: Read = (studio) =>
  mainSceneOf(studio)
    .items.slice(1)
    .map(({ transform }) => boxOf(transform, SIZE, CANVAS))
    .map(({ x, y }) => [exact(x), exact(y)]);
/** A scale is a fraction: the last digit is nobody's. */
const exact = (pixels: number) => Math.round(pixels * 1e6) / 1e6;
const names: Read = ({ sources, scenes }) =>
  scenes.map(({ items }) =>
    items.map(({ sourceId }) => sources.find(({ id }) => id === sourceId)?.name).join(),
  );

async function documentSays(read: Read, wanted: unknown): Promise<void> {
  let last = '';
  await waitUntil(`the document says ${JSON.stringify(wanted)}`, async () => {
    last = JSON.stringify(read(await readStudio()));
    return last === JSON.stringify(wanted);
  }).catch((cause: unknown) => {
    throw new Error(`the document says ${last}, not ${JSON.stringify(wanted)}`, { cause });
  });
}

/** The change leads to what is wanted; Ctrl+Z takes all of it back, and Ctrl+Shift+Z brings it again. */
async function isEdit(change: () => Promise<void>, read: Read, wanted: unknown): Promise<void> {
  const before = read(await readStudio());
  await change();
  await documentSays(read, wanted);
  await page.keyboard.press('Control+z');
  await documentSays(read, before);
  await page.keyboard.press('Control+Shift+z');
  await documentSays(read, wanted);
}

const noCrop = [0, 0, 0, 0];

/** Canvas pixels to the screen's. */
async function onScreen([x, y]: readonly [number, number]): Promise<readonly [number, number]> {
  const at = await editor().boundingBox();
  if (at === null) throw new Error('the editor is not shown');
  return [at.x + (x * at.width) / CANVAS.width, at.y + (y * at.height) / CANVAS.height];
}

async function drag(
  from: readonly [number, number],
  to: readonly [number, number],
  ...held: ('Control' | 'Shift' | 'Alt')[]
): Promise<void> {
  const [start, end] = [await onScreen(from), await onScreen(to)];
  await page.mouse.move(...start);
  await page.mouse.down();
  for (const key of held) await page.keyboard.down(key);
  await page.mouse.move(...end, { steps: 5 });
  await page.mouse.up();
  for (const key of held) await page.keyboard.up(key);
}

async function click(at: readonly [number, number], modifiers: readonly ('Control' | 'Shift')[] = []) {
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.click(...(await onScreen(at)));
  for (const key of modifiers) await page.keyboard.up(key);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const isSelected = async (name: string, wanted = true) =>
  await option(name)
    .and(page.locator(`[aria-selected="${String(wanted)}"]`))
    .first()
    .waitFor({ state: 'attached' });

it('by mouse an item is moved, resized, cropped and turned', async () => {
  await documentSays(front, [480, 270, 320, 180, 0, noCrop]);
  // Ctrl lets nothing stick.
  await isEdit(() => drag([500, 300], [600, 370], 'Control'), front, [580, 340, 320, 180, 0, noCrop]);
  await isSelected('Colour');
  await isEdit(() => drag([600, 370], [28, 30]), front, [0, 0, 320, 180, 0, noCrop]);
  await isEdit(() => drag([320, 180], [480, 270], 'Control'), front, [0, 0, 480, 270, 0, noCrop]);
  await isEdit(() => drag([480, 135], [600, 135], 'Shift', 'Control'), front, [0, 0, 600, 270, 0, noCrop]);
  // 600 canvas pixels show 320 of the source.
  await isEdit(() => drag([600, 135], [450, 135], 'Alt'), front, [0, 0, 450, 270, 0, [0, 0, 80, 0]]);
  await isEdit(() => drag([200, 100], [500, 300], 'Control'), front, [300, 200, 450, 270, 0, [0, 0, 80, 0]]);
  const handle = await page.locator('[data-grip="turn"]').boundingBox();
  const area = await editor().boundingBox();
  if (handle === null || area === null) throw new Error('no rotation handle');
  const scale = CANVAS.width / area.width;
  const grip = [525, (handle.y + handle.height / 2 - area.y) * scale] as const;
  await isEdit(() => drag(grip, [525 + 335 - grip[1], 335], 'Control'), front, [
    660,
    110,
    450,
    270,
    90,
    [0, 0, 80, 0],
  ]);
  await drag([525, 335], [560, 360]);
  await press('Escape');
  await isSelected('Colour', false);
});

it('a drag that Escape ends leaves everything as it was', async () => {
  const before = front(await readStudio());
  const [start, end] = [await onScreen([500, 300]), await onScreen([600, 360])];
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.mouse.move(...end, { steps: 4 });
  await documentSays((studio) => JSON.stringify(front(studio)) !== JSON.stringify(before), true);
  await press('Escape');
  await documentSays(front, before);
  await page.mouse.up();
  await documentSays(front, before);
});

it('by mouse several items are chosen and moved together, and locked ones stay', async () => {
  await edit({
    ...{ type: 'addSource', sceneId: 'main', name: 'Second' },
    input: { type: 'colour', colour: '#d92c3280', ...SIZE },
  });
  await option('Second').waitFor({ state: 'attached' });
  await drag([640, 360], [200, 200], 'Control');
  await documentSays(boxes, [
    [480, 270],
    [40, 110],
  ]);
  // The camera behind is locked: a click on it chooses nothing.
  await click([1200, 680]);
  await isSelected('Second', false);
  await click([640, 360]);
  await isSelected('Colour');
  await click([200, 200], ['Shift']);
  await isSelected('Second');
  await isEdit(() => drag([200, 200], [250, 230], 'Control'), boxes, [
    [530, 300],
    [90, 140],
  ]);
  await click([250, 230], ['Control']);
  await isSelected('Second', false);
  await isSelected('Colour');
});

it('by keyboard alone items are chosen, moved, resized, turned, copied and removed', async () => {
  await editor().focus();
  await press('PageDown');
  await isSelected('Colour');
  await press('ArrowRight', 'ArrowDown');
  await documentSays(boxes, [[481, 271]]);
  await isEdit(() => press('Shift+ArrowLeft'), boxes, [[471, 271]]);
  await isEdit(() => press('Control+Shift+ArrowRight'), front, [471, 271, 330, 186, 0, noCrop]);
  await isEdit(() => press('Control+Shift+ArrowLeft'), front, [471, 271, 320, 180, 0, noCrop]);
  await press('r', 'r', 'r', 'r', 'r', 'r');
  await documentSays(front, [721, 201, 320, 180, 90, noCrop]);
  await press('Control+Shift+c', 'Control+d');
  await documentSays(names, ['Video,Colour,Colour']);
  await press('Control+z');
  await documentSays(names, ['Video,Colour']);
  await press('Home', 'Control+c');
  await isEdit(() => press('Control+v'), names, ['Video,Colour,Colour']);
  await edit({ type: 'addScene', name: 'Other' });
  await page.getByRole('option', { name: 'Other', exact: true }).waitFor();
  await edit({
    type: 'addSource',
    sceneId: 'main',
    name: 'Last',
    input: { type: 'colour', colour: '#ffffffff', ...SIZE },
  });
  await option('Last').waitFor({ state: 'attached' });
  await press('Home');
  await isSelected('Last');
  await isEdit(() => press('Control+Shift+v'), front, [721, 201, 320, 180, 90, noCrop]);
  await isEdit(() => press('Alt+ArrowDown'), names, ['Video,Colour,Last,Colour', '']);
  await isEdit(() => press('Delete'), names, ['Video,Colour,Colour', '']);
});

it('the menu of a right click acts on the item under the pointer', async () => {
  await page.mouse.click(...(await onScreen([640, 360])), { button: 'right' });
  await isSelected('Colour');
  await page.getByRole('menuitem', { name: 'Transform', exact: true }).click();
  await isEdit(() => page.getByRole('menuitem', { name: 'Stretch to canvas' }).click(), front, [
    0,
    0,
    1280,
    720,
    0,
    noCrop,
  ]);
});

it('nothing is drawn until the pointer comes or something is selected', async () => {
  const drawn = () =>
    editor().evaluate(
      (root) =>
        [...root.querySelectorAll('*')].filter((each) => {
          const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(each);
          return outlineStyle !== 'none' || boxShadow !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)';
        }).length,
    );
  expect(await drawn()).toBe(0);
  await page.mouse.move(...(await onScreen([640, 360])));
  await waitUntil('the item under the pointer has an edge', async () => (await drawn()) === 1);
  await page.mouse.move(1, 1);
  await waitUntil('the edge is gone', async () => (await drawn()) === 0);
});

it('with an item selected no rule of axe is broken, and its option is named', async () => {
  await editor().focus();
  await press('PageDown');
  expect(await option('Colour').getAttribute('aria-label')).toBe('Colour, 320 by 180, center, visible');
  await press('ArrowRight');
  await page.getByText('Colour at 481, 270').waitFor({ state: 'attached' });
  for (const colorScheme of ['dark', 'light'] as const)
    expect(await brokenRules(page, colorScheme)).toEqual([]);
});
