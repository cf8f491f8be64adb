/**
 * What a publisher makes of a server's messages, and when it says what: its phases from `connect` to the end, whatever carries the
 * messages. Knows no bytes: a session over chunk streams or over flows gives it messages and its commands a way out.
 */
import { assert, missingCase } from '../../../../shared/assert.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { MAX_RECONNECT_REQUESTS_PER_SECOND, MAX_SHORT_STRING_BYTES } from '../../limits.ts';
import { parseCommand } from '../../message/command.ts';
import type { Command } from '../../message/command.ts';
import { messageTypes } from '../../message/message-types.ts';
import type { RtmpMessage } from '../../message/message-types.ts';
import { peerErrorFrom } from '../peer-error.ts';
import { RateLimit } from '../rate-limit.ts';
import { createWordsCleaner } from '../server-words.ts';
import type { CleanWords } from '../server-words.ts';
import type { ControlOutcome } from '../session-control.ts';
import { publishTransitions } from './publish-transitions.ts';
import type { PublishInput } from './publish-transitions.ts';
import type {
  PublisherCommands,
  PublishSessionEvent,
  PublishSessionOptions,
  PublishSessionPhase,
} from './publish-session-types.ts';
import { readAnswer } from './server-answer.ts';
import { readRefusal } from './server-status.ts';
import type { ServerStatus } from './server-status.ts';

export interface PublishMachineCarrier {
  readonly commands: PublisherCommands;
  /** Takes in a protocol control or user control message. */
  takeControl(message: RtmpMessage, nowMs: number): ControlOutcome;
}

export class PublishMachine {
  readonly #carrier: PublishMachineCarrier;
  readonly #clean: CleanWords;
  readonly #reconnectRequests = new RateLimit(MAX_RECONNECT_REQUESTS_PER_SECOND);
  #phase: PublishSessionPhase = 'idle';
  #events: PublishSessionEvent[] = [];
  #nowMs = 0;
  #streamId: number | undefined;
  #peerBandwidthBytes = 0;
  #pingsAnswered = 0;
  #messagesIgnored = 0;

  /** @throws AppError `input/bad-key` or `input/bad-url` for names that no RTMP message can hold. */
  constructor(
    { app, tcUrl, streamKey }: Pick<PublishSessionOptions, 'app' | 'tcUrl' | 'streamKey'>,
    carrier: PublishMachineCarrier,
  ) {
    if (encodeUtf8(streamKey).length > MAX_SHORT_STRING_BYTES) {
      throw withReason('input/bad-key', 'keyTooLong', { maximumBytes: MAX_SHORT_STRING_BYTES });
    }
    if (Math.max(encodeUtf8(app).length, encodeUtf8(tcUrl).length) > MAX_SHORT_STRING_BYTES) {
      throw withReason('input/bad-url', 'addressTooLong', { maximumBytes: MAX_SHORT_STRING_BYTES });
    }
    this.#carrier = carrier;
    this.#clean = createWordsCleaner(streamKey);
  }

  get phase(): PublishSessionPhase {
    return this.#phase;
  }

  /** 0 until the server has created one. */
  get streamId(): number {
    return this.#streamId ?? 0;
  }

  get stats(): { peerBandwidthBytes: number; pingsAnswered: number; messagesIgnored: number } {
    return {
      peerBandwidthBytes: this.#peerBandwidthBytes,
      pingsAnswered: this.#pingsAnswered,
      messagesIgnored: this.#messagesIgnored,
    };
  }

  /** Once. */
  start(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#move('started');
  }

  /** What has happened since the last call. */
  takeEvents(): readonly PublishSessionEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The handshake is done: says `connect`. */
  handshakeCompleted(
    handshake: { readonly isDigestVerified: boolean; readonly isEncrypted: boolean },
    nowMs: number,
  ): void {
    this.#nowMs = nowMs;
    if (!this.#move('handshakeCompleted')) return;
    this.#events.push({ type: 'handshakeCompleted', ...handshake });
    this.#carrier.commands.connect();
  }

  /** @throws AppError `rtmp/*` for what no server may say; give it to `fail`. */
  handle(message: RtmpMessage, nowMs: number): void {
    this.#nowMs = nowMs;
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

  /** The peer broke the protocol. */
  fail(error: unknown): void {
    this.#move('failed');
    this.#events.push({ type: 'failed', error: peerErrorFrom(error) });
  }

  /** @throws AppError `internal/bug` unless the phase is `publishing`. */
  ask(question: 'ping' | 'call'): void {
    assert(this.#phase === 'publishing', `a question while ${this.#phase}`);
    this.#carrier.commands.ask(question, this.#nowMs);
  }

  /** The server answered what `ask` asked as a ping. */
  pinged(): void {
    this.#events.push({ type: 'answered', question: 'ping' });
  }

  /** The clean end. Nothing can be sent after it. */
  end(): void {
    const wasPublishing = this.#phase === 'publishing';
    if (!this.#move('endedByUs') || this.#streamId === undefined) return;
    this.#carrier.commands.deleteStream(this.#streamId, wasPublishing);
  }

  /** Moves by the table; false if the input is to be ignored. */
  #move(input: PublishInput): boolean {
    const next = publishTransitions[this.#phase][input];
    assert(next !== 'illegal', `${input} while ${this.#phase}`);
    if (next === 'ignored') return false;
    this.#phase = next;
    return true;
  }

  #handleControl(message: RtmpMessage): void {
    const outcome = this.#carrier.takeControl(message, this.#nowMs);
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
        return this.pinged();
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
    if (isAnswer && this.#carrier.commands.isQuestion(command.transactionId)) {
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
    if (this.#carrier.commands.answerCall(name, command, this.#nowMs)) return;
    this.#ignore(messageTypes.commandAmf0, 'a call that is not answered');
  }

  #handleAnswer(command: Command): void {
    const publisher = { phase: this.#phase, streamId: this.#streamId, clean: this.#clean };
    const answer = readAnswer(command, publisher);
    switch (answer.type) {
      case 'connectAccepted':
        this.#move('connectAccepted');
        this.#events.push(answer);
        this.#carrier.commands.createStream();
        return;
      case 'streamCreated':
        this.#streamId = answer.streamId;
        this.#move('streamCreated');
        this.#events.push(answer);
        this.#carrier.commands.publish(answer.streamId);
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
