/**
 * Sound of further tracks on its way into a file. Its encoders are ahead of the one of the pictures: it waits until the pictures and their
 * sound have come as far. Bounded.
 */
import type { EncodedPacket } from '../../encode/encoded-packet.ts';

/** Five tracks for twenty seconds. An encoder of pictures that is further behind has failed. */
const MAX_PACKETS = 5000;

export class TrackQueue {
  #packets: EncodedPacket[] = [];
  /** Of the pictures and their sound. */
  #untilMs = 0;

  /** Sound of a further track. @returns what goes into the file now. */
  push(packet: EncodedPacket): readonly EncodedPacket[] {
    if (packet.timestampMs < this.#untilMs) return [packet];
    this.#packets.push(packet);
    if (this.#packets.length > MAX_PACKETS) this.#packets.shift();
    return [];
  }

  /** A picture, or its sound, is the next. @returns what goes before it. */
  advance({ timestampMs, isSequenceHeader, kind }: EncodedPacket): readonly EncodedPacket[] {
    if (isSequenceHeader || kind === 'script') return [];
    this.#untilMs = Math.max(this.#untilMs, timestampMs);
    const due = this.#packets.filter((packet) => packet.timestampMs < this.#untilMs);
    if (due.length > 0) this.#packets = this.#packets.filter((packet) => !due.includes(packet));
    return due;
  }
}
