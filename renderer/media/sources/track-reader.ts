/**
 * Reads a track's frames and finds out when each was captured, on the one clock. They go to whatever shows the source, one at a
 * time. A screen gives the next frame when something changes: its newest is kept, so that it is seen at once wherever it is shown
 * next. A camera's isn't: a camera lends few frames, and waits for all of them to come back before the next.
 */
import { nowUs } from '../worker/clock.ts';
import type { Pacing } from '../worker/worker-messages.ts';
import { ClockMapper } from './clock-mapper.ts';

/** The slowest cameras give a frame or two a second, in the dark. */
const STALL_MS = 3000;

export interface TrackEvents {
  sizeChanged(width: number, height: number): void;
  ended(): void;
  /** A camera has given no frame for seconds. Said again after as long. */
  stalled(): void;
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
  #taker: FrameTaker | undefined;
  #newest: VideoFrame | undefined;
  #newestUs = 0;
  #turn: Promise<void> = Promise.resolve();
  #stallTimer: ReturnType<typeof setTimeout> | undefined;
  #isEnded = false;
  #width = 0;
  #height = 0;

  constructor(readable: ReadableStream<VideoFrame>, pacing: Pacing, events: TrackEvents) {
    this.#pacing = pacing;
    this.#reader = readable.getReader();
    this.#events = events;
  }

  start(): void {
    void this.#read();
    this.#watch();
  }

  /** From the newest frame on, in place of the taker before. */
  giveTo(taker: FrameTaker): void {
    this.#taker = taker;
    if (this.#newest === undefined) return;
    this.#give(taker, this.#newest.clone(), this.#newestUs).catch((error: unknown) => this.#fail(error));
  }

  /** Another taker that has its place by now keeps it. Without a taker frames are dropped, so that the device never waits. */
  stopGivingTo(taker: FrameTaker): void {
    if (this.#taker === taker) this.#taker = undefined;
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#stallTimer);
    this.#taker = undefined;
    this.#newest?.close();
    this.#newest = undefined;
    this.#reader.cancel().catch(() => undefined);
  }

  async #read(): Promise<void> {
    try {
      while (!this.#isEnded) {
        const { done, value: frame } = await this.#reader.read();
        if (done) break;
        if (this.#isEnded) frame.close();
        else await this.#keep(frame);
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

  async #keep(frame: VideoFrame): Promise<void> {
    const { displayWidth, displayHeight, timestamp } = frame;
    if (displayWidth !== this.#width || displayHeight !== this.#height) {
      this.#width = displayWidth;
      this.#height = displayHeight;
      this.#events.sizeChanged(displayWidth, displayHeight);
    }
    this.#watch();
    const capturedUs = this.#mapper.map(timestamp, nowUs());
    if (this.#pacing === 'clock') {
      this.#newest?.close();
      this.#newest = frame.clone();
      this.#newestUs = capturedUs;
    }
    if (this.#taker === undefined) frame.close();
    else await this.#give(this.#taker, frame, capturedUs);
  }

  /** One at a time, also while takers change. */
  #give(taker: FrameTaker, frame: VideoFrame, capturedUs: number): Promise<void> {
    const turn = this.#turn.then(async () => {
      if (taker === this.#taker) await taker.take(frame, capturedUs);
      else frame.close();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #fail(error: unknown): void {
    if (!this.#isEnded) this.#events.failed(error instanceof Error ? error.message : String(error));
  }
}
