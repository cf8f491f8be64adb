/**
 * The cadence of a live source: which of its frames go out, and at which time of the grid. The grid finds the source's own phase with its
 * first frames and while no frame goes out; from then on it stands still.
 */
import { Cadence } from '../../../shared/media/cadence.ts';

/** After this long without a frame the grid begins anew; after this long without one going out it may move again. */
const PAUSE_US = 2_000_000;
/** With so many first frames the grid moves in any case. */
const SETTLING_FRAMES = 60;
/** How much of each frame's error moves the grid. */
const FOLLOW = 0.05;

export class SourceCadence {
  readonly #fps: number;
  #grid: Cadence;
  #originUs = 0;
  #lastUs = -Infinity;
  #sentUs = -Infinity;
  /** Since the grid began. */
  #frames = 0;

  /** @param fps frames per second of the program. */
  constructor(fps: number) {
    this.#fps = fps;
    this.#grid = new Cadence(fps);
  }

  /** The timestamp to send the frame with, or undefined when it is surplus. Timestamps only grow. */
  place(capturedUs: number): number | undefined {
    if (capturedUs - this.#lastUs > PAUSE_US) {
      this.#grid = new Cadence(this.#fps);
      this.#originUs = capturedUs;
      this.#frames = 0;
    }
    const placement = this.#grid.place(capturedUs - this.#originUs);
    if (placement === undefined) return undefined;
    const placedUs = this.#originUs + this.#grid.timeUs(placement.slot);
    this.#follow(capturedUs, placedUs);
    this.#lastUs = Math.round(placedUs);
    return this.#lastUs;
  }

  /** A frame with this timestamp went out. */
  sent(timestampUs: number): void {
    this.#sentUs = timestampUs;
  }

  #follow(capturedUs: number, placedUs: number): void {
    this.#frames += 1;
    const isSeen = placedUs - this.#sentUs <= PAUSE_US;
    if (isSeen && this.#frames > SETTLING_FRAMES) return;
    this.#originUs += FOLLOW * (capturedUs - placedUs);
  }
}
