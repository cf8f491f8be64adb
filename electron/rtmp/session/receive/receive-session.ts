/**
 * The server's end of one publisher's connection, without I/O: the receiver of rehearsals and tests. Serves
 * FFmpeg, librtmp, OBS and our own publisher, plain, digest and RTMPE.
 *
 * Order of calls: `receive` whatever arrives; answer `connectRequested` and `publishRequested`; write
 * `takeOutput` after each call. Closing the connection is the caller's.
 */
import { ServerHandshake } from '../../handshake/server-handshake.ts';
import { MAX_MESSAGE_BYTES, MAX_UNPUBLISHED_MESSAGE_BYTES } from '../../limits.ts';
import type { StatusWords } from './receive-answers.ts';
import { ReceiveMachine } from './receive-machine.ts';
import type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
  ReceiveSessionPhase,
  ReceiveSessionStats,
} from './receive-session-types.ts';
import { SessionChannel } from '../session-channel.ts';
import { SessionControl } from '../session-control.ts';

/**
 * The server's end of one publisher's connection, without I/O: bytes and milliseconds go in, events and bytes come out. The two
 * `…Requested` events wait for the caller's answer. After each call, `takeOutput` has what is to be written.
 */
export class ReceiveSession {
  readonly #channel: SessionChannel;
  readonly #handshake: ServerHandshake;
  readonly #machine: ReceiveMachine;
  #isHolding = false;

  /** `random(count)` gives that many cryptographically random bytes. */
  constructor(options: ReceiveSessionOptions, random: (count: number) => Uint8Array) {
    // Once the publisher was accepted.
    const maxMessageBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
    this.#handshake = new ServerHandshake(random);
    this.#channel = new SessionChannel(this.#handshake, {
      maxMessageBytes: Math.min(maxMessageBytes, MAX_UNPUBLISHED_MESSAGE_BYTES),
      extendedTimestamps: 'peek',
    });
    const control = new SessionControl(this.#channel);
    this.#machine = new ReceiveMachine(options, {
      channel: this.#channel,
      takeControl: (message, nowMs) => control.take(message, nowMs),
      onPublishAccepted: () => this.#channel.allowMessages(maxMessageBytes),
    });
  }

  get phase(): ReceiveSessionPhase {
    return this.#machine.phase;
  }

  get stats(): ReceiveSessionStats {
    return {
      bytesReceived: this.#channel.bytesReceived,
      bytesQueued: this.#channel.writer.bytesQueued,
      ...this.#machine.stats,
    };
  }

  /** Bytes held for messages that are not complete. Bounded by the limits. */
  get bufferedBytes(): number {
    return this.#channel.bufferedBytes;
  }

  /**
   * Takes bytes in any split; they are the caller's again afterwards. When the client breaks the protocol, what it
   * said before that comes first, then `failed` as the last event; later bytes are ignored. What follows a request waits
   * for its answer, see `isHolding`.
   */
  receive(bytes: Uint8Array, nowMs: number): readonly ReceiveSessionEvent[] {
    if (this.phase === 'failed') return [];
    try {
      if (this.#channel.receive(bytes)) this.#handshakeCompleted();
      while (this.#handshake.isDone) {
        this.#isHolding = this.#machine.isAwaitingAnswer;
        if (this.#isHolding) {
          this.#channel.hold();
          break;
        }
        const message = this.#channel.next();
        if (message === undefined) break;
        this.#machine.handle(message, nowMs);
      }
    } catch (error) {
      this.#machine.fail(error);
    }
    return this.#machine.takeEvents();
  }

  /** Messages may wait behind a request: once it is answered, call `receive` with no bytes to hear them. */
  get isHolding(): boolean {
    return this.#isHolding && this.phase !== 'failed' && !this.#machine.isAwaitingAnswer;
  }

  takeOutput(): readonly Uint8Array[] {
    return this.#channel.takeOutput();
  }

  /** Answers `connectRequested`. This and the other answers say nothing once the session has failed. */
  acceptConnect(): void {
    this.#machine.acceptConnect();
  }

  /** Answers `connectRequested` with `_error`; close the connection after it is written. */
  rejectConnect(words: StatusWords & { readonly redirectUrl?: string }): void {
    this.#machine.rejectConnect(words);
  }

  /** Answers `publishRequested`. */
  acceptPublish(): void {
    this.#machine.acceptPublish();
  }

  /** Answers `publishRequested` with an error status; close the connection after it is written. */
  rejectPublish(words: StatusWords): void {
    this.#machine.rejectPublish(words);
  }

  /** Sends an `onStatus` on the published stream, or on the connection if there is none. */
  sendStatus(status: StatusWords & { readonly level: 'status' | 'warning' | 'error' }): void {
    this.#machine.sendStatus(status);
  }

  /** Enhanced RTMP: asks the publisher to connect again, elsewhere if `tcUrl` (absolute or relative) says so. */
  requestReconnect(request: { readonly tcUrl?: string; readonly description?: string } = {}): void {
    this.#machine.requestReconnect(request);
  }

  /** `time` comes back in the answer, which is the event `pongReceived`. */
  ping(time: number): void {
    this.#channel.writeControl({ type: 'pingRequest', time: time >>> 0 });
  }

  /** Announces and uses another outgoing chunk size, 1 to 16777215. */
  setChunkSize(bytes: number): void {
    this.#channel.writeControl({ type: 'setChunkSize', bytes });
  }

  #handshakeCompleted(): void {
    const { isDigestVerified, ciphers } = this.#handshake;
    this.#machine.handshakeCompleted({ isDigestVerified, isEncrypted: ciphers !== undefined });
  }
}
