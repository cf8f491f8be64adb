/**
 * One connection of a destination, from an accepted publish to its end: queue, pump by the socket's backpressure, health. It
 * reports its loss once and never reconnects; the link does.
 */
import type { Clock } from '../../../../shared/clock.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import { DisposableStore } from '../../../../shared/disposable.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import type { PacketSink } from '../../encode/encoded-packet.ts';
import type { PublisherEvent } from '../../../rtmp/publisher/publisher.ts';
import { newLive, reduceHealth, requiresSigns } from '../../health/connection-health.ts';
import type { Health, HealthFact, LiveConnection } from '../../health/connection-health.ts';
import { LIVE } from '../../health/deadlines.ts';
import { arrivedBytes, isFull, isTrusted } from '../../health/delivery.ts';
import { lateMs } from '../../health/liveness.ts';
import type { LinkCounters } from './link-counters.ts';
import { MediaInFlight } from './media-in-flight.ts';
import type { Program } from '../program.ts';
import { ServerMessageLimit } from './server-message-limit.ts';
import type { ServerMessage } from './server-message-limit.ts';
import { SOCKET_HIGH_WATER_BYTES } from '../driver.ts';
import type { OutputConnection } from '../driver.ts';
import { isFrame, SendQueue } from './send-queue.ts';
import type { QueueLimits } from './send-queue.ts';
import { stallError } from './stall-error.ts';
import { StreamTimestamps } from './stream-timestamps.ts';
import type { OutputClock } from '../../../../shared/media/timeline.ts';

/** A cached GOP older than this is not worth the burst: the next keyframe is near. */
const MAX_GOP_AGE_MS = 2000;

/** What a server asks for. */
export type ServerRequest = Extract<PublisherEvent, { type: 'reconnectRequested' | 'moveRefused' }>;

export interface LinkConnectionOptions {
  readonly publisher: OutputConnection;
  readonly program: Program;
  readonly limits: QueueLimits;
  readonly counters: LinkCounters;
  readonly base: OutputClock;
  readonly clock: Clock;
  /** Media that was handed over, under the timestamp that the server gets. */
  readonly onSent: (packet: MediaPacket, timestampMs: number) => void;
  readonly onLost: (error: AppError) => void;
  /** The health was judged anew. */
  readonly onCheck: () => void;
  readonly onEndFailed: (error: unknown) => void;
  readonly onRequest: (request: ServerRequest) => void;
  /** The server's own words, within what one connection may say. */
  readonly onServerMessage: (message: ServerMessage) => void;
}

type State =
  /** Media before the next keyframe is of no use. */
  | { readonly phase: 'awaitingKeyframe' }
  | { readonly phase: 'sending' }
  /** Nothing new is taken; `onEmpty` when what is queued has left. */
  | { readonly phase: 'draining'; readonly onEmpty: () => void }
  | { readonly phase: 'over' };

export class LinkConnection implements PacketSink {
  readonly publisher: OutputConnection;
  readonly #options: LinkConnectionOptions;
  readonly #queue: SendQueue;
  readonly #inFlight = new MediaInFlight();
  readonly #timestamps: StreamTimestamps;
  readonly #serverMessages = new ServerMessageLimit();
  readonly #owned = new DisposableStore();
  #state: State = { phase: 'awaitingKeyframe' };
  #live: LiveConnection;
  #checkTimer: Disposable | undefined;

  constructor(options: LinkConnectionOptions) {
    this.#options = options;
    this.publisher = options.publisher;
    this.#queue = new SendQueue(options.limits, options.counters.drops);
    this.#timestamps = new StreamTimestamps(options.base);
    this.#live = newLive(options.counters.server, options.clock.now());
    this.#owned.add(options.publisher.onEvent((event) => this.#handle(event)));
    this.#owned.add(options.publisher.onDrain(() => this.#pump()));
    this.#scheduleCheck();
  }

  /** Milliseconds of media waiting, here and on the way where the server shows what arrives. */
  get queueMs(): number {
    return this.#queue.durationMs + Math.max(this.#heldUpMs, this.#lateMs);
  }

  /** Bytes known to have arrived, or else those that the operating system took. */
  get deliveredBytes(): number {
    return isTrusted(this.#live.delivery) ? (this.acknowledgedBytes ?? 0) : this.takenBytes;
  }

  /** Bytes the operating system took. */
  get takenBytes(): number {
    return this.publisher.bytesAccepted;
  }

  get acknowledgedBytes(): number | undefined {
    return this.#live.delivery.acknowledgedBytes;
  }

  /** While it sends; a connection that ends is not worth a probe. */
  get health(): Health {
    const isSending = this.#state.phase === 'awaitingKeyframe' || this.#state.phase === 'sending';
    return { connection: isSending ? this.#live : { phase: 'none' }, server: this.#options.counters.server };
  }

  /** Headers, then the current GOP when it is young, else from the next keyframe on. Continues an earlier connection. */
  begin(): void {
    const { program, clock, counters } = this.#options;
    this.#timestamps.continueFrom(counters.newest);
    this.#sendHeaders();
    const gop = program.currentGop();
    if (gop && clock.now() - gop.startedMs <= MAX_GOP_AGE_MS) {
      this.#state = { phase: 'sending' };
      // Straight to the socket: the past would trip the drop policy of a queue made for the present.
      for (const packet of gop.packets) this.#send(packet);
    }
  }

  /** Headers only; the packets begin with the first `push`, which must be a keyframe where there is video. */
  beginAtNextKeyframe(): void {
    this.#sendHeaders();
  }

  push(packet: MediaPacket): void {
    if (this.#state.phase === 'awaitingKeyframe' && this.#isMedia(packet)) {
      const isStart = this.#options.program.hasVideo ? isFrame(packet) && packet.isKeyframe : true;
      if (!isStart) return;
      this.#state = { phase: 'sending' };
    }
    if (this.#state.phase === 'draining' || this.#state.phase === 'over') return;
    this.#queue.push(packet, this.#heldUpMs);
    this.#pump();
    if (this.#queue.isHopeless) this.note({ type: 'queueOverflowed' });
  }

  /** Sends what is queued, says goodbye, closes; resolves by the deadline (on the clock) whatever happens. */
  async drain(deadlineMs: number): Promise<void> {
    if (this.#isOver) return;
    const { clock } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = this.#owned.add(clock.after(Math.max(0, deadlineMs - clock.now()), resolve));
      this.#owned.defer(resolve);
      const onEmpty = (): void => {
        timer.dispose();
        resolve();
      };
      this.#state = { phase: 'draining', onEmpty };
      this.#pump();
    });
    // The loss of the connection ends the wait as well.
    if (this.#isOver) return;
    const remainingMs = deadlineMs - clock.now();
    if (remainingMs > 0) {
      await Promise.race([
        // A goodbye that fails ends the connection as well; the link has nothing left to do about it.
        this.publisher
          .end({ deadlineMs: remainingMs })
          .catch((error: unknown) => this.#options.onEndFailed(error)),
        new Promise<void>((resolve) => {
          this.#owned.add(clock.after(remainingMs, resolve));
          this.#owned.defer(resolve);
        }),
      ]);
    }
    this.destroy();
  }

  /** Ends at once; nothing is reported after. */
  destroy(): void {
    if (this.#isOver) return;
    this.#finish();
    this.publisher.destroy();
  }

  /** Ends at once as well, but keeps the publisher open; the caller must destroy it. */
  leave(): void {
    if (this.#isOver) return;
    this.#finish();
    this.publisher.linger();
  }

  /** Judges the health by one more fact: sends a keepalive request that is due, and reports the loss of a stalled connection. */
  note(fact: HealthFact): void {
    if (this.#isOver) return;
    const { counters, clock, onLost } = this.#options;
    const before = { connection: this.#live, server: counters.server };
    const { health, verdict, request } = reduceHealth(before, fact, clock.now());
    if (health.connection.phase === 'live') this.#live = health.connection;
    counters.server = health.server;
    if (request !== undefined) this.publisher.ask(request);
    if (verdict.status === 'stalled') onLost(stallError(verdict));
  }

  #finish(): void {
    this.#state = { phase: 'over' };
    const { counters } = this.#options;
    const { newest } = this.#timestamps;
    counters.closedBytes += this.takenBytes;
    if (this.acknowledgedBytes !== undefined) {
      counters.closedAcknowledgedBytes = (counters.closedAcknowledgedBytes ?? 0) + this.acknowledgedBytes;
    }
    counters.newest = {
      videoMs: Math.max(counters.newest.videoMs, newest.videoMs),
      audioMs: Math.max(counters.newest.audioMs, newest.audioMs),
    };
    this.#queue.clear();
    this.#checkTimer?.dispose();
    this.#owned.dispose();
  }

  #handle(event: PublisherEvent): void {
    switch (event.type) {
      case 'acknowledged':
        this.#acknowledged(event.totalBytes);
        return;
      case 'answered':
        this.note({ type: 'answered', request: event.question });
        return;
      case 'closed':
        if (!this.#isOver) this.#options.onLost(event.error ?? closedHere());
        return;
      case 'statusReceived':
      case 'unpublished':
      case 'closeRequested':
        this.#report(event.description === '' ? event.code : event.description);
        return;
      case 'reconnectRequested':
        this.#report(event.description);
        this.#options.onRequest(event);
        return;
      case 'moveRefused':
        this.#options.onRequest(event);
        return;
      default:
        // The rest is of the protocol, and says nothing to a user.
        return;
    }
  }

  #report(text: string): void {
    if (text === '') return;
    const message = this.#serverMessages.count(text, this.#options.clock.now());
    if (message) this.#options.onServerMessage(message);
  }

  /** A server that acknowledges more than was sent shows no more than that. */
  #acknowledged(reportedBytes: number): void {
    this.note({ type: 'acknowledged', totalBytes: Math.min(reportedBytes, this.#handedBytes) });
    this.#inFlight.arrived(arrivedBytes(this.#live.delivery));
    this.#pump();
  }

  get #isOver(): boolean {
    return this.#state.phase === 'over';
  }

  get #handedBytes(): number {
    return this.publisher.bytesAccepted + this.publisher.bytesInSocket;
  }

  get #requiresSigns(): boolean {
    return requiresSigns(this.#options.counters.server);
  }

  get #heldUpMs(): number {
    return this.#requiresSigns ? this.#inFlight.heldUpMs(this.#live.delivery) : 0;
  }

  /**
   * The same by how late a server answers that never acknowledged. It is shown, and lowers the bitrate; no frame is dropped for it, since a
   * server may be late by itself.
   */
  get #lateMs(): number {
    const isShown = this.acknowledgedBytes === undefined && this.#requiresSigns;
    return isShown ? lateMs(this.#live.liveness, this.#options.clock.now()) : 0;
  }

  /** Neither the socket nor the path is full. */
  get #hasRoom(): boolean {
    if (this.publisher.bytesInSocket >= SOCKET_HIGH_WATER_BYTES) return false;
    return !this.#requiresSigns || !isFull(this.#live.delivery, this.#options.clock.now());
  }

  #isMedia(packet: MediaPacket): boolean {
    return packet.kind !== 'script' && !packet.isSequenceHeader;
  }

  #sendHeaders(): void {
    for (const header of this.#options.program.headers()) this.#send(header);
  }

  #pump(): void {
    while (!this.#isOver && this.#hasRoom) {
      const packet = this.#queue.shift();
      if (!packet) break;
      this.#send(packet);
    }
    if (this.#state.phase === 'draining' && this.#queue.length === 0) this.#state.onEmpty();
  }

  #send(packet: MediaPacket): void {
    const timestampMs = this.#timestamps.place(packet);
    if (timestampMs === undefined) return;
    if (isFrame(packet)) this.#options.counters.sentFrames += 1;
    this.publisher.send(packet, timestampMs);
    if (!this.#isMedia(packet)) return;
    this.#inFlight.handedOver(this.#handedBytes, timestampMs);
    this.note({ type: 'handedOver', totalBytes: this.#handedBytes });
    this.#options.onSent(packet, timestampMs);
  }

  #scheduleCheck(): void {
    this.#checkTimer = this.#options.clock.after(LIVE.checkIntervalMs, () => {
      this.#check();
      if (this.#isOver) return;
      this.#scheduleCheck();
      this.#options.onCheck();
    });
  }

  #check(): void {
    const message = this.#serverMessages.due(this.#options.clock.now());
    if (message) this.#options.onServerMessage(message);
    const { takenBytes } = this;
    const { bytesInSocket } = this.publisher;
    this.note({ type: 'checked', takenBytes, bytesInSocket, isQueueEmpty: this.#queue.length === 0 });
    this.#pump();
  }
}

function closedHere(): AppError {
  return withReason('transport/closed', 'closedHere');
}
