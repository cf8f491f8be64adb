/**
 * Reads a track's frames and finds out when each was captured, on the one clock. They go to whatever shows the source, one at a
 * time. A screen gives the next frame when something changes: its newest is kept, so that it is seen at once wherever it is shown
 * next. A camera's isn't: a camera lends few frames, and waits for all of them to come back before the next.
 */
import { nowUs } from '../worker/clock.ts';
import { regionOn } from '../../../shared/studio/captured/region.ts';
import type { Region } from '../../../shared/studio/captured/region-schema.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Pacing } from '../worker/worker-messages.ts';
import { CaptureStep } from './capture-step.ts';
import { ClockMapper } from './clock-mapper.ts';

/** The slowest cameras give a frame or two a second, in the dark. */
const STALL_MS = 3000;

export interface TrackEvents {
  /** @param whole of the frame before a region was cut out. */
  sizeChanged(width: number, height: number, whole: Size): void;
  ended(): void;
  /** A camera has given no frame for seconds. Said again after as long. */
  stalled(): void;
  /** A screen is to be captured at once, so that its captures lie where the program's frames do. */
  frameWanted(): void;
  failed(message: string): void;
}

export interface FrameTaker {
  /** The frame is the taker's to close. The next one comes when this one is dealt with. */
  take(frame: VideoFrame, capturedUs: number): Promise<void> | void;
}

export class TrackReader {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;
  readonly #events: TrackEvents;
  readonly #pacing: Pacing;
  readonly #mapper = new ClockMapper();
  readonly #step = new CaptureStep();
  #taker: FrameTaker | undefined;
  /** Whole, whatever the region. */
  #newest: VideoFrame | undefined;
  #newestUs = 0;
  #region: Region | undefined;
  #turn: Promise<void> = Promise.resolve();
  #stallTimer: ReturnType<typeof setTimeout> | undefined;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;
  /** Of the frames that are given, and of those before a region was cut out. */
  #size: Size = { width: 0, height: 0 };
  #whole: Size = { width: 0, height: 0 };

  constructor(readable: ReadableStream<VideoFrame>, pacing: Pacing, events: TrackEvents) {
    this.#pacing = pacing;
    this.#reader = readable.getReader();
    this.#events = events;
  }

  /** Only this part of each frame is given; all of it where undefined. */
  setRegion(region: Region | undefined): void {
    this.#region = region;
    // A screen that shows nothing new gives no other frame.
    if (this.#taker !== undefined) this.giveTo(this.#taker);
  }

  start(): void {
    void this.#read();
    this.#watch();
  }

  /** From the newest frame on, in place of the taker before. */
  giveTo(taker: FrameTaker): void {
    this.#taker = taker;
    if (this.#newest === undefined) return;
    this.#give(taker, this.#sized(this.#newest.clone()), this.#newestUs).catch((error: unknown) =>
      this.#fail(error),
    );
  }

  /** Another taker that has its place by now keeps it. Without a taker frames are dropped, so that the device never waits. */
  stopGivingTo(taker: FrameTaker): void {
    if (this.#taker === taker) this.#taker = undefined;
  }

  /** The program shows this moment of the source; the next one a period later. */
  shown(momentUs: number, periodUs: number): void {
    if (this.#pacing !== 'clock' || this.#askTimer !== undefined) return;
    const inUs = this.#step.shown(momentUs, periodUs, nowUs());
    if (inUs !== undefined) this.#askTimer = setTimeout(() => this.#askForFrame(), inUs / 1000);
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#askTimer);
    clearTimeout(this.#stallTimer);
    this.#taker = undefined;
    this.#newest?.close();
    this.#newest = undefined;
    this.#reader.cancel().catch(() => undefined);
  }

  #askForFrame(): void {
    this.#askTimer = undefined;
    this.#step.asked(nowUs());
    this.#events.frameWanted();
  }

  async #read(): Promise<void> {
    try {
      while (!this.#isEnded) {
        const { done, value: frame } = await this.#reader.read();
        if (done) break;
        if (this.#isEnded) {
          frame.close();
          continue;
        }
        const capturedUs = this.#note(frame);
        const shown = this.#sized(frame);
        if (this.#taker === undefined) shown.close();
        else await this.#give(this.#taker, shown, capturedUs);
      }
      if (!this.#isEnded) this.#events.ended();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** From each frame on. A screen gives none while nothing changes. */
  #watch(): void {
    clearTimeout(this.#stallTimer);
    if (this.#pacing === 'clock' || this.#isEnded) return;
    this.#stallTimer = setTimeout(() => {
      this.#events.stalled();
      this.#watch();
    }, STALL_MS);
  }

  /** When it was captured. The newest frame of a screen is kept. */
  #note(frame: VideoFrame): number {
    this.#watch();
    const capturedUs = this.#mapper.map(frame.timestamp, nowUs());
    if (this.#pacing === 'clock') {
      this.#newest?.close();
      this.#newest = frame.clone();
      this.#newestUs = capturedUs;
      this.#step.captured(capturedUs);
    }
    return capturedUs;
  }

  /** The part of a frame that shows, as a frame in its place. Says when that has another size than the one before. */
  #sized(frame: VideoFrame): VideoFrame {
    const whole = { width: frame.displayWidth, height: frame.displayHeight };
    const shown = this.#region === undefined ? frame : cutFrame(frame, this.#region);
    if (shown !== frame) frame.close();
    const { displayWidth: width, displayHeight: height } = shown;
    const isSame = width === this.#size.width && height === this.#size.height;
    if (!isSame || whole.width !== this.#whole.width || whole.height !== this.#whole.height) {
      this.#size = { width, height };
      this.#whole = whole;
      this.#events.sizeChanged(width, height, whole);
    }
    return shown;
  }

  /** One at a time, also while takers change. */
  async #give(taker: FrameTaker, frame: VideoFrame, capturedUs: number): Promise<void> {
    const before = this.#turn;
    let done = (): void => undefined;
    this.#turn = new Promise((resolve) => (done = resolve));
    await before;
    try {
      if (taker === this.#taker) await taker.take(frame, capturedUs);
      else frame.close();
    } finally {
      done();
    }
  }

  #fail(error: unknown): void {
    if (!this.#isEnded) this.#events.failed(error instanceof Error ? error.message : String(error));
  }
}

/** Of the same memory. */
function cutFrame(frame: VideoFrame, region: Region): VideoFrame {
  const visible = frame.visibleRect;
  if (visible === null) return frame;
  const { x, y, width, height } = regionOn(region, visible);
  return new VideoFrame(frame, {
    visibleRect: { x: visible.x + x, y: visible.y + y, width, height },
    displayWidth: width,
    displayHeight: height,
  });
}
