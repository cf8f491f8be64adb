/** A camera or a screen as a layer. Frames are copied only when they show; the last one stays when the device is gone. */
import type { Picture } from '../compositor/picture.ts';
import { nowUs } from '../worker/clock.ts';
import type { FrameTaker, TrackReader } from '../sources/track-reader.ts';
import type { FrameLoader } from './frame-loader.ts';
import type { LayerSource } from './layer-source.ts';
import { nearestFrame } from '../sources/nearest-frame.ts';

/** Cameras lend few frames at a time, and stand still when all are lent: one waits behind the one that is nearer to its moment. */
const MAX_HELD_FRAMES = 2;
/** A layer that was not asked for so long shows nowhere: the newest frame is enough. */
const SHOWN_US = 200_000;

interface HeldFrame {
  readonly frame: VideoFrame;
  readonly capturedUs: number;
}

export class TrackLayer implements LayerSource, FrameTaker {
  readonly #reader: TrackReader;
  readonly #loader: FrameLoader;
  readonly #periodUs: number;
  /** Newer than the frame that shows, oldest first. */
  #held: HeldFrame[] = [];
  #picture: Picture | undefined;
  #shownUs = -Infinity;
  #phaseUs = 0;
  #askedUs = -Infinity;
  #isLoading = false;
  #isEnded = false;

  /** @param fps of the program. */
  constructor(reader: TrackReader, loader: FrameLoader, fps: number) {
    this.#reader = reader;
    this.#loader = loader;
    this.#periodUs = 1_000_000 / fps;
    reader.giveTo(this);
  }

  take(frame: VideoFrame, capturedUs: number): void {
    if (this.#isEnded) return frame.close();
    this.#held.push({ frame, capturedUs });
    const most = nowUs() - this.#askedUs < SHOWN_US ? MAX_HELD_FRAMES : 1;
    while (this.#held.length > most) this.#held.shift()?.frame.close();
  }

  /** The frame that was captured nearest to that moment, steadily. */
  async prepare(timestampUs: number): Promise<Picture | undefined> {
    this.#askedUs = nowUs();
    this.#reader.shown(timestampUs, this.#periodUs);
    const { index, phaseUs } = nearestFrame(
      this.#shownUs,
      this.#held.map(({ capturedUs }) => capturedUs),
      timestampUs,
      { phaseUs: this.#phaseUs, periodUs: this.#periodUs },
    );
    this.#phaseUs = phaseUs;
    const taken = index === undefined ? [] : this.#held.splice(0, index + 1);
    const nearest = taken.at(-1);
    if (nearest === undefined) return this.#picture;
    this.#shownUs = nearest.capturedUs;
    this.#isLoading = true;
    try {
      this.#picture = await this.#loader.load(nearest.frame, this.#picture);
    } finally {
      this.#isLoading = false;
      for (const { frame } of taken) frame.close();
      if (this.#isEnded) this.#free();
    }
    return this.#picture;
  }

  end(): void {
    this.#reader.stopGivingTo(this);
    for (const { frame } of this.#held) frame.close();
    this.#held = [];
    this.#isEnded = true;
    if (!this.#isLoading) this.#free();
  }

  #free(): void {
    if (this.#picture !== undefined) this.#loader.free(this.#picture);
    this.#picture = undefined;
  }
}
