/**
 * The window's picture of the program: the very bytes that are sent, as frames of a track that the window plays. A frame that the window
 * has not taken yet is followed by no other, so nothing queues; while nobody looks, nothing is made.
 */
import { nowUs } from '../worker/clock.ts';
import type { RawFrame } from '../sources/frame-source.ts';
import { toVideoFrame } from './video-frame.ts';

/** After so long without a frame for the engine the preview shows what the engine would get. */
const UNSENT_US = 250_000;
/** Frames for the preview alone take a tenth of the time at most. */
const PAUSE_PER_COST = 9;
/** A single frame that took long, on a busy machine, stops the preview no longer than this. */
const MAX_PAUSE_US = 200_000;

export class ProgramPreview {
  readonly #onShown: (isShown: boolean) => void;
  #writer: WritableStreamDefaultWriter<VideoFrame> | undefined;
  #isLookedAt = false;
  #isShown = false;
  /** The window may show another picture than the program, so that a repeated one is news too. */
  #isStale = true;
  #sentUs = -Infinity;
  #nextUnsentUs = -Infinity;

  /** @param onShown is called when a picture comes after none, and when there is none any more. */
  constructor(onShown: (isShown: boolean) => void) {
    this.#onShown = onShown;
  }

  /** @param writable of the track that the window plays. */
  connect(writable: WritableStream<VideoFrame>): void {
    this.#writer = writable.getWriter();
    this.#isStale = true;
  }

  setLookedAt(isLookedAt: boolean): void {
    this.#isLookedAt = isLookedAt;
    this.#isStale = true;
  }

  /** Something else is on air now. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** Nothing is on air. */
  clear(): void {
    this.#isStale = true;
    if (this.#isShown) this.#onShown(false);
    this.#isShown = false;
  }

  /** The engine got this frame. @param isRepeated its picture was shown before. */
  showSent(frame: RawFrame, isRepeated: boolean): void {
    this.#sentUs = nowUs();
    if (!isRepeated) this.#isStale = true;
    if (this.#isStale) this.#show(frame);
  }

  /** Whether to make a frame that the engine does not take. */
  wantsUnsent(isRepeated: boolean): boolean {
    const now = nowUs();
    const isDue = now - this.#sentUs > UNSENT_US && now >= this.#nextUnsentUs;
    return isDue && this.#isReady && (this.#isStale || !isRepeated);
  }

  /** @param costUs how long the frame took to make. */
  showUnsent(frame: RawFrame, costUs: number): void {
    this.#nextUnsentUs = nowUs() + Math.min(costUs * PAUSE_PER_COST, MAX_PAUSE_US);
    this.#isStale = true;
    this.#show(frame);
  }

  /** Somebody looks, and the window has taken the frame before. */
  get #isReady(): boolean {
    return this.#isLookedAt && (this.#writer?.desiredSize ?? 0) > 0;
  }

  #show(raw: RawFrame): void {
    if (!this.#isReady) return;
    const frame = toVideoFrame(raw);
    this.#isStale = false;
    // The track closes what it takes; it takes nothing more once the page has ended it.
    this.#writer?.write(frame).catch(() => {
      this.#writer = undefined;
      frame.close();
    });
    if (!this.#isShown) this.#onShown(true);
    this.#isShown = true;
  }
}
