/** Captured windows and screens on a real desktop, judged by what the server recorded. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { SourceChoice } from '../../../shared/studio/inputs.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import type { Desktop } from '../../support/computer/desktop.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { recordedColours } from '../../support/media/recorded-colours.ts';
import type { Colour } from '../../support/media/recorded-colours.ts';
import { waitForPreviewColour } from '../../support/window/preview-colour.ts';
import { openStudios, smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, waitOnAir } from '../../support/window/window-driver.ts';

/** Longest wait until a picture has reached the server. */
const RECORDED_MS = 60_000;

let desktop: Desktop;

// The last hook runs first after a test: the app is closed before its desktop ends.
afterEach(async () => await desktop.stop());
const studios = openStudios();

/** Starts the app on the desktop, with a source that was saved before. */
async function launch(source: SourceChoice): Promise<LaunchedBuild> {
  return await studios.launch(smallStudio(source, { type: 'none' }), { env: { DISPLAY: desktop.display } });
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

async function pick(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: /screen|window/i }).click();
  const dialog = page.getByRole('dialog', { name: 'Capture a screen or window' });
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Resolves once the server has recorded this colour, while the recording goes on. */
async function waitForRecorded(colour: Colour, key: string): Promise<void> {
  const isRecorded = async (): Promise<boolean> => {
    const file = studios.server.recordings(key).at(-1);
    // What is not whole yet is looked at again.
    const colours = file === undefined ? [] : await recordedColours(file).catch(() => []);
    return colours.includes(colour);
  };
  await waitUntil(`${colour} in the recording`, isRecorded, RECORDED_MS);
}

async function recordedAfter(page: Page, key: string): Promise<readonly string[]> {
  await endBroadcast(page);
  return await recordedColours(await studios.server.finishedRecording(key));
}

async function listed(page: Page, title: string): Promise<Extract<SourceChoice, { type: 'screen' }>> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('screens:list', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  const source = answer.value.find(({ name }) => name === title);
  if (source === undefined) throw new Error(`${title} is not listed`);
  const { id, program } = source;
  return { type: 'screen', sourceId: id, title, ...(program === undefined ? {} : { program }) };
}

describe('a captured window', () => {
  it('D1: that closes and opens again on air is shown again, and no other window meanwhile', async () => {
    desktop = await startDesktop();
    const shown = await desktop.open({ title: 'Slides', program: 'present', colour: 'red' });
    const { page } = await launch({ type: 'none' });
    await pick(page, 'Slides');
    await waitForPreviewColour(page, 'red');
    await goLiveTo(page, studios.server.url, 'reopened');
    await waitForRecorded('red', 'reopened');
    await shown.stop('SIGKILL');
    await preview(page).getByText('“Slides” was closed.').waitFor();
    await preview(page).getByText('Reopen the window, or choose another one under Sources.').waitFor();
    // The same title of another program, and another title of the same program.
    await desktop.open({ title: 'Slides', program: 'chat', colour: 'blue' });
    await desktop.open({ title: 'Notes', program: 'present', colour: 'green' });
    await waitOnAir(page, 7);
    await desktop.open({ title: '* Slides', program: 'present', colour: 'white' });
    await waitForRecorded('white', 'reopened');
    // A window is black until its program paints it.
    const colours = (await recordedAfter(page, 'reopened')).filter((colour) => colour !== 'black');
    expect(colours).toEqual(['red', 'white']);
  });

  it.each([
    ['another program with the same title', { title: 'Slides', program: 'present' }, /isn’t open/],
    ['the same program with another title', { title: 'Other', program: 'chat' }, /isn’t open/],
    ['a window that nothing but its id was saved of', {}, /no title/],
  ])('D2: whose saved id is a stranger’s now is not shown: %s', async (_what, saved, words) => {
    desktop = await startDesktop();
    await desktop.open({ title: 'Slides', program: 'chat', colour: 'blue' });
    const first = await launch({ type: 'none' });
    const { sourceId } = await listed(first.page, 'Slides');
    await first.close();
    const { page } = await launch({ type: 'screen', ...(sourceId && { sourceId }), ...saved });
    await preview(page).getByText(words).waitFor();
    expect(await page.locator('[data-testid="preview"] video').isVisible()).toBe(false);
  });

  it('D2: is not guessed between two of the same title and program', async () => {
    desktop = await startDesktop();
    const { page, close } = await launch({ type: 'none' });
    const gone = await desktop.open({ title: 'Terminal', program: 'term', colour: 'red' });
    await pick(page, 'Terminal');
    await waitForPreviewColour(page, 'red');
    await gone.stop('SIGKILL');
    await preview(page).getByText('was closed').waitFor();
    await close();
    await desktop.open({ title: 'Terminal', program: 'term', colour: 'blue' });
    await desktop.open({
      title: 'Terminal',
      program: 'term',
      colour: 'green',
      place: { x: 700, y: 300, width: 320, height: 200 },
    });
    const { page: again } = await launch({
      type: 'screen',
      sourceId: 'window:1:0',
      title: 'Terminal',
      program: 'term term',
    });
    await preview(again).getByText('2 windows are named “Terminal”.').waitFor();
    await preview(again).getByText('Choose the window or screen again under Sources.').waitFor();
  });

  it('D1: is found at the next start under another id', async () => {
    desktop = await startDesktop();
    await desktop.open({ title: 'Slides', program: 'present', colour: 'green' });
    const saved = { sourceId: 'window:1:0', title: 'Slides', program: 'present present' };
    const { page } = await launch({ type: 'screen', ...saved });
    await waitForPreviewColour(page, 'green');
    await goLiveTo(page, studios.server.url, 'next-start');
    await waitForRecorded('green', 'next-start');
    expect(await recordedAfter(page, 'next-start')).toEqual(['green']);
  });
});

describe('a screen', () => {
  it('D3: is the primary one of several when none was chosen; D5: the display stays awake while on air', async () => {
    desktop = await startDesktop();
    await desktop.setMonitors(['second 640x360+0+0', '*first 640x360+640+0']);
    const { app, page } = await launch({ type: 'screen' });
    await app.evaluate(({ powerSaveBlocker }) => {
      const kept = new Map<number, string>();
      const { start, stop } = powerSaveBlocker;
      powerSaveBlocker.start = (type) => {
        const id = start.call(powerSaveBlocker, type);
        kept.set(id, type);
        return id;
      };
      powerSaveBlocker.stop = (id) => {
        kept.delete(id);
        return stop.call(powerSaveBlocker, id);
      };
      Object.assign(globalThis, { keptAwake: kept });
    });
    const keptAwake = async () =>
      await app.evaluate(() => [
        ...(globalThis as unknown as { keptAwake: Map<number, string> }).keptAwake.values(),
      ]);
    const middle = { y: 80, width: 200, height: 200 };
    await desktop.open({ title: 'right', program: 'x', colour: 'red', place: { x: 860, ...middle } });
    await desktop.open({ title: 'left', program: 'x', colour: 'blue', place: { x: 220, ...middle } });
    await waitForPreviewColour(page, 'red');
    expect(await keptAwake()).toEqual([]);
    await goLiveTo(page, studios.server.url, 'primary');
    expect(await keptAwake()).toEqual(['prevent-display-sleep']);
    await waitForRecorded('red', 'primary');
    const colours = await recordedAfter(page, 'primary');
    expect(colours[0]).toBe('red');
    expect(colours).not.toContain('blue');
    expect(await keptAwake()).toEqual([]);
  });

  it('that is narrower than the program is sent whole, with black at its sides', async () => {
    desktop = await startDesktop();
    await desktop.setMonitors(['*upright 640x720+0+0', 'second 640x720+640+0']);
    await desktop.open({
      title: 'whole',
      program: 'x',
      colour: 'red',
      place: { x: 0, y: 0, width: 640, height: 720 },
    });
    const { app, page } = await launch({ type: 'screen' });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(640, 0));
    await desktop.waitForColour('red', 320, 360);
    await waitForPreviewColour(page, 'red');
    await goLiveTo(page, studios.server.url, 'upright');
    await waitForRecorded('red', 'upright');
    const colours = await recordedAfter(page, 'upright');
    expect(colours.filter((colour) => colour !== 'black')).toEqual(['red']);
    const recording = await studios.server.finishedRecording('upright');
    for (const side of ['left', 'right'] as const)
      expect(await recordedColours(recording, side)).toEqual(['black']);
  });
});
