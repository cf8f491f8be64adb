/**
 * The timestamps of one connection on its destination's timeline: the first packet that a destination got is 0, and time never goes
 * back over a reconnect. Pure.
 */
import type { OutputClock } from '../../../../shared/media/timeline.ts';
import type { MediaPacket } from '../../../rtmp/flv/packet.ts';

/** Newest timestamps sent, ms; -1 before the first. */
export interface NewestTimestamps {
  readonly videoMs: number;
  readonly audioMs: number;
}

export class StreamTimestamps {
  readonly #clock: OutputClock;
  #videoMs = -1;
  #audioMs = -1;

  /** @param clock of the destination, shared with a backup that is sent to at the same time. */
  constructor(clock: OutputClock) {
    this.#clock = clock;
  }

  get newest(): NewestTimestamps {
    return { videoMs: this.#videoMs, audioMs: this.#audioMs };
  }

  /** For a packet without media: as late as what was sent before it. */
  get headerMs(): number {
    return Math.max(0, this.#videoMs, this.#audioMs);
  }

  /** Goes on after an earlier connection. */
  continueFrom({ videoMs, audioMs }: NewestTimestamps): void {
    this.#videoMs = videoMs;
    this.#audioMs = audioMs;
  }

  /** The timestamp to send a packet under; undefined for audio that an earlier connection carried. */
  place(packet: MediaPacket): number | undefined {
    if (packet.kind === 'script' || packet.isSequenceHeader) return this.headerMs;
    this.#clock.start(packet.timestampMs);
    const mediaMs = this.#clock.toOutputMs(packet.timestampMs);
    const floorMs = this.headerMs;
    if (packet.kind === 'audio') {
      if (mediaMs <= this.#audioMs || mediaMs < 0) return undefined;
      this.#audioMs = Math.max(mediaMs, floorMs);
      return this.#audioMs;
    }
    // Frames sent again after a loss are squeezed behind what was sent.
    this.#videoMs = Math.max(mediaMs, floorMs, this.#videoMs + 1);
    return this.#videoMs;
  }
}
