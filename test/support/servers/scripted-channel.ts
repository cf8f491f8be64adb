/** A byte channel in memory: the test says what the server sends, and the system takes everything at once. */
import type { ByteChannel, ByteChannelHandlers } from '../../../electron/rtmp/net/byte-channel.ts';

const HANDSHAKE_BYTES = 1 + 2 * 1536;

export class ScriptedChannel implements ByteChannel {
  readonly peerName = 'scripted';
  readonly tls = undefined;
  readonly localAddress = undefined;
  readonly bytesInSocket = 0;
  readonly isWritable = true;
  bytesAccepted = 0;
  isClosed = false;
  #handlers: ByteChannelHandlers | undefined;

  start(handlers: ByteChannelHandlers): void {
    this.#handlers = handlers;
  }

  send(chunks: readonly Uint8Array[]): void {
    for (const { length } of chunks) this.bytesAccepted += length;
  }

  /** The server's half of a plain handshake. */
  shakeHands(): void {
    const bytes = new Uint8Array(HANDSHAKE_BYTES);
    bytes[0] = 3;
    this.say(bytes);
  }

  say(bytes: Uint8Array): void {
    if (!this.isClosed) this.#handlers?.onBytes(bytes);
  }

  hangUp(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#handlers?.onClosed(undefined);
  }

  end(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }

  linger(): void {
    this.isClosed = true;
  }

  destroy(): void {
    this.isClosed = true;
  }
}
