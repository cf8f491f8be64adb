/**
 * The queue of one connection and its drop policy: bounded in milliseconds of media, audio never dropped. Over the first
 * limit disposable frames go; over the second the rest of the oldest GOP goes, whole, to the next keyframe and no further.
 * Pure: no clock, no socket.
 */
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';

export interface QueueLimits {
  /** Over this, frames that no other refers to go. Media ms. */
  readonly disposableMs: number;
  /** Over this, the rest of the GOP goes. Media ms. */
  readonly gopMs: number;
  /** Over this even the sound cannot keep up and the connection is of no use. Media ms. */
  readonly hopelessMs: number;
}

export const defaultQueueLimits: QueueLimits = { disposableMs: 700, gopMs: 900, hopelessMs: 15_000 };

/** With dynamic bitrate the encoder gets the time of a hand-over to react before frames are lost; still under 2 s. */
export const dynamicQueueLimits: QueueLimits = { disposableMs: 1400, gopMs: 1800, hopelessMs: 15_000 };

/** Video frames lost, by cause. */
export interface DropCounters {
  /** Over the first limit: frames nothing refers to. */
  disposable: number;
  /** Over the second limit: the rest of a GOP. */
  restOfGop: number;
  /** Still over the second limit when the next keyframe came: that GOP as a whole. */
  wholeGop: number;
  /** Waiting in the queue when the connection was lost. */
  connectionLost: number;
}

export function emptyDropCounters(): DropCounters {
  return { disposable: 0, restOfGop: 0, wholeGop: 0, connectionLost: 0 };
}

export function totalDropped(counters: DropCounters): number {
  return counters.disposable + counters.restOfGop + counters.wholeGop + counters.connectionLost;
}

export class SendQueue {
  readonly #limits: QueueLimits;
  readonly #counters: DropCounters;
  #packets: MediaPacket[] = [];
  /** What frames are lost to until the next keyframe. */
  #skipping: 'restOfGop' | 'wholeGop' | undefined;

  constructor(limits: QueueLimits, counters: DropCounters) {
    this.#limits = limits;
    this.#counters = counters;
  }

  get length(): number {
    return this.#packets.length;
  }

  /** Milliseconds of media waiting. */
  get durationMs(): number {
    const first = this.#packets[0];
    const last = this.#packets.at(-1);
    return first && last ? Math.max(0, last.timestampMs - first.timestampMs) : 0;
  }

  get isHopeless(): boolean {
    return this.durationMs > this.#limits.hopelessMs;
  }

  /** `aheadMs`: media that left the queue and has not arrived; the limits are for both together. */
  push(packet: MediaPacket, aheadMs = 0): void {
    if (isFrame(packet) && this.#isSkipped(packet, aheadMs)) return;
    this.#packets.push(packet);
    if (this.#droppableMs() > this.#limits.disposableMs - aheadMs) this.#dropDisposable();
    if (this.#droppableMs() > this.#limits.gopMs - aheadMs) this.#dropRestOfOldestGop();
  }

  shift(): MediaPacket | undefined {
    return this.#packets.shift();
  }

  /** Empties the queue; the frames in it count as lost with the connection. */
  clear(): void {
    for (const packet of this.#packets) if (isFrame(packet)) this.#counters.connectionLost += 1;
    this.#packets = [];
    this.#skipping = undefined;
  }

  #isSkipped(frame: MediaPacket, aheadMs: number): boolean {
    const isOver = this.durationMs > this.#limits.gopMs - aheadMs;
    if (frame.isKeyframe) this.#skipping = isOver ? 'wholeGop' : undefined;
    if (this.#skipping) this.#counters[this.#skipping] += 1;
    return this.#skipping !== undefined;
  }

  /** From the oldest frame that may go to the newest packet: what dropping can shorten. */
  #droppableMs(): number {
    const oldest = this.#packets.find((packet) => isFrame(packet) && !packet.isKeyframe);
    const last = this.#packets.at(-1);
    return oldest && last ? last.timestampMs - oldest.timestampMs : 0;
  }

  #dropDisposable(): void {
    const kept = this.#packets.filter((packet) => !(isFrame(packet) && packet.isDisposable));
    this.#counters.disposable += this.#packets.length - kept.length;
    this.#packets = kept;
  }

  #dropRestOfOldestGop(): void {
    const from = this.#packets.findIndex((packet) => isFrame(packet) && !packet.isKeyframe);
    const next = this.#packets.findIndex(
      (packet, index) => index > from && isFrame(packet) && packet.isKeyframe,
    );
    const to = next === -1 ? this.#packets.length : next;
    const kept = this.#packets.filter((packet, index) => index < from || index >= to || !isFrame(packet));
    this.#counters.restOfGop += this.#packets.length - kept.length;
    this.#packets = kept;
    if (next === -1) this.#skipping = 'restOfGop';
  }
}

/** A video frame: neither sound nor metadata nor a codec header. */
export function isFrame(packet: MediaPacket): boolean {
  return packet.kind === 'video' && !packet.isSequenceHeader;
}
