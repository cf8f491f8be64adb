/** The program's cadence for sources that have none of their own: one call for each frame time, at the pace of the clock. */
import { nowUs } from '../worker/clock.ts';

/** Further behind, the frame times in between are left out. */
const MAX_BEHIND_FRAMES = 4;

export class ProgramTicks {
  readonly #onTick: (timestampUs: number) => void;
  #periodUs: number;
  #nextUs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;

  /** @param onTick gets the frame's time, whole microseconds that only grow. */
  constructor(fps: number, onTick: (timestampUs: number) => void) {
    this.#periodUs = 1_000_000 / fps;
    this.#onTick = onTick;
  }

  start(): void {
    this.#isRunning = true;
    this.#nextUs = nowUs();
    this.#tick();
  }

  /** The next frame's time. */
  get nextUs(): number {
    return this.#nextUs;
  }

  setRate(fps: number): void {
    this.#periodUs = 1_000_000 / fps;
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  #tick(): void {
    const periodUs = this.#periodUs;
    const timestampUs = Math.round(this.#nextUs);
    this.#nextUs += periodUs;
    const behindUs = nowUs() - this.#nextUs;
    if (behindUs > MAX_BEHIND_FRAMES * periodUs) this.#nextUs += Math.floor(behindUs / periodUs) * periodUs;
    this.#onTick(timestampUs);
    if (this.#isRunning)
      this.#timer = setTimeout(() => this.#tick(), Math.max(0, (this.#nextUs - nowUs()) / 1000));
  }
}
