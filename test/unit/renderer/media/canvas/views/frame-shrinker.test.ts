/** A frame made as small as a window shows it: the bytes of the scaler that frames for the engine go through. */
import { setFlagsFromString } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../../../../../renderer/media/compositor/kernels/index.ts?kernel';
import type { RawFrame } from '../../../../../../renderer/media/sources/frame-source.ts';

const WIDTH = 64;
const HEIGHT = 36;
const LUMA = WIDTH * HEIGHT;
const CHROMA = LUMA / 4;
const small = { width: 28, height: 16 };

let modules: Awaited<ReturnType<typeof load>>;

async function load() {
  const { FrameShrinker } = await import('../../../../../../renderer/media/canvas/views/frame-shrinker.ts');
  const { PlaneScaler } = await import('../../../../../../renderer/media/compositor/plane-scaler.ts');
  return { FrameShrinker, PlaneScaler };
}

beforeAll(async () => {
  // Node 20 knows relaxed SIMD behind a flag alone; every Electron of ours has it.
  if (!WebAssembly.validate(readBytes())) setFlagsFromString('--experimental-wasm-relaxed-simd');
  modules = await load();
});

function frameOf(data: Uint8Array<ArrayBuffer>, format: RawFrame['format'] = 'I420'): RawFrame {
  return { timestampUs: 7, width: WIDTH, height: HEIGHT, format, colour: 'bt601-limited', data };
}

const samples = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: LUMA + 2 * CHROMA }, (_, at) => (at * 37 + (at >> 5) * 11) % 256);

/** The same picture with Cb and Cr together. */
function together(planes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const data = planes.slice();
  for (let at = 0; at < CHROMA; at += 1) {
    data[LUMA + 2 * at] = planes[LUMA + at] ?? 0;
    data[LUMA + 2 * at + 1] = planes[LUMA + CHROMA + at] ?? 0;
  }
  return data;
}

/** As the frames of a track are scaled. */
async function scaled(data: Uint8Array): Promise<Uint8Array> {
  const copyTo = (target: AllowSharedBufferSource, options?: VideoFrameCopyToOptions) => {
    const layout = [...(options?.layout ?? [])];
    let from = 0;
    for (const [index, { offset, stride }] of layout.entries()) {
      const [width, height] = index === 0 ? [WIDTH, HEIGHT] : [WIDTH / 2, HEIGHT / 2];
      for (let row = 0; row < height; row += 1) {
        (target as Uint8Array).set(data.subarray(from, from + width), offset + row * stride);
        from += width;
      }
    }
    return Promise.resolve(layout);
  };
  return await new modules.PlaneScaler().scale({ copyTo }, 'I420', { width: WIDTH, height: HEIGHT }, small);
}

describe('a frame as small as it is shown', () => {
  it('has the bytes of the scaler, and all else of the frame', async () => {
    const shrinker = new modules.FrameShrinker();
    const { data, ...rest } = shrinker.shrink(frameOf(samples()), small);
    expect(data).toEqual(await scaled(samples()));
    expect(rest).toEqual({ timestampUs: 7, ...small, format: 'I420', colour: 'bt601-limited' });
  });

  it('is the same of NV12', async () => {
    const shrinker = new modules.FrameShrinker();
    expect(shrinker.shrink(frameOf(together(samples()), 'NV12'), small).data).toEqual(
      await scaled(samples()),
    );
  });

  it('may have odd sides', () => {
    const flat = new Uint8Array(LUMA + 2 * CHROMA).fill(90);
    flat.fill(200, LUMA);
    const { data, width, height } = new modules.FrameShrinker().shrink(frameOf(flat), {
      width: 31,
      height: 17,
    });
    expect({ width, height }).toEqual({ width: 31, height: 17 });
    const wanted = new Uint8Array(31 * 17 + 2 * 16 * 9).fill(90);
    wanted.fill(200, 31 * 17);
    expect(data).toEqual(wanted);
  });

  it('follows another size', async () => {
    const shrinker = new modules.FrameShrinker();
    shrinker.shrink(frameOf(samples()), { width: 20, height: 12 });
    expect(shrinker.shrink(frameOf(samples()), small).data).toEqual(await scaled(samples()));
  });

  it('keeps the shape of a frame that is another than what shows it', () => {
    const shrinker = new modules.FrameShrinker();
    const { width, height } = shrinker.shrink(frameOf(samples()), { width: 32, height: 32 });
    expect({ width, height }).toEqual({ width: 32, height: 18 });
  });

  it('is the frame itself where that is hardly larger, or not planar', () => {
    const shrinker = new modules.FrameShrinker();
    const frame = frameOf(samples());
    expect(shrinker.shrink(frame, { width: 63, height: 36 })).toBe(frame);
    expect(shrinker.shrink(frame, { width: 128, height: 72 })).toBe(frame);
    const pixels = frameOf(new Uint8Array(LUMA * 4), 'BGRA');
    expect(shrinker.shrink(pixels, small)).toBe(pixels);
  });
});
