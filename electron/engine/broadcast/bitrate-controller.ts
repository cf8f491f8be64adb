/** Memory for the bitrate control: measures each link over the last second and keeps the decision's state. */
import { decideBitrate, initialBitrate } from './bitrate-control.ts';
import type { LinkMeasure } from '../outputs/output.ts';
import type { BitrateLimits, BitrateState } from './bitrate-control.ts';
import { kbps } from '../statistics/statistics.ts';

/** Short, so that what left before the path narrowed is soon out of it; two or three acknowledgements at 1 Mbit/s. */
const WINDOW_MS = 500;
const LOWEST_KBPS = 200;
const LOWEST_SHARE = 0.1;

interface Reading {
  readonly timeMs: number;
  readonly deliveredBytes: ReadonlyMap<string, number>;
}

export interface RunningMeasure {
  readonly id: string;
  readonly queueMs: number;
  /** Arrived, or else taken by the socket, on the connection in use. */
  readonly deliveredBytes: number;
}

export class BitrateController {
  #limits: BitrateLimits;
  #state: BitrateState;
  #readings: Reading[] = [];

  constructor(bitrates: { readonly videoKbps: number; readonly audioKbps: number }) {
    this.#limits = limitsOf(bitrates);
    this.#state = initialBitrate(this.#limits);
  }

  /** The user's new bitrate becomes target and ceiling. */
  changeLimits(bitrates: { readonly videoKbps: number; readonly audioKbps: number }): void {
    this.#limits = limitsOf(bitrates);
    this.#state = initialBitrate(this.#limits);
  }

  /** Undefined when all is to stay as it is. */
  decide(
    links: readonly RunningMeasure[],
    nowMs: number,
  ): { readonly videoKbps: number; readonly isDown: boolean } | undefined {
    const before = this.#state.targetKbps;
    const decision = decideBitrate(this.#state, this.#measure(links, nowMs), this.#limits, nowMs);
    this.#state = decision.state;
    const { changeToKbps } = decision;
    return changeToKbps === undefined
      ? undefined
      : { videoKbps: changeToKbps, isDown: changeToKbps < before };
  }

  #measure(links: readonly RunningMeasure[], nowMs: number): readonly LinkMeasure[] {
    this.#readings.push({
      timeMs: nowMs,
      deliveredBytes: new Map(links.map((link) => [link.id, link.deliveredBytes])),
    });
    while (this.#readings.length > 2 && nowMs - (this.#readings[1]?.timeMs ?? nowMs) >= WINDOW_MS)
      this.#readings.shift();
    const oldest = this.#readings[0];
    return links.map(({ id, queueMs, deliveredBytes }) => {
      const before = oldest?.deliveredBytes.get(id);
      const elapsedMs = nowMs - (oldest?.timeMs ?? nowMs);
      const isKnown = before !== undefined && deliveredBytes >= before && elapsedMs > 0;
      return { queueMs, sentKbps: isKnown ? kbps(deliveredBytes - before, elapsedMs) : Infinity };
    });
  }
}

function limitsOf(bitrates: { readonly videoKbps: number; readonly audioKbps: number }): BitrateLimits {
  const { videoKbps, audioKbps } = bitrates;
  const floorKbps = Math.min(videoKbps, Math.max(LOWEST_KBPS, Math.round(videoKbps * LOWEST_SHARE)));
  return { ceilingKbps: videoKbps, floorKbps, audioKbps };
}
