/**
 * The server's end of one publisher's connection, without I/O: the receiver of rehearsals and tests. Serves
 * FFmpeg, librtmp, OBS and our own publisher, plain, digest and RTMPE.
 *
 * Order of calls: `receive` whatever arrives; answer `connectRequested` and `publishRequested`; write
 * `takeOutput` after each call. Closing the connection is the caller's.
 */
import { assert, missingCase } from '../../../../shared/assert.ts';
import { amfObject, amfProperties, amfString, type AmfValue } from '../../amf/amf-value.ts';
import { ServerHandshake } from '../../handshake/server-handshake.ts';
import {
  defaultWindowAckBytes,
  maxCallAnswersPerSecond,
  maxMessageBytes,
  maxMessageStreams,
  maxUnpublishedMessageBytes,
} from '../../limits.ts';
import { splitAggregate } from '../../message/aggregate.ts';
import { parseCommand, stripFormatByte, type Command } from '../../message/command.ts';
import { chunkStreamIds, messageTypes, type RtmpMessage } from '../../message/message-types.ts';
import { parseMetadata, unwrapScriptBody } from '../../message/script-data.ts';
import { capabilityProperties, fullCapabilities, parseCapabilities } from '../capabilities.ts';
import { peerErrorFrom } from '../peer-error.ts';
import { RateLimit } from '../rate-limit.ts';
import type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
  ReceiveSessionPhase,
  ReceiveSessionStats,
} from './receive-session-types.ts';
import { SessionChannel } from '../session-channel.ts';
import { SessionControl } from '../session-control.ts';

export interface StatusWords {
  /** `NetConnection.*` or `NetStream.*`. */
  readonly code: string;
  readonly description: string;
}

export class ReceiveSession {
  readonly #options: ReceiveSessionOptions;
  readonly #channel: SessionChannel;
  readonly #handshake: ServerHandshake;
  readonly #control: SessionControl;
  readonly #calls = new RateLimit(maxCallAnswersPerSecond);
  #phase: ReceiveSessionPhase = 'handshake';
  #events: ReceiveSessionEvent[] = [];
  #nowMs = 0;
  #connect: { readonly transactionId: number; readonly hasCapabilities: boolean } | undefined;
  #publish: { readonly streamId: number } | undefined;
  #streamsCreated = 0;
  #isHolding = false;
  #mediaMessagesReceived = 0;
  #messagesIgnored = 0;

  /** `random(count)` gives that many cryptographically random bytes. */
  constructor(options: ReceiveSessionOptions, random: (count: number) => Uint8Array) {
    this.#options = options;
    this.#handshake = new ServerHandshake(random);
    this.#channel = new SessionChannel(this.#handshake, {
      maxMessageBytes: Math.min(this.#maxMessageBytes, maxUnpublishedMessageBytes),
      extendedTimestamps: 'peek',
    });
    this.#control = new SessionControl(this.#channel);
  }

  /** Once the publisher was accepted. */
  get #maxMessageBytes(): number {
    return this.#options.maxMessageBytes ?? maxMessageBytes;
  }

  get phase(): ReceiveSessionPhase {
    return this.#phase;
  }

  get stats(): ReceiveSessionStats {
    return {
      bytesReceived: this.#channel.bytesReceived,
      bytesQueued: this.#channel.writer.bytesQueued,
      mediaMessagesReceived: this.#mediaMessagesReceived,
      messagesIgnored: this.#messagesIgnored,
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
    if (this.#phase === 'failed') return [];
    this.#nowMs = nowMs;
    this.#events = [];
    try {
      if (this.#channel.receive(bytes)) this.#handshakeCompleted();
      while (this.#handshake.isDone) {
        this.#isHolding = this.#isAwaitingAnswer();
        if (this.#isHolding) {
          this.#channel.hold();
          break;
        }
        const message = this.#channel.next();
        if (message === undefined) break;
        this.#handleMessage(message);
      }
    } catch (error) {
      this.#phase = 'failed';
      this.#events.push({ type: 'failed', error: peerErrorFrom(error) });
    }
    return this.#events;
  }

  /** Messages may wait behind a request: once it is answered, call `receive` with no bytes to hear them. */
  get isHolding(): boolean {
    return this.#isHolding && this.#phase !== 'failed' && !this.#isAwaitingAnswer();
  }

  takeOutput(): readonly Uint8Array[] {
    return this.#channel.takeOutput();
  }

  /** Answers `connectRequested`. This and the other answers say nothing once the session has failed. */
  acceptConnect(): void {
    if (this.#phase === 'failed') return;
    assert(this.#phase === 'connecting' && this.#connect !== undefined, 'no connect to accept');
    const windowBytes = this.#options.windowAckBytes ?? defaultWindowAckBytes;
    this.#channel.writeControl({ type: 'windowAcknowledgementSize', bytes: windowBytes });
    this.#channel.writeControl({ type: 'setPeerBandwidth', windowBytes, limitType: 'dynamic' });
    this.setChunkSize(this.#options.chunkSizeBytes ?? 4096);
    this.#channel.writeControl({ type: 'streamBegin', streamId: 0 });
    this.#channel.writeCommand('_result', this.#connect.transactionId, [
      amfObject({
        fmsVer: 'FMS/3,0,1,123',
        capabilities: 31,
        mode: 1,
        ...(this.#connect.hasCapabilities &&
          capabilityProperties(this.#options.capabilities ?? fullCapabilities)),
      }),
      amfObject({
        level: 'status',
        code: 'NetConnection.Connect.Success',
        description: 'Connection succeeded.',
        objectEncoding: 0,
      }),
    ]);
    this.#phase = 'connected';
  }

  /** Answers `connectRequested` with `_error`; close the connection after it is written. */
  rejectConnect(words: StatusWords & { readonly redirectUrl?: string }): void {
    if (this.#phase === 'failed') return;
    assert(this.#phase === 'connecting' && this.#connect !== undefined, 'no connect to reject');
    const { code, description, redirectUrl } = words;
    const ex = redirectUrl === undefined ? undefined : amfObject({ code: 302, redirect: redirectUrl });
    this.#channel.writeCommand('_error', this.#connect.transactionId, [
      null,
      amfObject({ level: 'error', code, description, ex }),
    ]);
    this.#phase = 'ended';
  }

  /** Answers `publishRequested`. */
  acceptPublish(): void {
    if (this.#phase === 'failed') return;
    assert(this.#phase === 'publishRequested' && this.#publish !== undefined, 'no publish to accept');
    this.#channel.writeControl({ type: 'streamBegin', streamId: this.#publish.streamId });
    this.#channel.allowMessages(this.#maxMessageBytes);
    this.#phase = 'publishing';
    this.sendStatus({
      level: 'status',
      code: 'NetStream.Publish.Start',
      description: 'Publishing has started.',
    });
  }

  /** Answers `publishRequested` with an error status; close the connection after it is written. */
  rejectPublish(words: StatusWords): void {
    if (this.#phase === 'failed') return;
    assert(this.#phase === 'publishRequested' && this.#publish !== undefined, 'no publish to reject');
    this.sendStatus({ level: 'error', ...words });
    this.#phase = 'connected';
  }

  /** Sends an `onStatus` on the published stream, or on the connection if there is none. */
  sendStatus(status: StatusWords & { readonly level: 'status' | 'warning' | 'error' }): void {
    const { level, code, description } = status;
    const streamId = this.#publish?.streamId ?? 0;
    this.#channel.writeCommand('onStatus', 0, [null, amfObject({ level, code, description })], {
      chunkStreamId: chunkStreamIds.status,
      streamId,
    });
  }

  /** Enhanced RTMP: asks the publisher to connect again, elsewhere if `tcUrl` (absolute or relative) says so. */
  requestReconnect(request: { readonly tcUrl?: string; readonly description?: string } = {}): void {
    const { tcUrl, description } = request;
    const code = 'NetConnection.Connect.ReconnectRequest';
    this.#channel.writeCommand('onStatus', 0, [
      null,
      amfObject({ level: 'status', code, tcUrl, description }),
    ]);
  }

  /** `time` comes back in the answer, which is the event `pingAnswered`. */
  ping(time: number): void {
    this.#channel.writeControl({ type: 'pingRequest', time: time >>> 0 });
  }

  /** Announces and uses another outgoing chunk size, 1 to 16777215. */
  setChunkSize(bytes: number): void {
    this.#channel.writeControl({ type: 'setChunkSize', bytes });
  }

  #isAwaitingAnswer(): boolean {
    return (
      this.#phase === 'publishRequested' || (this.#phase === 'connecting' && this.#connect !== undefined)
    );
  }

  #handshakeCompleted(): void {
    this.#phase = 'connecting';
    this.#events.push({
      type: 'handshakeCompleted',
      isDigestVerified: this.#handshake.isDigestVerified,
      isEncrypted: this.#handshake.ciphers !== undefined,
    });
  }

  #handleMessage(message: RtmpMessage): void {
    switch (message.type) {
      case messageTypes.audio:
        return this.#handleMedia('audio', message.timestampMs, message.body);
      case messageTypes.video:
        return this.#handleMedia('video', message.timestampMs, message.body);
      case messageTypes.dataAmf0:
        return this.#handleMedia('script', message.timestampMs, unwrapScriptBody(message.body));
      case messageTypes.dataAmf3:
        return this.#handleMedia(
          'script',
          message.timestampMs,
          unwrapScriptBody(stripFormatByte(message.body)),
        );
      case messageTypes.aggregate:
        for (const part of splitAggregate(message)) {
          if (part.type === messageTypes.aggregate) this.#ignore(part.type, 'an aggregate in an aggregate');
          else this.#handleMessage(part);
        }
        return;
      case messageTypes.commandAmf0:
      case messageTypes.commandAmf3:
        return this.#handleCommandMessage(message);
      default:
        return this.#handleControl(message);
    }
  }

  #handleMedia(kind: 'audio' | 'video' | 'script', timestampMs: number, body: Uint8Array): void {
    if (this.#phase !== 'publishing') return this.#ignore(messageTypes.dataAmf0, 'media before publish');
    this.#mediaMessagesReceived += 1;
    this.#events.push({ type: 'media', kind, timestampMs, body });
    const properties = kind === 'script' ? parseMetadata(body) : undefined;
    if (properties !== undefined) this.#events.push({ type: 'metadata', properties });
  }

  #handleControl(message: RtmpMessage): void {
    const outcome = this.#control.take(message, this.#nowMs);
    switch (outcome.type) {
      case 'chunkSizeChanged':
      case 'acknowledged':
        this.#events.push(outcome);
        return;
      case 'pongReceived':
        this.#events.push({ type: 'pingAnswered' });
        return;
      case 'pingAnswered':
      case 'taken':
      case 'setPeerBandwidth':
      case 'setBufferLength':
        return;
      case 'ignored':
        return this.#ignore(message.type, outcome.reason);
      default:
        missingCase(outcome);
    }
  }

  #handleCommandMessage(message: RtmpMessage): void {
    const command = parseCommand(message.type, message.body);
    if (command === undefined) return this.#ignore(message.type, 'a command without a name');
    switch (command.name) {
      case 'connect':
        return this.#handleConnect(command);
      case 'createStream':
        return this.#handleCreateStream(command);
      case 'publish':
        return this.#handlePublish(command, message.streamId);
      case 'FCUnpublish':
      case 'deleteStream':
      case 'closeStream':
        return this.#handleUnpublish(command.name);
      case 'releaseStream':
      case '_checkbw':
        return this.#answer(command, '_result', [null]);
      case 'FCPublish':
        return this.#handleFcPublish(command);
      case '_result':
      case '_error':
      case 'onStatus':
        return this.#ignore(message.type, 'an answer to nothing');
      default:
        return this.#answer(command, '_error', [
          null,
          amfObject({ level: 'error', code: 'NetConnection.Call.Failed', description: 'Method not found.' }),
        ]);
    }
  }

  /** Answers a call that wants an answer, as far as the rate allows. */
  #answer(command: Command, name: '_result' | '_error', values: readonly AmfValue[]): void {
    if (!(command.transactionId > 0)) return;
    if (!this.#calls.allows(this.#nowMs)) return this.#ignore(messageTypes.commandAmf0, 'too many calls');
    this.#channel.writeCommand(name, command.transactionId, values);
  }

  #handleConnect(command: Command): void {
    if (this.#phase !== 'connecting' || this.#connect !== undefined) {
      return this.#ignore(messageTypes.commandAmf0, 'a second connect');
    }
    if (command.error !== undefined) throw command.error;
    const object = amfProperties(command.values[0]) ?? new Map<string, AmfValue>();
    const transactionId = Number.isNaN(command.transactionId) ? 1 : command.transactionId;
    this.#connect = { transactionId, hasCapabilities: parseCapabilities(object) !== undefined };
    this.#events.push({
      type: 'connectRequested',
      app: amfString(object, 'app') ?? '',
      tcUrl: amfString(object, 'tcUrl') ?? '',
      flashVer: amfString(object, 'flashVer') ?? '',
      object,
    });
  }

  /** FMLE waits for `onFCPublish` before it goes on. */
  #handleFcPublish(command: Command): void {
    this.#answer(command, '_result', [null]);
    if (!this.#calls.allows(this.#nowMs)) return;
    this.#channel.writeCommand('onFCPublish', 0, [
      null,
      amfObject({ code: 'NetStream.Publish.Start', description: 'FCPublish accepted.' }),
    ]);
  }

  #handleCreateStream(command: Command): void {
    if (this.#streamsCreated >= maxMessageStreams) {
      const code = 'NetConnection.Call.Failed';
      const refusal = amfObject({ level: 'error', code, description: 'Too many streams.' });
      return this.#answer(command, '_error', [null, refusal]);
    }
    this.#streamsCreated += 1;
    this.#events.push({ type: 'streamCreated', streamId: this.#streamsCreated });
    this.#answer(command, '_result', [null, this.#streamsCreated]);
  }

  #handlePublish(command: Command, streamId: number): void {
    if (this.#phase !== 'connected') return this.#ignore(messageTypes.commandAmf0, 'an untimely publish');
    const [, streamKey, mode] = command.values;
    this.#publish = { streamId };
    this.#phase = 'publishRequested';
    this.#events.push({
      type: 'publishRequested',
      streamKey: typeof streamKey === 'string' ? streamKey : '',
      streamId,
      mode: typeof mode === 'string' ? mode : 'live',
    });
  }

  #handleUnpublish(by: 'FCUnpublish' | 'deleteStream' | 'closeStream'): void {
    if (this.#phase !== 'publishing') return this.#ignore(messageTypes.commandAmf0, 'nothing is published');
    this.sendStatus({
      level: 'status',
      code: 'NetStream.Unpublish.Success',
      description: 'Publishing has ended.',
    });
    this.#phase = 'connected';
    this.#publish = undefined;
    this.#events.push({ type: 'unpublished', by });
  }

  #ignore(messageType: number, reason: string): void {
    this.#messagesIgnored += 1;
    this.#events.push({ type: 'messageIgnored', messageType, reason });
  }
}
