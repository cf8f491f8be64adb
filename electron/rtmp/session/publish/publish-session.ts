/**
 * A publisher's end of one RTMP connection, without I/O: bytes and time in, events and bytes out
 * (reference §6). It starts afresh for every connection; deadlines, sockets and retries are the caller's.
 *
 * Order of calls: `start`, then `receive` whatever arrives and write `takeOutput` after each call, until
 * `publishStarted`; then `sendMedia`; then `end`.
 */
import { assert, missingCase } from '../../../../shared/assert.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { ClientHandshake } from '../../handshake/client-handshake.ts';
import {
  MAX_MESSAGE_BYTES,
  MAX_RECONNECT_REQUESTS_PER_SECOND,
  MAX_SERVER_MESSAGE_BYTES,
  MAX_SHORT_STRING_BYTES,
  PUBLISH_CHUNK_SIZE_BYTES,
} from '../../limits.ts';
import { parseCommand } from '../../message/command.ts';
import type { Command } from '../../message/command.ts';
import { chunkStreamIds, messageTypes } from '../../message/message-types.ts';
import type { RtmpMessage } from '../../message/message-types.ts';
import { wrapScriptBody } from '../../message/script-data.ts';
import { PublishCommands } from './publish-commands.ts';
import { publishTransitions } from './publish-transitions.ts';
import type { PublishInput } from './publish-transitions.ts';
import type {
  PublishSessionEvent,
  PublishSessionOptions,
  PublishSessionPhase,
  PublishSessionStats,
} from './publish-session-types.ts';
import { peerErrorFrom } from '../peer-error.ts';
import { RateLimit } from '../rate-limit.ts';
import { createWordsCleaner } from '../server-words.ts';
import type { CleanWords } from '../server-words.ts';
import { readAnswer } from './server-answer.ts';
import { readRefusal } from './server-status.ts';
import type { ServerStatus } from './server-status.ts';
import { SessionChannel } from '../session-channel.ts';
import { SessionControl } from '../session-control.ts';

const mediaTargets = {
  audio: { chunkStreamId: chunkStreamIds.audio, type: messageTypes.audio, hasDeltas: true },
  video: { chunkStreamId: chunkStreamIds.video, type: messageTypes.video, hasDeltas: true },
  script: { chunkStreamId: chunkStreamIds.stream, type: messageTypes.dataAmf0, hasDeltas: false },
} as const;

export class PublishSession {
  readonly #clean: CleanWords;
  readonly #channel: SessionChannel;
  readonly #handshake: ClientHandshake;
  readonly #control: SessionControl;
  readonly #commands: PublishCommands;
  readonly #reconnectRequests = new RateLimit(MAX_RECONNECT_REQUESTS_PER_SECOND);
  #phase: PublishSessionPhase = 'idle';
  #events: PublishSessionEvent[] = [];
  #nowMs = 0;
  #streamId: number | undefined;
  #peerBandwidthBytes = 0;
  #pingsAnswered = 0;
  #messagesIgnored = 0;
  #mediaMessagesSent = 0;

  /**
   * `random(count)` gives that many cryptographically random bytes.
   * @throws AppError `input/bad-key` or `input/bad-url` for names that no RTMP message can hold.
   */
  constructor(options: PublishSessionOptions, random: (count: number) => Uint8Array) {
    if (encodeUtf8(options.streamKey).length > MAX_SHORT_STRING_BYTES) {
      throw withReason('input/bad-key', 'keyTooLong', { maximumBytes: MAX_SHORT_STRING_BYTES });
    }
    if (Math.max(encodeUtf8(options.app).length, encodeUtf8(options.tcUrl).length) > MAX_SHORT_STRING_BYTES) {
      throw withReason('input/bad-url', 'addressTooLong', { maximumBytes: MAX_SHORT_STRING_BYTES });
    }
    const chunkSizeBytes = options.chunkSizeBytes ?? PUBLISH_CHUNK_SIZE_BYTES;
    assert(chunkSizeBytes >= 128 && chunkSizeBytes <= MAX_MESSAGE_BYTES, 'chunk size out of range');
    this.#clean = createWordsCleaner(options.streamKey);
    const kind = options.isEncrypted === true ? 'encrypted' : (options.handshake ?? 'plain');
    this.#handshake = new ClientHandshake(kind, random);
    this.#channel = new SessionChannel(this.#handshake, { maxMessageBytes: MAX_SERVER_MESSAGE_BYTES });
    this.#control = new SessionControl(this.#channel);
    this.#commands = new PublishCommands(this.#channel, options);
  }

  get phase(): PublishSessionPhase {
    return this.#phase;
  }

  get stats(): PublishSessionStats {
    return {
      bytesReceived: this.#channel.bytesReceived,
      bytesQueued: this.#channel.writer.bytesQueued,
      acknowledgedBytes: this.#channel.peerAcknowledgedBytes,
      windowAckBytes: this.#channel.windowAckBytes,
      peerBandwidthBytes: this.#peerBandwidthBytes,
      pingsAnswered: this.#pingsAnswered,
      messagesIgnored: this.#messagesIgnored,
      mediaMessagesSent: this.#mediaMessagesSent,
    };
  }

  /** Bytes held for messages that are not complete. Bounded by the limits. */
  get bufferedBytes(): number {
    return this.#channel.bufferedBytes;
  }

  /** Queues C0 and C1. Once. */
  start(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#move('started');
    this.#channel.writer.writeRaw(this.#handshake.start());
  }

  /**
   * Takes bytes in any split; they are the caller's again afterwards. `nowMs` is monotonic. Answers (pings,
   * acknowledgements, the next command) are queued. When the server breaks the protocol, what it said before that
   * comes first, then `failed` as the last event; later bytes are ignored.
   */
  receive(bytes: Uint8Array, nowMs: number): readonly PublishSessionEvent[] {
    assert(this.#phase !== 'idle', 'receive before start');
    if (this.#phase === 'failed') return [];
    this.#nowMs = nowMs;
    this.#events = [];
    try {
      if (this.#channel.receive(bytes)) this.#handshakeCompleted();
      while (this.#handshake.isDone && !this.#hasFailed()) {
        const message = this.#channel.next();
        if (message === undefined) break;
        this.#handleMessage(message);
      }
    } catch (error) {
      this.#move('failed');
      this.#events.push({ type: 'failed', error: peerErrorFrom(error) });
    }
    return this.#events;
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
  sendMedia(kind: keyof typeof mediaTargets, timestampMs: number, body: Uint8Array): void {
    assert(this.#phase === 'publishing', `media sent while ${this.#phase}`);
    this.#channel.writer.writeMessage({
      ...mediaTargets[kind],
      streamId: this.#streamId ?? 0,
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
    assert(this.#phase === 'publishing', `a question while ${this.#phase}`);
    this.#commands.ask(question, this.#nowMs);
  }

  /** Queues the clean end: FCUnpublish and deleteStream. Nothing can be sent after it. */
  end(): void {
    const wasPublishing = this.#phase === 'publishing';
    if (!this.#move('endedByUs') || this.#streamId === undefined) return;
    this.#commands.deleteStream(this.#streamId, wasPublishing);
  }

  /** A method, since narrowing would take the phase for settled. */
  #hasFailed(): boolean {
    return this.#phase === 'failed';
  }

  /** Moves by the table; false if the input is to be ignored. */
  #move(input: PublishInput): boolean {
    const next = publishTransitions[this.#phase][input];
    assert(next !== 'illegal', `${input} while ${this.#phase}`);
    if (next === 'ignored') return false;
    this.#phase = next;
    return true;
  }

  #handshakeCompleted(): void {
    if (!this.#move('handshakeCompleted')) return;
    const { handshake } = this.#channel;
    this.#events.push({
      type: 'handshakeCompleted',
      isDigestVerified: handshake.isDigestVerified,
      isEncrypted: handshake.ciphers !== undefined,
    });
    this.#commands.connect();
  }

  #handleMessage(message: RtmpMessage): void {
    switch (message.type) {
      case messageTypes.setChunkSize:
      case messageTypes.abort:
      case messageTypes.acknowledgement:
      case messageTypes.userControl:
      case messageTypes.windowAcknowledgementSize:
      case messageTypes.setPeerBandwidth:
        return this.#handleControl(message);
      case messageTypes.commandAmf0:
      case messageTypes.commandAmf3:
        return this.#handleCommandMessage(message);
      default:
        return this.#ignore(message.type, 'not for a publisher');
    }
  }

  #handleControl(message: RtmpMessage): void {
    const outcome = this.#control.take(message, this.#nowMs);
    switch (outcome.type) {
      case 'chunkSizeChanged':
      case 'acknowledged':
        this.#events.push(outcome);
        return;
      case 'setPeerBandwidth': {
        const { windowBytes, limitType } = outcome;
        this.#peerBandwidthBytes = windowBytes;
        this.#events.push({ type: 'peerBandwidthChanged', windowBytes, limitType });
        return;
      }
      case 'pingAnswered':
        this.#pingsAnswered += 1;
        this.#events.push(outcome);
        return;
      case 'pongReceived':
        this.#events.push({ type: 'answered', question: 'ping' });
        return;
      case 'taken':
        return;
      case 'setBufferLength':
        return this.#ignore(message.type, outcome.type);
      case 'ignored':
        return this.#ignore(message.type, outcome.reason);
      default:
        missingCase(outcome);
    }
  }

  #handleCommandMessage(message: RtmpMessage): void {
    const command = parseCommand(message.type, message.body);
    if (command === undefined) return this.#ignore(message.type, 'a command without a name');
    const isAnswer = command.name === '_result' || command.name === '_error' || command.name === 'onStatus';
    if (command.error !== undefined && isAnswer && this.#phase !== 'publishing' && this.#phase !== 'ended') {
      throw command.error;
    }
    if (isAnswer && this.#commands.isQuestion(command.transactionId)) {
      this.#events.push({ type: 'answered', question: 'call' });
      return;
    }
    switch (command.name) {
      case '_result':
      case '_error':
      case 'onStatus':
        return this.#handleAnswer(command);
      case 'close':
        this.#events.push({ type: 'closeRequested', code: '', description: '' });
        return;
      case '_onbwcheck':
        return this.#answerCall('_result', command);
      case 'ping':
        return this.#answerCall('pong', command);
      default:
        return this.#ignore(message.type, 'a call that a publisher need not answer');
    }
  }

  #answerCall(name: '_result' | 'pong', command: Command): void {
    if (this.#commands.answerCall(name, command, this.#nowMs)) return;
    this.#ignore(messageTypes.commandAmf0, 'a call that is not answered');
  }

  #handleAnswer(command: Command): void {
    const publisher = { phase: this.#phase, streamId: this.#streamId, clean: this.#clean };
    const answer = readAnswer(command, publisher);
    switch (answer.type) {
      case 'connectAccepted':
        this.#move('connectAccepted');
        this.#events.push(answer);
        this.#commands.createStream();
        return;
      case 'streamCreated':
        this.#streamId = answer.streamId;
        this.#move('streamCreated');
        this.#events.push(answer);
        this.#commands.publish(answer.streamId);
        return;
      case 'publishStarted':
        return this.#publishStarted(answer.status);
      case 'refused':
        if (!this.#move('refused')) return;
        this.#events.push({ type: 'refused', ...readRefusal(answer.stage, answer.status, command) });
        return;
      case 'reconnectRequested':
        if (this.#reconnectRequests.allows(this.#nowMs)) this.#events.push(answer);
        else this.#ignore(messageTypes.commandAmf0, 'too many reconnect requests');
        return;
      case 'unpublished':
      case 'closeRequested': {
        const { code, description } = answer.status;
        if (answer.type === 'unpublished') this.#move('serverUnpublished');
        this.#events.push({ type: answer.type, code, description });
        return;
      }
      case 'statusReceived': {
        const { level, code, description } = answer.status;
        this.#events.push({ type: 'statusReceived', level, code, description });
        return;
      }
      case 'ignored':
        return this.#ignore(messageTypes.commandAmf0, answer.reason);
      default:
        missingCase(answer);
    }
  }

  #publishStarted(status: ServerStatus): void {
    if (this.#streamId === undefined || !this.#move('publishStarted')) {
      return this.#ignore(messageTypes.commandAmf0, 'a start that was not awaited');
    }
    this.#events.push({ type: 'publishStarted', code: status.code, description: status.description });
  }

  #ignore(messageType: number, reason: string): void {
    this.#messagesIgnored += 1;
    this.#events.push({ type: 'messageIgnored', messageType, reason });
  }
}
