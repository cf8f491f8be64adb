/**
 * How much of a channel the scenes on air let through, frame by frame. Two scenes that give way to each other add up to one at
 * every frame: OBS's straight cross-fade with its corners rounded. Changes come with the time at which they begin, so that sound
 * changes with the picture though it is mixed later.
 */

interface Fade {
  readonly startFrame: number;
  readonly frames: number;
  readonly to: number;
}

/** Of scenes switched within the time that the mixer is behind. */
const MAX_FADES = 16;

export class PresenceFade {
  readonly #ramp: Float32Array;
  /** In order of their start; the first has begun, or is next. */
  #fades: Fade[] = [];
  /** Where the first change begins. */
  #from: number;
  #last: number;
  #isLate = false;

  /** @param ramp of one block */
  constructor(value: number, ramp: Float32Array) {
    this.#from = value;
    this.#last = value;
    this.#ramp = ramp;
  }

  /** What the last change that was asked for leads to. */
  get target(): number {
    return this.#fades.at(-1)?.to ?? this.#from;
  }

  /** @param nextFrame the first frame of the next block. @param startFrame may be past: the change is then joined within a block. */
  set(to: number, frames: number, nextFrame: number, startFrame = nextFrame): void {
    const earliest = this.#fades.at(-1)?.startFrame ?? startFrame;
    const fade = {
      to,
      frames: Math.max(frames, this.#ramp.length),
      startFrame: Math.max(startFrame, earliest),
    };
    this.#fades.push(fade);
    if (this.#fades.length > MAX_FADES) this.#next();
    this.#isLate ||= startFrame < nextFrame;
  }

  /** Frames are counted anew: what was asked for last holds. */
  settle(): void {
    this.#from = this.target;
    this.#last = this.#from;
    this.#fades = [];
    this.#isLate = false;
  }

  /** The value of the whole block; or undefined, and `values` has one for each of its frames. */
  fill(frame: number, values: Float32Array): number | undefined {
    if (this.#fades.length === 0) return this.#from;
    for (let at = 0; at < values.length; at += 1) values[at] = this.#valueAt(frame + at);
    if (this.#isLate) {
      for (let at = 0; at < values.length; at += 1)
        values[at] = this.#last + ((values[at] as number) - this.#last) * (this.#ramp[at] as number);
    }
    this.#isLate = false;
    this.#last = values.at(-1) ?? this.#last;
    const [first] = this.#fades;
    if (
      this.#fades.length === 1 &&
      first !== undefined &&
      frame + values.length >= first.startFrame + first.frames
    )
      this.settle();
    return undefined;
  }

  #valueAt(frame: number): number {
    for (let [, next] = this.#fades; next !== undefined && frame >= next.startFrame; [, next] = this.#fades)
      this.#next();
    return this.#valueOfFirst(frame);
  }

  #next(): void {
    const [, next] = this.#fades;
    this.#from = this.#valueOfFirst(next?.startFrame ?? 0);
    this.#fades.shift();
  }

  #valueOfFirst(frame: number): number {
    const [fade] = this.#fades;
    if (fade === undefined) return this.#from;
    const share = Math.min(1, Math.max(0, (frame - fade.startFrame + 1) / fade.frames));
    return this.#from + (fade.to - this.#from) * (0.5 - 0.5 * Math.cos(Math.PI * share));
  }
}
