/** Scales, shifts or mirrors planes of one shape: the tables of the kernels `scale` and `scaleFine`, kept in the memory. */
import { VECTOR_BYTES, alignUp } from '../memory.ts';
import type { PlaneMemory } from '../memory.ts';
import type { Plane } from '../picture.ts';
import { columnTable, rowTable } from './scale-table.ts';
import type { Sampling } from './taps.ts';

export class Resampler {
  readonly #memory: PlaneMemory;
  readonly #blocks: readonly number[];
  /** What the kernel takes after the source's offset, without the target. */
  readonly #rowBytes: number;
  readonly #firstByte: number;
  readonly #size: readonly [number, number];
  readonly #tables: readonly number[];
  readonly #kernel: 'scale' | 'scaleFine';

  /** @param plane the stride and the step of the planes to come. */
  constructor(memory: PlaneMemory, columns: Sampling, rows: Sampling, plane: Pick<Plane, 'stride' | 'step'>) {
    const across = columnTable(columns, plane.step ?? 1);
    const down = rowTable(rows, plane.stride);
    const rowsAt = memory.place(down.bytes);
    const columnsAt = memory.place(across.bytes);
    const line = memory.allocate(alignUp(across.rowBytes) + (across.windows + 1) * VECTOR_BYTES);
    this.#memory = memory;
    this.#kernel = columns.filter === 'bicubic' ? 'scaleFine' : 'scale';
    this.#blocks = [rowsAt, columnsAt, line];
    this.#rowBytes = across.rowBytes;
    this.#firstByte = across.firstByte;
    this.#size = [columns.count, rows.count];
    this.#tables = [rowsAt, down.pairs, columnsAt, across.pairs, across.windows, line];
  }

  /** @param source a plane's offset. @param target where its first new sample goes. */
  run(source: number, target: Plane): void {
    this.#memory.kernels[this.#kernel](
      ...[source + this.#firstByte, this.#rowBytes, target.offset, target.stride],
      ...this.#size,
      ...this.#tables,
    );
  }

  free(): void {
    for (const block of this.#blocks) this.#memory.free(block);
  }
}
