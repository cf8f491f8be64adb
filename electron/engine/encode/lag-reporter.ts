/** Reports encoder overload: an event at once and then periodically; sets the state only if the overload persists. */
import type { EventDetails } from '../../../shared/broadcast/events.ts';
import type { EncoderLag } from '../../../shared/broadcast/state.ts';
import type { LagReport } from './lag-watch.ts';

/** Reports come once a second; without one for so long the lag is over. */
const OVER_MS = 10_000;
const REPORT_EVERY_MS = 15_000;
/** The newest reports, of which the middle one is believed: one hiccup says little of the machine. */
const KEPT_CAPACITIES = 5;
/** A single second that was worse than this is believed at once. */
const BAD_CAPACITY = 0.6;

type Overload = EventDetails<'encodingOverloaded'>;

export class LagReporter {
  readonly #report: (overload: Overload) => void;
  readonly #onChange: () => void;
  #skippedFrames = 0;
  #unreported = 0;
  #capacities: number[] = [];
  #nextReportMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(report: (overload: Overload) => void, onChange: () => void) {
    this.#report = report;
    this.#onChange = onChange;
  }

  get lag(): EncoderLag | undefined {
    const capacity = this.#capacities.toSorted((a, b) => a - b)[Math.floor(this.#capacities.length / 2)];
    const isHiccup = this.#capacities.length < 2 && (capacity ?? 1) > BAD_CAPACITY;
    return capacity === undefined || isHiccup ? undefined : { skippedFrames: this.#skippedFrames, capacity };
  }

  take({ lagMs, skippedFrames, capacity }: LagReport): void {
    this.#skippedFrames += skippedFrames;
    this.#unreported += skippedFrames;
    this.#capacities = [...this.#capacities, capacity].slice(-KEPT_CAPACITIES);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.clear();
      this.#onChange();
    }, OVER_MS);
    const nowMs = performance.now();
    if (nowMs >= this.#nextReportMs) {
      this.#nextReportMs = nowMs + REPORT_EVERY_MS;
      this.#report({ lagMs, skippedFrames: this.#unreported });
      this.#unreported = 0;
    }
    this.#onChange();
  }

  /** Another encoder is at work, or none. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#skippedFrames = 0;
    this.#unreported = 0;
    this.#capacities = [];
  }
}
