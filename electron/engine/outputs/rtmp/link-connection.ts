/**
 * One connection of a destination, from an accepted publish to its end: queue, pump by the socket's backpressure, timestamps,
 * stall detection. It reports its loss once and never reconnects; the link does.
 */
import type { Clock } from '../../../../shared/clock.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { missingCase } from '../../../../shared/assert.ts';
import { DisposableStore } from '../../../../shared/disposable.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';
import { DeliveryMeter } from '../../health/delivery-meter.ts';
import { LifeSigns } from '../../health/life-signs.ts';
import type { LinkCounters, TimestampBase } from './link-counters.ts';
import type { Program } from '../../broadcast/program.ts';
import { WordsBudget } from './words-budget.ts';
import type { SaidWords } from './words-budget.ts';
import { SOCKET_HIGH_WATER_BYTES } from './publisher-port.ts';
import type { PublisherPortEvent, PublisherPort } from './publisher-port.ts';
import { isFrame, SendQueue } from './send-queue.ts';
import type { QueueLimits } from './send-queue.ts';

/** A socket that takes nothing for so long is lost. With the checks' spacing it is noticed within ten seconds. */
export const STALL_DEADLINE_MS = 8000;
/** So many silences in a row say that the server merely stops acknowledging: its acknowledgements are then not waited for. */
const SILENCES_TO_DOUBT = 3;
/** So many in a row may be given up before their silence is that long, because the server answers others. */
const MOST_HASTY = 3;
/** Nothing has arrived for so long: the connection hangs, or all of the network does. A shorter hiccup loses nothing when it is waited for. */
const HANGING_MS = 2500;
/** A connection acknowledged for so long shows that the server goes on acknowledging. */
const TRUST_AFTER_MS = 60_000;
/** The same for a server that no longer acknowledges: what it still had room for went out before. */
const SILENCE_DEADLINE_MS = 7000;
/** The same for a server that answers when it is asked, after it was. */
const ANSWER_DEADLINE_MS = 6500;
const CHECK_INTERVAL_MS = 500;
/** A cached GOP older than this is not worth the burst: the next keyframe is near. */
const MAX_GOP_AGE_MS = 2000;

/** What a server asks for. */
export type ServerRequest = Extract<PublisherPortEvent, { type: 'reconnectRequested' | 'moveRefused' }>;

export interface LinkConnectionOptions {
  readonly publisher: PublisherPort;
  readonly program: Program;
  readonly limits: QueueLimits;
  readonly counters: LinkCounters;
  readonly base: TimestampBase;
  readonly clock: Clock;
  readonly onLost: (error: AppError) => void;
  /** It may have begun to hang, or may hang no more. */
  readonly onCheck: () => void;
  readonly onEndFailed: (error: unknown) => void;
  readonly onRequest: (request: ServerRequest) => void;
  /** The server's own words, within what one connection may say. */
  readonly onWords: (said: SaidWords) => void;
}

export class LinkConnection {
  readonly publisher: PublisherPort;
  readonly #options: LinkConnectionOptions;
  readonly #queue: SendQueue;
  readonly #delivery = new DeliveryMeter();
  readonly #life: LifeSigns;
  readonly #startedMs: number;
  readonly #owned = new DisposableStore();
  #checkTimer: Disposable | undefined;
  readonly #words = new WordsBudget();
  #isOver = false;
  #isWaitingForKeyframe = true;
  #acknowledgedBytes: number | undefined;
  #lastVideoMs = -1;
  #lastAudioMs = -1;
  #takenBytes = 0;
  #wasPending = false;
  #progressMs: number;
  #onDrained: (() => void) | undefined;

  constructor(options: LinkConnectionOptions) {
    this.#options = options;
    this.publisher = options.publisher;
    this.#queue = new SendQueue(options.limits, options.counters.drops);
    this.#startedMs = options.clock.now();
    this.#progressMs = this.#startedMs;
    this.#life = new LifeSigns(options.counters.life, this.#startedMs);
    this.#owned.add(options.publisher.onEvent((event) => this.#hear(event)));
    this.#owned.add(options.publisher.onDrain(() => this.#pump()));
    this.#scheduleCheck();
  }

  /** Milliseconds of media waiting, here and on the way where the server tells what arrives. */
  get queueMs(): number {
    return this.#queue.durationMs + Math.max(this.#aheadMs, this.#lateMs);
  }

  /** Bytes known to have arrived, or else those that the operating system took. */
  get deliveredBytes(): number {
    return this.#delivery.isTrusted ? (this.#acknowledgedBytes ?? 0) : this.takenBytes;
  }

  /** Bytes the operating system took. */
  get takenBytes(): number {
    return this.publisher.bytesAccepted;
  }

  get acknowledgedBytes(): number | undefined {
    return this.#acknowledgedBytes;
  }

  /** Headers, then the current GOP when it is young, else from the next keyframe on. Continues an earlier connection. */
  begin(): void {
    const { program, clock, counters } = this.#options;
    this.#lastVideoMs = counters.lastVideoMs;
    this.#lastAudioMs = counters.lastAudioMs;
    this.#sendHeaders();
    const gop = program.currentGop();
    if (gop && clock.now() - gop.startedMs <= MAX_GOP_AGE_MS) {
      this.#isWaitingForKeyframe = false;
      // Straight to the socket: the past would trip the drop policy of a queue made for the present.
      for (const packet of gop.packets) this.#send(packet);
    }
  }

  /** Headers only; the packets begin with the first `push`, which must be a keyframe where there is video. */
  beginAtNextKeyframe(): void {
    this.#sendHeaders();
  }

  push(packet: MediaPacket): void {
    if (this.#isOver || this.#onDrained) return;
    if (this.#isWaitingForKeyframe && !packet.isSequenceHeader && packet.kind !== 'script') {
      const isStart = this.#options.program.hasVideo ? isFrame(packet) && packet.isKeyframe : true;
      if (!isStart) return;
      this.#isWaitingForKeyframe = false;
    }
    this.#queue.push(packet, this.#aheadMs);
    this.#pump();
    if (this.#queue.isHopeless) {
      this.#lose('transport/stalled', 'The connection does not even carry the sound.');
    }
  }

  /** Sends what is queued, says goodbye, closes; resolves by the deadline (on the clock) whatever happens. */
  async drain(deadlineMs: number): Promise<void> {
    const { clock } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = this.#owned.add(clock.after(Math.max(0, deadlineMs - clock.now()), resolve));
      this.#owned.defer(resolve);
      this.#onDrained = () => {
        timer.dispose();
        resolve();
      };
      this.#pump();
    });
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

  /** Loses a connection whose own address is none of this machine's any more; `network` names those it has. */
  checkAddress(network: string): void {
    const address = this.publisher.localAddress?.replace(/^::ffff:/, '');
    if (address === undefined || /^(127\.|::1$)/.test(address)) return;
    if (network.split(/\s+/).includes(address)) return;
    this.giveUp('This computer no longer has the address that the connection went out from.');
  }

  /**
   * Nothing of it has arrived for a while, though the server acknowledges often: after a bad time on the network the system may wait for
   * many seconds until it sends again, when a new connection would be through at once.
   */
  get isHanging(): boolean {
    const { counters, clock } = this.#options;
    if (this.#isOver || this.#onDrained || this.#doubtsAcknowledgements || counters.hasty >= MOST_HASTY)
      return false;
    return this.#delivery.isOften && this.#delivery.overdueMs(clock.now()) >= HANGING_MS;
  }

  /** The server answers others meanwhile. */
  giveUpHanging(): void {
    if (!this.isHanging) return;
    this.#options.counters.hasty += 1;
    this.giveUp('Nothing arrives over this connection, though the server answers.');
  }

  /** Loses the connection, whatever it looks like; `message` says why. */
  giveUp(message: string): void {
    this.#lose('transport/stalled', message);
  }

  /** As `destroy`, but the publisher lives on, of no use, for its owner to destroy. */
  leave(): void {
    if (this.#isOver) return;
    this.#finish();
    this.publisher.linger();
  }

  #finish(): void {
    this.#isOver = true;
    const { counters } = this.#options;
    counters.closedBytes += this.takenBytes;
    if (this.#acknowledgedBytes !== undefined) {
      counters.closedAcknowledgedBytes = (counters.closedAcknowledgedBytes ?? 0) + this.#acknowledgedBytes;
    }
    counters.lastVideoMs = Math.max(counters.lastVideoMs, this.#lastVideoMs);
    counters.lastAudioMs = Math.max(counters.lastAudioMs, this.#lastAudioMs);
    this.#queue.clear();
    this.#checkTimer?.dispose();
    this.#owned.dispose();
  }

  #hear(event: PublisherPortEvent): void {
    switch (event.type) {
      case 'acknowledged':
        this.#acknowledged(event.totalBytes);
        return;
      case 'answered':
        this.#life.answered(event.question, this.#options.clock.now());
        this.#trustAfterLong();
        return;
      case 'closed':
        this.#loseWith(event.error);
        return;
      case 'serverSaid':
        this.#say(event.text);
        return;
      case 'reconnectRequested':
        this.#say(event.text ?? '');
        this.#options.onRequest(event);
        return;
      case 'moveRefused':
        this.#options.onRequest(event);
        return;
      default:
        missingCase(event);
    }
  }

  #say(text: string): void {
    if (text === '') return;
    const said = this.#words.take(text, this.#options.clock.now());
    if (said) this.#options.onWords(said);
  }

  /** A server that acknowledges more than was sent shows no more than that. */
  #acknowledged(saidBytes: number): void {
    const totalBytes = Math.min(saidBytes, this.publisher.bytesAccepted + this.publisher.bytesInSocket);
    const nowMs = this.#options.clock.now();
    if (totalBytes > (this.#acknowledgedBytes ?? 0)) this.#life.seen(nowMs);
    this.#acknowledgedBytes = totalBytes;
    this.#delivery.acknowledged(totalBytes, nowMs);
    this.#trustAfterLong();
    this.#pump();
  }

  #trustAfterLong(): void {
    const { clock, counters } = this.#options;
    if (clock.now() - this.#startedMs <= TRUST_AFTER_MS) return;
    counters.silences = 0;
    counters.hasty = 0;
  }

  get #doubtsAcknowledgements(): boolean {
    return this.#options.counters.silences >= SILENCES_TO_DOUBT;
  }

  get #aheadMs(): number {
    return this.#doubtsAcknowledgements ? 0 : this.#delivery.aheadMs;
  }

  /**
   * The same by how late the answers come of a server that never acknowledged. Told, and reason for a lower bitrate; no frame is dropped
   * for it, since a server may be late by itself.
   */
  get #lateMs(): number {
    const isTold = this.#acknowledgedBytes === undefined && !this.#doubtsAcknowledgements;
    return isTold ? this.#life.lateMs(this.#options.clock.now()) : 0;
  }

  /** The path has room: neither the socket nor what is on the way is full. */
  get #hasRoom(): boolean {
    if (this.publisher.bytesInSocket >= SOCKET_HIGH_WATER_BYTES) return false;
    return this.#doubtsAcknowledgements || !this.#delivery.isFull(this.#options.clock.now());
  }

  /** Hands a packet over and remembers where in the connection's bytes it ends. */
  #hand(packet: MediaPacket, timestampMs: number): void {
    const { publisher } = this;
    publisher.send(packet, timestampMs);
    const handedBytes = publisher.bytesAccepted + publisher.bytesInSocket;
    this.#delivery.handed(handedBytes, timestampMs, this.#options.clock.now());
  }

  #sendHeaders(): void {
    const atMs = Math.max(0, this.#lastVideoMs, this.#lastAudioMs);
    for (const header of this.#options.program.headers()) this.publisher.send(header, atMs);
  }

  #pump(): void {
    while (!this.#isOver && this.#hasRoom) {
      const packet = this.#queue.shift();
      if (!packet) break;
      this.#send(packet);
    }
    if (this.#queue.length === 0) this.#onDrained?.();
  }

  #send(packet: MediaPacket): void {
    const { base, counters } = this.#options;
    if (packet.kind === 'script' || packet.isSequenceHeader) {
      this.publisher.send(packet, Math.max(0, this.#lastVideoMs, this.#lastAudioMs));
      return;
    }
    base.baseMs ??= packet.timestampMs;
    const mediaMs = packet.timestampMs - base.baseMs;
    const floorMs = Math.max(0, this.#lastVideoMs, this.#lastAudioMs);
    if (packet.kind === 'audio') {
      // Sound that an earlier connection carried is not played twice.
      if (mediaMs <= this.#lastAudioMs || mediaMs < 0) return;
      this.#lastAudioMs = Math.max(mediaMs, floorMs);
      this.#hand(packet, this.#lastAudioMs);
    } else {
      // Frames sent again after a loss are squeezed behind what was sent: time never goes back.
      this.#lastVideoMs = Math.max(mediaMs, floorMs, this.#lastVideoMs + 1);
      counters.sentFrames += 1;
      this.#hand(packet, this.#lastVideoMs);
    }
  }

  #scheduleCheck(): void {
    this.#checkTimer = this.#options.clock.after(CHECK_INTERVAL_MS, () => {
      this.#check();
      if (this.#isOver) return;
      this.#scheduleCheck();
      this.#options.onCheck();
    });
  }

  #check(): void {
    const { clock, counters } = this.#options;
    const nowMs = clock.now();
    const said = this.#words.due(nowMs);
    if (said) this.#options.onWords(said);
    const overdueMs = this.#doubtsAcknowledgements ? 0 : this.#delivery.overdueMs(nowMs);
    const unansweredMs = this.#doubtsAcknowledgements ? 0 : this.#life.silentMs(nowMs);
    if (overdueMs >= SILENCE_DEADLINE_MS || unansweredMs >= ANSWER_DEADLINE_MS) {
      counters.silences += 1;
      const seconds = Math.round(Math.max(overdueMs, unansweredMs) / 1000);
      this.#lose('transport/stalled', `Nothing has arrived for ${seconds} seconds.`);
      return;
    }
    const taken = this.takenBytes;
    const isInSocket = this.publisher.bytesInSocket > 0;
    // A system that was full takes more only when some of what it held has arrived.
    if (this.#wasPending && isInSocket && taken > this.#takenBytes) this.#life.seen(nowMs);
    this.#wasPending = isInSocket;
    this.#askForLife(nowMs);
    const isPending = isInSocket || this.#queue.length > 0;
    if (taken !== this.#takenBytes || !isPending) {
      this.#takenBytes = taken;
      this.#progressMs = nowMs;
    } else if (nowMs - this.#progressMs >= STALL_DEADLINE_MS) {
      const seconds = Math.round((nowMs - this.#progressMs) / 1000);
      this.#lose('transport/stalled', `The connection took nothing for ${seconds} seconds.`);
      return;
    }
    this.#pump();
  }

  #askForLife(nowMs: number): void {
    if (this.#doubtsAcknowledgements) return;
    const handedBytes = this.takenBytes + this.publisher.bytesInSocket;
    const question = this.#life.ask(nowMs, { handedBytes, acknowledgedBytes: this.#acknowledgedBytes });
    if (question !== undefined) this.publisher.ask(question);
  }

  #lose(code: 'transport/stalled', message: string): void {
    this.#loseWith(new AppError(code, { message }));
  }

  #loseWith(error: AppError): void {
    if (!this.#isOver) this.#options.onLost(error);
  }
}
