/** Planes of noise in the compositor's memory. */
import type { PlaneMemory } from '../../../renderer/media/compositor/memory.ts';

/** Bytes that are 0, 255 or anything, in runs: what takes the short ways of a kernel, and what doesn't. */
export function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const samples = new Uint8Array(length);
  let state = (seed * 2_654_435_761) >>> 0;
  let kind = 0;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    if (state >>> 27 === 0) kind = (state >>> 20) % 3;
    samples[at] = kind === 0 ? 0 : kind === 1 ? 255 : state >>> 24;
  }
  return samples;
}

/** Rows in the memory at any place, with other bytes around them. */
export interface TestPlane {
  /** What to free. */
  readonly block: number;
  readonly offset: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** @param shift bytes before the first sample: planes need not begin at a multiple of 16. */
export function placePlane(
  memory: PlaneMemory,
  width: number,
  height: number,
  seed: number,
  shift = 0,
): TestPlane {
  const stride = width + 5 + shift;
  const block = memory.place(noise(stride * height + shift + 16, seed));
  return { block, offset: block + shift, stride, width, height };
}

export function sampleAt(bytes: Uint8Array, { offset, stride }: TestPlane, x: number, y: number): number {
  return bytes[offset + y * stride + x] as number;
}

/** The whole memory with the samples of one plane put in by plain arithmetic, from what was there before. */
export function withSamples(
  memory: PlaneMemory,
  plane: TestPlane,
  sample: (at: (from: TestPlane) => number, x: number, y: number, before: Uint8Array) => number,
): Buffer {
  const before = Uint8Array.from(memory.bytes);
  const expected = Buffer.from(before);
  for (let y = 0; y < plane.height; y += 1) {
    for (let x = 0; x < plane.width; x += 1) {
      const at = (from: TestPlane): number => sampleAt(before, from, x, y);
      expected[plane.offset + y * plane.stride + x] = sample(at, x, y, before);
    }
  }
  return expected;
}
