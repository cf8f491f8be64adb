/**
 * What is in flight, in the order in which packets took it along, and what is lost of it: a fragment is, once three packets that
 * left later are acknowledged (RFC 7016 §3.5.1.2) and a round trip is over. Links that reorder packets make us wait a little longer.
 */
import type { CongestionWindow } from './congestion-window.ts';
import type { PacketClock } from '../packet-clock.ts';
import type { Fragment } from './fragment.ts';
import { NAKS_OF_A_LOSS } from '../timings.ts';

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

  sent(fragment: Fragment, chunkBytes: number, nowMs: number): void {
    fragment.isInFlight = true;
    fragment.sentBytes = chunkBytes;
    fragment.earlierSentMs = fragment.wasSent ? fragment.sentMs : undefined;
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
    const isEarlier = earlierSentMs !== undefined && nowMs - fragment.sentMs < shortestRoundTripMs / 2;
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
    this.#reorderedMs = Math.min(Math.max(this.#reorderedMs, afterMs - roundTripMs), roundTripMs);
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
    const waitMs = this.#waitMs;
    const lost: Transmission[] = [];
    const kept: Transmission[] = [];
    for (const transmission of this.#passed) {
      const { fragment, naks } = transmission;
      if (!isOutstanding(transmission)) continue;
      if (naks < NAKS_OF_A_LOSS || nowMs - fragment.sentMs < waitMs) kept.push(transmission);
      else lost.push(transmission);
    }
    this.#passed = kept;
    for (const { fragment } of lost) {
      this.#lose(fragment);
      this.#window.lost();
    }
    return lost.reduce<number | undefined>(
      (lowest, { number }) => Math.min(lowest ?? number, number),
      undefined,
    );
  }

  /** When what is passed over will be old enough to be lost; Infinity where nothing is. */
  get lossDueMs(): number {
    let dueMs = Infinity;
    for (const transmission of this.#passed) {
      if (transmission.naks < NAKS_OF_A_LOSS || !isOutstanding(transmission)) continue;
      dueMs = Math.min(dueMs, transmission.fragment.sentMs + this.#waitMs);
    }
    return dueMs;
  }

  get #waitMs(): number {
    return this.#reorderedMs === 0 ? 0 : (this.#clock.roundTripMs ?? 0) + this.#reorderedMs;
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
