/**
 * The window's picture of the program: the very frames that are sent, no larger than the window shows them, as frames of a track that the
 * window plays. A frame that the window has not taken yet is followed by no other, so nothing queues; while nobody looks, nothing is made.
 */
import type { Size } from '../../../shared/studio/transform.ts';
import { nowUs } from '../worker/clock.ts';
import type { RawFrame } from '../sources/frame-source.ts';
import { FrameShrinker } from './views/frame-shrinker.ts';
import { toVideoFrame } from './video-frame.ts';

/** After so long without a frame for the engine the preview shows what the engine would get. */
const UNSENT_US = 250_000;
/** Frames for the preview alone take a tenth of the time at most. */
const PAUSE_PER_COST = 9;
/** A single frame that took long, on a busy machine, stops the preview no longer than this. */
const MAX_PAUSE_US = 200_000;

/** A track that some window plays. */
interface Outlet {
  readonly writer: WritableStreamDefaultWriter<VideoFrame>;
  isLookedAt: boolean;
  /** The window may show another picture than the program, so that a repeated one is news too. */
  isStale: boolean;
}

/** Of the main window. */
const MAIN_VIEW = 0;

export class ProgramPreview {
  readonly #onShown: (isShown: boolean) => void;
  readonly #outlets = new Map<number, Outlet>();
  readonly #shrinker = new FrameShrinker();
  /** Said of the main window before its track came. */
  #wasLookedAt = false;
  /** Of the main window's picture; frames are shown as they are sent until it is known. */
  #size: Size | undefined;
  #isShown = false;
  #sentUs = -Infinity;
  #nextUnsentUs = -Infinity;

  /** @param onShown is called when a picture comes after none, and when there is none any more. */
  constructor(onShown: (isShown: boolean) => void) {
    this.#onShown = onShown;
  }

  /** @param writable of the track that the window plays. @param viewId another one for each window. */
  connect(writable: WritableStream<VideoFrame>, viewId = MAIN_VIEW): void {
    const isLookedAt = this.#outlets.get(viewId)?.isLookedAt ?? (this.#wasLookedAt && viewId === MAIN_VIEW);
    this.#outlets.set(viewId, { writer: writable.getWriter(), isLookedAt, isStale: true });
  }

  disconnect(viewId: number): void {
    const outlet = this.#outlets.get(viewId);
    this.#outlets.delete(viewId);
    // The page ends the track as well.
    outlet?.writer.close().catch(() => undefined);
  }

  setLookedAt(isLookedAt: boolean, viewId = MAIN_VIEW): void {
    const outlet = this.#outlets.get(viewId);
    if (viewId === MAIN_VIEW) this.#wasLookedAt = isLookedAt;
    if (outlet === undefined) return;
    outlet.isLookedAt = isLookedAt;
    outlet.isStale = true;
  }

  /** How large the main window shows the picture, in pixels of its display. */
  setSize(size: Size): void {
    this.#size = size;
    const outlet = this.#outlets.get(MAIN_VIEW);
    if (outlet !== undefined) outlet.isStale = true;
  }

  /** Something else is on air now. */
  invalidate(): void {
    for (const outlet of this.#outlets.values()) outlet.isStale = true;
  }

  /** Nothing is on air. */
  clear(): void {
    this.invalidate();
    if (this.#isShown) this.#onShown(false);
    this.#isShown = false;
  }

  /** The engine got this frame. @param isRepeated its picture was shown before. */
  showSent(frame: RawFrame, isRepeated: boolean): void {
    this.#sentUs = nowUs();
    if (!isRepeated) this.invalidate();
    this.#show(frame);
  }

  /** Whether to make a frame that the engine does not take. */
  wantsUnsent(isRepeated: boolean): boolean {
    const now = nowUs();
    if (now - this.#sentUs <= UNSENT_US || now < this.#nextUnsentUs) return false;
    return [...this.#outlets.values()].some((outlet) => isReady(outlet) && (outlet.isStale || !isRepeated));
  }

  /** @param costUs how long the frame took to make. */
  showUnsent(frame: RawFrame, costUs: number): void {
    this.#nextUnsentUs = nowUs() + Math.min(costUs * PAUSE_PER_COST, MAX_PAUSE_US);
    this.invalidate();
    this.#show(frame);
  }

  /** To each window that has another picture. */
  #show(raw: RawFrame): void {
    let isMade = false;
    for (const [viewId, outlet] of this.#outlets) {
      if (!outlet.isStale || !isReady(outlet)) continue;
      const frame = toVideoFrame(viewId === MAIN_VIEW ? this.#shrunk(raw) : raw);
      outlet.isStale = false;
      isMade = true;
      // The track closes what it takes; it takes nothing more once the page has ended it.
      outlet.writer.write(frame).catch(() => {
        if (this.#outlets.get(viewId) === outlet) this.#outlets.delete(viewId);
        frame.close();
      });
    }
    if (!isMade) return;
    if (!this.#isShown) this.#onShown(true);
    this.#isShown = true;
  }

  #shrunk(raw: RawFrame): RawFrame {
    return this.#size === undefined ? raw : this.#shrinker.shrink(raw, this.#size);
  }
}

/** Somebody looks, and the window has taken the frame before. */
function isReady({ isLookedAt, writer }: Outlet): boolean {
  return isLookedAt && (writer.desiredSize ?? 0) > 0;
}
