/**
 * Reads a track's frames and finds out when each was captured, on the one clock. They go to whatever shows the source, one at a
 * time; the newest is kept, so that a source is seen at once wherever it is shown next.
 */
import { nowUs } from '../worker/clock.ts';
import { ClockMapper } from './clock-mapper.ts';

export interface TrackEvents {
  sizeChanged(width: number, height: number): void;
  ended(): void;
  failed(message: string): void;
}

export interface FrameTaker {
  /** The frame is the taker's to close. The next one comes when this one is dealt with. */
  take(frame: VideoFrame, capturedUs: number): Promise<void> | void;
}

export class TrackReader {
  readonly #reader: ReadableStreamDefaultReader<VideoFrame>;
  readonly #events: TrackEvents;
  readonly #mapper = new ClockMapper();
  #taker: FrameTaker | undefined;
  #newest: VideoFrame | undefined;
  #newestUs = 0;
  #turn: Promise<void> = Promise.resolve();
  #isEnded = false;
  #width = 0;
  #height = 0;

  constructor(readable: ReadableStream<VideoFrame>, events: TrackEvents) {
    this.#reader = readable.getReader();
    this.#events = events;
  }

  start(): void {
    void this.#read();
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

  async #keep(frame: VideoFrame): Promise<void> {
    const { displayWidth, displayHeight, timestamp } = frame;
    if (displayWidth !== this.#width || displayHeight !== this.#height) {
      this.#width = displayWidth;
      this.#height = displayHeight;
      this.#events.sizeChanged(displayWidth, displayHeight);
    }
    const capturedUs = this.#mapper.map(timestamp, nowUs());
    this.#newest?.close();
    this.#newest = frame;
    this.#newestUs = capturedUs;
    if (this.#taker !== undefined) await this.#give(this.#taker, frame.clone(), capturedUs);
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
