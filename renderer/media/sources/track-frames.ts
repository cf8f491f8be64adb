/**
 * Frames of a camera or a screen that fills the canvas, on their way to the engine: placed in time, converted, sent against a
 * credit. While there is no credit nothing is copied: the newest frame waits, older ones are counted as skipped.
 */
import type { FrameBytes } from '../convert/frame-bytes.ts';
import { FrameConverter } from '../convert/frame-bytes.ts';
import { nowUs } from '../worker/clock.ts';
import type { FrameSource, ProgramSink } from './frame-source.ts';
import { nearestFrame } from './nearest-frame.ts';
import { ProgramTicks } from './program-ticks.ts';
import { SourceCadence } from './source-cadence.ts';
import type { FrameTaker, TrackReader } from './track-reader.ts';
import type { Pacing, ProgramFormat } from '../worker/worker-messages.ts';

/** Screens lend few frames at a time: one waits behind the one that is nearer to its moment. */
const MAX_HELD_FRAMES = 2;
/** A source that was lost leaves its last picture; viewers see it stand, and the stream goes on. */
const HELD_PICTURE_MS = 500;

interface WaitingFrame {
  readonly frame: VideoFrame;
  readonly timestampUs: number;
}

export class TrackFrames implements FrameSource, FrameTaker {
  readonly #sink: ProgramSink;
  readonly #onFailed: (message: string) => void;
  readonly #pacing: Pacing;
  readonly #reader: TrackReader;
  #program: ProgramFormat;
  #cadence: SourceCadence;
  #converter: FrameConverter;
  #waiting: WaitingFrame | undefined;
  /** Of a screen: newer than the frame that waits, oldest first. One of them waits once its moment comes. */
  #held: WaitingFrame[] = [];
  /** When the frame was captured that came last from there, and how long after its moment. */
  #chosenUs = -Infinity;
  #phaseUs = 0;
  /** The waiting frame that the preview has shown. */
  #previewed: WaitingFrame | undefined;
  /** The frame sent last, repeated while a screen shows nothing new. */
  #last: FrameBytes | undefined;
  #isSending = false;
  #isEnded = false;
  /** For a source that is sent at the program's rate, whether it shows anything new or not. */
  readonly #ticks: ProgramTicks | undefined;
  #holding: ReturnType<typeof setInterval> | undefined;

  constructor(
    reader: TrackReader,
    pacing: Pacing,
    program: ProgramFormat,
    sink: ProgramSink,
    onFailed: (message: string) => void,
  ) {
    this.#reader = reader;
    this.#pacing = pacing;
    this.#program = program;
    this.#cadence = new SourceCadence(program.fps);
    this.#converter = new FrameConverter(program);
    this.#sink = sink;
    this.#onFailed = onFailed;
    if (pacing === 'clock')
      this.#ticks = new ProgramTicks(program.fps, (timestampUs) => this.#tick(timestampUs));
  }

  start(): void {
    this.#reader.giveTo(this);
    this.#ticks?.start();
  }

  setProgram(program: ProgramFormat): void {
    const isSameSize = program.width === this.#program.width && program.height === this.#program.height;
    if (program.fps !== this.#program.fps) this.#cadence = new SourceCadence(program.fps);
    this.#program = program;
    this.#ticks?.setRate(program.fps);
    if (isSameSize) return;
    this.#converter = new FrameConverter(program);
    this.#last = undefined;
  }

  onCredit(): void {
    if (this.#pacing === 'frames') void this.#sendWaiting();
  }

  /** The source is gone: its last picture is sent again and again until `end`. */
  hold(): void {
    this.end();
    this.#holding = setInterval(() => {
      this.#repeat(Math.round(nowUs()));
    }, HELD_PICTURE_MS);
  }

  end(): void {
    this.#isEnded = true;
    clearInterval(this.#holding);
    this.#ticks?.stop();
    for (const { frame } of this.#held) frame.close();
    this.#held = [];
    this.#waiting?.frame.close();
    this.#waiting = undefined;
    this.#reader.stopGivingTo(this);
  }

  async take(frame: VideoFrame, capturedUs: number): Promise<void> {
    if (this.#pacing === 'clock') return this.#keep({ frame, timestampUs: capturedUs });
    const timestampUs = this.#cadence.place(capturedUs);
    if (timestampUs === undefined) {
      frame.close();
      this.#sink.countSkipped('surplus');
      return;
    }
    this.#await({ frame, timestampUs }, 'noCredit');
    await this.#sendWaiting();
  }

  /** Until its moment. */
  #keep(frame: WaitingFrame): void {
    this.#held.push(frame);
    while (this.#held.length > MAX_HELD_FRAMES) this.#leaveOut(this.#held.shift(), 'surplus');
  }

  /** In place of the frame that waited before. */
  #await(frame: WaitingFrame, cause: 'noCredit' | 'surplus'): void {
    this.#leaveOut(this.#waiting, cause);
    this.#waiting = frame;
  }

  #leaveOut(frame: WaitingFrame | undefined, cause: 'noCredit' | 'surplus'): void {
    if (frame === undefined) return;
    frame.frame.close();
    this.#sink.countSkipped(cause);
  }

  /** Of a screen's frames the one that was captured nearest to a moment, steadily. */
  #chooseFor(momentUs: number): void {
    const waitingUs = this.#held.map(({ timestampUs }) => timestampUs);
    const { index, phaseUs } = nearestFrame(this.#chosenUs, waitingUs, momentUs, {
      phaseUs: this.#phaseUs,
      periodUs: 1_000_000 / this.#program.fps,
    });
    this.#phaseUs = phaseUs;
    const passed = index === undefined ? [] : this.#held.splice(0, index + 1);
    for (const frame of passed) this.#await(frame, 'surplus');
    this.#chosenUs = this.#waiting?.timestampUs ?? this.#chosenUs;
  }

  /**
   * Converts and sends the newest frame if there is one and a credit for it; at the time given, or when it was captured. Without a credit
   * the preview alone may have it.
   */
  async #sendWaiting(atUs?: number): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === undefined || this.#isSending) return;
    if (!this.#sink.hasCredit) return await this.#preview(waiting);
    const { frame, timestampUs } = waiting;
    const converter = this.#converter;
    const { width, height } = this.#program;
    this.#waiting = undefined;
    this.#isSending = true;
    try {
      const bytes = await converter.convert(frame);
      if (this.#isEnded || converter !== this.#converter) return;
      this.#last = bytes;
      if (!this.#sink.hasCredit) return this.#sink.countSkipped('noCredit');
      const sentUs = atUs ?? timestampUs;
      this.#sink.send({ timestampUs: sentUs, width, height, ...bytes });
      this.#cadence.sent(sentUs);
    } finally {
      frame.close();
      this.#isSending = false;
    }
  }

  /** Shows the preview what the program would be; the frame waits on for a credit. */
  async #preview(waiting: WaitingFrame): Promise<void> {
    if (!this.#sink.wantsUnsent(waiting === this.#previewed)) return;
    const converter = this.#converter;
    const { width, height } = this.#program;
    const startUs = nowUs();
    this.#previewed = waiting;
    this.#isSending = true;
    try {
      const bytes = await converter.convert(waiting.frame);
      if (this.#isEnded || converter !== this.#converter) return;
      this.#last = bytes;
      this.#sink.showUnsent({ timestampUs: waiting.timestampUs, width, height, ...bytes }, nowUs() - startUs);
    } finally {
      this.#isSending = false;
    }
    // A credit that came meanwhile found the converter taken.
    if (this.#sink.hasCredit) this.onCredit();
  }

  /** The last picture once more, for the preview alone where there is no credit. */
  #repeat(timestampUs: number): void {
    if (this.#last === undefined) return;
    const { width, height } = this.#program;
    const frame = { timestampUs, width, height, ...this.#last };
    if (this.#sink.hasCredit) {
      this.#sink.send(frame, true);
      this.#cadence.sent(timestampUs);
    } else if (this.#sink.wantsUnsent(true)) this.#sink.showUnsent(frame, 0);
  }

  /** One place of the program's clock: a picture goes, new or not. As where scenes are composed, a frame shows a moment half a frame ago. */
  #tick(tickUs: number): void {
    const periodUs = 1_000_000 / this.#program.fps;
    const momentUs = Math.round(tickUs - periodUs / 2);
    this.#reader.shown(momentUs, periodUs);
    this.#chooseFor(momentUs);
    this.#sendTick(momentUs).catch((error: unknown) => {
      this.#onFailed(error instanceof Error ? error.message : String(error));
    });
  }

  async #sendTick(timestampUs: number): Promise<void> {
    if (this.#waiting === undefined && this.#last === undefined) return;
    const waiting = this.#waiting;
    if (!this.#sink.hasCredit || this.#isSending) {
      this.#sink.countSkipped('noCredit');
      if (this.#isSending) return;
      if (waiting !== undefined) await this.#preview(waiting);
      else this.#repeat(timestampUs);
      return;
    }
    if (waiting !== undefined) await this.#sendWaiting(timestampUs);
    else this.#repeat(timestampUs);
  }
}
