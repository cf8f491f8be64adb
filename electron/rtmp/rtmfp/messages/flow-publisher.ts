/**
 * A publisher over the flows of one session, without I/O: packets and the time in, events and packets out (RFC 7425 §5). Audio, video and
 * commands have flows of their own, so that none waits for a lost packet of another; video frames that no other refers to are given up when
 * they are late.
 *
 * Order of calls: `start` once the session is open; `receive` whatever arrives; after that, after each call that sends, and at `dueMs`, take
 * packets with `takePacket` until it gives none.
 */
import { assert } from '../../../../shared/assert.ts';
import { messageTypes } from '../../message/message-types.ts';
import { wrapScriptBody } from '../../message/script-data.ts';
import { PublishMachine } from '../../session/publish/publish-machine.ts';
import type {
  PublishSessionEvent,
  PublishSessionPhase,
  PublishSessionStats,
} from '../../session/publish/publish-session-types.ts';
import type { MediaPacket } from '../../flv/packet.ts';
import { SMALL_FLOW_CAPACITY_BYTES, MAX_CLIENT_RECEIVE_FLOWS } from '../flows/flow-limits.ts';
import { OpenSession } from '../flows/open-session.ts';
import type { Ending, SessionListener } from '../flows/open-session.ts';
import type { FlowHandler } from '../flows/receive/receive-flow.ts';
import type { ArrivingFlow } from '../flows/receive/receive-side.ts';
import type { SendFlow } from '../flows/send/send-flow.ts';
import type { SessionPacket } from '../wire/chunks.ts';
import { FlowChannel } from './flow-channel.ts';
import { takeFlowControl } from './flow-control.ts';
import { FlowPublishCommands } from './flow-publish-commands.ts';
import type { FlowPublisherOptions } from './flow-publisher-types.ts';
import { buildTcMessage, parseTcMessage } from './tc-message.ts';
import { parseTcMetadata } from './tc-metadata.ts';

/** Routers forget whose datagrams are whose after half a minute. */
const KEEP_ALIVE_MS = 20_000;
/** A frame that nothing refers to is not worth sending so long after it was given to us, nor sending again so long after. */
const DISPOSABLE_START_MS = 700;
const DISPOSABLE_FINISH_MS = 1_000;
/** Acknowledgements come with every other packet: they are reported together. */
const REPORT_MS = 50;

type End =
  | { readonly step: 'none' }
  /** Media is on its way; the stream is deleted after it. */
  | { readonly step: 'media'; readonly streamId: number }
  /** Commands are on their way; the session is closed after them. */
  | { readonly step: 'commands' }
  | { readonly step: 'session' };

type SentPacket = Pick<MediaPacket, 'kind' | 'body'> & Partial<Pick<MediaPacket, 'isDisposable'>>;

export class FlowPublisher implements SessionListener {
  readonly session: OpenSession;
  readonly #channel: FlowChannel;
  readonly #commands: FlowPublishCommands;
  readonly #machine: PublishMachine;
  #audio: SendFlow | undefined;
  #video: SendFlow | undefined;
  #end: End = { step: 'none' };
  #ending: Ending | undefined;
  #isDisconnected = false;
  #isPinging = false;
  #nowMs: number;
  #bytesReceived = 0;
  #mediaMessagesSent = 0;
  #reportedBytes = 0;
  #reportedMs = -Infinity;

  /** @throws AppError `input/bad-key` or `input/bad-url` for names that no RTMP message can hold. */
  constructor(options: FlowPublisherOptions, nowMs: number) {
    const { mustYield } = options;
    this.#nowMs = nowMs;
    this.session = new OpenSession(
      { mode: 1, maxFlows: MAX_CLIENT_RECEIVE_FLOWS, mustYield, keepAliveMs: KEEP_ALIVE_MS },
      this,
      nowMs,
    );
    this.#channel = new FlowChannel(this.session, () => this.#disconnected());
    this.#commands = new FlowPublishCommands(this.#channel, options, (streamId) => this.#endStream(streamId));
    this.#machine = new PublishMachine(options, {
      commands: this.#commands,
      takeControl: (message) => takeFlowControl(message, this.session),
    });
  }

  get phase(): PublishSessionPhase {
    return this.#machine.phase;
  }

  /** Who ended the session; undefined while it goes on. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Bytes of messages that packets took along; of those given and not yet taken along. */
  get bytesAccepted(): number {
    return this.#channel.bytesQueued - this.session.unsentBytes;
  }

  get bytesWaiting(): number {
    return this.session.unsentBytes;
  }

  get stats(): PublishSessionStats {
    return {
      bytesReceived: this.#bytesReceived,
      bytesQueued: this.#channel.bytesQueued,
      acknowledgedBytes: this.session.settledBytes,
      windowAckBytes: 0,
      mediaMessagesSent: this.#mediaMessagesSent,
      ...this.#machine.stats,
    };
  }

  /** Says `connect`. Once, when the session is open. */
  start(nowMs: number): readonly PublishSessionEvent[] {
    this.#nowMs = nowMs;
    this.#channel.openControl();
    this.#machine.start(nowMs);
    this.#machine.handshakeCompleted({ isDigestVerified: false, isEncrypted: true }, nowMs);
    return this.#machine.takeEvents();
  }

  receive(packet: SessionPacket, nowMs: number): readonly PublishSessionEvent[] {
    this.#nowMs = nowMs;
    this.session.receive(packet, nowMs);
    const events = this.#machine.takeEvents();
    const acknowledged = this.#acknowledgement(nowMs);
    return acknowledged === undefined ? events : [...events, acknowledged];
  }

  /** See the session's own. */
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined {
    this.#nowMs = nowMs;
    this.#advanceEnd(nowMs);
    return this.session.takePacket(nowMs, maxBytes);
  }

  get dueMs(): number {
    return this.session.dueMs;
  }

  /**
   * Queues one FLV tag body, which must not change afterwards; metadata gets its `@setDataFrame`.
   * @throws AppError `internal/bug` unless the phase is `publishing`.
   */
  sendMedia({ kind, body, isDisposable = false }: SentPacket, timestampMs: number, nowMs: number): void {
    assert(this.phase === 'publishing', `media sent while ${this.phase}`);
    this.#mediaMessagesSent += 1;
    const { streamId } = this.#machine;
    if (kind === 'script')
      return this.#channel.write(streamId, messageTypes.dataAmf0, timestampMs, wrapScriptBody(body));
    if (kind === 'audio') {
      this.#audio ??= this.#channel.openMediaFlow(streamId, 'medium');
      return this.#channel.send(this.#audio, buildTcMessage(messageTypes.audio, timestampMs, body));
    }
    this.#video ??= this.#channel.openMediaFlow(streamId, 'low');
    const deadlines = isDisposable
      ? { startByMs: nowMs + DISPOSABLE_START_MS, finishByMs: nowMs + DISPOSABLE_FINISH_MS }
      : undefined;
    this.#channel.send(this.#video, buildTcMessage(messageTypes.video, timestampMs, body), deadlines);
  }

  /** @throws AppError `internal/bug` unless the phase is `publishing`. */
  ask(question: 'ping' | 'call'): void {
    this.#machine.ask(question);
    this.#isPinging ||= question === 'ping';
  }

  /** The clean end: media arrives, then the stream is deleted, then the session is closed. `ending` says when that is done. */
  end(nowMs: number): void {
    this.#nowMs = nowMs;
    this.#machine.end();
    if (this.#end.step === 'none') this.#endCommands();
  }

  onFlow({ id, metadata, association }: ArrivingFlow): FlowHandler | undefined {
    const streamId = parseTcMetadata(metadata);
    if (streamId === undefined || association === undefined || association !== this.#channel.control)
      return undefined;
    const isControl = streamId === 0 && this.#channel.association === undefined;
    if (isControl) this.#channel.answer(id);
    return {
      capacityBytes: SMALL_FLOW_CAPACITY_BYTES,
      message: (bytes) => this.#handle(bytes, streamId),
      ...(isControl ? { ended: () => this.#disconnected() } : {}),
    };
  }

  /** Servers answer without our message, so any answer will do. */
  onPong(): void {
    if (this.#isPinging) this.#machine.pinged();
    this.#isPinging = false;
  }

  onEnded(ending: Ending): void {
    this.#ending = this.#isDisconnected ? 'peer' : ending;
  }

  #handle(bytes: Uint8Array, streamId: number): void {
    this.#bytesReceived += bytes.length;
    const message = parseTcMessage(bytes, streamId);
    if (message === undefined || this.phase === 'failed') return;
    try {
      this.#machine.handle(message, this.#nowMs);
    } catch (error) {
      this.#machine.fail(error);
    }
  }

  /** The server ended its half of the connection, or refused ours. */
  #disconnected(): void {
    if (this.#isDisconnected || this.#end.step !== 'none') return;
    this.#isDisconnected = true;
    this.session.abort();
  }

  #acknowledgement(nowMs: number): PublishSessionEvent | undefined {
    const totalBytes = this.session.settledBytes;
    const isLast = totalBytes === this.#channel.bytesQueued;
    if (totalBytes === this.#reportedBytes || (!isLast && nowMs - this.#reportedMs < REPORT_MS))
      return undefined;
    this.#reportedBytes = totalBytes;
    this.#reportedMs = nowMs;
    return { type: 'acknowledged', totalBytes };
  }

  #endStream(streamId: number): void {
    this.#audio?.close();
    this.#video?.close();
    this.#end = { step: 'media', streamId };
  }

  #endCommands(): void {
    this.#channel.close();
    this.#end = { step: 'commands' };
  }

  #advanceEnd(nowMs: number): void {
    if (this.#end.step === 'media') {
      const isHere = (flow: SendFlow | undefined): boolean => flow === undefined || flow.isComplete;
      if (!isHere(this.#audio) || !isHere(this.#video)) return;
      this.#commands.sayDeleteStream(this.#end.streamId);
      this.#endCommands();
    }
    if (this.#end.step !== 'commands' || !this.session.isIdle) return;
    this.#end = { step: 'session' };
    this.session.close(nowMs);
  }
}
