/**
 * A flow that we send: cuts messages into fragments, keeps each until it is acknowledged or given up, and says which goes next
 * (RFC 7016 §3.6.2). The session decides when something may go, and what else its packet carries.
 */
import { ByteWriter } from '../../../bytes/byte-writer.ts';
import type { Ack, Option, UserData } from '../../wire/chunks.ts';
import { writeVlu } from '../../wire/vlu.ts';
import { cutMessage, newFragment } from './fragment.ts';
import type { Deadlines, Fragment, FragmentOwner, OutgoingMessage } from './fragment.ts';
import { MessageDeadlines } from './message-deadlines.ts';
import { ProbeTimer } from './probe-timer.ts';
import { ResendQueue } from './resend-queue.ts';
import { SequenceRanges } from '../sequence-ranges.ts';
import type { Transmissions } from './transmissions.ts';
import { BLOCK_BYTES, FIRST_WINDOW_BYTES, SENDER_LINGER_MS } from '../timings.ts';

/** Option types of a flow's first fragments (RFC 7016 §2.3.11.1). */
export const flowOptions = { metadata: 0x00, association: 0x0a } as const;

/** What leaves first where several flows have something: `high` before `medium` before `low`. */
export type FlowPriority = 'high' | 'medium' | 'low';

export interface SendFlowOptions {
  /** What the flow is for, in words that the application of the peer knows. */
  readonly metadata: Uint8Array;
  /** The id of the peer's flow that this one answers. */
  readonly association?: number | undefined;
  readonly priority: FlowPriority;
  /** Carries media in real time. */
  readonly isTimeCritical: boolean;
  /** The peer wants nothing of this flow; it is closed. */
  readonly onRefused?: ((code: number) => void) | undefined;
}

const NO_BYTES = new Uint8Array(0);
/** Entries at the front of the queue that are done, before the queue is copied without them. */
const MAX_DONE = 1_024;

type Phase =
  | { readonly type: 'open' }
  /** The end is queued. */
  | { readonly type: 'closing' }
  /** The peer has everything; the id stays taken. */
  | { readonly type: 'complete'; readonly untilMs: number };

export class SendFlow implements FragmentOwner {
  readonly id: number;
  readonly options: SendFlowOptions;
  readonly #transmissions: Transmissions;
  readonly #firstOptions: readonly Option[];
  /** Of consecutive numbers. Those before `head` are done. */
  #queue: Fragment[] = [];
  #head = 0;
  /** The first that no packet took along yet. */
  #unsent = 0;
  #nextSequence = 1;
  readonly #resends = new ResendQueue();
  readonly #acknowledged = new SequenceRanges();
  #phase: Phase = { type: 'open' };
  #isKnown = false;
  #windowBytes = FIRST_WINDOW_BYTES;
  #outstandingBytes = 0;
  readonly #deadlines = new MessageDeadlines();
  readonly #probes = new ProbeTimer();
  #unsentBytes = 0;
  #settledBytes = 0;
  #messagesAbandoned = 0;

  constructor(id: number, options: SendFlowOptions, transmissions: Transmissions) {
    this.id = id;
    this.options = options;
    this.#transmissions = transmissions;
    this.#firstOptions = firstOptions(options);
  }

  get isOpen(): boolean {
    return this.#phase.type === 'open';
  }

  /** The peer has everything, the end included. */
  get isComplete(): boolean {
    return this.#phase.type === 'complete';
  }

  /** Bytes of messages that no packet took along yet. */
  get unsentBytes(): number {
    return this.#unsentBytes;
  }

  /** Of these, what the receiver has room for. */
  get readyBytes(): number {
    return Math.min(this.#unsentBytes, Math.max(0, this.#windowBytes - this.#outstandingBytes));
  }

  /** Bytes of messages that the peer has, or that were given up. */
  get settledBytes(): number {
    return this.#settledBytes;
  }

  get messagesAbandoned(): number {
    return this.#messagesAbandoned;
  }

  /** The peer has everything that a packet took along. */
  get isSettled(): boolean {
    return this.#head === this.#unsent;
  }

  /** Nothing waits and nothing is on its way. */
  get isIdle(): boolean {
    return this.#head === this.#queue.length;
  }

  /** Queues a message, whose bytes must not change afterwards. Ignored once the flow is closed. */
  send(bytes: Uint8Array, deadlines: Deadlines = {}): void {
    if (this.#phase.type !== 'open') return;
    const message = cutMessage(bytes, deadlines, { owner: this, sequence: this.#nextSequence });
    for (const fragment of message.fragments) this.#queue.push(fragment);
    this.#nextSequence += message.held;
    this.#unsentBytes += bytes.length;
    this.#deadlines.add(message);
  }

  /** Nothing can be sent after it; what waits still goes. */
  close(): void {
    if (this.#phase.type !== 'open') return;
    this.#phase = { type: 'closing' };
    const sequence = this.#nextSequence;
    this.#nextSequence += 1;
    // An end of its own without content: Flash and the servers of its time know no other.
    this.#queue.push(
      newFragment({ owner: this, sequence, part: 'whole', data: NO_BYTES, message: undefined }),
    );
  }

  /** The peer reported an exception: what waits is given up. */
  refuse(code: number): void {
    if (this.isComplete) return;
    for (const { message } of this.#queue.slice(this.#head))
      if (message !== undefined) this.#abandon(message);
    const wasOpen = this.isOpen;
    this.close();
    if (wasOpen) this.options.onRefused?.(code);
  }

  /** The session is over: nothing of this flow is in flight any more. */
  drop(): void {
    for (const fragment of this.#queue.slice(this.#head)) this.#transmissions.forget(fragment);
    this.#queue = [];
    this.#head = 0;
    this.#unsent = 0;
    this.#resends.clear();
    this.#phase = { type: 'complete', untilMs: 0 };
  }

  landed(chunkBytes: number): void {
    this.#outstandingBytes -= chunkBytes;
  }

  lost(fragment: Fragment): void {
    if (fragment.isAbandoned && fragment.message !== undefined) return;
    this.#resends.lost(fragment);
  }

  /**
   * What is to go next, if the receiver has room for it.
   * @param packet the number of the packet that would take it along: what is sent twice goes into two packets.
   */
  next(packet: number): Fragment | undefined {
    this.#trim();
    const head = this.#queue[this.#head];
    if (head === undefined) return undefined;
    if (head.isAbandoned && !head.isInFlight) return head;
    if (this.#windowBytes <= this.#outstandingBytes) return undefined;
    return this.#resends.next(packet) ?? this.#nextUnsent();
  }

  /** The chunk of what `next` gave, as it is sent now. @param isFirst of this flow in its packet. */
  chunk(fragment: Fragment, isFirst: boolean): UserData {
    const { sequence, part, isAbandoned } = fragment;
    return {
      type: 'userData',
      flowId: this.id,
      sequence,
      fsnOffset: sequence - this.#forwardSequence,
      part,
      isAbandoned,
      isFinal: fragment.message === undefined,
      options: isFirst && !this.#isKnown ? this.#firstOptions : undefined,
      data: isAbandoned ? NO_BYTES : fragment.data,
    };
  }

  /** A packet takes along what `next` gave. @param isLinkLossy what was lost once is sent twice. */
  taken(fragment: Fragment, chunkBytes: number, nowMs: number, isLinkLossy: boolean): void {
    if (!this.#resends.taken(fragment, isLinkLossy) && fragment === this.#queue[this.#unsent])
      this.#skipUnsent(fragment);
    this.#outstandingBytes += chunkBytes;
    fragment.wasSentAbandoned = fragment.isAbandoned;
    if (fragment.message !== undefined) fragment.message.hasBegun = true;
    this.#transmissions.sent(fragment, chunkBytes, nowMs);
  }

  /** @returns the bytes that are acknowledged for the first time. Numbers that were never sent are overlooked. */
  acknowledge(ack: Ack, nowMs: number): number {
    this.#isKnown = true;
    this.#windowBytes = ack.bufferBlocks * BLOCK_BYTES;
    if (this.#windowBytes > 0) this.#probes.stop();
    const highest = this.#first + this.#unsent - 1;
    let bytes = 0;
    const settle = (sequence: number): void => {
      const fragment = this.#queue[sequence - this.#first];
      if (fragment !== undefined && !fragment.isAcknowledged)
        bytes += this.#transmissions.acknowledged(fragment, nowMs);
    };
    const cumulative = Math.min(ack.cumulative, highest);
    this.#acknowledged.forEachMissing(this.#first + this.#head, cumulative, settle);
    this.#acknowledged.addUpTo(cumulative);
    for (const { first, last } of ack.received) {
      const clipped = Math.min(last, highest);
      if (clipped < first) break;
      this.#acknowledged.forEachMissing(first, clipped, settle);
      this.#acknowledged.addRange(first, clipped);
    }
    this.#trim();
    if (this.#phase.type === 'closing' && this.isIdle)
      this.#phase = { type: 'complete', untilMs: nowMs + SENDER_LINGER_MS };
    return bytes;
  }

  /** Gives up what is late by now. */
  expire(nowMs: number): void {
    for (const message of this.#deadlines.takeExpired(nowMs)) {
      this.#abandon(message);
      this.#messagesAbandoned += 1;
    }
  }

  /** Whether the receiver has no room, and is to be asked for some now. */
  probeIsDue(nowMs: number, timeoutMs: number): boolean {
    if (!this.#isSuspended) return false;
    return this.#probes.isDue(nowMs, timeoutMs);
  }

  /** Since when the receiver has no room for what waits; undefined where it has. */
  get suspendedSinceMs(): number | undefined {
    return this.#isSuspended ? this.#probes.sinceMs : undefined;
  }

  /** When something of this flow happens by itself. */
  get dueMs(): number {
    return Math.min(this.#deadlines.dueMs, this.#isSuspended ? this.#probes.dueMs : Infinity);
  }

  /** The id can be forgotten. */
  hasLingered(nowMs: number): boolean {
    return this.#phase.type === 'complete' && nowMs >= this.#phase.untilMs;
  }

  get #isSuspended(): boolean {
    return this.#windowBytes === 0 && this.#outstandingBytes === 0 && !this.isIdle;
  }

  /** The number of the first in the queue. */
  get #first(): number {
    return this.#nextSequence - this.#queue.length;
  }

  /** No fragment up to this number is sent again. */
  get #forwardSequence(): number {
    const head = this.#queue[this.#head];
    if (head === undefined) return this.#nextSequence - 1;
    const isGivenUp = head.isAbandoned && (!head.isInFlight || head.wasSentAbandoned);
    return isGivenUp ? head.sequence : head.sequence - 1;
  }

  #nextUnsent(): Fragment | undefined {
    for (;;) {
      const fragment = this.#queue[this.#unsent];
      if (fragment === undefined || !fragment.isAbandoned || fragment.message === undefined) return fragment;
      this.#skipUnsent(fragment);
    }
  }

  #skipUnsent(fragment: Fragment): void {
    this.#unsent += 1;
    this.#unsentBytes -= fragment.data.length;
  }

  /**
   * Takes what is done from the front. What was given up stays there until a later fragment, or itself without its data, tells
   * the receiver so.
   */
  #trim(): void {
    for (;;) {
      const head = this.#queue[this.#head];
      if (head === undefined) break;
      const canGo = head.isAcknowledged || (this.#isOver(head) && this.#isTold(head));
      if (!canGo) break;
      if (this.#head === this.#unsent) this.#skipUnsent(head);
      this.#head += 1;
      this.#settledBytes += head.data.length;
      if (head.message !== undefined) head.message.held -= 1;
    }
    if (this.#head < MAX_DONE || this.#head * 2 < this.#queue.length) return;
    this.#queue = this.#queue.slice(this.#head);
    this.#unsent -= this.#head;
    this.#head = 0;
  }

  #isOver(fragment: Fragment): boolean {
    return fragment.isAbandoned && !fragment.isInFlight && fragment.message !== undefined;
  }

  /** The one behind it is still to be sent, and its number says that nothing before comes any more. */
  #isTold(fragment: Fragment): boolean {
    let at = fragment.sequence - this.#first + 1;
    while (this.#queue[at]?.isAcknowledged === true) at += 1;
    const behind = this.#queue[at];
    return behind !== undefined && !behind.isInFlight;
  }

  #abandon(message: OutgoingMessage): void {
    message.isAbandoned = true;
    for (const fragment of message.fragments) fragment.isAbandoned = true;
  }
}

function firstOptions({ metadata, association }: SendFlowOptions): Option[] {
  const purpose = { type: flowOptions.metadata, value: metadata };
  if (association === undefined) return [purpose];
  const answered = new ByteWriter(8);
  writeVlu(answered, association);
  return [purpose, { type: flowOptions.association, value: answered.take() }];
}
