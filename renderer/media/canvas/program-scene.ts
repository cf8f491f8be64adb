/**
 * What is on air on the program's canvas: the chosen source, or the slate while the broadcaster is away. The source that is not on air
 * runs on, so that coming back takes no time; its frames go nowhere.
 */
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { FrameSink, FrameSource, ProgramSink, RawFrame } from '../sources/frame-source.ts';
import type { ProgramPreview } from './program-preview.ts';
import { SlateFrames } from '../sources/slate-frames.ts';

/** Who gets each frame beside engine and preview, while somebody does. */
interface Watched {
  by: ((frame: RawFrame) => void) | undefined;
}

/**
 * A source that is not on air goes on at its pace, by the same credits but without spending any: while there is no stream it copies
 * nothing but for the preview. Nothing of it is counted, since nobody misses it.
 */
class SceneSink implements ProgramSink {
  readonly #engine: FrameSink;
  readonly #preview: ProgramPreview;
  readonly #watched: Watched;
  isOnAir = true;

  constructor(engine: FrameSink, preview: ProgramPreview, watched: Watched) {
    this.#engine = engine;
    this.#preview = preview;
    this.#watched = watched;
  }

  get hasCredit(): boolean {
    return this.#engine.hasCredit;
  }

  send(frame: RawFrame, isRepeated = false): void {
    if (!this.isOnAir) return;
    this.#watched.by?.(frame);
    this.#engine.send(frame);
    this.#preview.showSent(frame, isRepeated);
  }

  countSkipped(cause: 'noCredit' | 'surplus'): void {
    if (this.isOnAir) this.#engine.countSkipped(cause);
  }

  wantsUnsent(isRepeated: boolean): boolean {
    if (!this.isOnAir) return false;
    return (this.#watched.by !== undefined && !isRepeated) || this.#preview.wantsUnsent(isRepeated);
  }

  showUnsent(frame: RawFrame, costUs: number): void {
    if (!this.isOnAir) return;
    this.#watched.by?.(frame);
    this.#preview.showUnsent(frame, costUs);
  }
}

export class ProgramScene {
  readonly #preview: ProgramPreview;
  readonly #sourceSink: SceneSink;
  readonly #slateSink: SceneSink;
  #source: FrameSource | undefined;
  #slate: SlateFrames | undefined;
  readonly #watched: Watched = { by: undefined };

  constructor(engine: FrameSink, preview: ProgramPreview) {
    this.#preview = preview;
    this.#sourceSink = new SceneSink(engine, preview, this.#watched);
    this.#slateSink = new SceneSink(engine, preview, this.#watched);
  }

  /** Gets each frame that is sent or shown, in place of whoever got them before. Its bytes are to be read at once. */
  watch(watcher: ((frame: RawFrame) => void) | undefined): void {
    this.#watched.by = watcher;
  }

  /** In place of the source before. @param make gets what the source sends to. */
  show(make: (sink: ProgramSink) => FrameSource): void {
    this.#source?.end();
    this.#source = make(this.#sourceSink);
    this.#preview.invalidate();
    this.#source.start();
  }

  /** The device of the source is gone: its last picture stays until another source is shown. */
  hold(): void {
    this.#source?.hold?.();
  }

  clear(): void {
    this.#source?.end();
    this.#source = undefined;
    if (this.#slate === undefined) this.#preview.clear();
  }

  /**
   * @param slateText what viewers read meanwhile.
   * @param fontLoading settles when the slate's font is there; absent once it is.
   */
  setAway(isAway: boolean, format: ProgramFormat, slateText: string, fontLoading?: Promise<void>): void {
    this.#slate?.end();
    this.#slate = undefined;
    this.#sourceSink.isOnAir = !isAway;
    if (isAway) {
      this.#slate = new SlateFrames(format, this.#slateSink, slateText, fontLoading);
      this.#slate.start();
    } else if (this.#source === undefined) this.#preview.clear();
    else this.#preview.invalidate();
  }

  setProgram(format: ProgramFormat): void {
    this.#source?.setProgram(format);
    this.#slate?.setProgram(format);
    this.#preview.invalidate();
  }

  onCredit(): void {
    (this.#slate ?? this.#source)?.onCredit();
  }
}
