/**
 * The compositor's memory: planes, tables and masks lie in one WebAssembly memory, where the kernels work. Blocks begin at
 * multiples of 16 bytes. Growth makes earlier views of the memory empty: take `bytes` again after each `allocate`.
 */
import { readBytes } from './kernels/index.ts?kernel';

const PAGE_BYTES = 65_536;
/** A kernel's vector, and what a row's beginning is aligned to. */
export const VECTOR_BYTES = 16;
/** What AssemblyScript itself keeps at the beginning. */
const RESERVED_BYTES = 1024;
/** Kernels read so far beyond a block at most. */
const SLACK_BYTES = 64;

/** The exports of `kernels/index.ts`. All arguments are whole numbers; their order is that of the kernels' parameters. */
export type Kernels = Readonly<
  Record<
    | 'over'
    | 'overMasked'
    | 'mixMasked'
    | 'copy'
    | 'fill'
    | 'split'
    | 'keyChroma'
    | 'premultiply'
    | 'unpremultiply'
    | 'sharpen'
    | 'boxDown'
    | 'blendColours'
    | 'lookUp'
    | 'mapColours'
    | 'recolour'
    | 'rgba'
    | 'sample'
    | 'sampleFine'
    | 'scale'
    | 'scaleFine'
    | 'transpose',
    (...numbers: readonly number[]) => number
  >
>;

interface Block {
  readonly offset: number;
  readonly bytes: number;
}

export class PlaneMemory {
  readonly kernels: Kernels;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  /** By place; no two touch. */
  readonly #free: Block[] = [];
  readonly #used = new Map<number, number>();
  #end = RESERVED_BYTES;
  #view = new Uint8Array(this.#memory.buffer);

  constructor() {
    const imports = { env: { memory: this.#memory } };
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readBytes()), imports);
    this.kernels = exports as Kernels;
  }

  /** The whole memory, until the next `allocate`. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new Uint8Array(this.#memory.buffer);
    return this.#view;
  }

  /** How many bytes are given out. */
  get usedBytes(): number {
    return [...this.#used.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /**
   * The smallest free block that fits, or a new one behind all others. What it holds is whatever was there.
   * @throws RangeError when there is no more memory
   */
  allocate(bytes: number): number {
    const size = Math.max(VECTOR_BYTES, alignUp(bytes));
    let best: Block | undefined;
    for (const block of this.#free)
      if (block.bytes >= size && (best === undefined || block.bytes < best.bytes)) best = block;
    const offset = best === undefined ? this.#extend(size) : this.#take(best, size);
    this.#used.set(offset, size);
    return offset;
  }

  /** A block with these bytes. */
  place(bytes: Uint8Array): number {
    const offset = this.allocate(bytes.length);
    this.bytes.set(bytes, offset);
    return offset;
  }

  free(offset: number): void {
    const bytes = this.#used.get(offset);
    if (bytes === undefined) throw new Error(`no block begins at ${offset}`);
    this.#used.delete(offset);
    const next = this.#free.findIndex((block) => block.offset > offset);
    const at = next === -1 ? this.#free.length : next;
    const before = this.#free[at - 1];
    const after = this.#free[at];
    const joinsBefore = before !== undefined && before.offset + before.bytes === offset;
    const joinsAfter = after !== undefined && offset + bytes === after.offset;
    const start = joinsBefore ? before.offset : offset;
    const end = joinsAfter ? after.offset + after.bytes : offset + bytes;
    const first = joinsBefore ? at - 1 : at;
    const joined = Number(joinsBefore) + Number(joinsAfter);
    if (end === this.#end) {
      this.#free.splice(first, joined);
      this.#end = start;
    } else {
      this.#free.splice(first, joined, { offset: start, bytes: end - start });
    }
  }

  #take(block: Block, size: number): number {
    const at = this.#free.indexOf(block);
    if (block.bytes === size) this.#free.splice(at, 1);
    else this.#free[at] = { offset: block.offset + size, bytes: block.bytes - size };
    return block.offset;
  }

  #extend(size: number): number {
    const offset = this.#end;
    const missing = offset + size + SLACK_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.#end = offset + size;
    return offset;
  }
}

/** The next multiple of a vector's bytes. */
export function alignUp(bytes: number): number {
  return Math.ceil(bytes / VECTOR_BYTES) * VECTOR_BYTES;
}
