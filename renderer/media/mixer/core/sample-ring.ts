/** The last seconds of a channel's sound, planar, by frame number. What lies before or after what is known is silence. */

export class SampleRing {
  #left: Float32Array;
  #right: Float32Array;
  #mask: number;
  #end = 0;

  constructor(frames: number) {
    const capacity = powerOfTwo(frames);
    this.#left = new Float32Array(capacity);
    this.#right = new Float32Array(capacity);
    this.#mask = capacity - 1;
  }

  get capacity(): number {
    return this.#mask + 1;
  }

  /** The frame after the last. */
  get end(): number {
    return this.#end;
  }

  /** Makes room for so many frames; what is known stays. */
  reserve(frames: number): void {
    if (frames <= this.capacity) return;
    const larger = new SampleRing(frames);
    const from = this.#end - this.capacity;
    for (let frame = from; frame < this.#end; frame += 1) {
      larger.#left[frame & larger.#mask] = this.#left[frame & this.#mask] as number;
      larger.#right[frame & larger.#mask] = this.#right[frame & this.#mask] as number;
    }
    this.#left = larger.#left;
    this.#right = larger.#right;
    this.#mask = larger.#mask;
  }

  /** @param samples interleaved, both sides */
  write(samples: Float32Array): void {
    const [left, right, mask] = [this.#left, this.#right, this.#mask];
    let at = this.#end;
    for (let index = 0; index + 1 < samples.length; index += 2, at += 1) {
      left[at & mask] = samples[index] as number;
      right[at & mask] = samples[index + 1] as number;
    }
    this.#end = at;
  }

  /** Silence up to this frame. */
  skipTo(frame: number): void {
    for (let at = Math.max(this.#end, frame - this.capacity); at < frame; at += 1) {
      this.#left[at & this.#mask] = 0;
      this.#right[at & this.#mask] = 0;
    }
    this.#end = Math.max(this.#end, frame);
  }

  /** Forgets all sound; the next that is written is frame 0. */
  clear(): void {
    this.#left.fill(0);
    this.#right.fill(0);
    this.#end = 0;
  }

  /** Fills both arrays with what begins at this frame. */
  read(frame: number, left: Float32Array, right: Float32Array): void {
    const count = left.length;
    const begin = Math.min(count, Math.max(0, this.#end - this.capacity - frame));
    const end = Math.max(begin, Math.min(count, this.#end - frame));
    left.fill(0, 0, begin);
    right.fill(0, 0, begin);
    const from = (frame + begin) & this.#mask;
    // Up to the ring's own end, then on from its beginning.
    const turn = Math.min(end, begin + this.capacity - from);
    left.set(this.#left.subarray(from, from + turn - begin), begin);
    right.set(this.#right.subarray(from, from + turn - begin), begin);
    if (turn < end) {
      left.set(this.#left.subarray(0, end - turn), turn);
      right.set(this.#right.subarray(0, end - turn), turn);
    }
    left.fill(0, end);
    right.fill(0, end);
  }
}

function powerOfTwo(least: number): number {
  let size = 1024;
  while (size < least) size *= 2;
  return size;
}
