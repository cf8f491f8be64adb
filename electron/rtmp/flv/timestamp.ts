/** Timestamps of FLV tags: 31 bits of milliseconds that wrap to 0. Here they become numbers that do not wrap. */
const WRAP = 2 ** 31;

/**
 * The unwrapped time nearest to `lastMs` whose low 31 bits are those of `raw`. The result may lie before `lastMs`
 * (streams are interleaved) and is negative only if a stream steps back across its own start.
 */
export function unwrapTimestamp(lastMs: number, raw: number): number {
  const last31 = ((lastMs % WRAP) + WRAP) % WRAP;
  const forward = ((raw % WRAP) - last31 + WRAP) % WRAP;
  return forward < WRAP / 2 ? lastMs + forward : lastMs - (WRAP - forward);
}

/** Unwraps a run of timestamps; the first is taken as it is. */
export class TimestampUnwrapper {
  #lastMs: number | undefined;

  unwrap(raw: number): number {
    const value = this.#lastMs === undefined ? raw % WRAP : unwrapTimestamp(this.#lastMs, raw);
    this.#lastMs = value;
    return value;
  }
}
