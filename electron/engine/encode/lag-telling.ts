/** Tells of an encoder that does not keep up: a sentence at once and now and then, the state when it is no mere hiccup. */
import type { EncoderLag } from '../../../shared/broadcast/state.ts';
import type { LagReport } from './lag-watch.ts';

/** Reports come once a second; without one for so long the lag is over. */
const OVER_MS = 10_000;
const SENTENCE_EVERY_MS = 15_000;
/** The newest reports, of which the middle one is believed: one hiccup says little of the machine. */
const KEPT_CAPACITIES = 5;
/** A single second that was worse than this is believed at once. */
const BAD_CAPACITY = 0.6;

export class LagTelling {
  readonly #say: (text: string) => void;
  readonly #onChange: () => void;
  #skippedFrames = 0;
  #untold = 0;
  #capacities: number[] = [];
  #nextSentenceMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(say: (text: string) => void, onChange: () => void) {
    this.#say = say;
    this.#onChange = onChange;
  }

  get lag(): EncoderLag | undefined {
    const capacity = this.#capacities.toSorted((a, b) => a - b)[Math.floor(this.#capacities.length / 2)];
    const isHiccup = this.#capacities.length < 2 && (capacity ?? 1) > BAD_CAPACITY;
    return capacity === undefined || isHiccup ? undefined : { skippedFrames: this.#skippedFrames, capacity };
  }

  hear({ lagMs, skippedFrames, capacity }: LagReport): void {
    this.#skippedFrames += skippedFrames;
    this.#untold += skippedFrames;
    this.#capacities = [...this.#capacities, capacity].slice(-KEPT_CAPACITIES);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.clear();
      this.#onChange();
    }, OVER_MS);
    const nowMs = performance.now();
    if (nowMs >= this.#nextSentenceMs) {
      this.#nextSentenceMs = nowMs + SENTENCE_EVERY_MS;
      this.#say(laggingText(lagMs, this.#untold));
      this.#untold = 0;
    }
    this.#onChange();
  }

  /** Another encoder is at work, or none. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#skippedFrames = 0;
    this.#untold = 0;
    this.#capacities = [];
  }
}

function laggingText(lagMs: number, skippedFrames: number): string {
  const facts = [
    ...(lagMs >= 100 ? [`it is ${lagMs} ms behind`] : []),
    ...(skippedFrames > 0
      ? [skippedFrames === 1 ? 'a frame was skipped' : `${skippedFrames} frames were skipped`]
      : []),
  ];
  return `The computer does not keep up with encoding${facts.length === 0 ? '' : `: ${facts.join(', ')}`}.`;
}
