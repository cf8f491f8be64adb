/**
 * How many bytes of user data may be in flight (RFC 7016 appendix A). A session that yields follows the appendix to the letter and takes no
 * more than TCP would. A live session that need not yield tells losses of the link from those of congestion: it gives way when a queue
 * grows on the path or much is lost, not for single packets that a radio link loses.
 */
import type { PacketClock } from '../packet-clock.ts';

const SEGMENT_BYTES = 1_160;
/** Ten segments, as TCP begins with (RFC 6928). */
const FIRST_WINDOW_BYTES = 10 * SEGMENT_BYTES;
/** The appendix's smallest window while anything arrives. */
export const MIN_WINDOW_BYTES = 4_380;
/** An acknowledgement costs its sender nothing: whoever acknowledges what did not arrive gets no more than this. */
const MAX_WINDOW_BYTES = 4 * 1024 * 1024;
/** Above so much in flight, a fast session gives way by an eighth as real-time data does. */
const GENTLE_BYTES = 67_200;
/** A queue on the path: the round trip is twice the shortest, and longer than that by more than radio links and busy computers vary. */
const MIN_QUEUE_MS = 80;
/** Losses among the last packets that no link has which carries live video well. */
const MAX_LINK_LOSS = 0.2;
/** On a shorter path a smaller window grows back before anybody sees it, and losses are those of full buffers. */
const MIN_LINK_ROUND_TRIP_MS = 8;
/** From here on a link is lossy, once it has lost as many as that. */
const LOSSY = 0.04;
const MIN_LOSSES = 4;
/** Packets that the share of losses is taken over: the older half counts half. */
const LOSS_PACKETS = 256;

export interface Acknowledged {
  /** Bytes that are acknowledged by this packet for the first time. */
  readonly bytes: number;
  /** In flight before the packet. */
  readonly outstandingBytes: number;
  /** The window held data back, or would have without the pace, when the last packets left: one that isn't used doesn't grow. */
  readonly isFull: boolean;
  /** Later data is acknowledged, and this packet still lacks some. */
  readonly hasNaks: boolean;
  /** The lowest transmission number of what the packet showed to be lost. */
  readonly lowestLost: number | undefined;
  /** The next one to be given. */
  readonly next: number;
  /** The highest that is acknowledged. */
  readonly highest: number;
}

/** The window as it was before timeouts, until it is clear that they were right. */
interface BeforeTimeout {
  readonly bytes: number;
  readonly threshold: number;
  /** What is sent from here on was sent after the first answer; undefined before there is one. */
  readonly answeredAt: number | undefined;
}

/** What the flags of both sides' packets say about the last 800 ms. */
export interface Urgency {
  /** This session sends real-time data. */
  readonly isTimeCritical: boolean;
  /** No session sends real-time data, and the peer receives none from elsewhere. */
  readonly isFast: boolean;
  /** Asked to take no more than TCP would: by the owner, or by a peer that receives real-time data from elsewhere. */
  readonly mustYield: boolean;
}

export class CongestionWindow {
  readonly #clock: PacketClock;
  #bytes = FIRST_WINDOW_BYTES;
  #threshold = Infinity;
  #accumulator = 0;
  #beforeTimeout: BeforeTimeout | undefined;
  /** As the window was before it was narrowed for losses, until what has left since is acknowledged. */
  #beforeLosses: Pick<BeforeTimeout, 'bytes' | 'threshold'> | undefined;
  /** What was sent before the last reduction says nothing about the window since. */
  #reducedAt = 0;
  #sentPackets = 0;
  #lostPackets = 0;

  constructor(clock: PacketClock) {
    this.#clock = clock;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes per millisecond that leave at most: the window twice in a round trip, so that a burst spreads over half of one. */
  get pace(): number {
    const roundTripMs = this.#clock.roundTripMs ?? 0;
    return roundTripMs === 0 ? Infinity : (2 * this.#bytes) / roundTripMs;
  }

  /** Packets are lost by the link and not by congestion, so many that one sent again may well be lost again. */
  isLinkLossy(urgency: Urgency): boolean {
    const isLossy = this.#lostPackets > Math.max(this.#sentPackets * LOSSY, MIN_LOSSES);
    return isLossy && isForgiving(urgency) && !this.#isCongested();
  }

  sent(): void {
    this.#sentPackets += 1;
    if (this.#sentPackets < LOSS_PACKETS) return;
    this.#sentPackets /= 2;
    this.#lostPackets /= 2;
  }

  lost(): void {
    this.#lostPackets += 1;
  }

  /** What counted as lost has arrived after all. */
  wasNotLost(): void {
    this.#lostPackets = Math.max(0, this.#lostPackets - 1);
    if (this.#beforeLosses !== undefined && !this.#isCongested()) this.#takeBack(this.#beforeLosses);
    // Nor was anything wrong with the path: the peer, or this computer, had stood still.
    if (this.#beforeTimeout === undefined) return;
    this.#takeBack(this.#beforeTimeout);
    this.#beforeTimeout = undefined;
  }

  #takeBack({ bytes, threshold }: Pick<BeforeTimeout, 'bytes' | 'threshold'>): void {
    this.#bytes = Math.max(this.#bytes, bytes);
    this.#threshold = Math.max(this.#threshold, threshold);
    this.#beforeLosses = undefined;
  }

  acknowledged(acknowledged: Acknowledged, urgency: Urgency): void {
    const { lowestLost, hasNaks, outstandingBytes, isFull, next } = acknowledged;
    const isForgiven = isForgiving(urgency) && !this.#isCongested();
    if (acknowledged.bytes > 0) this.#answered(acknowledged);
    // What is acknowledged now left after the window was narrowed.
    if (acknowledged.highest >= this.#reducedAt) this.#beforeLosses = undefined;
    if (lowestLost !== undefined && !isForgiven) {
      if (lowestLost >= this.#reducedAt) this.#reduce(outstandingBytes, urgency, next);
    } else if ((!hasNaks || isForgiven) && isFull && acknowledged.bytes > 0) {
      this.#grow(acknowledged.bytes, urgency);
    }
    this.#bytes = Math.max(this.#bytes, MIN_WINDOW_BYTES);
  }

  /**
   * Nothing was acknowledged for the whole timeout.
   * @param outstandingBytes in flight by then. So little as a command says nothing of how much the path carries.
   */
  timedOut(hasLost: boolean, outstandingBytes: number): void {
    const { bytes, threshold } = this.#beforeTimeout ?? { bytes: this.#bytes, threshold: this.#threshold };
    this.#beforeTimeout = { bytes, threshold, answeredAt: undefined };
    if (outstandingBytes > MIN_WINDOW_BYTES)
      this.#threshold = Math.max(this.#threshold === Infinity ? 0 : this.#threshold, (this.#bytes * 3) / 4);
    this.#bytes = hasLost ? SEGMENT_BYTES : MIN_WINDOW_BYTES;
    this.#accumulator = 0;
  }

  /** The first answer may be for what was sent again alone; within a round trip it shows whether the rest has arrived, too. */
  #answered({ next, highest }: Acknowledged): void {
    if (this.#beforeTimeout === undefined) return;
    const { answeredAt = next } = this.#beforeTimeout;
    this.#beforeTimeout = highest < answeredAt ? { ...this.#beforeTimeout, answeredAt } : undefined;
  }

  /** The round trip is as long as a queue makes it. */
  get isQueueing(): boolean {
    const { roundTripMs = 0, shortestRoundTripMs = 0 } = this.#clock;
    return isQueue(roundTripMs, shortestRoundTripMs);
  }

  /** Where an empty path is as long as a queue would make it, there was none, and the window grows as at first. */
  measuredAnew(shortestBeforeMs: number): void {
    if (isQueue(this.#clock.shortestRoundTripMs ?? 0, shortestBeforeMs)) this.#threshold = Infinity;
  }

  #isCongested(): boolean {
    const { shortestRoundTripMs = 0 } = this.#clock;
    if (shortestRoundTripMs < MIN_LINK_ROUND_TRIP_MS || this.isQueueing) return true;
    return this.#sentPackets >= LOSS_PACKETS / 2 && this.#lostPackets > this.#sentPackets * MAX_LINK_LOSS;
  }

  #reduce(outstandingBytes: number, urgency: Urgency, next: number): void {
    this.#beforeLosses ??= { bytes: this.#bytes, threshold: this.#threshold };
    const { isTimeCritical, isFast } = urgency;
    const isGentle = isTimeCritical || (outstandingBytes > GENTLE_BYTES && isFast);
    // Acknowledgements that come in bunches leave next to nothing in flight, which says nothing of the path.
    const held = isForgiving(urgency) ? Math.max(this.#bytes, outstandingBytes) : outstandingBytes;
    const kept = isGentle ? (held * 7) / 8 : held / 2;
    this.#threshold = Math.max(kept, MIN_WINDOW_BYTES);
    this.#bytes = this.#threshold;
    this.#accumulator = 0;
    this.#beforeTimeout = undefined;
    this.#reducedAt = next;
  }

  #grow(ackedBytes: number, urgency: Urgency): void {
    const { isFast, isTimeCritical, mustYield } = urgency;
    // A queue may be others' work: the window stays, and goes on with the steps of real-time data that yields.
    const isQueueing = isTimeCritical && this.isQueueing;
    if (isQueueing) this.#threshold = Math.min(this.#threshold, this.#bytes);
    const isUnhurried = isFast || (isTimeCritical && !mustYield && !isQueueing);
    let growth = 0;
    if (this.#bytes < this.#threshold && (isUnhurried || isTimeCritical)) {
      growth = isUnhurried ? ackedBytes : Math.ceil(ackedBytes / 4);
    } else {
      const longest = isUnhurried || !isTimeCritical ? 4_800 : 2_400;
      const step = Math.min(Math.max(this.#bytes / 16, 64), longest);
      this.#accumulator += ackedBytes;
      const steps = Math.floor(this.#accumulator / step);
      this.#accumulator -= steps * step;
      growth = steps * (isUnhurried ? 48 : 24);
      // As fast as it gave way, where the path shows that it can: a live stream that waits for its window is late meanwhile.
      if (isUnhurried && isTimeCritical) growth = Math.max(growth, ackedBytes / 8);
    }
    // One segment for each acknowledgement of two packets; a busy receiver acknowledges more of them at once.
    const most = Math.max(SEGMENT_BYTES, ackedBytes / 2);
    this.#bytes = Math.min(this.#bytes + Math.min(growth, most), MAX_WINDOW_BYTES);
  }
}

/** Losses of the link don't narrow the window. */
export function isForgiving({ isTimeCritical, mustYield }: Urgency): boolean {
  return isTimeCritical && !mustYield;
}

function isQueue(roundTripMs: number, shortestMs: number): boolean {
  return roundTripMs - shortestMs > Math.max(MIN_QUEUE_MS, shortestMs);
}
