/**
 * Tells an encoder that hangs from one that is slow: pictures go in and not one packet comes out. Counts turns of a timer
 * and no clock, so that a computer that slept, or that was too busy to run us, has not made the encoder hang. Pure.
 */

/** How far apart `tick` is called, ms. */
export const STALL_TICK_MS = 250;
/** Turns without a packet, once there have been any: two and a half seconds. A slow encoder gives one much sooner. */
const RUNNING_TICKS = 10;
/** Until the first: drivers load, and a look-ahead fills. */
const STARTING_TICKS = 24;
/** Of the first ffmpeg of a run: a virus scanner may read the whole program before it begins. Fifteen seconds. */
const FIRST_START_TICKS = 60;
/** Of these, until the wait is told: three seconds. */
const SLOW_START_TICKS = 12;
/** Pictures without a packet: where no more come, the last few may wait in a look-ahead, or for sound beside them. */
const LEAST_PICTURES = 5;

export type StallVerdict =
  /** The first ffmpeg of a run takes its time; nothing is wrong yet. Said once. */
  | { readonly type: 'slowStart' }
  /** It gave nothing for so long although it had to. */
  | { readonly type: 'stalled'; readonly afterMs: number };

export class StallWatch {
  readonly #isFirstStart: boolean;
  #hasOutput = false;
  #pictures = 0;
  #ticks = 0;

  /** @param isFirstStart no ffmpeg has run since the app began */
  constructor(isFirstStart: boolean) {
    this.#isFirstStart = isFirstStart;
  }

  /** A picture was given to the encoder. */
  written(): void {
    this.#pictures += 1;
  }

  /** The encoder gave something. */
  gave(): void {
    this.#hasOutput = true;
    this.#pictures = 0;
    this.#ticks = 0;
  }

  /** `undefined` while it may go on like this. */
  tick(): StallVerdict | undefined {
    if (this.#pictures < LEAST_PICTURES) return undefined;
    this.#ticks += 1;
    if (this.#ticks >= this.#limit) return { type: 'stalled', afterMs: this.#ticks * STALL_TICK_MS };
    const isSlowStart = this.#isFirstStart && !this.#hasOutput && this.#ticks === SLOW_START_TICKS;
    return isSlowStart ? { type: 'slowStart' } : undefined;
  }

  get #limit(): number {
    if (this.#hasOutput) return RUNNING_TICKS;
    return this.#isFirstStart ? FIRST_START_TICKS : STARTING_TICKS;
  }
}
