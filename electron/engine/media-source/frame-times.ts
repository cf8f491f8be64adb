/**
 * When the pictures of one pass show. ffmpeg tells whole milliseconds; a picture that lies that near to the grid of the file's rate is
 * on it, so that no loop is longer or shorter than its pictures. Pure.
 */

/** Whole milliseconds of the picture and of the beginning: half a millisecond each, and a little. */
const ON_GRID_US = 1100;
/** A picture without a next one and without a rate. */
const UNKNOWN_FRAME_US = 40_000;
/** A file that is a single picture shows for so long. */
export const STILL_US = 10_000_000;

export class FrameTimes {
  readonly #fps: number | undefined;
  readonly #atUs: number;
  #firstUs: number | undefined;
  #frames = 0;
  #lastUs: number;
  #stepUs = UNKNOWN_FRAME_US;

  /** @param atUs where in the file the pass begins. */
  constructor(fps: number | undefined, atUs: number) {
    this.#fps = fps;
    this.#atUs = atUs;
    this.#lastUs = atUs;
  }

  /** @param timeMs as ffmpeg says it, since the place where the pass begins. @returns the place in the file. */
  place(timeMs: number): number {
    // From the file's beginning on, the first picture is at 0, whatever the file says.
    this.#firstUs ??= this.#atUs === 0 ? timeMs * 1000 : 0;
    const positionUs = this.#onGrid(this.#atUs + Math.max(0, timeMs * 1000 - this.#firstUs));
    if (this.#frames > 0 && positionUs > this.#lastUs) this.#stepUs = positionUs - this.#lastUs;
    this.#frames += 1;
    this.#lastUs = Math.max(this.#lastUs, positionUs);
    return this.#lastUs;
  }

  /** Of the first picture, in the file's own times: there its place is 0. Undefined before it. */
  get firstUs(): number | undefined {
    return this.#firstUs;
  }

  /** Until when the last picture shows by its own length, which that of a still is not. */
  get shownUs(): number {
    return this.#frames === 0 ? this.#atUs : this.#lastUs + this.#frameUs;
  }

  get #frameUs(): number {
    return this.#fps === undefined ? this.#stepUs : 1e6 / this.#fps;
  }

  /** Until when the last picture shows. */
  get endUs(): number {
    if (this.#frames === 0) return this.#atUs;
    if (this.#frames === 1 && this.#atUs === 0) return STILL_US;
    return this.shownUs;
  }

  #onGrid(timeUs: number): number {
    if (this.#fps === undefined) return timeUs;
    const gridUs = (Math.round((timeUs * this.#fps) / 1e6) * 1e6) / this.#fps;
    return Math.abs(gridUs - timeUs) <= ON_GRID_US ? gridUs : timeUs;
  }
}
