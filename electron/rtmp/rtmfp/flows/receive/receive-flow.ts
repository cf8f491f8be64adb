/**
 * A flow that the peer sends: puts fragments in order, gives whole messages on, and knows what is to be acknowledged (RFC 7016
 * §3.6.3). What the sender gave up leaves a gap that the next message follows.
 */
import { concatBytes, copyBytes } from '../../../../../shared/bytes.ts';
import type { Ack, FragmentPart, UserData } from '../../wire/chunks.ts';
import { MAX_ACK_RANGES, MAX_RANGES, MAX_SEQUENCE_AHEAD } from '../flow-limits.ts';
import { SequenceRanges } from '../sequence-ranges.ts';
import { BLOCK_BYTES, RECEIVER_LINGER_MS } from '../timings.ts';

/** What becomes of an arriving flow. */
export interface FlowHandler {
  /** Bytes of messages that may wait for their rest: the sender is told what is left of it, and refused at twice as much. */
  readonly capacityBytes: number;
  /** A message, in the order of the flow. The bytes are the handler's. */
  message(bytes: Uint8Array): void;
  /** Something was given up by the sender, or broken off at its end. */
  gap?(): void;
  /** The sender closed the flow and everything came, or the flow broke our limits. */
  ended?(): void;
}

interface Stored {
  readonly part: FragmentPart;
  readonly data: Uint8Array;
}

type Phase =
  | { readonly type: 'open'; readonly handler: FlowHandler }
  /** Each acknowledgement says that nothing of this flow is wanted. */
  | { readonly type: 'refused' }
  | { readonly type: 'complete'; readonly untilMs: number };

export class ReceiveFlow {
  readonly id: number;
  #phase: Phase;
  readonly #seen = new SequenceRanges();
  /** By number; what was given up is not among them. */
  readonly #stored = new Map<number, Stored>();
  #storedBytes = 0;
  /** The next to go into a message. */
  #next = 1;
  #parts: Uint8Array[] | undefined;
  #partBytes = 0;
  #final: number | undefined;
  #isPaused = false;
  #capacityBytes: number;
  #advertisedBlocks = Infinity;
  #ack: 'none' | 'later' | 'now' = 'now';

  /** @param handler undefined where the flow is not wanted. */
  constructor(id: number, handler: FlowHandler | undefined) {
    this.id = id;
    this.#phase = handler === undefined ? { type: 'refused' } : { type: 'open', handler };
    this.#capacityBytes = handler?.capacityBytes ?? BLOCK_BYTES;
  }

  get isOpen(): boolean {
    return this.#phase.type === 'open';
  }

  get isRefused(): boolean {
    return this.#phase.type === 'refused';
  }

  get bufferedBytes(): number {
    return this.#storedBytes + this.#partBytes;
  }

  /** How soon the sender is to be told what has come. */
  get pendingAck(): 'none' | 'later' | 'now' {
    return this.#ack;
  }

  /** More or less room from now on. */
  setCapacity(bytes: number): void {
    this.#capacityBytes = bytes;
  }

  /** Holds messages back, or gives on what was held back. */
  setPaused(isPaused: boolean, nowMs: number): void {
    this.#isPaused = isPaused;
    if (isPaused) return;
    this.#deliver(nowMs);
    // A sender without room would ask for some only after seconds.
    if (this.#advertisedBlocks < 2) this.#ack = 'now';
  }

  /** The sender asks for room. */
  probed(): void {
    this.#ack = 'now';
  }

  refuse(): void {
    if (this.#phase.type !== 'open') return;
    const { handler } = this.#phase;
    this.#phase = { type: 'refused' };
    this.#clear();
    this.#ack = 'now';
    handler.ended?.();
  }

  receive(chunk: UserData, nowMs: number): void {
    const { sequence, fsnOffset } = chunk;
    if (sequence === 0 || fsnOffset > sequence) return;
    if (this.#final !== undefined && sequence > this.#final) return;
    const isNew = !this.#seen.has(sequence);
    const isAbandoned = chunk.isAbandoned || fsnOffset === 0;
    this.#seen.addUpTo(sequence - fsnOffset);
    if (sequence > this.#seen.cumulative + MAX_SEQUENCE_AHEAD) return this.#deliver(nowMs);
    if (this.#seen.ranges.length >= MAX_RANGES && this.#seen.isApart(sequence)) return this.#deliver(nowMs);
    this.#seen.add(sequence);
    if (chunk.isFinal) this.#final ??= sequence;
    const isUrgent = !isNew || !this.isOpen || chunk.isFinal || isAbandoned || this.#seen.ranges.length > 0;
    if (isUrgent || this.#advertisedBlocks < 2) this.#ack = 'now';
    else if (this.#ack === 'none') this.#ack = 'later';
    if (isNew && !isAbandoned && this.isOpen) this.#store(chunk);
    this.#deliver(nowMs);
    // A sender that heeds the window comes here with a message alone that is longer than all the room.
    if (this.bufferedBytes > 2 * this.#capacityBytes) this.refuse();
  }

  /** What has come, as of now; `acknowledged` once a packet takes it along. */
  get acknowledgement(): Ack {
    const roomBytes = this.#capacityBytes - this.bufferedBytes;
    // One block keeps a message coming that is longer than all the room; messages that are held back may stop, long before the limit.
    const isHeldUp = this.#isPaused && roomBytes <= -this.#capacityBytes / 2;
    return {
      type: 'ack',
      flowId: this.id,
      bufferBlocks: Math.max(isHeldUp ? 0 : 1, Math.ceil(roomBytes / BLOCK_BYTES)),
      cumulative: this.#seen.cumulative,
      received: this.#seen.ranges.slice(0, MAX_ACK_RANGES).map(({ first, last }) => ({ first, last })),
    };
  }

  acknowledged({ bufferBlocks }: Ack): void {
    this.#ack = 'none';
    this.#advertisedBlocks = bufferBlocks;
  }

  /** The id can be forgotten. */
  hasLingered(nowMs: number): boolean {
    return this.#phase.type === 'complete' && nowMs >= this.#phase.untilMs;
  }

  #store({ sequence, part, data }: UserData): void {
    this.#stored.set(sequence, { part, data: copyBytes(data) });
    this.#storedBytes += data.length;
  }

  /** Everything that nothing before it can change any more. */
  #deliver(nowMs: number): void {
    const { cumulative } = this.#seen;
    while (!this.#isPaused && this.#next <= cumulative && this.#phase.type === 'open') {
      const stored = this.#stored.get(this.#next);
      if (stored === undefined) {
        this.#skip(cumulative);
        continue;
      }
      this.#stored.delete(this.#next);
      this.#storedBytes -= stored.data.length;
      this.#next += 1;
      this.#join(stored, this.#phase.handler);
    }
    this.#complete(nowMs);
  }

  #complete(nowMs: number): void {
    if (this.#phase.type === 'complete' || this.#final === undefined) return;
    if (this.#seen.cumulative < this.#final || (this.#isPaused && this.#stored.size > 0)) return;
    const handler = this.#phase.type === 'open' ? this.#phase.handler : undefined;
    this.#phase = { type: 'complete', untilMs: nowMs + RECEIVER_LINGER_MS };
    this.#clear();
    handler?.ended?.();
  }

  /** To the next number that something is stored for, or behind `cumulative`. */
  #skip(cumulative: number): void {
    let next = cumulative + 1;
    for (const sequence of this.#stored.keys()) next = Math.min(next, sequence);
    const isFinalAmong = this.#final !== undefined && this.#final >= this.#next && this.#final < next;
    // The end of a flow has no content, so nothing is missing where it alone was skipped.
    const isGap = this.#parts !== undefined || next - this.#next > (isFinalAmong ? 1 : 0);
    this.#next = next;
    this.#breakOff();
    if (isGap && this.#phase.type === 'open') this.#phase.handler.gap?.();
  }

  #join({ part, data }: Stored, handler: FlowHandler): void {
    if (part === 'whole' || part === 'first') this.#breakOff();
    if (part === 'whole') return handler.message(data);
    if (part === 'first') this.#parts = [];
    if (this.#parts === undefined) return;
    this.#parts.push(data);
    this.#partBytes += data.length;
    if (part !== 'last') return;
    const message = concatBytes(this.#parts);
    this.#breakOff();
    handler.message(message);
  }

  #breakOff(): void {
    this.#parts = undefined;
    this.#partBytes = 0;
  }

  #clear(): void {
    this.#stored.clear();
    this.#storedBytes = 0;
    this.#breakOff();
  }
}
