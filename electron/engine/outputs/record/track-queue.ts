/**
 * Sound of further tracks on its way into a file. Its encoders are ahead of the one of the pictures: it waits until the pictures and their
 * sound have come as far. Bounded.
 */
import type { EncodedPacket } from '../../encode/encoded-packet.ts';

/** Five tracks for twenty seconds. An encoder of pictures that is further behind has failed. */
const MAX_PACKETS = 5000;

export class TrackQueue {
  #packets: EncodedPacket[] = [];

  push(packet: EncodedPacket): void {
    this.#packets.push(packet);
    if (this.#packets.length > MAX_PACKETS) this.#packets.shift();
  }

  /** All that goes before this packet. */
  until({ timestampMs, isSequenceHeader, kind }: EncodedPacket): readonly EncodedPacket[] {
    if (isSequenceHeader || kind === 'script' || this.#packets.length === 0) return [];
    const due = this.#packets.filter((packet) => packet.timestampMs < timestampMs);
    if (due.length > 0) this.#packets = this.#packets.filter((packet) => packet.timestampMs >= timestampMs);
    return due;
  }
}
