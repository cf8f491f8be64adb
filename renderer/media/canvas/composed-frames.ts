/** The composed picture of a canvas as frames for the engine: one for each frame time of the program, changed or not. */
import { nowUs } from '../worker/clock.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { FrameSource, ProgramSink, RawFrame } from '../sources/frame-source.ts';
import { ProgramTicks } from '../sources/program-ticks.ts';
import type { SceneComposer } from './scene-composer.ts';
import type { SceneViews } from './views/scene-views.ts';

export class ComposedFrames implements FrameSource {
  readonly #composer: SceneComposer;
  readonly #sink: ProgramSink;
  readonly #views: SceneViews;
  readonly #onFailed: (message: string) => void;
  readonly #ticks: ProgramTicks;
  #program: ProgramFormat;
  #isComposing = false;
  /** Of the picture that was sent or shown last. */
  #revision = -1;
  /** Why the last picture could not be composed. */
  #failure: string | undefined;

  constructor(
    composer: SceneComposer,
    program: ProgramFormat,
    sink: ProgramSink,
    views: SceneViews,
    onFailed: (message: string) => void,
  ) {
    this.#composer = composer;
    this.#views = views;
    this.#program = program;
    this.#sink = sink;
    this.#onFailed = onFailed;
    this.#ticks = new ProgramTicks(program.fps, this.#tick);
  }

  start(): void {
    this.#ticks.start();
  }

  setProgram(program: ProgramFormat): void {
    this.#program = program;
    this.#ticks.setRate(program.fps);
    this.#composer.setProgram(program);
    this.#revision = -1;
  }

  /** The time of the next picture. */
  get nextUs(): number {
    return this.#timeOf(this.#ticks.nextUs);
  }

  /** A frame that found no credit is skipped: the next one is made of newer pictures. */
  onCredit(): void {}

  end(): void {
    this.#ticks.stop();
    this.#composer.end();
  }

  readonly #tick = (tickUs: number): void => {
    this.#sendFrame(tickUs).catch((error: unknown) => {
      // What goes wrong at each frame is said once.
      const message = error instanceof Error ? error.message : String(error);
      if (message !== this.#failure) this.#onFailed(message);
      this.#failure = message;
    });
  };

  /** The moment that a frame shows. The frame is composed half a frame later: each source has the picture captured nearest by then. */
  #timeOf(tickUs: number): number {
    return Math.round(tickUs - 500_000 / this.#program.fps);
  }

  async #sendFrame(tickUs: number): Promise<void> {
    const timestampUs = this.#timeOf(tickUs);
    const isSent = this.#sink.hasCredit && !this.#isComposing;
    if (!isSent) this.#sink.countSkipped('noCredit');
    if (this.#isComposing) return;
    this.#isComposing = true;
    try {
      if (isSent || this.#sink.wantsUnsent(false)) await this.#composeFrame(timestampUs, isSent);
      await this.#views.compose(timestampUs, this.#program);
      this.#failure = undefined;
    } finally {
      this.#isComposing = false;
    }
  }

  async #composeFrame(timestampUs: number, isSent: boolean): Promise<void> {
    const startUs = nowUs();
    const { width, height } = this.#program;
    const composed = await this.#composer.compose(timestampUs);
    if (composed === undefined) return;
    const { data, revision } = composed;
    const frame: RawFrame = { timestampUs, width, height, format: 'I420', colour: 'bt709-limited', data };
    const isRepeated = revision === this.#revision;
    this.#revision = revision;
    if (isSent && this.#sink.hasCredit) this.#sink.send(frame, isRepeated);
    else if (!isRepeated || this.#sink.wantsUnsent(true)) this.#sink.showUnsent(frame, nowUs() - startUs);
  }
}
