/**
 * What is on air on the program's canvas: the chosen source, or the slate while the broadcaster is away. The source that is not on air
 * runs on, so that coming back takes no time; its frames go nowhere.
 */
import type { ProgramFormat } from '../capture/worker-messages.ts';
import type { FrameSink, FrameSource, RawFrame } from './frame-source.ts';
import { SlateFrames } from './slate-frames.ts';

/**
 * A source that is not on air goes on at its pace, by the same credits but without spending any: while there is no stream it copies
 * nothing. Nothing of it is counted, since nobody misses it.
 */
class SourceSink implements FrameSink {
  readonly #program: FrameSink;
  isOnAir = true;

  constructor(program: FrameSink) {
    this.#program = program;
  }

  get hasCredit(): boolean {
    return this.#program.hasCredit;
  }

  send(frame: RawFrame): void {
    if (this.isOnAir) this.#program.send(frame);
  }

  countSkipped(cause: 'noCredit' | 'surplus'): void {
    if (this.isOnAir) this.#program.countSkipped(cause);
  }
}

export class ProgramScene {
  readonly #program: FrameSink;
  readonly #sourceSink: SourceSink;
  #source: FrameSource | undefined;
  #slate: SlateFrames | undefined;

  constructor(program: FrameSink) {
    this.#program = program;
    this.#sourceSink = new SourceSink(program);
  }

  /** In place of the source before. @param make gets what the source sends to. */
  show(make: (sink: FrameSink) => FrameSource): void {
    this.clear();
    this.#source = make(this.#sourceSink);
    this.#source.start();
  }

  /** The device of the source is gone: its last picture stays until another source is shown. */
  hold(): void {
    this.#source?.hold?.();
  }

  clear(): void {
    this.#source?.end();
    this.#source = undefined;
  }

  setAway(isAway: boolean, format: ProgramFormat): void {
    this.#slate?.end();
    this.#slate = undefined;
    this.#sourceSink.isOnAir = !isAway;
    if (!isAway) return;
    this.#slate = new SlateFrames(format, this.#program);
    this.#slate.start();
  }

  setProgram(format: ProgramFormat): void {
    this.#source?.setProgram(format);
    this.#slate?.setProgram(format);
  }

  onCredit(): void {
    (this.#slate ?? this.#source)?.onCredit();
  }
}
