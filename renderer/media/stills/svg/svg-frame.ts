/**
 * The window's side of drawing SVG files: each in a frame of another origin, and so in a process of its own, which ends with the frame. A
 * file that takes for ever or all memory takes no more than that process.
 */
import * as z from 'zod';
import { PICTURE_FRAME_ORIGIN } from '../../../../shared/origins.ts';
import { MAX_PIXELS } from '../drawn-picture.ts';
import type { Pixels } from '../drawn-picture.ts';
import { badImage } from '../image/bad-image.ts';

const DEADLINE_MS = 10_000;

const side = z.number().int().min(1);

/** What the frame answers. Whoever took it over can answer anything. */
const answerSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('upcast:svgDrawn'),
      width: side,
      height: side,
      pixels: z.instanceof(ArrayBuffer),
    })
    .refine(
      ({ width, height, pixels }) => width * height <= MAX_PIXELS && pixels.byteLength === width * height * 4,
    ),
  z.strictObject({ type: z.literal('upcast:svgFailed') }),
]);

/** @throws AppError `source/bad-image` */
export async function drawSvgInFrame(bytes: ArrayBuffer): Promise<Pixels> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = `${PICTURE_FRAME_ORIGIN}/picture-frame.html`;
  const ended = new AbortController();
  const drawn = new Promise<Pixels>((resolve, reject) => {
    const receive = (event: MessageEvent): void => {
      if (event.origin !== PICTURE_FRAME_ORIGIN || event.source !== frame.contentWindow) return;
      const answer = answerSchema.safeParse(event.data);
      if (!answer.success || answer.data.type === 'upcast:svgFailed') return reject(badImage('imageDamaged'));
      const { width, height, pixels } = answer.data;
      resolve({ width, height, pixels });
    };
    window.addEventListener('message', receive, { signal: ended.signal });
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(bytes, PICTURE_FRAME_ORIGIN));
    const timer = setTimeout(() => reject(badImage('imageTooComplex')), DEADLINE_MS);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  document.body.append(frame);
  try {
    return await drawn;
  } finally {
    ended.abort();
    frame.remove();
  }
}
