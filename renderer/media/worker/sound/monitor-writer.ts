/** Sends the headphones' mix to the audio thread. What finds no room is left out: the headphones are not to fall behind. */
import type { AudioBlock } from '../../../../shared/media/media-port.ts';
import type { MonitorBlock } from '../../audio/monitor-block.ts';

/** Blocks on their way at most: the audio thread may stand still, as while its device is opened. */
const MAX_ON_THEIR_WAY = 20;

export class MonitorWriter {
  #port: MessagePort | undefined;
  #onTheirWay = 0;

  /** In place of the port before. */
  open(port: MessagePort): void {
    this.close();
    this.#port = port;
    this.#onTheirWay = 0;
    port.onmessage = () => {
      this.#onTheirWay -= 1;
    };
  }

  /** Of two sides. The block's bytes are copied. */
  write({ data }: AudioBlock): void {
    if (this.#port === undefined || this.#onTheirWay >= MAX_ON_THEIR_WAY) return;
    this.#onTheirWay += 1;
    const samples = data.slice(0);
    this.#port.postMessage({ samples } satisfies MonitorBlock, [samples]);
  }

  close(): void {
    this.#port?.close();
    this.#port = undefined;
  }
}
