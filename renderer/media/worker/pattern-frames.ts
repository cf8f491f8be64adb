/**
 * The test picture as a source: frame n is due at exactly n / fps after the origin and is painted only when it can be
 * sent, straight as I420. A frame that finds no credit waits half a second at most, unpainted, and is then skipped; its
 * number goes with it, so that the ruler sees the loss.
 */
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { i420ToRgba } from '../convert/i420-to-rgba.ts';
import { nowUs } from './clock.ts';
import type { FrameSink, FrameSource } from './frame-source.ts';
import type { ProgramFormat } from '../capture/worker-messages.ts';

const MAX_WAITING_SECONDS = 0.5;
const PREVIEW_FPS = 10;

/** What shows the picture in the window, and the pixels for it, used again. */
interface Preview {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly image: ImageData;
}

export class PatternFrames implements FrameSource {
  readonly #sink: FrameSink;
  readonly #originUs: number;
  #program: ProgramFormat;
  #picture: PatternPicture;
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #preview: Preview | undefined;
  #previewedUs = 0;

  /** @param originUs when frame 0 is due, on the one clock. */
  constructor(program: ProgramFormat, originUs: number, sink: FrameSink) {
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

  setPreview(canvas: OffscreenCanvas | undefined): void {
    const context = canvas?.getContext('2d', { alpha: false });
    if (canvas === undefined || context === undefined || context === null) this.#preview = undefined;
    else this.#preview = { context, image: context.createImageData(canvas.width, canvas.height) };
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
      this.#next++;
      this.#sink.countSkipped('noCredit');
    }
    let isPainted = false;
    while (this.#next <= newest && this.#sink.hasCredit) {
      this.#send(this.#next);
      this.#next++;
      isPainted = true;
    }
    if (this.#preview === undefined || now - this.#previewedUs < 1_000_000 / PREVIEW_FPS) return;
    this.#previewedUs = now;
    if (!isPainted) this.#picture.render(newest, Math.round(this.#dueUs(newest)));
    this.#show(this.#preview);
  }

  #send(frameNumber: number): void {
    const timestampUs = Math.round(this.#dueUs(frameNumber));
    const { width, height } = this.#program;
    const data = this.#picture.render(frameNumber, timestampUs).buffer;
    this.#sink.send({
      timestampUs,
      width,
      height,
      format: 'I420',
      colour: 'bt709-limited',
      data,
    });
  }

  #show({ context, image }: Preview): void {
    const { width, height } = this.#program;
    i420ToRgba(this.#picture.data, width, height, image);
    context.putImageData(image, 0, 0);
  }
}
