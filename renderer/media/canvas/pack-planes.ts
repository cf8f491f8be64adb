/** A picture of the compositor as the engine takes it: its planes one after the other, without padding. */
import type { PlaneMemory } from '../compositor/memory.ts';
import { halfOf } from '../compositor/picture.ts';
import type { Picture, Plane } from '../compositor/picture.ts';

export class PlanePacker {
  readonly #memory: PlaneMemory;
  #packed = new Uint8Array();

  constructor(memory: PlaneMemory) {
    this.#memory = memory;
  }

  /** @returns I420, valid until the memory grows or the picture changes. */
  pack({ width, height, y, cb, cr }: Picture): Uint8Array<ArrayBuffer> {
    const { bytes } = this.#memory;
    const [halfWidth, halfHeight] = [halfOf(width), halfOf(height)];
    const size = width * height + 2 * halfWidth * halfHeight;
    const isPacked =
      y.stride === width &&
      cb.stride === halfWidth &&
      cb.offset === y.offset + width * height &&
      cr.offset === cb.offset + halfWidth * halfHeight;
    if (isPacked) return bytes.subarray(y.offset, y.offset + size);
    if (this.#packed.length !== size) this.#packed = new Uint8Array(size);
    let at = 0;
    const copy = ({ offset, stride }: Plane, length: number, rows: number): void => {
      for (let row = 0; row < rows; row += 1) {
        const start = offset + row * stride;
        this.#packed.set(bytes.subarray(start, start + length), at);
        at += length;
      }
    };
    copy(y, width, height);
    copy(cb, halfWidth, halfHeight);
    copy(cr, halfWidth, halfHeight);
    return this.#packed;
  }
}
