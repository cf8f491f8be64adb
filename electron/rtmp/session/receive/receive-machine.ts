/**
 * What a server makes of a publisher's messages, and what it answers: its phases from `connect` to the end, whatever carries the
 * messages. Knows no bytes.
 */
/* oxlint-disable unicorn/no-null -- AMF's null stands where a command has no command object (RTMP 1.0 §7.2) */
import { assert, missingCase } from '../../../../shared/assert.ts';
import { amfProperties, amfString } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import { MAX_MESSAGE_STREAMS } from '../../limits.ts';
import { splitAggregate } from '../../message/aggregate.ts';
import { parseCommand, stripFormatByte } from '../../message/command.ts';
import type { Command } from '../../message/command.ts';
import { messageTypes } from '../../message/message-types.ts';
import type { RtmpMessage } from '../../message/message-types.ts';
import { parseMetadata, unwrapScriptBody } from '../../message/script-data.ts';
import { parseCapabilities } from '../capabilities.ts';
import type { MessageChannel } from '../message-channel.ts';
import { peerErrorFrom } from '../peer-error.ts';
import type { ControlOutcome } from '../session-control.ts';
import { ReceiveAnswers } from './receive-answers.ts';
import type { ConnectRequest, StatusWords } from './receive-answers.ts';
import { receiveTransitions } from './receive-transitions.ts';
import type { ReceiveInput } from './receive-transitions.ts';
import type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
  ReceiveSessionPhase,
} from './receive-session-types.ts';

export interface ReceiveMachineCarrier {
  readonly channel: MessageChannel;
  /** Takes in a protocol control or user control message. */
  takeControl(message: RtmpMessage, nowMs: number): ControlOutcome;
  /** The publisher was let in: media may be as long as media is. */
  onPublishAccepted(streamId: number): void;
}

export class ReceiveMachine {
  readonly #carrier: ReceiveMachineCarrier;
  readonly #answers: ReceiveAnswers;
  #phase: ReceiveSessionPhase = 'handshake';
  #events: ReceiveSessionEvent[] = [];
  #nowMs = 0;
  /** The newest `connect`, and the stream of the newest `publish`; 0 before. */
  #connect: ConnectRequest | undefined;
  #publishStreamId = 0;
  #streamsCreated = 0;
  #mediaMessagesReceived = 0;
  #messagesIgnored = 0;

  constructor(options: ReceiveSessionOptions, carrier: ReceiveMachineCarrier) {
    this.#carrier = carrier;
    this.#answers = new ReceiveAnswers(carrier.channel, options);
  }

  get phase(): ReceiveSessionPhase {
    return this.#phase;
  }

  get stats(): { mediaMessagesReceived: number; messagesIgnored: number } {
    return {
      mediaMessagesReceived: this.#mediaMessagesReceived,
      messagesIgnored: this.#messagesIgnored,
    };
  }

  /** How many streams the publisher has created, which are numbered from 1. */
  get streamsCreated(): number {
    return this.#streamsCreated;
  }

  /** A request waits for the caller's answer; no message may be handled before it. */
  get isAwaitingAnswer(): boolean {
    return this.#phase === 'publishRequested' || this.#phase === 'connectRequested';
  }

  /** What has happened since the last call. */
  takeEvents(): readonly ReceiveSessionEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  handshakeCompleted(handshake: { readonly isDigestVerified: boolean; readonly isEncrypted: boolean }): void {
    this.#move('handshakeCompleted');
    this.#events.push({ type: 'handshakeCompleted', ...handshake });
  }

  /** The peer broke the protocol. */
  fail(error: unknown): void {
    this.#move('failed');
    this.#events.push({ type: 'failed', error: peerErrorFrom(error) });
  }

  /** @throws AppError `rtmp/*` for what no publisher may say; give it to `fail`. */
  handle(message: RtmpMessage, nowMs: number): void {
    this.#nowMs = nowMs;
    this.#handleMessage(message);
  }

  /** Answers `connectRequested`. This and the other answers say nothing once the session has failed. */
  acceptConnect(): void {
    if (this.#move('connectAccepted')) this.#answers.connectAccepted(this.#connectRequest());
  }

  /** Answers `connectRequested` with `_error`; close the connection after it is written. */
  rejectConnect(words: StatusWords & { readonly redirectUrl?: string }): void {
    if (this.#move('connectRejected')) this.#answers.connectRejected(this.#connectRequest(), words);
  }

  /** Answers `publishRequested`. */
  acceptPublish(): void {
    if (!this.#move('publishAccepted')) return;
    this.#carrier.channel.writeControl({ type: 'streamBegin', streamId: this.#publishStreamId });
    this.#carrier.onPublishAccepted(this.#publishStreamId);
    this.#answers.publishStarted(this.#publishStreamId);
  }

  /** Answers `publishRequested` with an error status; close the connection after it is written. */
  rejectPublish(words: StatusWords): void {
    if (this.#move('publishRejected')) this.sendStatus({ level: 'error', ...words });
  }

  /** Sends an `onStatus` on the published stream, or on the connection if there is none. */
  sendStatus(status: StatusWords & { readonly level: 'status' | 'warning' | 'error' }): void {
    this.#answers.status(this.#publishStreamId, status);
  }

  /** Enhanced RTMP: asks the publisher to connect again, elsewhere if `tcUrl` (absolute or relative) says so. */
  requestReconnect(request: { readonly tcUrl?: string; readonly description?: string } = {}): void {
    this.#answers.reconnectRequested(request);
  }

  #connectRequest(): ConnectRequest {
    assert(this.#connect !== undefined, 'no connect to answer');
    return this.#connect;
  }

  /** Moves by the table; false if the input is to be ignored. */
  #move(input: ReceiveInput): boolean {
    const next = receiveTransitions[this.#phase][input];
    assert(next !== 'illegal', `${input} while ${this.#phase}`);
    if (next === 'ignored') return false;
    this.#phase = next;
    return true;
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
    const outcome = this.#carrier.takeControl(message, this.#nowMs);
    switch (outcome.type) {
      case 'chunkSizeChanged':
      case 'acknowledged':
      case 'pongReceived':
        this.#events.push(outcome);
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
        return this.#answer(command, [null]);
      case 'FCPublish':
        this.#answer(command, [null]);
        return this.#answers.fcPublish(this.#nowMs);
      case '_result':
      case '_error':
      case 'onStatus':
        return this.#ignore(message.type, 'an answer to nothing');
      default:
        return this.#noteAnswer(this.#answers.callFailed(command, 'Method not found.', this.#nowMs));
    }
  }

  #answer(command: Command, values: readonly AmfValue[]): void {
    this.#noteAnswer(this.#answers.call(command, '_result', values, this.#nowMs));
  }

  #noteAnswer(isAllowed: boolean): void {
    if (!isAllowed) this.#ignore(messageTypes.commandAmf0, 'too many calls');
  }

  #handleConnect(command: Command): void {
    if (!this.#move('connectRequested')) return this.#ignore(messageTypes.commandAmf0, 'a second connect');
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

  #handleCreateStream(command: Command): void {
    if (this.#streamsCreated >= MAX_MESSAGE_STREAMS) {
      return this.#noteAnswer(this.#answers.callFailed(command, 'Too many streams.', this.#nowMs));
    }
    this.#streamsCreated += 1;
    this.#events.push({ type: 'streamCreated', streamId: this.#streamsCreated });
    this.#answer(command, [null, this.#streamsCreated]);
  }

  #handlePublish(command: Command, streamId: number): void {
    if (!this.#move('publishRequested')) return this.#ignore(messageTypes.commandAmf0, 'an untimely publish');
    const [, streamKey, mode] = command.values;
    this.#publishStreamId = streamId;
    this.#events.push({
      type: 'publishRequested',
      streamKey: typeof streamKey === 'string' ? streamKey : '',
      streamId,
      mode: typeof mode === 'string' ? mode : 'live',
    });
  }

  #handleUnpublish(by: 'FCUnpublish' | 'deleteStream' | 'closeStream'): void {
    if (!this.#move('unpublished')) return this.#ignore(messageTypes.commandAmf0, 'nothing is published');
    this.#answers.unpublished(this.#publishStreamId);
    this.#publishStreamId = 0;
    this.#events.push({ type: 'unpublished', by });
  }

  #ignore(messageType: number, reason: string): void {
    this.#messagesIgnored += 1;
    this.#events.push({ type: 'messageIgnored', messageType, reason });
  }
}
