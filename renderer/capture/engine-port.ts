/**
 * The worker's end of the port to the engine: credits, and the count of what was skipped. A frame is sent only against
 * a credit; sound always. The port copies what it carries, so buffers stay the sender's and are reused.
 */
import { PIECE_BYTES } from '../../shared/media/media-port.ts';
import type {
  FromEngineMediaMessage,
  PartOfFrameMessage,
  SkippedMessage,
  VideoFrameMessage,
  AudioBlockMessage,
} from '../../shared/media/media-port.ts';
import type { Slate } from './slate.ts';

const SKIP_REPORT_MS = 1000;

export class EnginePort {
  #port: MessagePort | undefined;
  #credits = 0;
  #noCredit = 0;
  #surplus = 0;
  #slate: Slate | undefined;
  /** One piece of a frame: the port copies it before the next. */
  #piece = new Uint8Array(0);
  readonly #onCredit: () => void;

  /** @param onCredit called whenever frames may be sent again. */
  constructor(onCredit: () => void) {
    this.#onCredit = onCredit;
    setInterval(() => this.#reportSkipped(), SKIP_REPORT_MS);
  }

  /** Takes a new port in place of the old one; credits start at none. */
  connect(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    this.#credits = 0;
    this.#noCredit = 0;
    this.#surplus = 0;
    port.onmessage = (event: MessageEvent<FromEngineMediaMessage>) => {
      if (port !== this.#port || event.data.type !== 'credit') return;
      this.#credits += event.data.video;
      this.#onCredit();
    };
    port.start();
  }

  get hasCredit(): boolean {
    return this.#credits > 0;
  }

  /** While there is a slate it goes in place of every frame, at that frame's time. */
  setSlate(slate: Slate | undefined): void {
    this.#slate = slate;
  }

  /** Sends and spends a credit when it is a frame. */
  send(message: VideoFrameMessage | AudioBlockMessage): void {
    if (message.type === 'video') {
      // In the order of time: what was skipped before a broadcast's first frame is heard before it.
      this.#reportSkipped();
      this.#credits--;
      const slate = this.#slate?.frame(message.width, message.height);
      this.#sendFrame(slate === undefined ? message : { ...message, ...slate });
    } else {
      this.#port?.postMessage(message);
    }
  }

  #sendFrame(message: VideoFrameMessage): void {
    const bytes = new Uint8Array(message.data);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const part = bytes.subarray(at, at + PIECE_BYTES);
      if (this.#piece.length !== part.length) this.#piece = new Uint8Array(part.length);
      this.#piece.set(part);
      const data = this.#piece.buffer;
      if (at === 0) this.#port?.postMessage({ ...message, data });
      else this.#port?.postMessage({ type: 'part', data } satisfies PartOfFrameMessage);
    }
  }

  countSkipped(cause: 'noCredit' | 'surplus'): void {
    if (cause === 'noCredit') this.#noCredit++;
    else this.#surplus++;
  }

  #reportSkipped(): void {
    if (this.#noCredit === 0 && this.#surplus === 0) return;
    const message: SkippedMessage = { type: 'skipped', noCredit: this.#noCredit, surplus: this.#surplus };
    this.#noCredit = 0;
    this.#surplus = 0;
    this.#port?.postMessage(message);
  }
}
