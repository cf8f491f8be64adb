/**
 * What is in flight, in the order in which packets took it along, and what is lost of it: a fragment is, once packets that left later
 * are acknowledged, three of them (RFC 7016 §3.5.1.2) or one and a little more than a round trip ago (as RFC 9002 §6.1.2 has it, for the end
 * of a burst). Links that reorder packets make us wait longer.
 */
import type { CongestionWindow } from './congestion-window.ts';
import type { PacketClock } from '../packet-clock.ts';
import type { Fragment } from './fragment.ts';
import { NAKS_OF_A_LOSS } from '../timings.ts';

/** Two steps of the timestamps that the round trip is measured with. */
const MIN_REORDERING_MS = 8;
/** Packets that arrive later than others of their time by a fourth of the round trip count as lost. */
const MOST_REORDERING = 4;
/** An acknowledgement sooner than this share of the shortest round trip is for what was sent before. */
const SOONEST_ANSWER = 3 / 4;

/** A fragment as one packet took it along; the fragment may be sent again later. */
interface Transmission {
  readonly fragment: Fragment;
  readonly number: number;
  naks: number;
}

export class Transmissions {
  readonly #clock: PacketClock;
  readonly #window: CongestionWindow;
  /** Sent later than anything that is acknowledged. */
  #fresh: Transmission[] = [];
  #freshHead = 0;
  /** Sent earlier than something that is acknowledged. */
  #passed: Transmission[] = [];
  #next = 1;
  #outstandingBytes = 0;
  #highestAcked = 0;
  /** How much later than others of their time packets have arrived, ms. */
  #reorderedMs = 0;

  constructor(clock: PacketClock, window: CongestionWindow) {
    this.#clock = clock;
    this.#window = window;
  }

  get outstandingBytes(): number {
    return this.#outstandingBytes;
  }

  /** The number of the next packet. */
  get next(): number {
    return this.#next;
  }

  /** A packet with user data is complete. */
  packetSent(): void {
    this.#next += 1;
    this.#window.sent();
  }

  /** One that is in flight already is from now on in flight as this packet has it. */
  sent(fragment: Fragment, chunkBytes: number, nowMs: number): void {
    fragment.earlierSentMs = fragment.wasSent && !fragment.isInFlight ? fragment.sentMs : undefined;
    if (fragment.isInFlight) this.#landed(fragment);
    fragment.isInFlight = true;
    fragment.sentBytes = chunkBytes;
    fragment.sentMs = nowMs;
    fragment.transmission = this.#next;
    fragment.wasSent = true;
    this.#outstandingBytes += chunkBytes;
    this.#fresh.push({ fragment, number: this.#next, naks: 0 });
  }

  /** @returns the bytes that are no longer in flight. */
  acknowledged(fragment: Fragment, nowMs: number): number {
    fragment.isAcknowledged = true;
    // The peer may just have been told that the fragment doesn't come.
    const hasArrived = !fragment.isAbandoned || fragment.wasSentAbandoned;
    if (!fragment.isInFlight) {
      if (hasArrived && fragment.wasSent) this.#wasLate(nowMs - fragment.sentMs);
      return 0;
    }
    const { shortestRoundTripMs = 0 } = this.#clock;
    const { earlierSentMs } = fragment;
    const isEarlier =
      earlierSentMs !== undefined && nowMs - fragment.sentMs < shortestRoundTripMs * SOONEST_ANSWER;
    if (isEarlier && hasArrived) this.#wasLate(nowMs - earlierSentMs);
    else if (hasArrived) this.#highestAcked = Math.max(this.#highestAcked, fragment.transmission);
    return this.#landed(fragment);
  }

  /** The session's peer wants nothing more of this fragment's flow, or the flow is gone. */
  forget(fragment: Fragment): void {
    if (fragment.isInFlight) this.#landed(fragment);
  }

  #landed(fragment: Fragment): number {
    fragment.isInFlight = false;
    this.#outstandingBytes -= fragment.sentBytes;
    fragment.owner.landed(fragment.sentBytes);
    return fragment.sentBytes;
  }

  #wasLate(afterMs: number): void {
    this.#window.wasNotLost();
    const { roundTripMs = 0 } = this.#clock;
    // An acknowledgement that was lost looks like a late packet as well, so one says little.
    const mostMs = roundTripMs / MOST_REORDERING;
    this.#reorderedMs = Math.min(Math.max(this.#reorderedMs, afterMs - roundTripMs), mostMs);
  }

  /** Counts a packet with acknowledgements against what left before anything it acknowledges. */
  nak(): boolean {
    while (this.#freshHead < this.#fresh.length) {
      const transmission = this.#fresh[this.#freshHead];
      if (transmission === undefined || transmission.number >= this.#highestAcked) break;
      if (isOutstanding(transmission)) this.#passed.push(transmission);
      this.#freshHead += 1;
    }
    if (this.#freshHead > 512 && this.#freshHead * 2 > this.#fresh.length) {
      this.#fresh = this.#fresh.slice(this.#freshHead);
      this.#freshHead = 0;
    }
    for (const transmission of this.#passed) transmission.naks += 1;
    return this.#passed.length > 0;
  }

  /** Takes out of flight what is lost by now. @returns the lowest number among that, if there is any. */
  detectLosses(nowMs: number): number | undefined {
    if (this.#passed.length === 0) return undefined;
    const kept: Transmission[] = [];
    let lowest: number | undefined;
    for (const transmission of this.#passed) {
      if (!isOutstanding(transmission)) continue;
      if (nowMs < this.#lossMs(transmission)) {
        kept.push(transmission);
        continue;
      }
      lowest = Math.min(lowest ?? transmission.number, transmission.number);
      this.#lose(transmission.fragment);
      this.#window.lost();
    }
    this.#passed = kept;
    return lowest;
  }

  /** When what is passed over will be old enough to be lost; Infinity where nothing is. */
  get lossDueMs(): number {
    let dueMs = Infinity;
    for (const transmission of this.#passed)
      if (isOutstanding(transmission)) dueMs = Math.min(dueMs, this.#lossMs(transmission));
    return dueMs;
  }

  #lossMs({ naks, fragment }: Transmission): number {
    const { roundTripMs = 0 } = this.#clock;
    const { sentMs } = fragment;
    if (naks >= NAKS_OF_A_LOSS)
      return this.#reorderedMs === 0 ? sentMs : sentMs + roundTripMs + this.#reorderedMs;
    return sentMs + roundTripMs + Math.max(this.#reorderedMs, roundTripMs / 8, MIN_REORDERING_MS);
  }

  /** All that is in flight counts as lost. @returns whether anything was. */
  loseAll(): boolean {
    const all = [...this.#passed, ...this.#fresh.slice(this.#freshHead)];
    const lost = all.filter(isOutstanding);
    this.#fresh = [];
    this.#freshHead = 0;
    this.#passed = [];
    for (const { fragment } of lost) this.#lose(fragment);
    return lost.length > 0;
  }

  #lose(fragment: Fragment): void {
    this.#landed(fragment);
    fragment.owner.lost(fragment);
  }
}

function isOutstanding({ fragment, number }: Transmission): boolean {
  return fragment.isInFlight && fragment.transmission === number;
}
