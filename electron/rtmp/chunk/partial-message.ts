/** The state of one incoming chunk stream: what its next header inherits, and the message in progress. */

export class PartialMessage {
  timestampMs = 0;
  deltaMs = 0;
  hasExtendedTimestamp = false;
  extendedTimestamp = 0;
  length = 0;
  type = 0;
  streamId = 0;
  /** Bytes of the message in progress that have arrived. */
  received = 0;
  isInProgress = false;
  #buffer = emptyBuffer;

  /** Bytes held for the message in progress. */
  get heldBytes(): number {
    return this.#buffer.length;
  }

  /** Grows with what has arrived, at most doubling: the announced length alone allocates nothing. */
  append(bytes: Uint8Array): void {
    const needed = this.received + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.min(this.length, Math.max(needed, this.#buffer.length * 2)));
      grown.set(this.#buffer.subarray(0, this.received));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.received);
    this.received = needed;
  }

  /** The whole body, handed over; the chunk stream is between messages after it. */
  takeBody(): Uint8Array {
    const body = this.#buffer.subarray(0, this.received);
    this.discard();
    return body;
  }

  discard(): void {
    this.#buffer = emptyBuffer;
    this.received = 0;
    this.isInProgress = false;
  }
}

const emptyBuffer = new Uint8Array(0);
