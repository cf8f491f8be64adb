/** The worker of the tests of images, text and colours: opens files and draws texts as the capture worker does. */
import { ColourSource } from '../../../renderer/media/stills/colour-source.ts';
import type { DrawnPicture, Pixels, StillSource } from '../../../renderer/media/stills/drawn-picture.ts';
import { openImage } from '../../../renderer/media/stills/image/image-source.ts';
import { loadSlide } from '../../../renderer/media/stills/slideshow/load-slide.ts';
import type { TextLook } from '../../../renderer/media/stills/text/text-look.ts';
import { TextSource } from '../../../renderer/media/stills/text/text-source.ts';
import { openTextSurroundings } from '../../../renderer/media/stills/text/worker-text.ts';
import { nowUs } from '../../../renderer/media/worker/clock.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { answerInWorker } from '../../support/browser/answer-calls.ts';

export interface SeenPicture {
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the pixels. */
  readonly hash: string;
  /** RGBA, up to the first 4096 bytes. */
  readonly start: readonly number[];
}

export interface SeenFrame {
  readonly grey: number;
  readonly nextChangeUs: number | 'never';
}

const surroundings = {
  drawSvg: (): Promise<Pixels> => {
    throw new Error('no page');
  },
};

async function read(file: string): Promise<ArrayBuffer> {
  const response = await fetch(`/files/${encodeURIComponent(file)}`);
  return await response.arrayBuffer();
}

async function open(file: string, originUs = 0): Promise<StillSource> {
  return await openImage(await read(file), originUs, surroundings);
}

async function see(picture: Pixels | undefined): Promise<SeenPicture | undefined> {
  if (picture === undefined) return undefined;
  const { width, height, pixels } = picture;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', pixels));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { width, height, hash, start: [...new Uint8Array(pixels.slice(0, 4096))] };
}

/** Waits until the picture of that moment is decoded. */
async function settledAt(source: StillSource, programUs: number): Promise<DrawnPicture | undefined> {
  for (;;) {
    const picture = source.pictureAt(programUs);
    if (source.nextChangeUs(programUs) > programUs) return picture;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const surroundingsOfText = openTextSurroundings();

answerInWorker({
  async image(file: string) {
    try {
      const source = await open(file);
      const seen = await see(source.pictureAt(0));
      source.end();
      return seen;
    } catch (error) {
      return toAppError(error).toRecord();
    }
  },

  /** What the browser itself shows of an image: the judge of what lies where. */
  async shown(file: string) {
    const bitmap = await createImageBitmap(new Blob([await read(file)]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
    return data && (await see({ width: bitmap.width, height: bitmap.height, pixels: data.buffer }));
  },

  /** The first pixel at each of the moments, from the origin on. */
  async frames({ file, timesUs, originUs }: { file: string; timesUs: readonly number[]; originUs: number }) {
    const source = await open(file, originUs);
    const frames: SeenFrame[] = [];
    for (const timeUs of timesUs) {
      const picture = await settledAt(source, originUs + timeUs);
      const nextUs = source.nextChangeUs(originUs + timeUs) - originUs;
      const [grey = -1] = new Uint8Array(picture?.pixels ?? new ArrayBuffer(0));
      frames.push({ grey, nextChangeUs: nextUs === Infinity ? 'never' : nextUs });
    }
    source.end();
    return frames;
  },

  colour: ({ colour, width, height }: { colour: string; width: number; height: number }) =>
    see(new ColourSource(colour, width, height).pictureAt()),

  async fitted({ file, width, height }: { file: string; width: number; height: number }) {
    return await see(await loadSlide(await read(file), { width, height }, surroundings));
  },

  /** All pixels, as Base64. */
  text({ text, look }: { text: string; look: TextLook }) {
    const source = new TextSource({ type: 'fixed', text }, look, surroundingsOfText);
    const drawn = source.pictureAt(nowUs());
    source.end();
    if (drawn === undefined) return undefined;
    const bytes = new Uint8Array(drawn.pixels);
    let characters = '';
    for (const byte of bytes) characters += String.fromCharCode(byte);
    return { width: drawn.width, height: drawn.height, pixels: btoa(characters) };
  },

  /** How long one drawing takes, in milliseconds: the median. */
  textCost({ text, look, count }: { text: string; look: TextLook; count: number }) {
    const times = Array.from({ length: count }, (_, index) => {
      const startMs = performance.now();
      surroundingsOfText.draw(`${text} ${index}`, look);
      return performance.now() - startMs;
    });
    return times.sort((a, b) => a - b)[count >> 1];
  },
});
