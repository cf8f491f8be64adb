/**
 * A flow that we send: cuts messages into fragments, keeps each until it is acknowledged or given up, and says which goes next
 * (RFC 7016 §3.6.2). The session decides when something may go, and what else its packet carries.
 */
import { ByteWriter } from '../../../bytes/byte-writer.ts';
import type { Ack, Option, UserData } from '../../wire/chunks.ts';
import { writeVlu } from '../../wire/vlu.ts';
import { newFragment } from './fragment.ts';
import type { Deadlines, Fragment, FragmentOwner, OutgoingMessage } from './fragment.ts';
import { MessageDeadlines } from './message-deadlines.ts';
import { SequenceRanges } from '../sequence-ranges.ts';
import type { Transmissions } from './transmissions.ts';
import {
  BLOCK_BYTES,
  FIRST_PROBE_MS,
  FIRST_WINDOW_BYTES,
  FRAGMENT_BYTES,
  MAX_PROBE_MS,
  SENDER_LINGER_MS,
} from '../timings.ts';

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
  /** To be sent again, by number. */
  readonly #lost: Fragment[] = [];
  readonly #acknowledged = new SequenceRanges();
  #phase: Phase = { type: 'open' };
  #isKnown = false;
  #windowBytes = FIRST_WINDOW_BYTES;
  #outstandingBytes = 0;
  readonly #deadlines = new MessageDeadlines();
  #probe: { readonly sinceMs: number; readonly intervalMs: number; readonly dueMs: number } | undefined;
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

  /** Bytes of messages that the peer has, or that were given up. */
  get settledBytes(): number {
    return this.#settledBytes;
  }

  get messagesAbandoned(): number {
    return this.#messagesAbandoned;
  }

  /** Nothing waits and nothing is on its way. */
  get isIdle(): boolean {
    return this.#head === this.#queue.length;
  }

  /** Queues a message, whose bytes must not change afterwards. Ignored once the flow is closed. */
  send(bytes: Uint8Array, deadlines: Deadlines = {}): void {
    if (this.#phase.type !== 'open') return;
    const message: OutgoingMessage = {
      ...deadlines,
      fragments: [],
      held: 0,
      hasBegun: false,
      isAbandoned: false,
    };
    const last = Math.max(1, Math.ceil(bytes.length / FRAGMENT_BYTES)) - 1;
    for (let index = 0; index <= last; index += 1) {
      const data = last === 0 ? bytes : bytes.subarray(index * FRAGMENT_BYTES, (index + 1) * FRAGMENT_BYTES);
      const part = last === 0 ? 'whole' : index === 0 ? 'first' : index === last ? 'last' : 'middle';
      const fragment = newFragment({ owner: this, sequence: this.#nextSequence, part, data, message });
      this.#nextSequence += 1;
      this.#queue.push(fragment);
      message.fragments.push(fragment);
    }
    message.held = last + 1;
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
    this.#lost.length = 0;
    this.#phase = { type: 'complete', untilMs: 0 };
  }

  landed(chunkBytes: number): void {
    this.#outstandingBytes -= chunkBytes;
  }

  lost(fragment: Fragment): void {
    if (fragment.isAbandoned && fragment.message !== undefined) return;
    let at = this.#lost.length;
    while (at > 0 && (this.#lost[at - 1]?.sequence ?? 0) > fragment.sequence) at -= 1;
    this.#lost.splice(at, 0, fragment);
  }

  /** What is to go next, if the receiver has room for it. */
  next(): Fragment | undefined {
    this.#trim();
    const head = this.#queue[this.#head];
    if (head === undefined) return undefined;
    if (head.isAbandoned && !head.isInFlight) return head;
    if (this.#windowBytes <= this.#outstandingBytes) return undefined;
    return this.#nextLost() ?? this.#nextUnsent();
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

  /** A packet takes along what `next` gave. */
  taken(fragment: Fragment, chunkBytes: number, nowMs: number): void {
    if (fragment === this.#queue[this.#unsent]) {
      this.#unsent += 1;
      this.#unsentBytes -= fragment.data.length;
    } else if (fragment === this.#lost[0]) this.#lost.shift();
    this.#outstandingBytes += chunkBytes;
    fragment.wasSentAbandoned = fragment.isAbandoned;
    if (fragment.message !== undefined) fragment.message.hasBegun = true;
    this.#transmissions.sent(fragment, chunkBytes, nowMs);
  }

  /** @returns the bytes that are acknowledged for the first time. Numbers that were never sent are overlooked. */
  acknowledge(ack: Ack, nowMs: number): number {
    this.#isKnown = true;
    this.#windowBytes = ack.bufferBlocks * BLOCK_BYTES;
    if (this.#windowBytes > 0) this.#probe = undefined;
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
    const firstMs = Math.max(FIRST_PROBE_MS, timeoutMs);
    this.#probe ??= { sinceMs: nowMs, intervalMs: firstMs, dueMs: nowMs + firstMs };
    if (nowMs < this.#probe.dueMs) return false;
    const intervalMs = Math.min(this.#probe.intervalMs * 2, Math.max(MAX_PROBE_MS, timeoutMs));
    this.#probe = { ...this.#probe, intervalMs, dueMs: nowMs + intervalMs };
    return true;
  }

  /** Since when the receiver has no room for what waits; undefined where it has. */
  get suspendedSinceMs(): number | undefined {
    return this.#isSuspended ? this.#probe?.sinceMs : undefined;
  }

  /** When something of this flow happens by itself. */
  get dueMs(): number {
    const probeMs = this.#isSuspended ? (this.#probe?.dueMs ?? 0) : Infinity;
    return Math.min(this.#deadlines.dueMs, probeMs);
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

  #nextLost(): Fragment | undefined {
    for (;;) {
      const fragment = this.#lost[0];
      if (fragment === undefined) return undefined;
      const isOver = fragment.isAbandoned && fragment.message !== undefined;
      if (!fragment.isAcknowledged && !fragment.isInFlight && !isOver) return fragment;
      this.#lost.shift();
    }
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
