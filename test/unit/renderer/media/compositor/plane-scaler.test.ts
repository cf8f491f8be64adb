/** The kernel against plain arithmetic on the same weights: every byte is the same. */
import { setFlagsFromString } from 'node:v8';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../../../../renderer/media/compositor/kernels/index.ts?kernel';
import type { PlaneScaler } from '../../../../../renderer/media/compositor/plane-scaler.ts';
import type { Sampling } from '../../../../../renderer/media/compositor/sampling/taps.ts';
import { tapList } from '../../../../support/compositor/tap-list.ts';
import type { Tap } from '../../../../support/compositor/tap-list.ts';

interface FramePlane {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

let scaler: PlaneScaler;

beforeAll(async () => {
  // Node 20 knows relaxed SIMD behind a flag alone; every Electron of ours has it.
  if (!WebAssembly.validate(readBytes())) setFlagsFromString('--experimental-wasm-relaxed-simd');
  const module = await import('../../../../../renderer/media/compositor/plane-scaler.ts');
  scaler = new module.PlaneScaler();
});

function makePlane(width: number, height: number, seed: number): FramePlane {
  const samples = new Uint8Array(width * height);
  let state = seed;
  for (let at = 0; at < samples.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    samples[at] = at % 7 === 0 ? (state >>> 24) & 1 && 255 : state >>> 24;
  }
  return { width, height, samples };
}

function makeFrame(width: number, height: number): readonly FramePlane[] {
  const [across, down] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  return [makePlane(width, height, 1), makePlane(across, down, 2), makePlane(across, down, 3)];
}

/** A frame that gives its planes, as a `VideoFrame` does. */
function asFrame(planes: readonly FramePlane[], format: 'I420' | 'NV12'): Pick<VideoFrame, 'copyTo'> {
  return {
    copyTo: (target, options) => {
      const bytes = target as Uint8Array;
      const layout = options?.layout ?? [];
      planes.forEach(({ width, height, samples }, index) => {
        const isTogether = format === 'NV12' && index > 0;
        const { offset, stride } = layout[isTogether ? 1 : index] as PlaneLayout;
        for (let row = 0; row < height; row += 1)
          for (let column = 0; column < width; column += 1) {
            const place = isTogether ? column * 2 + index - 1 : column;
            bytes[offset + row * stride + place] = samples[row * width + column] as number;
          }
      });
      return Promise.resolve([...layout]);
    },
  };
}

/** Rows first, rounded, then columns, as the kernel's contract says. */
function scaleSlowly(plane: FramePlane, columns: Sampling, rows: Sampling): number[] {
  const mix = (taps: readonly Tap[], sample: (index: number) => number): number =>
    (taps.reduce((sum, { index, weight }) => sum + (sample(index) - 128) * weight, 64) >> 7) + 128;
  const across = tapList(columns);
  return tapList(rows).flatMap((down) => {
    const line = Array.from({ length: plane.width }, (_, column) =>
      mix(down, (row) => plane.samples[row * plane.width + column] as number),
    );
    return across.map((taps) => mix(taps, (column) => line[column] as number));
  });
}

/** All samples, of which the picture covers `extent`. */
function whole(samples: number, extent: number, count: number): Sampling {
  const scale = extent / count;
  return { first: 0, end: samples, count, centre: scale / 2, scale };
}

const sizes = [
  [64, 36, 32, 18],
  [48, 30, 32, 20],
  [32, 20, 48, 30],
  [31, 17, 64, 36],
  [101, 57, 30, 16],
  [300, 40, 20, 8],
  [40, 300, 26, 200],
  [2, 2, 34, 34],
  [7, 5, 2, 2],
  [64, 64, 64, 64],
] as const;

describe.each(['I420', 'NV12'] as const)('%s', (format) => {
  test.each(sizes)('%i x %i becomes %i x %i, byte for byte', async (fromWidth, fromHeight, width, height) => {
    const planes = makeFrame(fromWidth, fromHeight);
    const size = { width: fromWidth, height: fromHeight };
    const scaled = await scaler.scale(asFrame(planes, format), format, size, { width, height });
    const expected = planes.flatMap((plane, index) => {
      const part = index === 0 ? 1 : 2;
      return scaleSlowly(
        plane,
        whole(plane.width, fromWidth / part, width / part),
        whole(plane.height, fromHeight / part, height / part),
      );
    });
    expect(Buffer.from(scaled).equals(Buffer.from(expected))).toBe(true);
  });
});

test('a plane of one value keeps it', async () => {
  for (const value of [0, 16, 128, 235, 255]) {
    const planes = makeFrame(90, 50).map((plane) => ({ ...plane, samples: plane.samples.map(() => value) }));
    const scaled = await scaler.scale(
      asFrame(planes, 'I420'),
      'I420',
      { width: 90, height: 50 },
      { width: 64, height: 36 },
    );
    expect(new Set(scaled)).toEqual(new Set([value]));
  }
});

test('weights are whole, none is above 127, each sum is 128, no sample lies outside', () => {
  for (const [samples, to] of [
    [1080, 720],
    [1079, 720],
    [720, 1080],
    [3, 200],
    [200, 3],
    [640, 640],
  ] as const) {
    for (const taps of tapList(whole(samples, samples, to))) {
      expect(taps.reduce((sum, { weight }) => sum + weight, 0)).toBe(128);
      for (const { index, weight } of taps) {
        expect(Number.isInteger(weight) && weight > 0 && weight <= 127).toBe(true);
        expect(index >= 0 && index < samples).toBe(true);
      }
    }
  }
});
