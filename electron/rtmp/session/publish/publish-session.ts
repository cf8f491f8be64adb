/**
 * A publisher's end of one RTMP connection, without I/O: bytes and time in, events and bytes out
 * (reference §6). It starts afresh for every connection; deadlines, sockets and retries are the caller's.
 *
 * Order of calls: `start`, then `receive` whatever arrives and write `takeOutput` after each call, until
 * `publishStarted`; then `sendMedia`; then `end`.
 */
import { assert } from '../../../../shared/assert.ts';
import { ClientHandshake } from '../../handshake/client-handshake.ts';
import { MAX_MESSAGE_BYTES, MAX_SERVER_MESSAGE_BYTES, PUBLISH_CHUNK_SIZE_BYTES } from '../../limits.ts';
import { chunkStreamIds, messageTypes } from '../../message/message-types.ts';
import { wrapScriptBody } from '../../message/script-data.ts';
import { PublishCommands } from './publish-commands.ts';
import { PublishMachine } from './publish-machine.ts';
import type {
  PublishSessionEvent,
  PublishSessionOptions,
  PublishSessionPhase,
  PublishSessionStats,
} from './publish-session-types.ts';
import { SessionChannel } from '../session-channel.ts';
import { SessionControl } from '../session-control.ts';

const mediaTargets = {
  audio: { chunkStreamId: chunkStreamIds.audio, type: messageTypes.audio, hasDeltas: true },
  video: { chunkStreamId: chunkStreamIds.video, type: messageTypes.video, hasDeltas: true },
  script: { chunkStreamId: chunkStreamIds.stream, type: messageTypes.dataAmf0, hasDeltas: false },
} as const;

/**
 * One publisher's connection as a machine without I/O: bytes and milliseconds go in, events and bytes come out. The caller owns
 * socket, clock and randomness. After each call, `takeOutput` has what is to be written.
 */
export class PublishSession {
  readonly #channel: SessionChannel;
  readonly #handshake: ClientHandshake;
  readonly #machine: PublishMachine;
  #mediaMessagesSent = 0;

  /**
   * `random(count)` gives that many cryptographically random bytes.
   * @throws AppError `input/bad-key` or `input/bad-url` for names that no RTMP message can hold.
   */
  constructor(options: PublishSessionOptions, random: (count: number) => Uint8Array) {
    const kind = options.isEncrypted === true ? 'encrypted' : (options.handshake ?? 'plain');
    this.#handshake = new ClientHandshake(kind, random);
    this.#channel = new SessionChannel(this.#handshake, { maxMessageBytes: MAX_SERVER_MESSAGE_BYTES });
    const control = new SessionControl(this.#channel);
    this.#machine = new PublishMachine(options, {
      commands: new PublishCommands(this.#channel, options),
      takeControl: (message, nowMs) => control.take(message, nowMs),
    });
    const chunkSizeBytes = options.chunkSizeBytes ?? PUBLISH_CHUNK_SIZE_BYTES;
    assert(chunkSizeBytes >= 128 && chunkSizeBytes <= MAX_MESSAGE_BYTES, 'chunk size out of range');
  }

  /** Where it stands; `ended` and `failed` are last. */
  get phase(): PublishSessionPhase {
    return this.#machine.phase;
  }

  /** Counts since the start. */
  get stats(): PublishSessionStats {
    return {
      bytesReceived: this.#channel.bytesReceived,
      bytesQueued: this.#channel.writer.bytesQueued,
      acknowledgedBytes: this.#channel.peerAcknowledgedBytes,
      windowAckBytes: this.#channel.windowAckBytes,
      mediaMessagesSent: this.#mediaMessagesSent,
      ...this.#machine.stats,
    };
  }

  /** Bytes held for messages that are not complete. Bounded by the limits. */
  get bufferedBytes(): number {
    return this.#channel.bufferedBytes;
  }

  /** Queues C0 and C1. Once. */
  start(nowMs: number): void {
    this.#machine.start(nowMs);
    this.#channel.writer.writeRaw(this.#handshake.start());
  }

  /**
   * Takes bytes in any split; they are the caller's again afterwards. `nowMs` is monotonic. Answers (pings,
   * acknowledgements, the next command) are queued. When the server breaks the protocol, what it said before that
   * comes first, then `failed` as the last event; later bytes are ignored.
   */
  receive(bytes: Uint8Array, nowMs: number): readonly PublishSessionEvent[] {
    assert(this.phase !== 'idle', 'receive before start');
    if (this.phase === 'failed') return [];
    try {
      if (this.#channel.receive(bytes)) this.#handshakeCompleted(nowMs);
      while (this.#handshake.isDone && !this.#hasFailed()) {
        const message = this.#channel.next();
        if (message === undefined) break;
        this.#machine.handle(message, nowMs);
      }
    } catch (error) {
      this.#machine.fail(error);
    }
    return this.#machine.takeEvents();
  }

  /** What to write, in order. Media bodies are handed out as views, not copied. */
  takeOutput(): readonly Uint8Array[] {
    return this.#channel.takeOutput();
  }

  /**
   * Queues one FLV tag body. `timestampMs` is unwrapped and reduced modulo 2^32 on the wire. The body must
   * not change until it is written. At most 16777215 bytes; metadata gets its `@setDataFrame`.
   * @throws AppError `internal/bug` unless the phase is `publishing`.
   */
  sendMedia(kind: 'audio' | 'video' | 'script', timestampMs: number, body: Uint8Array): void {
    assert(this.phase === 'publishing', `media sent while ${this.phase}`);
    this.#channel.writer.writeMessage({
      ...mediaTargets[kind],
      streamId: this.#machine.streamId,
      timestampMs,
      body: kind === 'script' ? wrapScriptBody(body) : body,
    });
    this.#mediaMessagesSent += 1;
  }

  /**
   * Queues a question that only its answer matters of. `ping` is a ping request (RTMP 1.0 §7.1.7, meant for servers, answered by most);
   * `call` creates a message stream that is never used, which every server must answer (§7.2.1.3).
   * @throws AppError `internal/bug` unless the phase is `publishing`.
   */
  ask(question: 'ping' | 'call'): void {
    this.#machine.ask(question);
  }

  /** Queues the clean end: FCUnpublish and deleteStream. Nothing can be sent after it. */
  end(): void {
    this.#machine.end();
  }

  /** A method, since narrowing would take the phase for settled. */
  #hasFailed(): boolean {
    return this.phase === 'failed';
  }

  #handshakeCompleted(nowMs: number): void {
    const { isDigestVerified, ciphers } = this.#channel.handshake;
    this.#machine.handshakeCompleted({ isDigestVerified, isEncrypted: ciphers !== undefined }, nowMs);
  }
}
