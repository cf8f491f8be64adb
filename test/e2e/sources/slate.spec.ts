/** The slate has the same letters on every system. */
import { expect, it } from 'vitest';
import { openStudios, smallStudio } from '../../support/window/studio-fixture.ts';
import { waitUntil } from '../../support/processes/processes.ts';

const studios = openStudios();

it('the slate is drawn in the font that comes with Upcast, not in the system’s', async () => {
  const { page } = await studios.launch(smallStudio({ type: 'pattern' }, { type: 'none' }));
  await page.getByRole('img', { name: 'Preview: Test pattern' }).locator('video').waitFor();
  await page.keyboard.press('Control+b');
  await page.getByRole('img', { name: 'Preview: Be right back' }).waitFor();
  /** How wide the words are in shares of the picture, as the preview shows them and as two fonts have them. */
  const widths = () =>
    page.evaluate(async () => {
      await document.fonts.load('600 36px "Inter Variable"');
      const video = document.querySelector<HTMLVideoElement>('[data-testid="preview"] video');
      if (video === null || video.readyState < 2) return undefined;
      const { videoWidth: width, videoHeight: height } = video;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) return undefined;
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
        Array.from({ length: height }, (_none, y) => data[(y * width + x) * 4 + 1] ?? 0).some(
          (green) => green > 128,
        ),
      );
      const widthIn = (family: string): number => {
        context.font = `600 36px ${family}`;
        const ink = context.measureText('Be right back');
        return (ink.actualBoundingBoxLeft + ink.actualBoundingBoxRight) / 640;
      };
      return {
        shown: ((columns.at(-1) ?? 0) + 1 - (columns[0] ?? 0)) / width,
        inter: widthIn('"Inter Variable"'),
        system: widthIn('system-ui'),
      };
    });
  await waitUntil('the slate in the preview', async () => {
    const shown = (await widths())?.shown ?? 1;
    return shown > 0.1 && shown < 0.7;
  });
  const { shown, inter, system } = (await widths()) ?? { shown: 0, inter: 0, system: 0 };
  expect(Math.abs(system - inter)).toBeGreaterThan(0.02);
  expect(Math.abs(shown - inter)).toBeLessThan(0.01);
});
