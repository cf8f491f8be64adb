/** Media that left the queue and has not arrived: where in a connection's bytes each packet ends. Pure. */
import { isTrusted, settledBytes } from '../../health/delivery.ts';
import type { Delivery } from '../../health/delivery.ts';

/** Packets remembered: over 10 s of media at 120 fps. A connection that is silent for that long is replaced. */
const MAX_PACKETS = 4000;

interface Packet {
  readonly endBytes: number;
  readonly mediaMs: number;
}

export class MediaInFlight {
  #packets: Packet[] = [];
  #newestMs = 0;

  /** A packet was handed over and ends at byte `endBytes` of the connection. */
  handedOver(endBytes: number, mediaMs: number): void {
    this.#newestMs = Math.max(this.#newestMs, mediaMs);
    this.#packets.push({ endBytes, mediaMs });
    // A server that acknowledges nothing never lets a packet go.
    if (this.#packets.length > MAX_PACKETS) this.#packets.splice(0, MAX_PACKETS / 2);
  }

  /** The first `bytes` of the connection have arrived. */
  arrived(bytes: number): void {
    const left = this.#packets.findIndex(({ endBytes }) => endBytes > bytes);
    if (left !== 0) this.#packets.splice(0, left < 0 ? this.#packets.length : left);
  }

  /** ms of media that is held up on the way, by what the server acknowledged; 0 while nothing is known. */
  heldUpMs(delivery: Delivery): number {
    if (!isTrusted(delivery)) return 0;
    const bytes = settledBytes(delivery);
    const oldest = this.#packets.find(({ endBytes }) => endBytes > bytes);
    return oldest === undefined ? 0 : Math.max(0, this.#newestMs - oldest.mediaMs);
  }
}
