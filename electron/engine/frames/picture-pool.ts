/**
 * Memory for pictures, used again: a fresh buffer of a frame's size is hundreds of pages that the system must make, which
 * costs more than copying the frame.
 */
import { PictureBytes } from './picture-bytes.ts';

/** Enough for what waits while all goes well; after a hiccup the rest is collected. */
const MAX_FREE = 6;

export class PicturePool {
  #free: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  /** A picture of this many bytes, whose contents are to be written by the caller. */
  take(byteLength: number): PictureBytes {
    if (byteLength !== this.#size) {
      this.#size = byteLength;
      this.#free = [];
    }
    const bytes = this.#free.pop() ?? new Uint8Array(byteLength);
    return new PictureBytes(bytes, () => {
      if (bytes.length === this.#size && this.#free.length < MAX_FREE) this.#free.push(bytes);
    });
  }
}
