/**
 * Notices a stream that is on air with nothing: frames arrive from capture and none leaves the encoder. Whatever the cause is, a
 * fresh encoder is the answer. Pure: samples come in once a second.
 */
import type { StatsSample } from '../../../shared/broadcast/statistics.ts';

/** Samples in a row without an encoded frame, though frames arrived in each. */
const MAX_EMPTY_SAMPLES = 5;
/** Before a stream's first frame: the encoder's own watch gives the first start of a run 15 s, and comes first. */
const MAX_EMPTY_AT_START = 20;

export class OutputWatch {
  #emptySamples = 0;
  #last: Pick<StatsSample, 'capturedFrames' | 'encodedFrames'> | undefined;

  /** Seconds without a frame, once per fault: the encoder is to be replaced. Counters are totals since the stream began. */
  emptySeconds({
    capturedFrames,
    encodedFrames,
  }: Pick<StatsSample, 'capturedFrames' | 'encodedFrames'>): number | undefined {
    const before = this.#last;
    this.#last = { capturedFrames, encodedFrames };
    const hasArrived = before !== undefined && capturedFrames > before.capturedFrames;
    const hasLeft = before === undefined || encodedFrames !== before.encodedFrames;
    this.#emptySamples = hasArrived && !hasLeft ? this.#emptySamples + 1 : 0;
    const limit = encodedFrames === 0 ? MAX_EMPTY_AT_START : MAX_EMPTY_SAMPLES;
    if (this.#emptySamples < limit) return undefined;
    this.#emptySamples = 0;
    return limit;
  }

  /** A stream begins. */
  reset(): void {
    this.#emptySamples = 0;
    this.#last = undefined;
  }
}
