/**
 * Makes a frame of the program as small as a window shows it: a small frame costs the worker a smaller copy, and the browser a smaller
 * conversion and drawing, which without a graphics card are the most of what a preview costs.
 */
import type { Size } from '../../../../shared/studio/transform.ts';
import { PlaneMemory } from '../../compositor/memory.ts';
import { halfOf } from '../../compositor/picture.ts';
import { Resampler } from '../../compositor/sampling/resampler.ts';
import type { Sampling } from '../../compositor/sampling/taps.ts';
import type { RawFrame } from '../../sources/frame-source.ts';

/** Of the frame's pixels. */
const LARGEST_SHARE = 0.9;

/** The shape of what is shown is a little another than the frame's: a side that ends within a pixel is drawn to its end, and the other follows. */
const SNAPPED_PIXELS = 3;

interface Plan {
  readonly key: string;
  readonly source: number;
  readonly target: number;
  readonly targetBytes: number;
  readonly planes: readonly {
    /** From the frame's first byte. */
    readonly source: number;
    readonly target: number;
    readonly stride: number;
    readonly resampler: Resampler;
  }[];
}

export class FrameShrinker {
  #memory: PlaneMemory | undefined;
  #plan: Plan | undefined;

  /**
   * @param shown pixels of the display.
   * @returns I420 of as many pixels, valid until the next call; the frame itself where it is hardly larger, or not planar.
   */
  shrink(frame: RawFrame, shown: Size): RawFrame {
    const size = fitted(frame, shown);
    if (frame.format === 'BGRA' || !isWorthIt(frame, size)) return frame;
    this.#memory ??= new PlaneMemory();
    const { source, planes, target, targetBytes } = this.#planFor(this.#memory, frame, size);
    this.#memory.bytes.set(frame.data, source);
    for (const plane of planes)
      plane.resampler.run(source + plane.source, { offset: target + plane.target, stride: plane.stride });
    const data = this.#memory.bytes.subarray(target, target + targetBytes);
    return { ...frame, ...size, format: 'I420', data };
  }

  #planFor(memory: PlaneMemory, frame: RawFrame, size: Size): Plan {
    const key = `${frame.format} ${frame.width} ${frame.height} ${size.width} ${size.height}`;
    if (this.#plan?.key === key) return this.#plan;
    if (this.#plan !== undefined) freePlan(memory, this.#plan);
    this.#plan = makePlan(memory, key, frame, size);
    return this.#plan;
  }
}

/** As large as it is shown; of the frame's own shape where that is quite another, as for a moment when the program's changes. */
function fitted({ width, height }: Size, shown: Size): Size {
  const scale = Math.min(shown.width / width, shown.height / height);
  const along = (own: number, room: number): number =>
    own * scale > room - SNAPPED_PIXELS ? room : Math.round(own * scale);
  return { width: along(width, shown.width), height: along(height, shown.height) };
}

function isWorthIt(frame: Size, { width, height }: Size): boolean {
  return Math.min(width, height) >= 1 && width * height <= frame.width * frame.height * LARGEST_SHARE;
}

function makePlan(memory: PlaneMemory, key: string, frame: RawFrame, target: Size): Plan {
  const half = { width: halfOf(frame.width), height: halfOf(frame.height) };
  const smallHalf = { width: halfOf(target.width), height: halfOf(target.height) };
  const step = frame.format === 'NV12' ? 2 : 1;
  const lumaBytes = frame.width * frame.height;
  const smallLumaBytes = target.width * target.height;
  const smallChromaBytes = smallHalf.width * smallHalf.height;
  const targetBytes = smallLumaBytes + 2 * smallChromaBytes;
  const across = frame.width / target.width;
  const down = frame.height / target.height;
  const luma = new Resampler(
    memory,
    sampling(frame.width, across, target.width),
    sampling(frame.height, down, target.height),
    { stride: frame.width },
  );
  const chroma = new Resampler(
    memory,
    sampling(half.width, across, smallHalf.width),
    sampling(half.height, down, smallHalf.height),
    { stride: half.width * step, step },
  );
  const cr = lumaBytes + (step === 2 ? 1 : half.width * half.height);
  const inChroma = { stride: smallHalf.width, resampler: chroma };
  return {
    key,
    source: memory.allocate(frame.data.length),
    target: memory.allocate(targetBytes),
    targetBytes,
    planes: [
      { source: 0, target: 0, stride: target.width, resampler: luma },
      { source: lumaBytes, target: smallLumaBytes, ...inChroma },
      { source: cr, target: smallLumaBytes + smallChromaBytes, ...inChroma },
    ],
  };
}

function freePlan(memory: PlaneMemory, { source, target, planes }: Plan): void {
  memory.free(source);
  memory.free(target);
  for (const resampler of new Set(planes.map((plane) => plane.resampler))) resampler.free();
}

/** From the picture's edge. @param scale from one new sample to the next. */
function sampling(samples: number, scale: number, count: number): Sampling {
  return { first: 0, end: samples, count, centre: scale / 2, scale };
}
