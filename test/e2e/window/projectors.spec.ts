/** Projectors and the multiview: windows of the page's own, which show pictures and have no way to main. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
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

let started: LaunchedBuild;
let page: Page;
let blueId: string;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  ({ page } = started);
  const input = (colour: string) => ({ type: 'colour', colour, width: 1280, height: 720 }) as const;
  await edit({ type: 'addSource', sceneId: 'main', name: 'Red', input: input('#ff0000ff') });
  const { sceneId = '' } = await edit({ type: 'addScene', name: 'Second' });
  await edit({ type: 'addSource', sceneId, name: 'Blue', input: input('#0000ffff') });
  await edit({ type: 'setTransition', canvasId, transition: { kind: 'cut' } });
  blueId = sceneId;
});
afterEach(() => started.close());

async function edit(command: DocumentCommand) {
  const answer = await runCommand(page, command);
  if (!answer.isDone) throw new Error(answer.error.code);
  return answer.created ?? {};
}

async function openProjector(...path: readonly string[]): Promise<Page> {
  const opened = started.app.waitForEvent('window');
  await page.getByRole('button', { name: 'Projectors' }).click();
  for (const name of path) await page.getByRole('menuitem', { name, exact: true }).click();
  return await opened;
}

/** The colour in the middle of a picture. */
async function shows(where: Page, testId: string, colour: readonly number[]): Promise<void> {
  await waitUntil(`${testId} shows ${colour.join()}`, async () => {
    const found = await where.evaluate((id) => {
      const video = document.querySelector<HTMLVideoElement>(`[data-testid="${id}"] video`);
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      if (video === null || context === null || video.videoWidth === 0) return [];
      context.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }, testId);
    return found.length === 3 && found.every((value, at) => Math.abs(value - (colour[at] ?? 0)) < 40);
  });
}

it('show the program, a scene and a source, each as it is, and close at Esc', async () => {
  const program = await openProjector('Program', 'Window');
  await shows(program, 'projector', RED);
  expect(await program.title()).toBe('Projector: Program');
  const scene = await openProjector('Scene', 'Second', 'Window');
  await shows(scene, 'projector', BLUE);
  const source = await openProjector('Source', 'Blue', 'Window');
  await shows(source, 'projector', BLUE);
  await edit({ type: 'switchScene', canvasId, sceneId: blueId });
  await shows(program, 'projector', BLUE);
  await shows(page, 'preview', BLUE);
  const closed = program.waitForEvent('close');
  // The window is gone before the key is up.
  await program.keyboard.press('Escape').catch(() => undefined);
  await closed;
  await shows(scene, 'projector', BLUE);
});

it('the multiview prepares a scene at a click and puts it on air at a double click, by mouse and by keyboard', async () => {
  await edit({ type: 'setStudioMode', canvasId, isOn: true });
  const multiview = await openProjector('Multiview', 'Window');
  await shows(multiview, 'multiview-program', RED);
  await multiview.getByRole('button', { name: '2: Second' }).click();
  await shows(multiview, 'multiview-preview', BLUE);
  await shows(multiview, 'multiview-program', RED);
  await multiview.getByRole('button', { name: '2: Second' }).dblclick();
  await shows(multiview, 'multiview-program', BLUE);
  await multiview.getByRole('button', { name: '1: Scene' }).focus();
  await multiview.keyboard.press('Control+Enter');
  await shows(multiview, 'multiview-program', RED);
  expect(await brokenRules(multiview, 'dark')).toEqual([]);
});

it('without studio mode the multiview shows the program alone above the scenes, and a click puts a scene on air', async () => {
  const multiview = await openProjector('Multiview', 'Window');
  await shows(multiview, 'multiview-program', RED);
  expect(await multiview.getByTestId('multiview-preview').count()).toBe(0);
  await multiview.getByRole('button', { name: '2: Second' }).click();
  await shows(multiview, 'multiview-program', BLUE);
  expect(await brokenRules(multiview, 'dark')).toEqual([]);
  await keepLook(multiview, 'multiview');
});

it('have no bridge, open nothing, go nowhere, and close when the page is loaded anew', async () => {
  const projector = await openProjector('Program', 'Window');
  await shows(projector, 'projector', RED);
  const found = await projector.evaluate(() => ({
    bridge: 'upcast' in window,
    opened: window.open('about:blank', 'projector-9') === null,
    origin: window.origin,
  }));
  expect(found).toEqual({ bridge: false, opened: true, origin: 'upcast://app' });
  await projector.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(projector.url()).toBe('about:blank');
  // The page opens no window of another kind.
  expect(
    await page.evaluate(() => [
      window.open('upcast://app/index.html', 'projector-77') === null,
      window.open('about:blank') === null,
      window.open('about:blank', 'other') === null,
    ]),
  ).toEqual([true, true, true]);
  const closed = projector.waitForEvent('close');
  await page.reload();
  await closed;
});

/** For whoever wants to look. */
async function keepLook(where: Page, name: string): Promise<void> {
  const folder = process.env['UPCAST_LOOKS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await where.screenshot({ path: join(folder, `${name}.png`) });
}
