/** What the preview shows, by the colour in its middle. */
import type { Page } from 'playwright-core';
import { nameColour } from '../media/recorded-colours.ts';
import type { Colour } from '../media/recorded-colours.ts';
import { waitUntil } from '../processes/processes.ts';

/** Longest wait: a device may have to open first. */
const SHOWN_MS = 40_000;

/** RGB of an eighth of the picture at its middle; undefined while the preview shows no picture. */
async function previewMiddle(page: Page): Promise<readonly number[] | undefined> {
  return await page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[data-testid="preview"] video');
    if (video?.checkVisibility({ visibilityProperty: true }) !== true || video.readyState < 2)
      return undefined;
    const { videoWidth, videoHeight } = video;
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    const [x, y] = [(videoWidth * 7) / 16, (videoHeight * 7) / 16];
    context?.drawImage(video, x, y, videoWidth / 8, videoHeight / 8, 0, 0, 1, 1);
    return context === null ? undefined : [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
  });
}

export async function waitForPreviewColour(page: Page, colour: Colour): Promise<void> {
  const isShown = async (): Promise<boolean> => {
    const middle = await previewMiddle(page);
    return middle !== undefined && nameColour(middle) === colour;
  };
  await waitUntil(`${colour} in the preview`, isShown, SHOWN_MS);
}
