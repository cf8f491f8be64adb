/**
 * The worker's end of the port to the engine: credits, and the count of what was skipped. A frame is sent only against
 * a credit; sound always. The port copies what it carries, so buffers stay the sender's and are reused.
 */
import type {
  FromEngineMediaMessage,
  SkippedMessage,
  ToEngineMediaMessage,
} from '../../shared/media/media-port.ts';
import type { Slate } from './slate.ts';

const SKIP_REPORT_MS = 1000;

export class EnginePort {
  #port: MessagePort | undefined;
  #credits = 0;
  #noCredit = 0;
  #surplus = 0;
  #slate: Slate | undefined;
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
  send(message: Exclude<ToEngineMediaMessage, SkippedMessage>): void {
    if (message.type === 'video') {
      // In the order of time: what was skipped before a broadcast's first frame is heard before it.
      this.#reportSkipped();
      this.#credits--;
      if (this.#slate !== undefined) {
        this.#port?.postMessage({ ...message, ...this.#slate.frame(message.width, message.height) });
        return;
      }
    }
    this.#port?.postMessage(message);
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
