/** The preview shows what is sent: the window's pixels against what the server recorded. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { fakeDevices } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import {
  colourAt,
  differenceOf,
  SMALL_HEIGHT,
  SMALL_WIDTH,
  smallPictures,
} from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { cameraStudio } from '../../support/window/image-studio.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

/** Of 255: what an encoder at this bitrate and a scaled picture in the window change at most. */
const TOLERANCE = 8;
/** Chromium names a file's camera by its path. */
const CAMERA = /camera\.y4m$/;

const studios = openStudios();

beforeAll(async () => {
  // Four colours, so that a picture that is turned or cut shows.
  const quarters = [
    ...[
      '-f',
      'lavfi',
      '-i',
      'color=red:size=320x240:rate=30',
      '-f',
      'lavfi',
      '-i',
      'color=lime:size=320x240',
    ],
    ...['-f', 'lavfi', '-i', 'color=blue:size=320x240', '-f', 'lavfi', '-i', 'color=white:size=320x240'],
    ...['-filter_complex', 'xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0,format=yuv420p', '-frames:v', '30'],
  ];
  await promisify(execFile)(ffmpegPath(), ['-v', 'error', ...quarters, join(studios.folder, 'camera.y4m')]);
});

/** The app with a camera of 640x480 as the source of a program of 640x360. */
async function launch(): Promise<LaunchedBuild> {
  const camera = `--use-file-for-fake-video-capture=${join(studios.folder, 'camera.y4m')}`;
  return await studios.launch(cameraStudio(), { args: [...fakeDevices, camera] });
}

/** The preview as a person sees it, once it shows what it says. */
async function look(page: Page, shown: string | RegExp): Promise<SmallPicture> {
  const preview = page.getByRole('img', { name: shown, exact: true });
  await preview.locator('video').waitFor();
  await framesShown(page, 3);
  const [picture] = await smallPictures(await preview.screenshot());
  if (picture === undefined) throw new Error('no picture of the preview');
  return picture;
}

/** Waits until the preview has shown so many more frames; the slate is one. */
async function framesShown(page: Page, count: number): Promise<void> {
  const first = await framesSoFar(page);
  await page.waitForFunction(
    ([from, more]) => {
      const video = document.querySelector<HTMLVideoElement>('[data-testid="preview"] video');
      const isStill = document.querySelector('[data-testid="preview"][aria-label$="Be right back"]') !== null;
      const shown = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      return isStill || shown >= from + more;
    },
    [first, count] as const,
  );
}

const framesSoFar = async (page: Page): Promise<number> =>
  await page.evaluate(
    () =>
      document.querySelector<HTMLVideoElement>('[data-testid="preview"] video')?.getVideoPlaybackQuality()
        .totalVideoFrames ?? 0,
  );

/** How many pixels a frame has, and how many of the display's show it. */
const sizesOf = async (page: Page) =>
  await page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-testid="preview"] video');
    if (video === null) throw new Error('no preview');
    const { width, height } = video.getBoundingClientRect();
    const [across, down] = [width, height].map((side) => Math.round(side * devicePixelRatio));
    return {
      frame: { width: video.videoWidth, height: video.videoHeight },
      shown: { width: across, height: down },
    };
  });

/** The first recorded frame from `from` on that looks so, and how much it differs. */
function bestOf(recorded: readonly SmallPicture[], from: number, picture: SmallPicture) {
  let best = { at: -1, difference: Infinity };
  for (const [at, candidate] of recorded.entries()) {
    const difference = at < from ? Infinity : differenceOf(candidate, picture);
    if (difference < best.difference) best = { at, difference };
  }
  return best;
}

describe('the preview', () => {
  it('shows what viewers get: bars beside a 4:3 camera, the slate, another source, and on after a reload', async () => {
    const { page } = await launch();
    const idle = await look(page, CAMERA);
    await goLiveTo(page, studios.server.url, 'preview');
    await waitOnAir(page, 2);
    const camera = await look(page, CAMERA);
    await page.keyboard.press('Control+b');
    await waitOnAir(page, 4);
    const slate = await look(page, 'Preview: Be right back');
    await waitOnAir(page, 6);
    await page.keyboard.press('Control+b');
    await runCommand(page, { type: 'setVideoSource', source: { type: 'pattern' } });
    await waitOnAir(page, 8);
    const pattern = await look(page, 'Preview: Test pattern');
    await waitOnAir(page, 10);
    await page.reload();
    await waitOnAir(page, 12);
    const reloaded = await look(page, 'Preview: Test pattern');
    await waitOnAir(page, 14);
    await endBroadcast(page);

    const recorded = await smallPictures(await studios.server.finishedRecording('preview'));
    let from = 0;
    for (const [name, picture] of Object.entries({ idle, camera, slate, pattern, reloaded })) {
      const best = bestOf(recorded, from, picture);
      expect(best.difference, name).toBeLessThanOrEqual(TOLERANCE);
      from = best.at;
    }
    // 480 of 640 columns are the camera's: bars of an eighth on either side.
    const middle = SMALL_HEIGHT / 2;
    for (const column of [1, SMALL_WIDTH - 2])
      expect(Math.max(...colourAt(camera, column, middle))).toBeLessThan(16);
    const [left, right] = [SMALL_WIDTH / 4, (SMALL_WIDTH * 3) / 4];
    const [red, green, blue, white] = [
      colourAt(camera, left, 4),
      colourAt(camera, right, 4),
      colourAt(camera, left, SMALL_HEIGHT - 4),
      colourAt(camera, right, SMALL_HEIGHT - 4),
    ];
    const near = (colour: readonly number[], wanted: readonly number[]): void => {
      for (const [at, value] of wanted.entries())
        expect(Math.abs((colour[at] ?? -1) - value)).toBeLessThan(24);
    };
    near(red, [255, 0, 0]);
    near(green, [0, 255, 0]);
    near(blue, [0, 0, 255]);
    near(white, [255, 255, 255]);
  });

  it('has frames of as many pixels as show them in a small window, and looks the same', async () => {
    const { app, page } = await launch();
    const whole = await look(page, CAMERA);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(960, 600));
    await waitUntil('small frames, one for each pixel', async () => {
      const { frame, shown } = await sizesOf(page);
      return frame.width < 600 && frame.width === shown.width && frame.height === shown.height;
    });
    expect(differenceOf(await look(page, CAMERA), whole)).toBeLessThanOrEqual(TOLERANCE);
  });

  it('draws nothing in a hidden window, while the stream goes on, and is back when the window is', async () => {
    const { app, page } = await launch();
    await look(page, CAMERA);
    await goLiveTo(page, studios.server.url, 'hidden');
    await waitOnAir(page, 2);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    // What was on its way when the window went is still drawn.
    let before = -1;
    await waitUntil('a second in which nothing is drawn', async () => {
      before = await framesSoFar(page);
      await stayOnAir(page, 1);
      return (await framesSoFar(page)) === before;
    });
    await stayOnAir(page, 3);
    expect(await framesSoFar(page)).toBe(before);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
    await framesShown(page, 10);
    await endBroadcast(page);
    // Frames for the whole time on air.
    expect((await smallPictures(await studios.server.finishedRecording('hidden'))).length).toBeGreaterThan(
      5 * 30,
    );
  });
});
