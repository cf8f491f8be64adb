/** Grey frames of each pixel format, as a track gives them. */
import { openMadeTrack, openTrackFrames } from '../capture/track-stream.ts';

export const pixelFormats = [
  'I420',
  'I420A',
  'I422',
  'I444',
  'NV12',
  'RGBA',
  'RGBX',
  'BGRA',
  'BGRX',
] as const;
export type PixelFormat = (typeof pixelFormats)[number];

const WIDTH = 128;
const HEIGHT = 72;
/** Mid grey in BT.709 of limited range, and in RGB. */
export const GREY_LUMA = 126;
const GREY_RGB = 128;
const GREY_CHROMA = 128;
const OPAQUE = 255;
/** A track's reader may miss the first ones. */
const WRITE_EVERY_MS = 40;

/** Bytes of a pixel's planes, by their share of the picture's pixels. */
const chromaShares = { I420: 0.5, I420A: 0.5, I422: 1, I444: 2, NV12: 0.5 } as const;

function bytesOf(format: PixelFormat): Uint8Array<ArrayBuffer> {
  const pixels = WIDTH * HEIGHT;
  if (!(format in chromaShares)) {
    return new Uint8Array(pixels * 4).map((_, index) => (index % 4 === 3 ? OPAQUE : GREY_RGB));
  }
  const chroma = pixels * chromaShares[format as keyof typeof chromaShares];
  const bytes = new Uint8Array(pixels + chroma + (format === 'I420A' ? pixels : 0)).fill(OPAQUE);
  return bytes.fill(GREY_LUMA, 0, pixels).fill(GREY_CHROMA, pixels, pixels + chroma);
}

function makeFrame(format: PixelFormat): VideoFrame {
  const isPlanar = format in chromaShares;
  return new VideoFrame(bytesOf(format), {
    format,
    ...{ codedWidth: WIDTH, codedHeight: HEIGHT, timestamp: Math.round(performance.now() * 1000) },
    colorSpace: {
      ...{ primaries: 'bt709', fullRange: !isPlanar },
      ...(isPlanar ? { transfer: 'bt709', matrix: 'bt709' } : { transfer: 'iec61966-2-1', matrix: 'rgb' }),
    },
  });
}

/**
 * Frames of this format, until `read` is done.
 * @throws TypeError where this Chromium makes no such frame.
 */
export async function withMadeFrames<T>(
  format: PixelFormat,
  read: (readable: ReadableStream<VideoFrame>) => Promise<T>,
): Promise<T> {
  makeFrame(format).close();
  const { track, writable } = openMadeTrack();
  const writer = writable.getWriter();
  const write = (): void => {
    const frame = makeFrame(format);
    writer.write(frame).catch(() => frame.close());
  };
  const timer = setInterval(write, WRITE_EVERY_MS);
  try {
    return await read(openTrackFrames(track));
  } finally {
    clearInterval(timer);
    track.stop();
  }
}
