/** What a canvas drew, in each order of bytes that a browser gives. */
import { afterEach, expect, it, vi } from 'vitest';
import { FrameConverter } from '../../../../../renderer/media/convert/frame-bytes.ts';
import { toYCbCr } from '../../../../../shared/pattern/colour.ts';

const RED = {
  RGBA: [255, 0, 0, 255],
  RGBX: [255, 0, 0, 255],
  BGRA: [0, 0, 255, 255],
  BGRX: [0, 0, 255, 255],
};
type Order = keyof typeof RED;

class Canvas {
  getContext(): object {
    return { canvas: this, fillRect: () => undefined, drawImage: () => undefined };
  }
}

/** A red picture of a canvas. Without a format of its own, in the graphics card, it has to be asked for one (WebCodecs, VideoFrame.copyTo). */
function stubDrawn(format: Order | null): void {
  class Drawn {
    readonly format = format;
    copyTo(buffer: ArrayBuffer, options: { readonly format?: Order }): Promise<void> {
      const order = options.format ?? format;
      if (order === null) return Promise.reject(new DOMException('no format', 'NotSupportedError'));
      const bytes = new Uint8Array(buffer);
      for (let at = 0; at < bytes.length; at += 4) bytes.set(RED[order], at);
      return Promise.resolve();
    }
    close(): void {}
  }
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('VideoFrame', Drawn);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each(['RGBA', 'BGRA', 'RGBX', 'BGRX', null] as const)(
  'a picture that the canvas holds as %s keeps its red',
  async (format) => {
    stubDrawn(format);
    const frame = { format: 'RGBX', visibleRect: null, colorSpace: {}, displayWidth: 4, displayHeight: 2 };
    const bytes = await new FrameConverter({ width: 4, height: 2 }).convert(frame as unknown as VideoFrame);
    const { y, cb, cr } = toYCbCr(1, 0, 0);
    const near = (value: number | undefined, wanted: number): void =>
      expect(Math.abs((value ?? -1) - wanted)).toBeLessThanOrEqual(1);
    expect(bytes).toMatchObject({ format: 'I420', colour: 'bt709-limited' });
    near(bytes.data[0], y);
    near(bytes.data[8], cb);
    near(bytes.data[10], cr);
  },
);
