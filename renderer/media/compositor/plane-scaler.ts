/**
 * Scales the planes of a frame in WebAssembly memory. A canvas would cost a conversion there and back: ten times the time
 * for a 1080p screen that is sent at 720p.
 */
import type { Size } from '../../../shared/studio/transform.ts';
import { PlaneMemory, alignUp } from './memory.ts';
import { halfOf } from './picture.ts';
import type { Plane } from './picture.ts';
import { Resampler } from './sampling/resampler.ts';
import type { Sampling } from './sampling/taps.ts';

export type PlanarFormat = 'I420' | 'NV12';

interface Plan {
  readonly key: string;
  /** Where `copyTo` puts the frame. */
  readonly layout: readonly PlaneLayout[];
  readonly targetBytes: number;
  readonly planes: readonly {
    readonly source: number;
    readonly target: Plane;
    readonly resampler: Resampler;
  }[];
  readonly blocks: readonly number[];
}

export class PlaneScaler {
  readonly #memory = new PlaneMemory();
  #plan: Plan | undefined;

  /**
   * @param source the frame's visible pixels. @param target its sides are even.
   * @returns I420 without padding, valid until the next call.
   */
  async scale(
    frame: Pick<VideoFrame, 'copyTo'>,
    format: PlanarFormat,
    source: Size,
    target: Size,
  ): Promise<Uint8Array> {
    const key = `${format} ${source.width} ${source.height} ${target.width} ${target.height}`;
    if (this.#plan?.key !== key) {
      this.#freePlan();
      this.#plan = this.#makePlan(key, format, source, target);
    }
    const { layout, planes, targetBytes } = this.#plan;
    await frame.copyTo(this.#memory.bytes, { layout: [...layout] });
    for (const plane of planes) plane.resampler.run(plane.source, plane.target);
    const [luma] = planes;
    const offset = luma?.target.offset ?? 0;
    return this.#memory.bytes.subarray(offset, offset + targetBytes);
  }

  #makePlan(key: string, format: PlanarFormat, source: Size, target: Size): Plan {
    const memory = this.#memory;
    const half = { width: halfOf(source.width), height: halfOf(source.height) };
    const step = format === 'NV12' ? 2 : 1;
    const strides = { luma: alignUp(source.width), chroma: alignUp(half.width * step) };
    const lumaAt = memory.allocate(strides.luma * source.height);
    const cbAt = memory.allocate(strides.chroma * half.height);
    const crBlocks = step === 1 ? [memory.allocate(strides.chroma * half.height)] : [];
    const crAt = crBlocks[0] ?? cbAt + 1;
    const layout = [
      { offset: lumaAt, stride: strides.luma },
      { offset: cbAt, stride: strides.chroma },
      ...crBlocks.map((offset) => ({ offset, stride: strides.chroma })),
    ];
    const lumaBytes = target.width * target.height;
    const targetAt = memory.allocate((lumaBytes * 3) / 2);
    const luma = new Resampler(
      memory,
      sampling(source.width, source.width, target.width),
      sampling(source.height, source.height, target.height),
      { stride: strides.luma },
    );
    const chroma = new Resampler(
      memory,
      sampling(half.width, source.width / 2, target.width / 2),
      sampling(half.height, source.height / 2, target.height / 2),
      { stride: strides.chroma, step },
    );
    const stride = target.width / 2;
    return {
      key,
      layout,
      targetBytes: (lumaBytes * 3) / 2,
      planes: [
        { source: lumaAt, target: { offset: targetAt, stride: target.width }, resampler: luma },
        { source: cbAt, target: { offset: targetAt + lumaBytes, stride }, resampler: chroma },
        { source: crAt, target: { offset: targetAt + lumaBytes + lumaBytes / 4, stride }, resampler: chroma },
      ],
      blocks: [lumaAt, cbAt, ...crBlocks, targetAt],
    };
  }

  #freePlan(): void {
    if (this.#plan === undefined) return;
    for (const block of this.#plan.blocks) this.#memory.free(block);
    for (const resampler of new Set(this.#plan.planes.map((plane) => plane.resampler))) resampler.free();
    this.#plan = undefined;
  }
}

/** @param extent how many samples the picture covers: half a one less where its side is odd and this is chroma. */
function sampling(samples: number, extent: number, count: number): Sampling {
  const scale = extent / count;
  return { first: 0, end: samples, count, centre: scale / 2, scale };
}
