/** The chunks of one packet, as many as its bytes hold. */
import { chunkSize } from '../wire/chunk-writer.ts';
import type { SessionChunk, UserData } from '../wire/chunks.ts';
import { MAX_PACKET_HEAD_BYTES } from '../wire/packet-flags.ts';

export class PacketBuilder {
  readonly chunks: SessionChunk[] = [];
  #roomBytes: number;
  #userData: UserData | undefined;

  /** @param maxBytes of the packet from its flags to its last chunk. */
  constructor(maxBytes: number) {
    this.#roomBytes = maxBytes - MAX_PACKET_HEAD_BYTES;
  }

  /** @returns the bytes that the chunk takes; undefined where it does not fit, and was not added. */
  add(chunk: SessionChunk): number | undefined {
    const bytes = chunkSize(chunk, this.#userData);
    if (bytes > this.#roomBytes) return undefined;
    this.#roomBytes -= bytes;
    this.chunks.push(chunk);
    if (chunk.type === 'userData') this.#userData = chunk;
    return bytes;
  }
}
