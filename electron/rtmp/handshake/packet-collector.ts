/** Fills handshake packets of known size from any split of the input; holds one packet and nothing more. */

export class PacketCollector {
  #packet: Uint8Array;
  #filled = 0;

  constructor(bytes: number) {
    this.#packet = new Uint8Array(bytes);
  }

  /** Takes what it needs from `input` at `offset`; returns how much that was. */
  fill(input: Uint8Array, offset: number): number {
    const count = Math.min(this.#packet.length - this.#filled, input.length - offset);
    this.#packet.set(input.subarray(offset, offset + count), this.#filled);
    this.#filled += count;
    return count;
  }

  /** The full packet, handed over, after which the next one (of `nextBytes`) is awaited. */
  take(nextBytes: number): Uint8Array | undefined {
    if (this.#filled < this.#packet.length) return undefined;
    const packet = this.#packet;
    this.#packet = new Uint8Array(nextBytes);
    this.#filled = 0;
    return packet;
  }
}
