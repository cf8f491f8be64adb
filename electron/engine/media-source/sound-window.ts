/** How many blocks of a source's sound are on their way to the page: bounded, as pictures are by their slots. */
import { MEDIA_SOUND_BLOCKS } from '../../../shared/media/media-source-port.ts';

export class SoundWindow {
  #free = MEDIA_SOUND_BLOCKS;

  /** A run begins: what was on its way is void. */
  reset(): void {
    this.#free = MEDIA_SOUND_BLOCKS;
  }

  /** False while too many are on their way. */
  take(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  giveBack(blocks: number): void {
    this.#free = Math.min(MEDIA_SOUND_BLOCKS, this.#free + blocks);
  }
}
