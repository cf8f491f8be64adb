/**
 * What a server says to a publisher: its answers to commands (RTMP 1.0 §7.2) and statuses. Knows no phase: when something may be said is
 * the session's to decide.
 */
/* oxlint-disable unicorn/no-null -- AMF's null stands where a command has no command object (RTMP 1.0 §7.2) */
import { amfObject } from '../../amf/amf-value.ts';
import type { AmfValue } from '../../amf/amf-value.ts';
import { DEFAULT_WINDOW_ACK_BYTES, MAX_CALL_ANSWERS_PER_SECOND } from '../../limits.ts';
import type { Command } from '../../message/command.ts';
import { chunkStreamIds } from '../../message/message-types.ts';
import { capabilityProperties, fullCapabilities } from '../capabilities.ts';
import type { MessageChannel } from '../message-channel.ts';
import { RateLimit } from '../rate-limit.ts';
import type { ReceiveSessionOptions } from './receive-session-types.ts';

/** What a server says of something that happened. */
export interface StatusWords {
  /** `NetConnection.*` or `NetStream.*`. */
  readonly code: string;
  readonly description: string;
}

/** A `connect` that awaits its answer. */
export interface ConnectRequest {
  readonly transactionId: number;
  /** The publisher speaks Enhanced RTMP. */
  readonly hasCapabilities: boolean;
}

export class ReceiveAnswers {
  readonly #channel: MessageChannel;
  readonly #options: ReceiveSessionOptions;
  readonly #calls = new RateLimit(MAX_CALL_ANSWERS_PER_SECOND);

  constructor(channel: MessageChannel, options: ReceiveSessionOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  connectAccepted({ transactionId, hasCapabilities }: ConnectRequest): void {
    const windowBytes = this.#options.windowAckBytes ?? DEFAULT_WINDOW_ACK_BYTES;
    this.#channel.writeControl({ type: 'windowAcknowledgementSize', bytes: windowBytes });
    this.#channel.writeControl({ type: 'setPeerBandwidth', windowBytes, limitType: 'dynamic' });
    this.#channel.writeControl({ type: 'setChunkSize', bytes: this.#options.chunkSizeBytes ?? 4096 });
    this.#channel.writeControl({ type: 'streamBegin', streamId: 0 });
    this.#channel.writeCommand('_result', transactionId, [
      amfObject({
        fmsVer: 'FMS/3,0,1,123',
        capabilities: 31,
        mode: 1,
        ...(hasCapabilities && capabilityProperties(this.#options.capabilities ?? fullCapabilities)),
      }),
      amfObject({
        level: 'status',
        code: 'NetConnection.Connect.Success',
        description: 'Connection succeeded.',
        objectEncoding: 0,
      }),
    ]);
  }

  connectRejected(
    { transactionId }: ConnectRequest,
    words: StatusWords & { readonly redirectUrl?: string },
  ): void {
    const { code, description, redirectUrl } = words;
    const ex = redirectUrl === undefined ? undefined : amfObject({ code: 302, redirect: redirectUrl });
    const information = amfObject({ level: 'error', code, description, ex });
    this.#channel.writeCommand('_error', transactionId, [null, information]);
  }

  publishStarted(streamId: number): void {
    const code = 'NetStream.Publish.Start';
    this.status(streamId, { level: 'status', code, description: 'Publishing has started.' });
  }

  unpublished(streamId: number): void {
    const code = 'NetStream.Unpublish.Success';
    this.status(streamId, { level: 'status', code, description: 'Publishing has ended.' });
  }

  /** On the connection where the stream is 0. */
  status(
    streamId: number,
    { level, code, description }: StatusWords & { readonly level: 'status' | 'warning' | 'error' },
  ): void {
    this.#channel.writeCommand('onStatus', 0, [null, amfObject({ level, code, description })], {
      chunkStreamId: chunkStreamIds.status,
      streamId,
    });
  }

  reconnectRequested({
    tcUrl,
    description,
  }: {
    readonly tcUrl?: string;
    readonly description?: string;
  }): void {
    const code = 'NetConnection.Connect.ReconnectRequest';
    const information = amfObject({ level: 'status', code, tcUrl, description });
    this.#channel.writeCommand('onStatus', 0, [null, information]);
  }

  /** Answers a call that wants an answer; false where too many were given. */
  call(command: Command, name: '_result' | '_error', values: readonly AmfValue[], nowMs: number): boolean {
    if (!(command.transactionId > 0)) return true;
    if (!this.#calls.allows(nowMs)) return false;
    this.#channel.writeCommand(name, command.transactionId, values);
    return true;
  }

  callFailed(command: Command, description: string, nowMs: number): boolean {
    const information = amfObject({ level: 'error', code: 'NetConnection.Call.Failed', description });
    return this.call(command, '_error', [null, information], nowMs);
  }

  /** FMLE waits for `onFCPublish` before it goes on. */
  fcPublish(nowMs: number): void {
    if (!this.#calls.allows(nowMs)) return;
    const information = amfObject({ code: 'NetStream.Publish.Start', description: 'FCPublish accepted.' });
    this.#channel.writeCommand('onFCPublish', 0, [null, information]);
  }
}
