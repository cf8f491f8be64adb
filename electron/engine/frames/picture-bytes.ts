/**
 * The bytes of one captured picture. Whoever needs them holds them; when the last has released them their memory goes back
 * to where it came from at once, so that the next picture is written to pages that are there already. One that is never
 * released is merely collected.
 */
import type { FrameShape } from '../../../shared/media/media-port.ts';

/** A frame that is all there. */
export interface CapturedFrame extends FrameShape {
  readonly data: PictureBytes;
}

export class PictureBytes {
  /** To be read only while held. */
  readonly bytes: Uint8Array;
  readonly #giveBack: (() => void) | undefined;
  #holders = 0;

  /** @param giveBack called once, with the last release: from then on the bytes are another's. */
  constructor(bytes: Uint8Array, giveBack?: () => void) {
    this.bytes = bytes;
    this.#giveBack = giveBack;
  }

  hold(): void {
    this.#holders += 1;
  }

  /** Once for each `hold`. */
  release(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.#giveBack?.();
  }
}

/** Newer than this TypeScript's library; where it is missing the collector does the work. */
interface Transferable {
  transfer?(newByteLength: number): ArrayBuffer;
}

/** A picture in a buffer of its own. */
export function ownPicture(data: ArrayBuffer): PictureBytes {
  return new PictureBytes(new Uint8Array(data), () => (data as Transferable).transfer?.(0));
}
