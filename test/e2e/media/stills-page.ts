/** The page of the tests of images: draws SVG files as the picture frame does. */
import { drawSvg } from '../../../renderer/media/stills/svg/draw-svg.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { answerInPage } from '../../support/browser/answer-calls.ts';

export interface SeenSvg {
  readonly width: number;
  readonly height: number;
  /** RGBA at each of the asked places. */
  readonly colours: readonly (readonly number[])[];
}

answerInPage({
  async svg({ text, places }: { text: string; places: readonly (readonly [number, number])[] }) {
    try {
      const { width, height, pixels } = await drawSvg(new TextEncoder().encode(text).buffer);
      const bytes = new Uint8Array(pixels);
      const colours = places.map(([x, y]) => [
        ...bytes.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
      ]);
      return { width, height, colours } satisfies SeenSvg;
    } catch (error) {
      return toAppError(error).toRecord();
    }
  },
});
