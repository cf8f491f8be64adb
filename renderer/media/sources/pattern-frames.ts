/**
 * The test picture as a source: frame n is due at exactly n / fps after the origin and is painted only when it can be
 * sent, straight as I420. A frame that finds no credit waits half a second at most, unpainted, and is then skipped; its
 * number goes with it, so that the ruler sees the loss.
 */
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { nowUs } from '../worker/clock.ts';
import type { FrameSource, ProgramSink, RawFrame } from './frame-source.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';

const MAX_WAITING_SECONDS = 0.5;

export class PatternFrames implements FrameSource {
  readonly #sink: ProgramSink;
  readonly #originUs: number;
  #program: ProgramFormat;
  #picture: PatternPicture;
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param originUs when frame 0 is due, on the one clock. */
  constructor(program: ProgramFormat, originUs: number, sink: ProgramSink) {
    this.#program = program;
    this.#originUs = originUs;
    this.#sink = sink;
    this.#picture = new PatternPicture(program.width, program.height, program.fps);
  }

  start(): void {
    this.#run();
  }

  /** Numbers go on at a new size; at a new rate they count from the origin at that rate. */
  setProgram(program: ProgramFormat): void {
    const { width, height, fps } = this.#program;
    this.#program = program;
    if (width === program.width && height === program.height && fps === program.fps) return;
    this.#picture = new PatternPicture(program.width, program.height, program.fps);
    if (fps !== program.fps) this.#next = Math.ceil(((nowUs() - this.#originUs) * program.fps) / 1_000_000);
  }

  onCredit(): void {
    this.#sendDue();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #dueUs(frameNumber: number): number {
    return this.#originUs + (frameNumber * 1_000_000) / this.#program.fps;
  }

  #run(): void {
    this.#sendDue();
    const now = nowUs();
    const upcoming = Math.max(
      this.#next,
      Math.floor(((now - this.#originUs) * this.#program.fps) / 1_000_000) + 1,
    );
    this.#timer = setTimeout(() => this.#run(), Math.max(1, (this.#dueUs(upcoming) - now) / 1000));
  }

  #sendDue(): void {
    const now = nowUs();
    const newest = Math.floor(((now - this.#originUs) * this.#program.fps) / 1_000_000);
    while (this.#next < newest - MAX_WAITING_SECONDS * this.#program.fps) {
      this.#next += 1;
      this.#sink.countSkipped('noCredit');
    }
    while (this.#next <= newest && this.#sink.hasCredit) {
      this.#sink.send(this.#paint(this.#next));
      this.#next += 1;
    }
    if (this.#next > newest || !this.#sink.wantsUnsent(false)) return;
    this.#sink.showUnsent(this.#paint(newest), nowUs() - now);
  }

  #paint(frameNumber: number): RawFrame {
    const timestampUs = Math.round(this.#dueUs(frameNumber));
    const { width, height } = this.#program;
    const data = this.#picture.render(frameNumber, timestampUs);
    return { timestampUs, width, height, format: 'I420', colour: 'bt709-limited', data };
  }
}
