/** The slate as a source: what viewers see while the broadcaster is away, drawn once for each size and sent at the program's rate. */
import type { FrameBytes } from '../convert/frame-bytes.ts';
import { rgbToI420 } from '../convert/rgb-to-i420.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { FrameSource, ProgramSink } from './frame-source.ts';
import { ProgramTicks } from './program-ticks.ts';

/** Of the font that the worker loads for the slate. */
export const SLATE_FAMILY = 'Inter';

const SLATE_GROUND = '#14181f';
const SLATE_INK = '#eef1f6';
/** Height of the words as a share of the picture's shorter side. */
const SLATE_SHARE = 0.1;
/** The window's own, and what it falls back to for other scripts. */
const SLATE_FONT = `"${SLATE_FAMILY}", system-ui, 'DejaVu Sans', sans-serif`;

export class SlateFrames implements FrameSource {
  readonly #sink: ProgramSink;
  readonly #ticks: ProgramTicks;
  readonly #text: string;
  #program: ProgramFormat;
  #picture: FrameBytes | undefined;

  /**
   * @param text what viewers read.
   * @param fontLoading settles when its font is there, absent where it is: viewers never wait for the font, the slate is drawn again.
   */
  constructor(program: ProgramFormat, sink: ProgramSink, text: string, fontLoading?: Promise<void>) {
    this.#text = text;
    this.#program = program;
    this.#sink = sink;
    this.#ticks = new ProgramTicks(program.fps, (timestampUs) => this.#send(timestampUs));
    void fontLoading?.then(() => {
      this.#picture = undefined;
    });
  }

  start(): void {
    this.#ticks.start();
  }

  setProgram(program: ProgramFormat): void {
    const { width, height } = this.#program;
    if (program.width !== width || program.height !== height) this.#picture = undefined;
    this.#program = program;
    this.#ticks.setRate(program.fps);
  }

  /** A frame that found no credit is skipped: the next one looks the same. */
  onCredit(): void {}

  end(): void {
    this.#ticks.stop();
  }

  #send(timestampUs: number): void {
    const isSent = this.#sink.hasCredit;
    if (!isSent) this.#sink.countSkipped('noCredit');
    if (!isSent && !this.#sink.wantsUnsent(this.#picture !== undefined)) return;
    const { width, height } = this.#program;
    const isRepeated = this.#picture !== undefined;
    this.#picture ??= drawSlate(width, height, this.#text);
    const frame = { timestampUs, width, height, ...this.#picture };
    if (isSent) this.#sink.send(frame, isRepeated);
    else this.#sink.showUnsent(frame, 0);
  }
}

/** Width and height are even. */
function drawSlate(width: number, height: number, text: string): FrameBytes {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
  if (context === null) throw new Error('no 2D canvas in the worker');
  context.fillStyle = SLATE_GROUND;
  context.fillRect(0, 0, width, height);
  context.fillStyle = SLATE_INK;
  context.font = `600 ${Math.round(Math.min(width, height) * SLATE_SHARE)}px ${SLATE_FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, width / 2, height / 2);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const data = new Uint8Array((width * height * 3) / 2);
  rgbToI420(pixels, false, width, height, data);
  return { format: 'I420', colour: 'bt709-limited', data };
}
