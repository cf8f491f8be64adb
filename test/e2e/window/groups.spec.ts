/** Groups, aligning and the selection rectangle: by mouse and by keyboard, each edit undone and redone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { groupOf, mainSceneOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { boxOf } from '../../../shared/studio/geometry/edit-transform.ts';
import { frameOn } from '../../../shared/studio/groups/group-frame.ts';
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

const canvas = { width: 1280, height: 720 };
const size = { width: 200, height: 100 };

let started: LaunchedBuild;
let page: Page;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  await page.getByRole('row').first().waitFor();
  for (const [name, x] of [
    ['Red', 100],
    ['Green', 500],
  ] as const) {
    const position = { x: (2 * x - canvas.width) / canvas.height, y: (2 * 200) / canvas.height - 1 };
    const answer = await runCommand(page, {
      ...{ type: 'addSource', sceneId: 'main', name, size },
      input: { type: 'colour', colour: name === 'Red' ? '#ff0000ff' : '#00ff00ff', ...size },
      transform: {
        ...{ position, rotation: 0, alignment: 'topLeft' },
        scale: { x: 1, y: 1, referenceHeight: canvas.height },
        crop: { left: 0, top: 0, right: 0, bottom: 0 },
        bounds: { type: 'none', width: 0, height: 0, alignment: 'centre', isCropped: false },
      },
    });
    expect(answer).toMatchObject({ isDone: true });
  }
});
afterEach(() => started.close());

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

type Read = (studio: StudioDocument) => unknown;

/** Front first; a group with its own. */
const tree: Read = (studio) =>
  mainSceneOf(studio)
    .items.map((item) => {
      const name = studio.sources.find(({ id }) => id === item.sourceId)?.name ?? '';
      return groupOf(studio, item) === undefined ? name : [name, groupOf(studio, item)?.items.length];
    })
    .toReversed();

async function documentSays(read: Read, wanted: unknown): Promise<void> {
  let last = '';
  await waitUntil(`the document says ${JSON.stringify(wanted)}`, async () => {
    last = JSON.stringify(read(await readStudio()));
    return last === JSON.stringify(wanted);
  }).catch((cause: unknown) => {
    throw new Error(`the document says ${last}, not ${JSON.stringify(wanted)}`, { cause });
  });
  // What the window has been told by then is drawn.
  await page.evaluate(
    async () => await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name},`) });

it('items become a group and items again by keyboard; the list is a tree, and every step is undone and redone', async () => {
  await row('Green').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+g');
  await documentSays(tree, [['Group', 2], 'Video']);
  await page.getByRole('treegrid', { name: 'Sources' }).waitFor();
  // A group is no scene to switch to.
  expect(await page.getByRole('option', { name: /^Group/, includeHidden: true }).count()).toBe(1);
  expect(await row('Group').getAttribute('aria-expanded')).toBe('true');
  expect(await row('Red').getAttribute('aria-level')).toBe('2');
  await page.getByRole('row', { name: /^Group, 600 by 100/ }).waitFor();
  expect(await brokenRules(page, 'dark')).toEqual([]);
  await row('Group').focus();
  await page.keyboard.press('ArrowLeft');
  await row('Red').waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await row('Red').waitFor();
  // An item within is edited in its group.
  await row('Red').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Hide Red' }).press('Enter');
  await page.getByRole('button', { name: 'Show Red' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Hide Red' }).waitFor();
  await page.keyboard.press('Control+z');
  await documentSays(tree, ['Green', 'Red', 'Video']);
  await page.keyboard.press('Control+Shift+z');
  await documentSays(tree, [['Group', 2], 'Video']);
  await row('Group').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+g');
  await documentSays(tree, ['Green', 'Red', 'Video']);
  await page.keyboard.press('Control+z');
  await documentSays(tree, [['Group', 2], 'Video']);
});

it('a rectangle on the picture selects what it touches; what is selected moves, aligns and groups together', async () => {
  // The camera fills the canvas: locked, it leaves the picture to the rectangle.
  await page.getByRole('button', { name: 'Lock Video' }).click();
  const editor = await page.getByTestId('canvas-editor').boundingBox();
  if (editor === null) throw new Error('no editor');
  const at = (x: number, y: number): [number, number] => [
    editor.x + (x / canvas.width) * editor.width,
    editor.y + (y / canvas.height) * editor.height,
  ];
  await page.mouse.move(...at(60, 150));
  await page.mouse.down();
  await page.mouse.move(...at(200, 250));
  await page.mouse.move(...at(560, 280));
  await page.mouse.up();
  await page.getByText('2 sources selected').first().waitFor();
  const xs: Read = (studio) =>
    mainSceneOf(studio)
      .items.slice(1)
      .map(({ transform }) => Math.round(boxOf(transform, size, canvas).x));
  await documentSays(xs, [100, 500]);
  await page.getByTestId('canvas-editor').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await documentSays(xs, [110, 510]);
  await page.keyboard.press('Control+z');
  await documentSays(xs, [100, 500]);
  await page.getByRole('button', { name: 'More options for 2 sources selected' }).click();
  await page.getByRole('menuitem', { name: 'Transform' }).click();
  await page.getByRole('menuitem', { name: 'Align right' }).click();
  await documentSays(xs, [500, 500]);
  await page.keyboard.press('Control+z');
  await documentSays(xs, [100, 500]);
  await page.getByTestId('canvas-editor').focus();
  await page.keyboard.press('Control+g');
  await documentSays(tree, [['Group', 2], 'Video']);
  // The group's handles are those of its items, and moving it moves them. A key acts on what is selected by then.
  await page.getByRole('option', { name: /^Group, 600 by 100/, selected: true }).waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await documentSays(outer, [100, 210, 600, 100]);
  await page.keyboard.press('Control+Shift+g');
  const ys: Read = (studio) =>
    mainSceneOf(studio)
      .items.slice(1)
      .map(({ transform }) => Math.round(boxOf(transform, size, canvas).y));
  await documentSays(ys, [210, 210]);
});

/** Of the items in the group, back to front. */
const inner: Read = (studio) =>
  studio.scenes
    .find(({ group }) => group !== undefined)
    ?.items.map(({ transform }) => boxOf(transform, size, canvas))
    .map(({ x, y, width }) => [x, y, width].map((each) => Math.round(each)));
/** What the group's handles enclose, on the canvas. */
const outer: Read = (studio) => {
  const item = mainSceneOf(studio).items.at(-1);
  const frame = item && groupOf(studio, item)?.group;
  if (item === undefined || frame === undefined) return undefined;
  const { x, y, width, height } = boxOf(item.transform, frameOn(frame, canvas), canvas);
  return [x, y, width, height].map((each) => Math.round(each));
};

it('a source in a group is chosen and moved on the picture, by mouse and by keyboard; the group encloses it', async () => {
  const box = await page.getByTestId('canvas-editor').boundingBox();
  if (box === null) throw new Error('no editor');
  const at = (x: number, y: number): [number, number] => [
    box.x + (x / canvas.width) * box.width,
    box.y + (y / canvas.height) * box.height,
  ];
  await page.getByRole('button', { name: 'Lock Video' }).click();
  await row('Green').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+g');
  await documentSays(outer, [100, 200, 600, 100]);
  const option = (name: string) => page.getByRole('option', { name: new RegExp(`^${name}, 200 by 100`) });
  await page.mouse.dblclick(...at(560, 250));
  await page.getByRole('listbox', { name: 'Scene editor, in Group' }).waitFor();
  await option('Green').waitFor();
  expect(await option('Green').getAttribute('aria-selected')).toBe('true');
  // Without snapping, exactly as far as the pointer goes.
  await page.mouse.move(...at(560, 250));
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(...at(660, 400), { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await documentSays(inner, [
    [100, 200, 200],
    [600, 350, 200],
  ]);
  await documentSays(outer, [100, 200, 700, 250]);
  expect(await brokenRules(page, 'dark')).toEqual([]);
  await keepLook('group-open');
  await page.keyboard.press('Control+z');
  await documentSays(outer, [100, 200, 600, 100]);
  await page.keyboard.press('Control+Shift+z');
  await documentSays(outer, [100, 200, 700, 250]);

  // Half as large and turned about: a pixel of the canvas is two of the group.
  const [group] = mainSceneOf(await readStudio()).items.slice(-1);
  if (group === undefined) throw new Error('no group');
  const transform = { ...group.transform, rotation: 180, scale: { x: 0.5, y: 0.5 } };
  const position = { x: 0, y: 0 };
  await runCommand(page, {
    ...{ type: 'setTransform', sceneId: 'main' },
    transforms: [{ itemId: group.id, transform: { ...transform, position } }],
  });
  await page.getByTestId('canvas-editor').focus();
  await page.keyboard.press('ArrowRight');
  await documentSays(inner, [
    [100, 200, 200],
    [598, 350, 200],
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: /^Group, / }).waitFor();
  await page.keyboard.press('Enter');
  await option('Green').waitFor();
  await page.keyboard.press('PageDown');
  expect(await option('Red').getAttribute('aria-selected')).toBe('true');
  // The group's corner lies in the middle, and the group to the left of it and above. Red is what is nearest.
  await page.mouse.move(...at(590, 335));
  await keepLook('group-turned');
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(...at(580, 325), { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await documentSays(inner, [
    [120, 220, 200],
    [598, 350, 200],
  ]);
  // A click beside the group leaves it.
  await page.mouse.click(...at(1200, 700));
  await page.getByRole('listbox', { name: 'Scene editor', exact: true }).waitFor();
});

/** For whoever wants to look. */
async function keepLook(name: string): Promise<void> {
  const folder = process.env['UPCAST_LOOKS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
