/** Pictures that ffmpeg makes and draws, as planes; and the same pictures in the compositor's memory. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { allocatePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import type { Picture, Plane } from '../../../../../../renderer/media/compositor/picture.ts';
import { ffmpegPath } from '../../../../../support/media/ffmpeg.ts';

const run = promisify(execFile);

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlainPicture extends Size {
  readonly y: Uint8Array;
  readonly cb: Uint8Array;
  readonly cr: Uint8Array;
  readonly alpha: Uint8Array | undefined;
}

/** A source that ffmpeg draws. */
export interface Source extends Size {
  /** Its name, and options. */
  readonly lavfi: string;
  /** The compositor gets Cb and Cr in one plane, as in NV12. */
  readonly isTogether?: boolean;
  /** Straight alpha from 0 to 255, as an expression of X and Y; it is the same in each 2x2 pixels. */
  readonly alpha?: string;
}

function inputOf({ lavfi, width, height, alpha }: Source): readonly string[] {
  const format = alpha === undefined ? 'format=yuv420p' : 'format=yuva420p';
  const even = alpha?.replaceAll('X', 'floor(X/2)').replaceAll('Y', 'floor(Y/2)');
  const geq = even === undefined ? '' : `,geq=lum='p(X,Y)':cb='p(X,Y)':cr='p(X,Y)':a='${even}'`;
  return [
    '-f',
    'lavfi',
    '-i',
    `${lavfi}${lavfi.includes('=') ? ':' : '='}size=${width}x${height}:rate=1,${format}${geq}`,
  ];
}

/** @param graph of `[0]`, `[1]` and so on; its result is as large as `size`. */
export async function drawByFfmpeg(
  sources: readonly Source[],
  graph: string,
  size: Size,
  withAlpha = false,
): Promise<PlainPicture> {
  const inputs = sources.flatMap(inputOf);
  const format = withAlpha ? 'yuva420p' : 'yuv420p';
  const flags = ['-sws_flags', 'accurate_rnd+full_chroma_int+full_chroma_inp'];
  const output = ['-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', format, '-'];
  const { stdout } = await run(
    ffmpegPath(),
    ['-v', 'error', '-threads', '1', ...inputs, '-filter_complex', graph, ...flags, ...output],
    { encoding: 'buffer', maxBuffer: 64_000_000 },
  );
  const luma = size.width * size.height;
  const chroma = luma / 4;
  const part = (from: number, length: number): Uint8Array => stdout.subarray(from, from + length);
  return {
    ...size,
    y: part(0, luma),
    cb: part(luma, chroma),
    cr: part(luma + chroma, chroma),
    alpha: withAlpha ? part(luma + 2 * chroma, luma) : undefined,
  };
}

/** Premultiplied around black. */
export function placePicture(memory: PlaneMemory, plain: PlainPicture, isTogether: boolean): Picture {
  const { width, height, alpha } = plain;
  const allocated = allocatePicture(memory, plain, alpha !== undefined);
  const cb = { offset: allocated.cb.offset, stride: width, step: 2 } as const;
  const picture = isTogether ? { ...allocated, cb, cr: { ...cb, offset: cb.offset + 1 } } : allocated;
  const write = (
    plane: Plane | undefined,
    columns: number,
    sample: (x: number, y: number) => number,
  ): void => {
    if (plane === undefined) return;
    for (let y = 0; y < (columns * height) / width; y += 1)
      for (let x = 0; x < columns; x += 1)
        memory.bytes[plane.offset + y * plane.stride + x * (plane.step ?? 1)] = sample(x, y);
  };
  const alphaAt = (x: number, y: number): number => alpha?.[y * width + x] ?? 255;
  const through = (value: number, black: number, weight: number): number =>
    black + Math.round(((value - black) * weight) / 255);
  write(picture.y, width, (x, y) => through(plain.y[y * width + x] ?? 0, 16, alphaAt(x, y)));
  for (const name of ['cb', 'cr'] as const)
    write(picture[name], width / 2, (x, y) =>
      through(plain[name][(y * width) / 2 + x] ?? 0, 128, alphaAt(2 * x, 2 * y)),
    );
  write(picture.alpha, width, alphaAt);
  write(picture.alphaChroma, width / 2, (x, y) => alphaAt(2 * x, 2 * y));
  return picture;
}

export function readPlanes(memory: PlaneMemory, picture: Picture): PlainPicture {
  const { width, height } = picture;
  const read = ({ offset, stride }: Plane, columns: number): Uint8Array => {
    const rows = (columns * height) / width;
    const samples = new Uint8Array(columns * rows);
    for (let y = 0; y < rows; y += 1)
      samples.set(memory.bytes.subarray(offset + y * stride, offset + y * stride + columns), y * columns);
    return samples;
  };
  return {
    ...{ width, height },
    y: read(picture.y, width),
    cb: read(picture.cb, width / 2),
    cr: read(picture.cr, width / 2),
    alpha: undefined,
  };
}

export interface Difference {
  /** Code values. */
  readonly most: number;
  readonly psnr: number;
}

/** Over Y, Cb and Cr, by the worst of the three. @param margin pixels at every side that don't count; even. */
export function compare(one: PlainPicture, other: PlainPicture, margin = 0): Difference {
  const planes = (['y', 'cb', 'cr'] as const).map((name) => {
    const part = name === 'y' ? 1 : 2;
    const [width, height, left] = [one.width / part, one.height / part, margin / part];
    let most = 0;
    let squares = 0;
    for (let y = left; y < height - left; y += 1)
      for (let x = left; x < width - left; x += 1) {
        const difference = Math.abs((one[name][y * width + x] ?? 0) - (other[name][y * width + x] ?? 0));
        most = Math.max(most, difference);
        squares += difference ** 2;
      }
    const mean = squares / ((width - 2 * left) * (height - 2 * left));
    return { most, psnr: mean === 0 ? Infinity : 10 * Math.log10(255 ** 2 / mean) };
  });
  return {
    most: Math.max(...planes.map(({ most }) => most)),
    psnr: Math.min(...planes.map(({ psnr }) => psnr)),
  };
}
