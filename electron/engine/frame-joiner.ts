/** Joins the pieces that one port's frames come in, checks each, and keeps at most one frame that is not all there. */
import type { PartOfFrameMessage, VideoFrameMessage } from '../../shared/media/media-port.ts';
import { PictureBytes } from '../encoder/picture-bytes.ts';
import type { CapturedFrame } from '../encoder/picture-bytes.ts';

/** `frame` is there with its last piece. */
export type JoinOutcome = { readonly isGood: boolean; readonly frame?: CapturedFrame };

export class FrameJoiner {
  #begun: { readonly message: VideoFrameMessage; readonly pieces: ArrayBuffer[] } | undefined;
  #missingBytes = 0;

  /** @param frameBytes of all its pieces together; those of `message` are at most as many. */
  begin(message: VideoFrameMessage, frameBytes: number): JoinOutcome {
    const wasWhole = this.#begun === undefined;
    this.#begun = { message, pieces: [] };
    this.#missingBytes = frameBytes;
    const outcome = this.add({ type: 'part', data: message.data });
    return wasWhole ? outcome : { ...outcome, isGood: false };
  }

  add({ data }: PartOfFrameMessage): JoinOutcome {
    const begun = this.#begun;
    if (begun === undefined || data.byteLength === 0 || data.byteLength > this.#missingBytes) {
      this.#begun = undefined;
      return { isGood: false };
    }
    begun.pieces.push(data);
    this.#missingBytes -= data.byteLength;
    if (this.#missingBytes > 0) return { isGood: true };
    this.#begun = undefined;
    return { isGood: true, frame: { ...begun.message, data: new PictureBytes(begun.pieces) } };
  }
}
