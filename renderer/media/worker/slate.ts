/**
 * What viewers see while the broadcaster is away: three plain words on a dark ground, drawn once for each size. It takes the
 * place of a source's frames on their way to the engine, so that their pace and their times go on as they were.
 */
import type { FrameBytes } from '../convert/frame-bytes.ts';
import { rgbToI420 } from '../convert/rgb-to-i420.ts';
import { SLATE_GROUND, SLATE_INK, SLATE_SHARE, SLATE_WORDS } from './slate-look.ts';

export class Slate {
  #width = 0;
  #height = 0;
  #frame: FrameBytes | undefined;

  /** Valid until the next call with another size. Width and height are even. */
  frame(width: number, height: number): FrameBytes {
    if (this.#frame !== undefined && width === this.#width && height === this.#height) return this.#frame;
    this.#width = width;
    this.#height = height;
    this.#frame = drawSlate(width, height);
    return this.#frame;
  }
}

function drawSlate(width: number, height: number): FrameBytes {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (context === null) throw new Error('no 2D canvas in the worker');
  context.fillStyle = SLATE_GROUND;
  context.fillRect(0, 0, width, height);
  context.fillStyle = SLATE_INK;
  context.font = `600 ${Math.round(Math.min(width, height) * SLATE_SHARE)}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(SLATE_WORDS, width / 2, height / 2);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const data = new ArrayBuffer((width * height * 3) / 2);
  rgbToI420(pixels, false, width, height, new Uint8Array(data));
  return { format: 'I420', colour: 'bt709-limited', data };
}
