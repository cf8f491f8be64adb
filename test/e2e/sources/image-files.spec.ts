/** Image files on air: what the server recorded shows the file as it is, while it is replaced, and while it is gone. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { waitForPicture } from '../../support/media/growing-recording.ts';
import { paint, pngFile } from '../../support/media/image-files.ts';
import { colourAt, isNear, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { fakeDevices } from '../../support/window/electron-app.ts';
import { cameraStudio, chooseFiles, SMALL_CANVAS } from '../../support/window/image-studio.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import { endBroadcast, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const studios = openStudios();

/** Why files could not be shown, as the window told main. */
async function warnings(page: Page): Promise<readonly unknown[]> {
  return await page.evaluate(async () => {
    const history = await window.upcast.invoke('engine:history', undefined);
    const errors = history.ok ? history.value.events.flatMap(({ error }) => error ?? []) : [];
    return errors
      .filter(({ code }) => code === 'source/file-unreadable')
      .map(({ details }) => details['reason']);
  });
}

type Colour = readonly [number, number, number];
const RED: Colour = [255, 0, 0];
const BLUE: Colour = [0, 0, 255];
const YELLOW: Colour = [255, 255, 0];

/** Clear in the left third, the colour in the middle, a veil of white on the right. */
function logo(colour: Colour): Uint8Array {
  return pngFile(
    paint(SMALL_CANVAS.width, SMALL_CANVAS.height, (x) => {
      if (x < SMALL_CANVAS.width / 3) return [0, 0, 0, 0];
      return x < (SMALL_CANVAS.width * 2) / 3 ? [...colour, 255] : [255, 255, 255, 128];
    }),
  );
}

/** As editors save: another file takes the place of the old one. */
function replace(path: string, content: Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

it('an image with alpha lies over the camera; it follows its file, and stays as it was while the file is gone', async () => {
  const launched = await studios.launch(cameraStudio(), { args: fakeDevices });
  const { page } = launched;
  const path = join(studios.folder, 'logo.png');
  writeFileSync(path, logo(RED));
  await goLiveTo(page, studios.server.url, 'images');
  await waitOnAir(page, 2);
  await chooseFiles(launched, { channel: 'sourceFiles:chooseImage', name: 'Logo' }, [path]);
  const isOnAir = async (colour: Colour): Promise<void> => {
    const isSeen = (picture: SmallPicture): boolean => isNear(colourAt(picture, 16, 9), colour);
    await waitForPicture(studios.server, 'images', `the colour ${colour.join()}`, isSeen);
  };
  await isOnAir(RED);
  await stayOnAir(page, 1);
  replace(path, logo(BLUE));
  await isOnAir(BLUE);
  await stayOnAir(page, 2);
  rmSync(path);
  await waitUntil('the window says that the file is gone', async () => (await warnings(page)).length > 0);
  await stayOnAir(page, 3);
  replace(path, logo(YELLOW));
  await isOnAir(YELLOW);
  await endBroadcast(page);
  expect(await warnings(page)).toEqual(['fileMissing']);

  const recorded = await smallPictures(await studios.server.finishedRecording('images'));
  const middles = recorded.map((picture) => colourAt(picture, 16, 9));
  const runOf = (colour: Colour) => {
    const first = middles.findIndex((seen) => isNear(seen, colour));
    return { first, last: middles.findLastIndex((seen) => isNear(seen, colour)) };
  };
  const [red, blue, yellow] = [runOf(RED), runOf(BLUE), runOf(YELLOW)];
  expect(red.first).toBeGreaterThan(30);
  // One picture follows the other, and none is without the image: not at a change, and not while the file is gone.
  expect(blue.first).toBe(red.last + 1);
  expect(yellow.first).toBe(blue.last + 1);
  expect(yellow.last).toBe(middles.length - 1);
  expect(middles.slice(red.first, red.last).every((seen) => isNear(seen, RED))).toBe(true);
  expect(middles.slice(blue.first, blue.last).every((seen) => isNear(seen, BLUE))).toBe(true);
  expect(blue.last - blue.first).toBeGreaterThan(120);

  const camera = recorded[red.first - 5] as SmallPicture;
  const covered = recorded[red.first + 5] as SmallPicture;
  const [bare, clear] = [camera, covered].map((picture) => colourAt(picture, 2, 15));
  expect(isNear(clear ?? [], bare ?? [0])).toBe(true);
  const veiled = colourAt(camera, 29, 15).map((value) => (value + 255) / 2);
  expect(isNear(colourAt(covered, 29, 15), veiled)).toBe(true);
});
