/**
 * Sends what a page painted to the capture worker: the changed rectangle's pixels, and no more of them before the worker has taken
 * those that are on the way.
 */
import type { MessagePortMain, NativeImage, Rectangle } from 'electron';
import { pixelsTaken } from '../../../shared/media/page-pixels.ts';
import type { PagePixels } from '../../../shared/media/page-pixels.ts';
import { cutTo, union } from './rectangles.ts';

/** Messages on the way. */
const MAX_UNTAKEN = 2;

export class PageFrames {
  #port: MessagePortMain | undefined;
  #untaken = 0;
  /** What changed since the last message, and the newest picture of it. */
  #waiting: { readonly changed: Rectangle; readonly image: NativeImage } | undefined;

  /** In place of the port of before. The whole picture is to be painted for it. */
  connect(port: MessagePortMain): void {
    this.disconnect();
    this.#port = port;
    port.on('message', ({ data }) => {
      if (data !== pixelsTaken || this.#port !== port) return;
      this.#untaken = Math.max(0, this.#untaken - 1);
      this.#send();
    });
    port.on('close', () => {
      if (this.#port === port) this.disconnect();
    });
    port.start();
  }

  disconnect(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#untaken = 0;
    this.#waiting = undefined;
  }

  paint(changed: Rectangle, image: NativeImage): void {
    if (this.#port === undefined) return;
    const before = this.#waiting?.changed;
    this.#waiting = { changed: before === undefined ? changed : union(before, changed), image };
    this.#send();
  }

  #send(): void {
    if (this.#waiting === undefined || this.#port === undefined || this.#untaken >= MAX_UNTAKEN) return;
    const { image } = this.#waiting;
    const size = image.getSize();
    const part = cutTo(this.#waiting.changed, size);
    this.#waiting = undefined;
    if (part === undefined) return;
    const isWhole = part.width === size.width && part.height === size.height;
    const bytes = (isWhole ? image : image.crop(part)).toBitmap();
    const pixels = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    const message: PagePixels = { pageWidth: size.width, pageHeight: size.height, ...part, pixels };
    this.#untaken += 1;
    this.#port.postMessage(message);
  }
}
