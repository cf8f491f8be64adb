/** The test picture as a source: straight to the engine, or a layer in the program's size. */
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { Picture } from '../compositor/picture.ts';
import type { FrameSource, ProgramSink } from '../sources/frame-source.ts';
import { PatternFrames } from '../sources/pattern-frames.ts';
import type { FrameLoader } from './frame-loader.ts';
import type { LayerSource, VideoSource } from './layer-source.ts';

export class PatternSource implements VideoSource {
  readonly #originUs: number;
  readonly #loader: () => FrameLoader;

  /** @param originUs when frame 0 is due, on the one clock. */
  constructor(originUs: number, loader: () => FrameLoader) {
    this.#originUs = originUs;
    this.#loader = loader;
  }

  openStraight(program: ProgramFormat, sink: ProgramSink): FrameSource {
    return new PatternFrames(program, this.#originUs, sink);
  }

  openLayer(program: ProgramFormat): LayerSource {
    return new PatternLayer(this.#originUs, program, this.#loader());
  }

  end(): void {}
}

class PatternLayer implements LayerSource {
  readonly #originUs: number;
  readonly #program: ProgramFormat;
  readonly #loader: FrameLoader;
  readonly #pattern: PatternPicture;
  #picture: Picture | undefined;
  #frameNumber = -1;

  constructor(originUs: number, program: ProgramFormat, loader: FrameLoader) {
    this.#originUs = originUs;
    this.#program = program;
    this.#loader = loader;
    this.#pattern = new PatternPicture(program.width, program.height, program.fps);
  }

  prepare(timestampUs: number): Picture | undefined {
    const { width, height, fps } = this.#program;
    const frameNumber = Math.max(0, Math.round(((timestampUs - this.#originUs) * fps) / 1_000_000));
    if (frameNumber === this.#frameNumber) return this.#picture;
    this.#frameNumber = frameNumber;
    const dueUs = Math.round(this.#originUs + (frameNumber * 1_000_000) / fps);
    const planes = this.#pattern.render(frameNumber, dueUs);
    this.#picture = this.#loader.store(planes, { width, height }, this.#picture);
    return this.#picture;
  }

  end(): void {
    if (this.#picture !== undefined) this.#loader.free(this.#picture);
    this.#picture = undefined;
  }
}
