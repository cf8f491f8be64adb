/** Studio mode in the window: scenes are prepared, edited and put on air, by mouse and by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
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

const canvasId = 'main';
const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
type Picture = 'preview' | 'studio-preview';

let started: LaunchedBuild;
let page: Page;
let blueId: string;
/** The first scene is red and the second blue; the first one is on air. */
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  const input = (colour: string) => ({ type: 'colour', colour, width: 1280, height: 720 }) as const;
  await edit({ type: 'addSource', sceneId: 'main', name: 'Red', input: input('#ff0000ff') });
  const { sceneId = '' } = await edit({ type: 'addScene', name: 'Second' });
  await edit({ type: 'addSource', sceneId, name: 'Blue', input: input('#0000ffff') });
  await edit({ type: 'setTransition', canvasId, transition: { kind: 'cut' } });
  blueId = sceneId;
  await shows('preview', RED);
});
afterEach(() => started.close());

async function edit(command: DocumentCommand) {
  const answer = await runCommand(page, command);
  if (!answer.isDone) throw new Error(answer.error.code);
  return answer.created ?? {};
}

async function readStudio(): Promise<StudioDocument> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.studio;
}

async function canvasSays(wanted: { onAir: string; prepared: string | undefined }): Promise<void> {
  await waitUntil(`the canvas says ${JSON.stringify(wanted)}`, async () => {
    const [canvas] = (await readStudio()).canvases;
    return canvas?.sceneId === wanted.onAir && canvas.preview?.sceneId === wanted.prepared;
  });
}

/** The colour in the middle of a picture in the window. */
async function middleOf(picture: Picture): Promise<readonly number[]> {
  return await page.evaluate((testId) => {
    const video = document.querySelector<HTMLVideoElement>(`[data-testid="${testId}"] video`);
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (video === null || context === null || video.videoWidth === 0) return [];
    context.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, picture);
}

async function shows(picture: Picture, colour: readonly number[]): Promise<void> {
  await waitUntil(`${picture} shows ${colour.join()}`, async () => {
    const found = await middleOf(picture);
    return found.length === 3 && found.every((value, at) => Math.abs(value - (colour[at] ?? 0)) < 40);
  });
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const scene = (name: string) => page.getByRole('option', { name: new RegExp(`^${name}`) });
const bar = () => page.getByRole('slider', { name: 'T-bar' });

it('by mouse: a scene is prepared, edited without showing, and put on air; the T-bar and a quick transition bring scenes back', async () => {
  await button('Studio mode').click();
  await canvasSays({ onAir: 'main', prepared: 'main' });
  await shows('studio-preview', RED);
  await scene('Second').click();
  await canvasSays({ onAir: 'main', prepared: blueId });
  await shows('studio-preview', BLUE);
  await shows('preview', RED);
  await page.getByRole('heading', { name: 'Preview: Second' }).waitFor();
  await page.getByRole('heading', { name: 'Program: Scene' }).waitFor();
  // The sources and the editor are those of the scene in the preview.
  await page.getByRole('row', { name: /^Blue, / }).waitFor();
  await button('Transition').click();
  await canvasSays({ onAir: blueId, prepared: 'main' });
  await shows('preview', BLUE);
  await shows('studio-preview', RED);
  // The scene on air is prepared too, and edited: viewers see nothing of that before the transition.
  await scene('Second').click();
  await canvasSays({ onAir: blueId, prepared: blueId });
  await button('Hide Blue').click();
  await shows('studio-preview', [0, 0, 0]);
  await shows('preview', BLUE);
  await button('Transition').click();
  await shows('preview', [0, 0, 0]);
  await scene('Scene').click();
  await page.getByRole('group', { name: 'Quick transitions' }).getByRole('button', { name: /^Fade/ }).click();
  await canvasSays({ onAir: 'main', prepared: blueId });
  await shows('preview', RED);
  const box = await bar().boundingBox();
  if (box === null) throw new Error('no T-bar');
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await shows('preview', [128, 0, 0]);
  await page.mouse.move(box.x + box.width + 5, box.y + box.height / 2, { steps: 5 });
  await canvasSays({ onAir: blueId, prepared: 'main' });
  await page.mouse.up();
  expect(await bar().inputValue()).toBe('0');
  await button('Studio mode').click();
  await canvasSays({ onAir: blueId, prepared: undefined });
});

it('by keyboard alone: scenes are prepared by number and put on air by keys, buttons and the T-bar', async () => {
  await button('Studio mode').focus();
  await page.keyboard.press('Enter');
  await canvasSays({ onAir: 'main', prepared: 'main' });
  await page.keyboard.press('2');
  await canvasSays({ onAir: 'main', prepared: blueId });
  await page.keyboard.press('Control+Shift+Enter');
  await canvasSays({ onAir: blueId, prepared: 'main' });
  await page.keyboard.press('Control+2');
  await canvasSays({ onAir: 'main', prepared: blueId });
  await bar().focus();
  await page.keyboard.press('PageUp');
  await waitUntil('the T-bar stands at a tenth', async () => {
    const [canvas] = (await readStudio()).canvases;
    return canvas?.preview?.position === 0.1;
  });
  await page.keyboard.press('End');
  await canvasSays({ onAir: blueId, prepared: 'main' });
  expect(await bar().inputValue()).toBe('0');
  // Without the swap the scene on air stays in the preview.
  await page.getByRole('switch', { name: 'Swap preview and program after a transition' }).focus();
  await page.keyboard.press('Space');
  await button('Transition').focus();
  await page.keyboard.press('Enter');
  await canvasSays({ onAir: 'main', prepared: 'main' });
  await button('Add quick transition').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('group', { name: 'Quick transitions' })
    .getByRole('button', { name: /^Fade/ })
    .nth(1)
    .focus();
  await page.keyboard.press('Delete');
  await waitUntil('two quick transitions are left', async () => {
    const [canvas] = (await readStudio()).canvases;
    return canvas?.quickTransitions?.length === 2;
  });
});

it('a source chosen for an empty scene in the preview changes nothing on air', async () => {
  await button('Studio mode').click();
  const { sceneId = '' } = await edit({ type: 'addScene', name: 'Third' });
  await scene('Third').click();
  await canvasSays({ onAir: 'main', prepared: sceneId });
  const sourcesOnAir = (studio: StudioDocument) => studio.scenes.find(({ id }) => id === 'main')?.items;
  const before = sourcesOnAir(await readStudio());
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('row', { name: /^Test pattern, / }).waitFor();
  expect(sourcesOnAir(await readStudio())).toEqual(before);
  await shows('preview', RED);
});

it.each(['dark', 'light'] as const)('studio mode, %s, breaks no rule', async (colorScheme) => {
  await button('Studio mode').click();
  await shows('studio-preview', RED);
  expect(await brokenRules(page, colorScheme)).toEqual([]);
  await started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(960, 640));
  expect(await brokenRules(page, colorScheme)).toEqual([]);
});
