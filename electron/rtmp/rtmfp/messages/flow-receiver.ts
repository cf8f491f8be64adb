/**
 * The server's end of one publisher's session, without I/O: the receiver of rehearsals and tests. Answers in the shape of Flash's media
 * server, so that other clients take it for one.
 *
 * Order of calls: `receive` whatever arrives; answer `connectRequested` and `publishRequested`, from within the listener or later; take
 * packets after each call and at `dueMs`.
 */
import type { RtmpMessage } from '../../message/message-types.ts';
import { ReceiveMachine } from '../../session/receive/receive-machine.ts';
import type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
} from '../../session/receive/receive-session-types.ts';
import type { StatusWords } from '../../session/receive/receive-answers.ts';
import { FLOW_CAPACITY_BYTES, MAX_RECEIVE_FLOWS, SMALL_FLOW_CAPACITY_BYTES } from '../flows/flow-limits.ts';
import { OpenSession } from '../flows/open-session.ts';
import type { Ending, OpenSessionOptions, SessionListener } from '../flows/open-session.ts';
import type { FlowHandler } from '../flows/receive/receive-flow.ts';
import type { ArrivingFlow } from '../flows/receive/receive-side.ts';
import type { SessionPacket } from '../wire/chunks.ts';
import { FlowChannel } from './flow-channel.ts';
import { takeFlowControl } from './flow-control.ts';
import { parseTcMessage } from './tc-message.ts';
import { parseTcMetadata } from './tc-metadata.ts';

const KEEP_ALIVE_MS = 10_000;

export interface FlowReceiverListener {
  onEvent(event: ReceiveSessionEvent): void;
  /** Once. The publisher went, was closed, or says nothing any more. */
  onEnded(ending: Ending): void;
}

export class FlowReceiver implements SessionListener {
  readonly session: OpenSession;
  readonly #listener: FlowReceiverListener;
  readonly #channel: FlowChannel;
  readonly #machine: ReceiveMachine;
  /** Messages that came with a request whose answer they have to wait for; those after them wait in their flows. */
  readonly #held: RtmpMessage[] = [];
  #isReading = true;
  #isPaused = false;
  #isConnected = false;
  #isHandling = false;
  #capacityBytes = SMALL_FLOW_CAPACITY_BYTES;
  #nowMs: number;
  #isEnding = false;

  constructor(
    options: ReceiveSessionOptions & Pick<OpenSessionOptions, 'path'>,
    listener: FlowReceiverListener,
    nowMs: number,
  ) {
    const { path } = options;
    this.#listener = listener;
    this.#nowMs = nowMs;
    const limits = { maxFlows: MAX_RECEIVE_FLOWS, keepAliveMs: KEEP_ALIVE_MS };
    this.session = new OpenSession({ mode: 2, ...limits, path }, this, nowMs);
    this.#channel = new FlowChannel(this.session, () => this.session.abort());
    this.#machine = new ReceiveMachine(options, {
      channel: this.#channel,
      takeControl: (message) => takeFlowControl(message, this.session),
      onPublishAccepted: () => (this.#capacityBytes = FLOW_CAPACITY_BYTES),
    });
    this.#machine.handshakeCompleted({ isDigestVerified: false, isEncrypted: true });
    this.#machine.takeEvents();
  }

  /** @param from where the packet came from, as text. */
  receive(packet: SessionPacket, nowMs: number, from?: string): void {
    this.#nowMs = nowMs;
    this.session.receive(packet, nowMs, from);
    this.#goOn();
  }

  /** See the session's own. */
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined {
    this.#nowMs = nowMs;
    this.#goOn();
    if (this.#isEnding && this.session.isIdle) this.session.close(nowMs);
    return this.session.takePacket(nowMs, maxBytes);
  }

  get dueMs(): number {
    return this.session.dueMs;
  }

  acceptConnect(): void {
    this.#machine.acceptConnect();
  }

  rejectConnect(words: StatusWords & { readonly redirectUrl?: string }): void {
    this.#machine.rejectConnect(words);
  }

  acceptPublish(): void {
    this.#machine.acceptPublish();
  }

  rejectPublish(words: StatusWords): void {
    this.#machine.rejectPublish(words);
  }

  /** Stops and continues handing messages on; what comes meanwhile waits in its flow, and senders are told. */
  setReading(isReading: boolean): void {
    this.#isReading = isReading;
  }

  /** Closes the session once what was said has arrived. */
  end(): void {
    this.#isEnding = true;
  }

  onFlow({ id, metadata, association }: ArrivingFlow): FlowHandler | undefined {
    const streamId = parseTcMetadata(metadata);
    if (streamId === undefined) return undefined;
    if (association === undefined) return this.#connected(id, streamId);
    const isStream = streamId >= 1 && streamId <= this.#machine.streamsCreated;
    if (association !== this.#channel.control || !isStream) return undefined;
    return this.#handler(streamId);
  }

  onEnded(ending: Ending): void {
    this.#listener.onEnded(ending);
  }

  /** A flow that answers none of ours begins the connection; there is one. */
  #connected(id: number, streamId: number): FlowHandler | undefined {
    if (this.#isConnected || streamId !== 0) return undefined;
    this.#isConnected = true;
    this.#channel.answer(id);
    this.#channel.openControl(id);
    return this.#handler(0);
  }

  #handler(streamId: number): FlowHandler {
    return {
      capacityBytes: this.#capacityBytes,
      message: (bytes) => {
        const message = parseTcMessage(bytes, streamId);
        if (message === undefined) return;
        this.#held.push(message);
        this.#handleHeld();
      },
    };
  }

  #goOn(): void {
    this.#handleHeld();
    const isPaused = !this.#isReading || this.#machine.isAwaitingAnswer;
    if (isPaused === this.#isPaused) return;
    this.#isPaused = isPaused;
    this.session.setPaused(isPaused, this.#nowMs);
  }

  /** Until a request has to be answered first. The listener may answer from within. */
  #handleHeld(): void {
    if (this.#isHandling) return;
    this.#isHandling = true;
    try {
      while (!this.#machine.isAwaitingAnswer && this.#machine.phase !== 'failed') {
        const message = this.#held.shift();
        if (message === undefined) break;
        this.#handle(message);
      }
    } finally {
      this.#isHandling = false;
    }
  }

  #handle(message: RtmpMessage): void {
    try {
      this.#machine.handle(message, this.#nowMs);
    } catch (error) {
      this.#machine.fail(error);
    }
    for (const event of this.#machine.takeEvents()) this.#listener.onEvent(event);
  }
}
