/** The ways by which a region of a canvas gets its samples: as they lie, scaled or mirrored, turned by a quarter, or anyhow. */
import { alignUp } from '../memory.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Plane } from '../picture.ts';
import type { SampleMaker } from './plane-feed.ts';
import { Resampler } from './resampler.ts';
import type { Sampling } from './taps.ts';

/** How the samples of a region lie among those of a plane. */
export interface Grid {
  readonly columns: Sampling;
  readonly rows: Sampling;
}

/** By so little, over a whole side, samples may lie elsewhere before they are made anew. */
const TOLERANCE = 1 / 256;

/** Upright or mirrored. */
export class UprightMaker implements SampleMaker {
  readonly #memory: PlaneMemory;
  readonly #grid: Grid;
  /** Whole samples from the plane's first to the region's first, when nothing has to be made. */
  readonly #shift: readonly [x: number, y: number] | undefined;
  /** By the planes' strides and steps. */
  readonly #resamplers = new Map<string, Resampler>();

  constructor(memory: PlaneMemory, grid: Grid) {
    this.#memory = memory;
    this.#grid = grid;
    const x = shiftOf(grid.columns);
    const y = shiftOf(grid.rows);
    this.#shift = x === undefined || y === undefined ? undefined : [x, y];
  }

  get width(): number {
    return this.#grid.columns.count;
  }

  get height(): number {
    return this.#grid.rows.count;
  }

  find(plane: Plane): Plane | undefined {
    return plane.step === 2 ? undefined : this.#shifted(plane);
  }

  make(plane: Plane, target: Plane): void {
    const from = this.#shifted(plane);
    if (from !== undefined) {
      const { copy, split } = this.#memory.kernels;
      const move = plane.step === 2 ? split : copy;
      move(target.offset, target.stride, from.offset, from.stride, this.width, this.height);
      return;
    }
    const key = `${plane.stride} ${plane.step ?? 1}`;
    const resampler =
      this.#resamplers.get(key) ?? new Resampler(this.#memory, this.#grid.columns, this.#grid.rows, plane);
    this.#resamplers.set(key, resampler);
    resampler.run(plane.offset, target);
  }

  free(): void {
    for (const resampler of this.#resamplers.values()) resampler.free();
  }

  #shifted({ offset, stride, step = 1 }: Plane): Plane | undefined {
    if (this.#shift === undefined) return undefined;
    const [x, y] = this.#shift;
    return { offset: offset + y * stride + x * step, stride };
  }
}

/** The index of the first sample, when each new sample is one of the plane's, in the plane's order. */
function shiftOf({ first, end, count, centre, scale }: Sampling): number | undefined {
  const start = Math.round(centre - 0.5);
  const isClose = Math.abs(centre - 0.5 - start) < TOLERANCE && Math.abs(scale - 1) * count < TOLERANCE;
  return isClose && start >= first && start + count <= end ? start : undefined;
}

const BLOCK = 8;

/** Rows become columns, then as an upright one. */
export class TurnedMaker implements SampleMaker {
  readonly #memory: PlaneMemory;
  readonly #upright: UprightMaker;
  readonly #width: number;
  readonly #height: number;
  readonly #turned: Plane;

  /** @param grid among the turned plane's samples; all of those that it may use are turned. */
  constructor(memory: PlaneMemory, grid: Grid) {
    this.#memory = memory;
    this.#upright = new UprightMaker(memory, grid);
    this.#width = grid.rows.end;
    this.#height = grid.columns.end;
    const stride = alignUp(this.#height);
    const rows = Math.ceil(this.#width / BLOCK) * BLOCK;
    this.#turned = { offset: memory.allocate(stride * rows), stride };
  }

  get width(): number {
    return this.#upright.width;
  }

  get height(): number {
    return this.#upright.height;
  }

  find(): undefined {
    return undefined;
  }

  make({ offset, stride, step = 1 }: Plane, target: Plane): void {
    const turned = this.#turned;
    this.#memory.kernels.transpose(
      ...[turned.offset, turned.stride, offset, stride, step],
      ...[this.#width, this.#height],
    );
    this.#upright.make(turned, target);
  }

  free(): void {
    this.#upright.free();
    this.#memory.free(this.#turned.offset);
  }
}

/** Along which places of a plane the samples of a region lie. */
export interface FreeGrid {
  readonly width: number;
  readonly height: number;
  /** Each sample is the nearest one of the plane, instead of a mean of four. */
  readonly isNearest: boolean;
  /** Each sample is a sum of sixteen, by the weights of `placeWeights`. */
  readonly weights: { readonly across: Int16Array; readonly down: Int16Array } | undefined;
  /** What the plane is scaled to before, where it gets much smaller. */
  readonly before: Grid | undefined;
  /** The samples that may be used; of the scaled plane, where there is one. */
  readonly first: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  /** The place of the first sample, its change with each column and with each row; a sample's own place is its index. */
  readonly start: readonly [u: number, v: number];
  readonly across: readonly [u: number, v: number];
  readonly down: readonly [u: number, v: number];
}

/** Rotated, sheared: every sample from the nearest four, or as the grid's weights say. */
export class FreeMaker implements SampleMaker {
  readonly #memory: PlaneMemory;
  readonly #grid: FreeGrid;
  readonly #before: { readonly maker: UprightMaker; readonly plane: Plane } | undefined;
  /** Of the grid's weights, across and down. */
  readonly #tables: readonly number[];

  constructor(memory: PlaneMemory, grid: FreeGrid) {
    this.#memory = memory;
    this.#grid = grid;
    const { weights } = grid;
    const tables = weights === undefined ? [] : [weights.across, weights.down];
    this.#tables = tables.map(({ buffer }) => memory.place(new Uint8Array(buffer)));
    if (grid.before === undefined) return;
    const maker = new UprightMaker(memory, grid.before);
    const stride = alignUp(maker.width);
    this.#before = { maker, plane: { offset: memory.allocate(stride * maker.height), stride } };
  }

  get width(): number {
    return this.#grid.width;
  }

  get height(): number {
    return this.#grid.height;
  }

  find(): undefined {
    return undefined;
  }

  make(plane: Plane, target: Plane): void {
    this.#before?.maker.make(plane, this.#before.plane);
    const { offset, stride, step = 1 } = this.#before?.plane ?? plane;
    const { first, end, start, across, down, width, height, isNearest } = this.#grid;
    // Half a sample more, and the nearest one is the one below.
    const shift = isNearest ? 0.5 : 0;
    const { sample, sampleFine } = this.#memory.kernels;
    const places = [
      ...[target.offset, target.stride, width, height],
      ...[offset + first[1] * stride + first[0] * step, stride, step],
      ...[end[0] - first[0] - 1, end[1] - first[1] - 1],
      ...[start[0] - first[0] + shift, start[1] - first[1] + shift, ...across, ...down],
    ];
    if (this.#tables.length === 0) sample(...places, isNearest ? 0 : 255);
    else sampleFine(...places, ...this.#tables);
  }

  free(): void {
    for (const table of this.#tables) this.#memory.free(table);
    if (this.#before === undefined) return;
    this.#before.maker.free();
    this.#memory.free(this.#before.plane.offset);
  }
}
