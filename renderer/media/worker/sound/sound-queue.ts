/**
 * Sound that waits for the next frame, to travel in its message: a message costs both ends far more than its bytes do. Sound goes by
 * itself where no frames are sent, and where none comes within the time of a block. Pure but for its memory.
 */
import type { AudioBlock, TrackBlock } from '../../../../shared/media/media-port.ts';

/** A frame so long ago: none may follow. */
const FRAMES_FLOW_US = 20_000;
/** The next block comes after 20 ms, give or take a little. */
const MAX_WAIT_US = 15_000;

export class SoundQueue {
  #blocks: TrackBlock[] = [];
  #sinceUs = 0;
  #frameUs = -Infinity;

  /** The block's bytes are copied. */
  add(trackId: string, { timestampUs, sampleRate, channels, data }: AudioBlock, nowUs: number): void {
    if (this.#blocks.length === 0) this.#sinceUs = nowUs;
    this.#blocks.push({ trackId, timestampUs, sampleRate, channels, data: data.slice(0) });
  }

  /** Whether what waits is to go by itself. */
  isDue(nowUs: number): boolean {
    if (this.#blocks.length === 0) return false;
    return nowUs - this.#frameUs > FRAMES_FLOW_US || nowUs - this.#sinceUs > MAX_WAIT_US;
  }

  /** For a frame that is sent now. @returns undefined when nothing waits. */
  takeWithFrame(nowUs: number): readonly TrackBlock[] | undefined {
    this.#frameUs = nowUs;
    return this.#blocks.length === 0 ? undefined : this.take();
  }

  take(): readonly TrackBlock[] {
    const blocks = this.#blocks;
    this.#blocks = [];
    return blocks;
  }

  clear(): void {
    this.#blocks = [];
    this.#frameUs = -Infinity;
  }
}
