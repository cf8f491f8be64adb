/**
 * The bytes of one captured picture, in the pieces that they came in. Whoever needs them holds them; when the last has
 * released them their memory is given back at once, where it would otherwise lie untouched until the garbage collector
 * comes, and each new picture would be written to fresh pages. One that is never released is merely collected.
 */
import type { VideoFrameMessage } from '../../shared/media/media-port.ts';

/** A frame that is all there. */
export interface CapturedFrame extends Omit<VideoFrameMessage, 'data'> {
  readonly data: PictureBytes;
}

/** Newer than this TypeScript's library; where it is missing the collector does the work. */
interface Transferable {
  transfer?(newByteLength: number): ArrayBuffer;
}

export class PictureBytes {
  readonly #pieces: readonly ArrayBuffer[];
  #holders = 0;

  constructor(pieces: readonly ArrayBuffer[]) {
    this.#pieces = pieces;
  }

  /** In order; to be read only while held. */
  get pieces(): readonly ArrayBuffer[] {
    return this.#pieces;
  }

  get byteLength(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  }

  hold(): void {
    this.#holders++;
  }

  /** Once for each `hold`. */
  release(): void {
    this.#holders--;
    if (this.#holders > 0) return;
    for (const piece of this.#pieces as readonly Transferable[]) piece.transfer?.(0);
  }
}
