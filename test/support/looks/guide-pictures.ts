/** The pictures of the guide (docs/guide), made by the product: `npm run bench -- readme` writes them into docs/images/guide. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { canvasTransform, centredTransform } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import type { VideoInput } from '../../../shared/studio/inputs.ts';
import { fakeDevices, launchApp } from '../window/electron-app.ts';
import { runCommand, secretFrame, waitForBadge, waitOnAir } from '../window/window-driver.ts';
import { keepSession, replaySession } from './replayed-session.ts';

/** Of the window's content, pixels. */
const SIZE = { width: 1120, height: 720 };
const REHEARSED_S = 6;

/** @returns the files' names. */
export async function takeGuidePictures(folder: string): Promise<string[]> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-guide-'));
  const taken: string[] = [];
  try {
    const startedMs = Date.UTC(2026, 0, 10, 18, 30);
    const session = replaySession({
      seconds: 900,
      destinations: ['Twitch', 'YouTube'],
      breaks: 2,
      startedMs,
    });
    await keepSession(join(userDataDir, 'past-streams'), session);
    const launched = await launchApp({ userDataDir, args: fakeDevices });
    const { app, page } = launched;
    const take = async (name: string): Promise<void> => {
      await page.mouse.move(1, 1);
      await page.evaluate(async () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      });
      const file = `${name}.png`;
      await page.screenshot({ path: join(folder, file) });
      taken.push(file);
    };
    try {
      await app.evaluate(({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      }, SIZE);
      await page.waitForFunction((wanted) => innerWidth === wanted, SIZE.width);
      await page.evaluate(async () => await window.upcast.invoke('settings:update', { theme: 'light' }));
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
      const notice = page.getByRole('button', { name: 'Dismiss' });
      if ((await notice.count()) > 0) await notice.click();
      await visit(page, take);
    } finally {
      await launched.close();
    }
  } finally {
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  return taken;
}

async function visit(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByRole('radio', { name: /Screen or window/ }).click();
  await page.getByRole('dialog', { name: 'Capture a screen or window' }).locator('img').first().waitFor();
  await take('source-picker');
  await page.keyboard.press('Escape');
  await button('Add destination').click();
  const form = secretFrame(page);
  await form.getByLabel('Service', { exact: true }).selectOption({ label: 'YouTube' });
  await take('add-destination');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await button('Rehearse').click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, REHEARSED_S);
  await button('End rehearsal').click();
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor();
  await take('rehearsal-report');
  await button('Done').click();
  await button('Past streams').click();
  await page.locator('dialog tbody tr').last().getByRole('button').first().click();
  await page.getByTestId('past-stream').locator('canvas').waitFor();
  await take('past-stream');
  await page.keyboard.press('Escape');
  await makeScenes(page);
  await take('scene');
  await button('More options for the program').click();
  await page.getByRole('menuitem', { name: 'Program audio…' }).click();
  await page.getByRole('dialog', { name: 'Program audio' }).waitFor();
  await take('program-audio');
  await page.keyboard.press('Escape');
  await button('Studio mode').click();
  await page.getByTestId('studio-preview').locator('video').waitFor();
  await page.getByText('Break', { exact: true }).click();
  await page.getByText('Preview: Break').waitFor();
  await take('studio-mode');
}

const CANVAS = { width: 1280, height: 720 };

/** The middle of the source at this place, so large, in half heights of the canvas. */
function placed(x: number, y: number, scale: number): Transform {
  const middle = centredTransform(CANVAS);
  return { ...middle, position: { x, y }, scale: { ...middle.scale, x: scale, y: scale } };
}

/** A talk: a background, a picture in its corner, a title. And a scene to go to. */
async function makeScenes(page: Page): Promise<void> {
  const edit = async (command: DocumentCommand): Promise<Readonly<Record<string, string | undefined>>> => {
    const answer = await runCommand(page, command);
    if (!answer.isDone) throw new Error(answer.error.code);
    return { ...answer.created };
  };
  const text = (words: string, sizePx: number): VideoInput => ({
    ...{ type: 'text', text: words, sizePx, family: 'Inter', isBold: true, isItalic: false },
    ...{ isUnderlined: false, isStruckOut: false, colour: '#ffffffff', background: '#00000000' },
    ...{ alignment: 'left', lineSpacing: 1 },
  });
  const colour = (value: string) => ({ type: 'colour', colour: value, ...CANVAS }) as const;
  const whole = canvasTransform('stretch', CANVAS);
  await edit({ type: 'renameScene', sceneId: 'main', name: 'Talk' });
  await edit({
    type: 'addSource',
    sceneId: 'main',
    name: 'Background',
    input: colour('#20344dff'),
    transform: whole,
  });
  await edit({
    ...{ type: 'addSource', sceneId: 'main', name: 'Camera', input: { type: 'pattern' }, size: CANVAS },
    transform: placed(1, 0.42, 0.36),
  });
  await edit({
    ...{
      type: 'addSource',
      sceneId: 'main',
      name: 'Title',
      input: text('Sunday service', 96),
    },
    transform: placed(-0.55, -0.45, 1),
  });
  const { sceneId = '' } = await edit({ type: 'addScene', name: 'Break' });
  await edit({ type: 'addSource', sceneId, name: 'Color', input: colour('#5b2b4aff'), transform: whole });
  await edit({
    ...{
      type: 'addSource',
      sceneId,
      name: 'Text',
      input: text('Back in five minutes', 80),
    },
    transform: placed(0, 0, 1),
  });
  await page.getByRole('treegrid').or(page.getByRole('listbox')).first().waitFor();
}
