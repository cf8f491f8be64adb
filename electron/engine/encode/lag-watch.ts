/**
 * Sees within two seconds that an encoder does not keep up: each second of the program it compares the frames that came
 * with those that left for ffmpeg. Pure; told of every frame.
 */

export interface LagReport {
  /** How long a frame waits for the encoder, ms. */
  readonly lagMs: number;
  /** In this second. */
  readonly skippedFrames: number;
  /** Frames encoded per frame that came, below 1. */
  readonly capacity: number;
}

export interface FrameFacts {
  /** Of the program. */
  readonly timeUs: number;
  /** Frames that wait for ffmpeg. */
  readonly queuedFrames: number;
  readonly isSkipped: boolean;
  /** False while ffmpeg itself is still starting. */
  readonly hasOutput: boolean;
}

const WINDOW_US = 900_000;
/** A queue that never got shorter than this in a whole second is a backlog and not a hiccup. */
const BACKLOG_FRAMES = 3;

export class LagWatch {
  #startUs: number | undefined;
  #startQueued = 0;
  #leastQueued = 0;
  #offered = 0;
  #skipped = 0;

  /** A report when the second that ends with this frame was too much for the encoder. */
  frame({ timeUs, queuedFrames, isSkipped, hasOutput }: FrameFacts): LagReport | undefined {
    if (!hasOutput && !isSkipped) {
      this.#startUs = undefined;
      return undefined;
    }
    if (this.#startUs === undefined) this.#begin(timeUs, queuedFrames);
    this.#offered += 1;
    if (isSkipped) this.#skipped += 1;
    this.#leastQueued = Math.min(this.#leastQueued, queuedFrames);
    const lengthUs = timeUs - (this.#startUs ?? timeUs);
    if (lengthUs < WINDOW_US) return undefined;
    const grown = queuedFrames - this.#startQueued;
    const isBacklog = this.#leastQueued >= BACKLOG_FRAMES && grown >= 0;
    const report =
      this.#skipped > 0 || isBacklog
        ? {
            lagMs: Math.round((queuedFrames * lengthUs) / 1000 / this.#offered),
            skippedFrames: this.#skipped,
            capacity: Math.max(
              0.05,
              Math.min(0.99, 1 - (this.#skipped + Math.max(0, grown)) / this.#offered),
            ),
          }
        : undefined;
    this.#begin(timeUs, queuedFrames);
    return report;
  }

  #begin(timeUs: number, queuedFrames: number): void {
    this.#startUs = timeUs;
    this.#startQueued = queuedFrames;
    this.#leastQueued = queuedFrames;
    this.#offered = 0;
    this.#skipped = 0;
  }
}
