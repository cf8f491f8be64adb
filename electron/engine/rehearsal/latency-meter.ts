/**
 * Capture to receiver: how long a picture takes from the moment it was captured to the moment its tag has come out of the
 * embedded receiver's socket. Pure: pairs what was sent with what arrived by its bytes, since a link counts time from its own zero.
 */
import { equalBytes } from '../../../shared/bytes.ts';
import type { EncodedPacket } from '../encode/encoded-packet.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';

/** Sent frames that may wait for their arrival; beyond it the oldest is forgotten. */
const MAX_WAITING = 600;
/** A histogram of whole milliseconds up to this; what took longer counts as this. */
const MAX_LATENCY_MS = 60_000;

export interface Latency {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

interface SentFrame {
  readonly body: Uint8Array;
  readonly capturedAtMs: number;
}

export class LatencyMeter {
  #waiting: SentFrame[] = [];
  #counts = new Map<number, number>();
  #total = 0;

  /** @param capturedAtMs when the picture with this packet's decode time was captured. */
  sent(packet: EncodedPacket, capturedAtMs: number): void {
    if (packet.kind !== 'video' || packet.isSequenceHeader) return;
    this.#waiting.push({ body: packet.body, capturedAtMs: capturedAtMs + packet.compositionMs });
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }

  /** @param nowMs on the clock of `capturedAtMs`. */
  received(packet: MediaPacket, nowMs: number): void {
    if (packet.kind !== 'video' || packet.isSequenceHeader) return;
    const index = this.#waiting.findIndex((frame) => equalBytes(frame.body, packet.body));
    if (index < 0) return;
    const frame = this.#waiting[index];
    // Frames before it never came: a link drops whole frames and never changes their order.
    this.#waiting.splice(0, index + 1);
    if (frame === undefined) return;
    const latencyMs = Math.min(MAX_LATENCY_MS, Math.max(0, Math.round(nowMs - frame.capturedAtMs)));
    this.#counts.set(latencyMs, (this.#counts.get(latencyMs) ?? 0) + 1);
    this.#total += 1;
  }

  /** `undefined` before the first frame arrived. */
  result(): Latency | undefined {
    if (this.#total === 0) return undefined;
    return { median: this.#quantile(0.5), p95: this.#quantile(0.95) };
  }

  #quantile(share: number): number {
    let seen = 0;
    const sorted = [...this.#counts].sort(([left], [right]) => left - right);
    for (const [latencyMs, count] of sorted) {
      seen += count;
      if (seen >= this.#total * share) return latencyMs;
    }
    return MAX_LATENCY_MS;
  }
}
