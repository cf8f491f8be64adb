/**
 * Notices a source whose sound comes when its moment was mixed already, so that nobody hears the source. Pure but for its memory.
 */

/** So much sound in a row has come too late. */
const LATE_SECONDS = 3;
/** So much in a row has come in time again. */
const PROMPT_SECONDS = 1;

export class LateWatch {
  #isLate = false;
  #lateSeconds = 0;
  #promptSeconds = 0;

  get isLate(): boolean {
    return this.#isLate;
  }

  /** @param isHeard whether any of the part came in time, or what follows is waited for */
  add(isHeard: boolean, seconds: number): void {
    this.#promptSeconds = isHeard ? this.#promptSeconds + seconds : 0;
    if (!isHeard) this.#lateSeconds += seconds;
    else if (this.#promptSeconds >= PROMPT_SECONDS) this.#lateSeconds = 0;
    this.#isLate = this.#lateSeconds >= LATE_SECONDS;
  }

  /** The source has ended. */
  reset(): void {
    this.#isLate = false;
    this.#lateSeconds = 0;
    this.#promptSeconds = 0;
  }
}
