/** Scenes on air: what the server recorded shows each layer in its place, cuts and fades. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { CreatedIds } from '../../../shared/studio/document-commands.ts';
import { waitForPicture } from '../../support/media/growing-recording.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { fakeDevices } from '../../support/window/electron-app.ts';
import { cameraStudio } from '../../support/window/image-studio.ts';
import {
  SMALL_HEIGHT,
  SMALL_WIDTH,
  colourAt,
  isNear,
  differenceOf,
  smallPictures,
} from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const studios = openStudios();

async function edit(page: Page, command: DocumentCommand): Promise<CreatedIds> {
  const answer = await runCommand(page, command);
  if (!answer.isDone) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  return answer.created ?? {};
}

const colour = (value: string, width: number, height: number) =>
  ({ type: 'colour', colour: value, width, height }) as const;

const middle = (picture: SmallPicture) => colourAt(picture, SMALL_WIDTH / 2, SMALL_HEIGHT / 2);
const corner = (picture: SmallPicture) => colourAt(picture, 1, 1);
const isBlue = (picture: SmallPicture) => isNear(middle(picture), [0, 0, 255]);
const isRed = (picture: SmallPicture) =>
  isNear(middle(picture), [255, 0, 0]) && isNear(corner(picture), [255, 0, 0]);

it('a layer over the camera, a cut and a fade are on air, and no frame is lost', async () => {
  const { page } = await studios.launch(cameraStudio(), { args: fakeDevices });
  await goLiveTo(page, studios.server.url, 'scenes');
  await waitOnAir(page, 2);
  await edit(page, {
    ...{ type: 'addSource', sceneId: 'main', name: 'Blue' },
    ...{ input: colour('#0000ffff', 320, 180), size: { width: 320, height: 180 } },
  });
  await waitForPicture(studios.server, 'scenes', 'the blue layer', isBlue);
  await stayOnAir(page, 2);
  const { sceneId = '' } = await edit(page, { type: 'addScene', name: 'Red' });
  await edit(page, { type: 'addSource', sceneId, name: 'Red', input: colour('#ff0000ff', 640, 360) });
  await edit(page, { type: 'setTransition', canvasId: 'main', transition: { kind: 'cut' } });
  await edit(page, { type: 'switchScene', canvasId: 'main', sceneId });
  await waitForPicture(studios.server, 'scenes', 'the red scene', isRed);
  await edit(page, {
    ...{ type: 'setTransition', canvasId: 'main' },
    transition: { kind: 'fade', durationMs: 1000 },
  });
  await edit(page, { type: 'switchScene', canvasId: 'main', sceneId: 'main' });
  await waitForPicture(studios.server, 'scenes', 'the scene of before', isBlue);
  await stayOnAir(page, 1);
  await endBroadcast(page);

  const recorded = await smallPictures(await studios.server.finishedRecording('scenes'));
  const firstBlue = recorded.findIndex(isBlue);
  const firstRed = recorded.findIndex(isRed);
  const lastRed = recorded.findLastIndex(isRed);
  expect(firstBlue).toBeGreaterThan(30);
  expect(firstRed).toBeGreaterThan(firstBlue + 30);
  // The camera goes on moving beside the layer: half a step in the mean, a hundredth where it stands still.
  const still = recorded[firstBlue + 5] as SmallPicture;
  const moved = recorded.slice(firstBlue + 6, firstRed).map((each) => differenceOf(each, still));
  expect(Math.max(...moved)).toBeGreaterThan(0.1);
  // A cut: the frame before is the scene before.
  expect(isBlue(recorded[firstRed - 1] as SmallPicture)).toBe(true);
  expect(recorded.slice(firstRed, lastRed).every(isRed)).toBe(true);
  // A second of a fade, then the scene of before; a busy machine shows its ends late.
  const blueAgain = recorded.findIndex((picture, at) => at > lastRed && isBlue(picture));
  expect(blueAgain - lastRed).toBeGreaterThan(15);
  expect(blueAgain - lastRed).toBeLessThan(60);
  expect(recorded.slice(blueAgain).every(isBlue)).toBe(true);
});
