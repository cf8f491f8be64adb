/** The sync offset: what the server recorded, and the dialog that finds the offset with a clap. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { soundFilterDefaults } from '../../../shared/studio/mixer/sound-filter.ts';
import { measure } from '../../measure/measure.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { brokenRules } from '../../support/window/axe.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openStudios, smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, waitOnAir } from '../../support/window/window-driver.ts';

const DELAY_MS = 240;
/** A picture of the pattern is 33 ms long. */
const PICTURE_MS = 34;

const studios = openStudios();

/** With the test pattern, whose flash and beep begin together. */
async function launch(): Promise<Page> {
  const { page } = await studios.launch(smallStudio({ type: 'pattern' }, { type: 'source' }));
  return page;
}

it('delays the sound that viewers get, also while live, and not what the meter shows', async () => {
  const page = await launch();
  expect(await runCommand(page, { type: 'setAudioLevel', syncOffsetMs: DELAY_MS })).toMatchObject({
    isDone: true,
  });
  await goLiveTo(page, studios.server.url, 'delayed');
  await waitOnAir(page, 6);
  await endBroadcast(page);
  const { offset, frames } = await measure(await studios.server.finishedRecording('delayed'), {
    ffmpegPath: ffmpegPath(),
  });
  // The stream may begin within a beep.
  const offsets = offset?.perSecondMs.slice(1) ?? [];
  expect(offsets.length).toBeGreaterThan(2);
  // A machine that is late for a moment shifts a second, never the others.
  const isRight = (ms: number): boolean => Math.abs(Math.abs(ms) - DELAY_MS) < 2;
  expect(offsets.filter((ms) => !isRight(ms)).length, JSON.stringify(offsets)).toBeLessThanOrEqual(1);
  expect(frames.unreadable).toBe(0);
});

const { threeBand, parametric, compressor, limiter, noise } = soundFilterDefaults;

it.each([
  ['equalisers and dynamics', [threeBand, parametric, compressor, limiter]],
  ['noise suppression, which needs 10 ms', [noise]],
])(
  'filters that answer late shift no sound: the mixer reads ahead by as much (%s)',
  async (_what, filters) => {
    const page = await launch();
    const name = `filtered-${filters.length}`;
    await goLiveTo(page, studios.server.url, name);
    // RNNoise learns that beeps are noise, and takes more of their beginning each time: it is heard while it is new.
    for (const settings of filters) {
      const owner = { channelId: 'main' };
      const added = await runCommand(page, { type: 'addFilter', owner, name: settings.type, settings });
      expect(added).toMatchObject({ isDone: true });
    }
    await waitOnAir(page, 6);
    await endBroadcast(page);
    const { offset } = await measure(await studios.server.finishedRecording(name), {
      ffmpegPath: ffmpegPath(),
    });
    const offsets = offset?.perSecondMs.slice(1) ?? [];
    expect(offsets.length).toBeGreaterThan(2);
    expect(offsets.filter((ms) => Math.abs(ms) >= 10).length, JSON.stringify(offsets)).toBeLessThanOrEqual(1);
  },
);

async function openSync(page: Page): Promise<void> {
  const strip = page.getByRole('region', { name: 'Audio level' });
  await strip.getByRole('button', { name: /^More options for/ }).click();
  await page.getByRole('menuitem', { name: 'Sync offset…' }).click();
}

it('is found with a clap in the channel, though it is muted, set, and undone', async () => {
  const page = await launch();
  expect(await runCommand(page, { type: 'setAudioLevel', isMuted: true })).toMatchObject({ isDone: true });
  await openSync(page);
  const dialog = page.getByRole('dialog', { name: 'Sync offset' });
  const suggested = async (): Promise<number> => {
    const chosen = dialog.getByRole('radio', { checked: true });
    await chosen.waitFor();
    const [, ms = '', side = ''] =
      /^(\d+) ms (before|after) the audio$/.exec((await chosen.getAttribute('aria-label')) ?? '') ?? [];
    return side === 'before' ? -Number(ms) : Number(ms);
  };
  // The pattern's flash is a clap: the picture that turns white. A busy machine leaves one out now and then.
  const suggests = async (ms: number) => {
    await dialog.getByRole('radio', { checked: true }).waitFor();
    if (Math.abs((await suggested()) - ms) < PICTURE_MS) return true;
    await dialog.getByRole('button', { name: 'Clap again' }).click();
    return false;
  };
  await waitUntil('the flash is found', async () => await suggests(0));
  expect(await brokenRules(page, 'dark')).toEqual([]);
  const delay = dialog.getByRole('spinbutton', { name: 'Sync offset' });
  await delay.fill(String(DELAY_MS));
  await delay.press('Enter');
  await waitUntil('the delay is heard', async () => await suggests(-DELAY_MS));
  // By keyboard: three pictures later.
  await dialog.getByRole('radio', { checked: true }).press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('button', { name: /^Delay audio by \d+ ms$/ }).click();
  const set = Number(await delay.inputValue());
  expect(Math.abs(set - 3 * (1000 / 30))).toBeLessThan(2 * PICTURE_MS);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+z');
  await openSync(page);
  await expect.poll(async () => await delay.inputValue()).toBe(String(DELAY_MS));
});
