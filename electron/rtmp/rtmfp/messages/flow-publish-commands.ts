/** What a publisher says over flows: RTMP's commands without those that are for chunk streams alone, or for servers of Flash's time. */
/* oxlint-disable unicorn/no-null -- AMF's null stands where a command has no command object (RTMP 1.0 §7.2) */
import type { Command } from '../../message/command.ts';
import { chunkStreamIds } from '../../message/message-types.ts';
import { connectObject } from '../../session/publish/connect-object.ts';
import { PublishCommands, transactions } from '../../session/publish/publish-commands.ts';
import type { PublisherCommands } from '../../session/publish/publish-session-types.ts';
import type { FlowChannel } from './flow-channel.ts';
import type { FlowPublisherOptions } from './flow-publisher-types.ts';

export class FlowPublishCommands implements PublisherCommands {
  readonly #channel: FlowChannel;
  readonly #options: FlowPublisherOptions;
  readonly #common: PublishCommands;
  readonly #onEnd: (streamId: number) => void;

  /** @param onEnd the stream is to end; its media has to arrive before it is deleted. */
  constructor(channel: FlowChannel, options: FlowPublisherOptions, onEnd: (streamId: number) => void) {
    this.#channel = channel;
    this.#options = options;
    this.#common = new PublishCommands(channel, options);
    this.#onEnd = onEnd;
  }

  connect(): void {
    // Without its encoding, servers answer in AMF3.
    const object = connectObject(this.#options, { objectEncoding: 0 });
    this.#channel.writeCommand('connect', transactions.connect, [object]);
  }

  createStream(): void {
    this.#channel.writeCommand('createStream', transactions.createStream, [null]);
  }

  publish(streamId: number): void {
    this.#common.publish(streamId);
  }

  deleteStream(streamId: number): void {
    this.#onEnd(streamId);
  }

  /** What `deleteStream` put off. */
  sayDeleteStream(streamId: number): void {
    const target = { chunkStreamId: chunkStreamIds.stream, streamId };
    this.#channel.writeCommand('closeStream', 0, [null], target);
    this.#channel.writeCommand('deleteStream', 0, [null, streamId]);
  }

  ask(question: 'ping' | 'call', nowMs: number): void {
    this.#common.ask(question, nowMs);
  }

  isQuestion(transactionId: number): boolean {
    return this.#common.isQuestion(transactionId);
  }

  answerCall(name: '_result' | 'pong', command: Command, nowMs: number): boolean {
    return this.#common.answerCall(name, command, nowMs);
  }
}
