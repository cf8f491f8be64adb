/**
 * The decoded frames of an animation: all of them where they fit the memory, otherwise some ahead of the one that shows. Decodes one frame at a
 * time, always the first missing one in the order of play.
 */
import type { DrawnPicture, Pixels } from '../drawn-picture.ts';
import { asDrawn } from '../drawn-picture.ts';
import type { AnimationTimeline } from './animation-timeline.ts';

export interface DecodedFrame {
  readonly picture: Pixels;
  readonly durationUs: number;
}

export interface FrameDecoder {
  /** @throws what the decoder throws for a damaged frame */
  decode(index: number): Promise<DecodedFrame>;
  close(): void;
}

/** The most that the frames of one animation take. */
export const MAX_ANIMATION_BYTES = 256 * 1024 * 1024;
/** Frames in memory where not all fit: the one that shows, and those to come. */
const WINDOW_FRAMES = 8;
/** Fewer in memory than these, and nothing could be ready in time. */
export const LEAST_WINDOW_FRAMES = 4;

export class AnimationFrames {
  readonly #decoder: FrameDecoder;
  readonly #timeline: AnimationTimeline;
  readonly #limit: number;
  readonly #frames = new Map<number, DrawnPicture>();
  #shown = 0;
  #isDecoding = false;
  #isEnded = false;

  /** @param first frame 0, decoded already: its size is every frame's. */
  constructor(
    decoder: FrameDecoder,
    timeline: AnimationTimeline,
    first: DecodedFrame,
    maxBytes = MAX_ANIMATION_BYTES,
  ) {
    this.#decoder = decoder;
    this.#timeline = timeline;
    const fitting = Math.floor(maxBytes / first.picture.pixels.byteLength);
    this.#limit = fitting >= timeline.frameCount ? timeline.frameCount : Math.min(fitting, WINDOW_FRAMES);
    this.#keep(0, first);
  }

  /** The frame if it is decoded. Those that follow it are decoded next. */
  show(index: number): DrawnPicture | undefined {
    if (this.#isEnded) return undefined;
    this.#shown = index;
    if (!this.#isDecoding) void this.#decodeMissing();
    return this.#frames.get(index);
  }

  end(): void {
    this.#isEnded = true;
    this.#frames.clear();
    this.#decoder.close();
  }

  async #decodeMissing(): Promise<void> {
    this.#isDecoding = true;
    try {
      for (let index = this.#firstMissing(); index !== undefined; index = this.#firstMissing()) {
        const frame = await this.#decoder.decode(index);
        if (this.#isEnded) return;
        this.#keep(index, frame);
      }
    } catch {
      // What is damaged ends the animation: the frames before it play on, as in browsers.
      if (!this.#isEnded) this.#timeline.endHere();
    } finally {
      this.#isDecoding = false;
    }
  }

  #firstMissing(): number | undefined {
    const { frameCount, knownCount } = this.#timeline;
    for (let ahead = 0; ahead < Math.min(this.#limit, frameCount); ahead += 1) {
      const index = (this.#shown + ahead) % frameCount;
      // Lengths are learned in order: none is skipped.
      if (!this.#frames.has(index)) return Math.min(index, knownCount);
    }
    return undefined;
  }

  #keep(index: number, { picture, durationUs }: DecodedFrame): void {
    if (index === this.#timeline.knownCount) this.#timeline.add(durationUs);
    this.#frames.set(index, asDrawn(picture));
    if (this.#frames.size <= this.#limit) return;
    for (const kept of this.#frames.keys()) {
      const ahead = (kept - this.#shown + this.#timeline.frameCount) % this.#timeline.frameCount;
      if (ahead >= this.#limit) this.#frames.delete(kept);
    }
  }
}
