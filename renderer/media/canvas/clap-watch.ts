/**
 * Watches one channel for a clap, and keeps small copies of the program's pictures around it, so that a person sees in which of them the
 * hands meet. Both have the times with which they are sent, with every delay that is set.
 */
import { ClapFinder } from '../audio/clap-finder.ts';
import type { SoundBlock } from '../mixer/filters/sound-filter.ts';
import type { RawFrame } from '../sources/frame-source.ts';
import type { ClapPicture } from './clap-picture.ts';
import { toVideoFrame } from './video-frame.ts';

/** Pictures on either side of the sound. */
const AROUND_US = 400_000;
const WIDTH = 192;
const MAX_PICTURES = 64;

export class ClapWatch {
  readonly #onFound: (pictures: readonly ClapPicture[]) => void;
  readonly #finder = new ClapFinder();
  #pictures: { readonly timestampUs: number; readonly picture: ImageBitmap }[] = [];
  #clapUs: number | undefined;
  #isEnded = false;

  constructor(onFound: (pictures: readonly ClapPicture[]) => void) {
    this.#onFound = onFound;
  }

  takeSound(timestampUs: number, { left, right }: SoundBlock, sampleRate: number): void {
    const clapUs = this.#finder.push(left, right, timestampUs, sampleRate);
    this.#clapUs ??= clapUs;
  }

  /** The frame's bytes are read at once. */
  takePicture(frame: RawFrame): void {
    const { timestampUs, width, height } = frame;
    const size = { resizeWidth: WIDTH, resizeHeight: Math.round((WIDTH * height) / width) };
    const shown = toVideoFrame(frame);
    createImageBitmap(shown, size)
      .then((picture) => this.#keep(timestampUs, picture))
      // A picture that can't be copied is one fewer to choose from.
      .catch(() => undefined)
      .finally(() => shown.close());
  }

  end(): void {
    this.#isEnded = true;
    for (const { picture } of this.#pictures) picture.close();
    this.#pictures = [];
  }

  #keep(timestampUs: number, picture: ImageBitmap): void {
    if (this.#isEnded) return picture.close();
    this.#pictures.push({ timestampUs, picture });
    const clapUs = this.#clapUs;
    const oldestUs = (clapUs ?? timestampUs - AROUND_US) - AROUND_US;
    while (this.#pictures.length > MAX_PICTURES || (this.#pictures[0]?.timestampUs ?? oldestUs) < oldestUs)
      this.#pictures.shift()?.picture.close();
    if (clapUs === undefined || timestampUs < clapUs + AROUND_US) return;
    const found = this.#pictures.map((each) => ({
      laterMs: (each.timestampUs - clapUs) / 1000,
      picture: each.picture,
    }));
    this.#pictures = [];
    this.#clapUs = undefined;
    this.#onFound(found);
  }
}
