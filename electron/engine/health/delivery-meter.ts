/**
 * What of a connection's bytes has arrived, by the server's acknowledgements (RTMP 1.0 §5.4.3): how much media is on its way
 * beyond what the path itself holds, and whether the server has fallen silent. Without acknowledgements it knows nothing and
 * says so. Pure: bytes, media time and the clock come in.
 */

/** Acknowledgements looked back at for how far apart they are. */
const REMEMBERED_STEPS = 16;
/** Two acknowledgements tell how far apart they come. */
const STEPS_TO_TRUST = 1;
/** The path may take so much media at once, ms, and no less than the bytes below. */
const AHEAD_MS = 250;
const AHEAD_BYTES = 48 * 1024;
/** Over which the rate of arrival is measured, ms. */
const RATE_WINDOW_MS = 1000;
/** Who acknowledges at least this often, bytes, is missed soon. */
const OFTEN_BYTES = 128 * 1024;
/** Without an acknowledgement for so long the path is left to the socket alone. */
const FRESH_MS = 2500;

/** Packets remembered: over 10 s of media at 120 fps, and a connection that is silent for so long is given up. */
const MAX_SENT = 4000;

interface Sent {
  readonly endBytes: number;
  readonly mediaMs: number;
}

interface Arrival {
  readonly timeMs: number;
  readonly bytes: number;
}

export class DeliveryMeter {
  #sent: Sent[] = [];
  #handedBytes = 0;
  #newestMs = 0;
  #arrivals: Arrival[] = [];
  #steps: number[] = [];
  /** Least distance ever seen between what was handed over and what was acknowledged: the path's own share. */
  #pathBytes = Infinity;
  #acknowledgedBytes = 0;
  #lastMs = 0;
  #overdueSinceMs: number | undefined;

  /** The server acknowledges often enough for its acknowledgements to mean something. */
  get isTrusted(): boolean {
    return this.#steps.length >= STEPS_TO_TRUST;
  }

  /** `totalBytes`: all that was ever handed to the connection. */
  handed(totalBytes: number, mediaMs: number, nowMs: number): void {
    this.#handedBytes = totalBytes;
    this.#newestMs = Math.max(this.#newestMs, mediaMs);
    this.#sent.push({ endBytes: totalBytes, mediaMs });
    // A server that acknowledges nothing never lets a packet go.
    if (this.#sent.length > MAX_SENT) this.#sent.splice(0, MAX_SENT / 2);
    if (this.isTrusted && this.#backlogBytes() > 0) this.#overdueSinceMs ??= nowMs;
  }

  /** `totalBytes` as the server counts; where it begins to count does not matter. */
  acknowledged(totalBytes: number, nowMs: number): void {
    const step = totalBytes - this.#acknowledgedBytes;
    if (step <= 0) return;
    if (this.#acknowledgedBytes > 0) {
      this.#steps.push(step);
      if (this.#steps.length > REMEMBERED_STEPS) this.#steps.shift();
    }
    this.#acknowledgedBytes = totalBytes;
    this.#lastMs = nowMs;
    this.#overdueSinceMs = undefined;
    this.#pathBytes = Math.min(this.#pathBytes, this.#handedBytes - totalBytes);
    this.#arrivals.push({ timeMs: nowMs, bytes: totalBytes });
    while (this.#arrivals.length > 2 && nowMs - (this.#arrivals[1]?.timeMs ?? nowMs) >= RATE_WINDOW_MS)
      this.#arrivals.shift();
    const arrivedBytes = totalBytes + this.#pathBytes;
    let gone = 0;
    while ((this.#sent[gone]?.endBytes ?? Infinity) <= arrivedBytes) gone += 1;
    if (gone > 0) this.#sent.splice(0, gone);
  }

  /** Media that was handed over and is held up on the way, ms; 0 while nothing is known. */
  get aheadMs(): number {
    if (!this.isTrusted) return 0;
    const arrivedBytes = this.#acknowledgedBytes + this.#pathBytes + this.#stepBytes();
    const oldest = this.#sent.find(({ endBytes }) => endBytes > arrivedBytes);
    return oldest === undefined ? 0 : Math.max(0, this.#newestMs - oldest.mediaMs);
  }

  /** More would only wait in the system's buffers, out of the drop policy's sight. */
  isFull(nowMs: number): boolean {
    if (!this.isTrusted || nowMs - this.#lastMs > FRESH_MS) return false;
    return this.#backlogBytes() >= Math.max(AHEAD_BYTES, (this.#bytesPerSecond() * AHEAD_MS) / 1000);
  }

  /** The server acknowledges in small steps. */
  get isOften(): boolean {
    return this.isTrusted && this.#stepBytes() <= OFTEN_BYTES;
  }

  /** How long an acknowledgement has been due, ms; 0 while none is. */
  overdueMs(nowMs: number): number {
    return this.#overdueSinceMs === undefined ? 0 : nowMs - this.#overdueSinceMs;
  }

  #stepBytes(): number {
    return Math.max(0, ...this.#steps);
  }

  /** On its way beyond what the path holds by itself and what was not due to be acknowledged yet. */
  #backlogBytes(): number {
    return Math.max(0, this.#handedBytes - this.#acknowledgedBytes - this.#pathBytes - this.#stepBytes());
  }

  #bytesPerSecond(): number {
    const first = this.#arrivals[0];
    const last = this.#arrivals.at(-1);
    if (!first || !last || last.timeMs <= first.timeMs) return 0;
    return ((last.bytes - first.bytes) * 1000) / (last.timeMs - first.timeMs);
  }
}
