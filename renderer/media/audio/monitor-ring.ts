/**
 * What waits to be played in the headphones. A little waits always, so that blocks may come unevenly; what is more is left out, at once
 * where there is a lot and after a while where some has been of no use, so that the headphones never fall behind what is said. All of it
 * is done without a click. Pure.
 */

/** Playing begins with so much. */
const START_SECONDS = 0.012;
/** More never waits. */
const MOST_SECONDS = 0.05;
/** What was there all of so long a time … */
const LOOK_SECONDS = 0.5;
/** … was of no use, but for so much. */
const SPARE_SECONDS = 0.003;
/** Of one that begins, and from what is left out to what comes after it. */
const FADE_SECONDS = 0.002;
/** Of two sides. */
const SIDES = 2;

export class MonitorRing {
  readonly #start: number;
  readonly #most: number;
  readonly #fade: number;
  readonly #look: number;
  readonly #spare: number;
  #samples: Float32Array;
  /** Frames in `#samples`: from the next that plays to the last. */
  #from = 0;
  #to = 0;
  #isPlaying = false;
  /** Frames that have played since playing began. */
  #played = 0;
  /** The fewest that waited since the last look, and the frames until the next. */
  #fewest = Infinity;
  #untilLook = 0;
  /** What played last: goes to silence where nothing follows. */
  #last = { left: 0, right: 0 };

  constructor(sampleRate: number) {
    this.#start = Math.round(START_SECONDS * sampleRate);
    this.#most = Math.round(MOST_SECONDS * sampleRate);
    this.#fade = Math.round(FADE_SECONDS * sampleRate);
    this.#look = Math.round(LOOK_SECONDS * sampleRate);
    this.#spare = Math.round(SPARE_SECONDS * sampleRate);
    this.#samples = new Float32Array(2 * sampleRate * SIDES);
  }

  /** Frames that wait. */
  get waiting(): number {
    return this.#to - this.#from;
  }

  /** @param samples interleaved, two sides; of a second at most */
  push(samples: Float32Array): void {
    const frames = Math.min(samples.length, this.#samples.length / 2) / SIDES;
    if ((this.#to + frames) * SIDES > this.#samples.length) this.#moveToFront();
    this.#samples.set(samples.subarray(0, frames * SIDES), this.#to * SIDES);
    this.#to += frames;
    if (this.waiting > this.#most) this.#leaveOut(this.waiting - this.#start);
  }

  pull(left: Float32Array, right: Float32Array): void {
    if (!this.#isPlaying && this.waiting >= this.#start) {
      this.#isPlaying = true;
      this.#played = 0;
      this.#beginLook();
    }
    if (this.#untilLook <= 0) this.#endLook();
    const count = this.#isPlaying ? Math.min(left.length, this.waiting) : 0;
    for (let at = 0; at < count; at += 1) {
      const gain = Math.min(1, (this.#played + 1) / this.#fade);
      left[at] = (this.#samples[(this.#from + at) * SIDES] ?? 0) * gain;
      right[at] = (this.#samples[(this.#from + at) * SIDES + 1] ?? 0) * gain;
      this.#played += 1;
    }
    if (count > 0) this.#last = { left: left[count - 1] ?? 0, right: right[count - 1] ?? 0 };
    this.#from += count;
    this.#untilLook -= count;
    this.#fewest = Math.min(this.#fewest, this.waiting);
    if (count === left.length) return;
    this.#isPlaying = false;
    for (let at = count; at < left.length; at += 1) {
      left[at] = this.#last.left;
      right[at] = this.#last.right;
      this.#last = {
        left: toward0(this.#last.left, this.#fade),
        right: toward0(this.#last.right, this.#fade),
      };
    }
  }

  #beginLook(): void {
    this.#untilLook = this.#look;
    this.#fewest = Infinity;
  }

  #endLook(): void {
    const unused = this.#fewest - this.#spare;
    if (this.#isPlaying && unused > this.#fade) this.#leaveOut(unused);
    this.#beginLook();
  }

  #leaveOut(frames: number): void {
    const next = this.#from + frames;
    const fade = Math.min(this.#fade, this.#to - next);
    for (let at = 0; at < fade * SIDES; at += 1) {
      const share = Math.floor(at / SIDES + 1) / (fade + 1);
      const old = this.#samples[this.#from * SIDES + at] ?? 0;
      const place = next * SIDES + at;
      this.#samples[place] = old + ((this.#samples[place] ?? 0) - old) * share;
    }
    this.#from = next;
  }

  #moveToFront(): void {
    const frames = Math.min(this.waiting, this.#samples.length / SIDES / 2);
    this.#samples.copyWithin(0, (this.#to - frames) * SIDES, this.#to * SIDES);
    this.#from = 0;
    this.#to = frames;
  }
}

/** A little less of it, in steps that full scale takes so many of. */
function toward0(value: number, steps: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - 1 / steps);
}
