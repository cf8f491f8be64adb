/**
 * Scales the planes of a frame in WebAssembly memory. A canvas would cost a conversion there and back: ten times the time
 * for a 1080p screen that is sent at 720p.
 */
import { bytes as scaleKernel } from './kernels/scale.ts?kernel';
import type { Size } from '../convert/fit.ts';
import { columnTable, rowTable } from './scale-table.ts';
import type { Span } from './scale-table.ts';

export type PlanarFormat = 'I420' | 'NV12';

const PAGE_BYTES = 65_536;
/** The kernel reads and writes vectors of so many bytes. */
const VECTOR_BYTES = 16;
/** What AssemblyScript itself keeps at the beginning. */
const RESERVED_BYTES = 1024;

type ScaleKernel = (...numbers: readonly number[]) => void;

interface Plane {
  readonly offset: number;
  readonly stride: number;
  readonly columns: Span;
  readonly rows: Span;
}

interface Plan {
  readonly key: string;
  /** Where `copyTo` puts the frame. */
  readonly layout: readonly PlaneLayout[];
  readonly targetOffset: number;
  readonly targetBytes: number;
  /** The kernel's arguments for each plane of the target. */
  readonly calls: readonly (readonly number[])[];
}

/** Gives out places in memory, one after the other. */
class Arena {
  readonly tables: (readonly [number, Uint8Array])[] = [];
  end = RESERVED_BYTES;

  reserve(bytes: number): number {
    const offset = this.end;
    this.end += aligned(bytes);
    return offset;
  }

  place(table: Uint8Array): number {
    const offset = this.reserve(table.length);
    this.tables.push([offset, table]);
    return offset;
  }
}

export class PlaneScaler {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #kernel: ScaleKernel;
  #plan: Plan | undefined;

  constructor() {
    const imports = { env: { memory: this.#memory } };
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(scaleKernel), imports);
    this.#kernel = exports['scale'] as ScaleKernel;
  }

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
    if (this.#plan?.key !== key) this.#plan = this.#makePlan(key, format, source, target);
    const plan = this.#plan;
    await frame.copyTo(new Uint8Array(this.#memory.buffer), { layout: [...plan.layout] });
    for (const call of plan.calls) this.#kernel(...call);
    return new Uint8Array(this.#memory.buffer, plan.targetOffset, plan.targetBytes);
  }

  #makePlan(key: string, format: PlanarFormat, source: Size, target: Size): Plan {
    const arena = new Arena();
    const planes = placeSource(arena, format, source);
    const targetBytes = (target.width * target.height * 3) / 2;
    const targetOffset = arena.reserve(targetBytes);
    let offset = targetOffset;
    const calls = planes.map((plane, index) => {
      const width = index === 0 ? target.width : target.width / 2;
      const height = index === 0 ? target.height : target.height / 2;
      const call = planCall(arena, plane, { offset, width, height });
      offset += width * height;
      return call;
    });
    const missing = Math.ceil((arena.end - this.#memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) this.#memory.grow(missing);
    const memory = new Uint8Array(this.#memory.buffer);
    for (const [at, table] of arena.tables) memory.set(table, at);
    const layout = planes.slice(0, format === 'NV12' ? 2 : 3);
    return {
      key,
      layout: layout.map((plane) => ({ offset: plane.offset, stride: plane.stride })),
      targetOffset,
      targetBytes,
      calls,
    };
  }
}

/** Y, Cb and Cr; where Cb and Cr lie together, both planes begin at the same place. */
function placeSource(arena: Arena, format: PlanarFormat, { width, height }: Size): readonly Plane[] {
  const columns = { samples: Math.ceil(width / 2), extent: width / 2 };
  const rows = { samples: Math.ceil(height / 2), extent: height / 2 };
  const luma: Plane = {
    ...placePlane(arena, width, height),
    columns: { samples: width, extent: width },
    rows: { samples: height, extent: height },
  };
  if (format === 'I420') {
    const cb = { ...placePlane(arena, columns.samples, rows.samples), columns, rows };
    const cr = { ...placePlane(arena, columns.samples, rows.samples), columns, rows };
    return [luma, cb, cr];
  }
  const both = placePlane(arena, columns.samples * 2, rows.samples);
  const cb = { ...both, columns: { ...columns, step: 2, first: 0 }, rows };
  const cr = { ...both, columns: { ...columns, step: 2, first: 1 }, rows };
  return [luma, cb, cr];
}

function placePlane(arena: Arena, width: number, height: number): { offset: number; stride: number } {
  const stride = aligned(width);
  return { offset: arena.reserve(stride * height), stride };
}

/** The arguments of `scale` in `kernels/scale.ts`, in its order. */
function planCall(
  arena: Arena,
  { offset, stride, columns, rows }: Plane,
  target: Size & { readonly offset: number },
): readonly number[] {
  const across = columnTable(columns, target.width);
  const down = rowTable({ ...rows, step: stride }, target.height);
  const line = arena.reserve(stride + (across.windows + 1) * VECTOR_BYTES);
  return [
    ...[offset, columns.samples * (columns.step ?? 1)],
    ...[target.offset, target.width, target.width, target.height],
    ...[arena.place(down.bytes), down.pairs],
    ...[arena.place(across.bytes), across.pairs, across.windows, line],
  ];
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / VECTOR_BYTES) * VECTOR_BYTES;
}
