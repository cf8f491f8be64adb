/**
 * What a publisher says once the handshake is done, but for media: its commands with their transaction numbers (RTMP 1.0 §7.2) and its
 * answers to the server's calls. Knows no phase: when something may be said is the session's to decide.
 */
/* oxlint-disable unicorn/no-null -- AMF's null stands where a command has no command object (RTMP 1.0 §7.2) */
import type { Command } from '../../message/command.ts';
import {
  DEFAULT_WINDOW_ACK_BYTES,
  MAX_CALL_ANSWERS_PER_SECOND,
  PUBLISH_CHUNK_SIZE_BYTES,
} from '../../limits.ts';
import { chunkStreamIds } from '../../message/message-types.ts';
import { connectObject } from './connect-object.ts';
import type { PublisherCommands, PublishSessionOptions } from './publish-session-types.ts';
import type { MessageChannel } from '../message-channel.ts';
import { RateLimit } from '../rate-limit.ts';

/** Fixed: each of these commands is sent once per connection. */
export const transactions = {
  connect: 1,
  releaseStream: 2,
  FCPublish: 3,
  createStream: 4,
  publish: 5,
} as const;
const endTransactions = { FCUnpublish: 6, deleteStream: 7 } as const;
/** Of calls that are made for their answer alone. */
const FIRST_QUESTION = 8;

export class PublishCommands implements PublisherCommands {
  readonly #channel: MessageChannel;
  readonly #options: PublishSessionOptions;
  readonly #calls = new RateLimit(MAX_CALL_ANSWERS_PER_SECOND);
  #callsAnswered = 0;
  #nextQuestion: number = FIRST_QUESTION;

  constructor(channel: MessageChannel, options: PublishSessionOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  connect(): void {
    const bytes = this.#options.chunkSizeBytes ?? PUBLISH_CHUNK_SIZE_BYTES;
    this.#channel.writeControl({ type: 'setChunkSize', bytes });
    this.#channel.writeCommand('connect', transactions.connect, [connectObject(this.#options)]);
  }

  /** With the calls that older servers expect before it. */
  createStream(): void {
    const { streamKey, windowAckBytes } = this.#options;
    this.#channel.writeControl({
      type: 'windowAcknowledgementSize',
      bytes: windowAckBytes ?? DEFAULT_WINDOW_ACK_BYTES,
    });
    this.#channel.writeCommand('releaseStream', transactions.releaseStream, [null, streamKey]);
    this.#channel.writeCommand('FCPublish', transactions.FCPublish, [null, streamKey]);
    this.#channel.writeCommand('createStream', transactions.createStream, [null]);
  }

  publish(streamId: number): void {
    this.#channel.writeCommand('publish', transactions.publish, [null, this.#options.streamKey, 'live'], {
      chunkStreamId: chunkStreamIds.stream,
      streamId,
    });
  }

  /** FCUnpublish, for what is being published, and deleteStream. */
  deleteStream(streamId: number, isPublishing: boolean): void {
    if (isPublishing) {
      this.#channel.writeCommand('FCUnpublish', endTransactions.FCUnpublish, [null, this.#options.streamKey]);
    }
    this.#channel.writeCommand('deleteStream', endTransactions.deleteStream, [null, streamId]);
  }

  ask(question: 'ping' | 'call', nowMs: number): void {
    if (question === 'ping') {
      this.#channel.writeControl({ type: 'pingRequest', time: Math.floor(nowMs) >>> 0 });
      return;
    }
    this.#channel.writeCommand('createStream', this.#nextQuestion, [null]);
    this.#nextQuestion += 1;
  }

  isQuestion(transactionId: number): boolean {
    return transactionId >= FIRST_QUESTION && transactionId < this.#nextQuestion;
  }

  answerCall(name: '_result' | 'pong', { transactionId }: Command, nowMs: number): boolean {
    if (Number.isNaN(transactionId) || !this.#calls.allows(nowMs)) return false;
    this.#callsAnswered += 1;
    const values = name === '_result' ? [null, this.#callsAnswered] : [null];
    this.#channel.writeCommand(name, transactionId, values);
    return true;
  }
}
