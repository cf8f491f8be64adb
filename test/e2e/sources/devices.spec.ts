/** What is missing or forbidden at the start: the window is up, says so in words, and goes live without a restart. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { fakeDevices, launchApp, readRuntime } from '../../support/window/electron-app.ts';
import type { LaunchedBuild, LaunchOptions } from '../../support/window/electron-app.ts';
import { runCommand, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let started: LaunchedBuild | undefined;

afterEach(async () => {
  await started?.close();
  started = undefined;
});

async function launch(options: LaunchOptions): Promise<Page> {
  started = await launchApp(options);
  return started.page;
}

async function rehearseFromWindow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 2);
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor();
}

/** The encoder gives out pictures in each of the next seconds. */
function pictureGoesOn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const counts: number[] = [];
        const end = window.upcast.on('engine:sample', ({ encodedFrames }) => {
          if (encodedFrames > (counts.at(-1) ?? -1)) counts.push(encodedFrames);
          if (counts.length < 5) return;
          end();
          resolve();
        });
      }),
  );
}

describe('no camera and no microphone', () => {
  it('is said, and the test picture goes live', async () => {
    const page = await launch({});
    await page.getByRole('radio', { name: /^Camera/ }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('No camera found.').waitFor();
    await preview.getByText('Plug in a camera').waitFor();
    await page.getByRole('region', { name: 'Audio level' }).getByText('No microphone found.').waitFor();
    await preview.getByRole('button', { name: 'Use test pattern' }).click();
    await preview.getByRole('button').first().waitFor({ state: 'detached' });
    await rehearseFromWindow(page);
  });
});

describe('a permission that is denied', () => {
  it('is said, and the test picture goes live', async () => {
    const page = await launch({
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'],
    });
    await page
      .getByRole('radio', { name: /^Camera|fake_device/ })
      .first()
      .click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('isn’t allowed to use the camera').waitFor();
    await preview.getByText('privacy settings').waitFor();
    await preview.getByRole('button', { name: 'Use test pattern' }).click();
    await preview.getByRole('button').first().waitFor({ state: 'detached' });
    await rehearseFromWindow(page);
  });
});

describe('a camera that is unplugged while live', () => {
  it('is said, its last picture stays on air without any sound, and it is back when plugged in again', async () => {
    const page = await launch({ args: fakeDevices });
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        for (const track of stream.getVideoTracks())
          window.addEventListener('unplugged', () => track.dispatchEvent(new Event('ended')), { once: true });
        return stream;
      };
    });
    await page
      .getByRole('radio', { name: /^Camera|fake_device/ })
      .first()
      .click();
    await page.getByRole('radio', { name: /^No audio/ }).click();
    const picture = page.getByTestId('preview').locator('video');
    await picture.waitFor();
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await waitForBadge(page, 'live');
    await waitOnAir(page, 2);
    // What the platform says of a device that was pulled.
    await page.evaluate(() => window.dispatchEvent(new Event('unplugged')));
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('was disconnected').waitFor();
    await pictureGoesOn(page);
    // Viewers see it stand, and so does the window.
    await picture.waitFor();
    await page.locator('[data-testid="status"][data-badge="live"]').waitFor();
    await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await picture.waitFor();
    await preview.getByText('was disconnected').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'End rehearsal' }).click();
    await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor();
  });
});

describe('ffmpeg', () => {
  const start = (page: Page): Promise<unknown> =>
    runCommand(page, { type: 'startStream', isRehearsal: true });

  it('that is missing where the user set it is said, never replaced; there again, it goes live', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-ffmpeg-'));
    try {
      const chosen = join(folder, 'ffmpeg');
      const page = await launch({ args: fakeDevices, env: { UPCAST_FFMPEG: chosen, PATH: folder } });
      await page.getByText('FFmpeg not found.').waitFor();
      expect(await start(page)).toMatchObject({
        isDone: false,
        error: {
          code: 'encoder/not-found',
          details: { reason: 'ffmpegBroken' },
        },
      });
      await page.locator('[data-testid="status"][data-badge="off"]').waitFor();

      symlinkSync(readRuntime().ffmpeg, chosen);
      await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).click();
      await waitForBadge(page, 'live');
      // Closing while on air would ask first.
      await page.getByRole('button', { name: 'End rehearsal' }).click();
      await waitForBadge(page, 'off');
    } finally {
      await started?.close();
      started = undefined;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
