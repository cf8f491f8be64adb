/** An image file as a source: still, or moving at the file's own pace. */
import { asDrawn } from '../drawn-picture.ts';
import type { DrawnPicture, Pixels, StillSource } from '../drawn-picture.ts';
import { AnimationFrames } from './animation-frames.ts';
import { AnimationTimeline } from './animation-timeline.ts';
import { readImageHeader } from './header/image-header.ts';
import { checkSize, openDecoder } from './image-decoding.ts';

export interface ImageSurroundings {
  /** Draws an SVG at its own size: only a page can. */
  readonly drawSvg: (bytes: ArrayBuffer) => Promise<Pixels>;
}

/**
 * @param bytes a whole file; they belong to the source from now on.
 * @param originUs when an animation begins, in the program's time.
 * @throws AppError `source/bad-image`
 */
export async function openImage(
  bytes: ArrayBuffer,
  originUs: number,
  { drawSvg }: ImageSurroundings,
): Promise<StillSource> {
  const header = readImageHeader(new Uint8Array(bytes));
  if (header.type === 'image/svg+xml') {
    const drawn = await drawSvg(bytes);
    checkSize(drawn.width, drawn.height);
    return new StillImage(drawn);
  }
  const decoder = await openDecoder(bytes, header);
  try {
    const first = await decoder.decode(0);
    if (decoder.frameCount > 1) {
      const timeline = new AnimationTimeline(decoder.frameCount, decoder.plays);
      return new Animation(timeline, new AnimationFrames(decoder, timeline, first), originUs);
    }
    decoder.close();
    return new StillImage(first.picture);
  } catch (error) {
    decoder.close();
    throw error;
  }
}

/** Also a picture that was drawn elsewhere. */
class StillImage implements StillSource {
  #picture: DrawnPicture | undefined;

  constructor(picture: Pixels) {
    this.#picture = asDrawn(picture);
  }

  pictureAt(): DrawnPicture | undefined {
    return this.#picture;
  }

  nextChangeUs(): number {
    return Infinity;
  }

  end(): void {
    this.#picture = undefined;
  }
}

export class Animation implements StillSource {
  readonly #timeline: AnimationTimeline;
  readonly #frames: AnimationFrames;
  readonly #originUs: number;
  /** Stands until a frame that comes late is decoded. */
  #last: DrawnPicture | undefined;
  #isLate = false;

  constructor(timeline: AnimationTimeline, frames: AnimationFrames, originUs: number) {
    this.#timeline = timeline;
    this.#frames = frames;
    this.#originUs = originUs;
  }

  pictureAt(programUs: number): DrawnPicture | undefined {
    const frame = this.#frames.show(this.#timeline.at(programUs - this.#originUs).index);
    this.#isLate = frame === undefined;
    this.#last = frame ?? this.#last;
    return this.#last;
  }

  nextChangeUs(programUs: number): number {
    if (this.#isLate) return programUs;
    return this.#timeline.at(programUs - this.#originUs).changeUs + this.#originUs;
  }

  end(): void {
    this.#frames.end();
    this.#last = undefined;
    this.#isLate = false;
  }
}
