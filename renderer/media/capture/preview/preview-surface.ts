/**
 * What the window shows of the program: a video element that plays the pictures which the worker sends. The worker makes none while the
 * element is in no page, or its window is hidden or minimized.
 */
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { playTrack } from './play-track.ts';
import { openMadeTrack } from '../track-stream.ts';
import type { CaptureWorker } from '../worker-client.ts';

export class PreviewSurface {
  readonly #worker: CaptureWorker;
  readonly #stopListening: () => void;
  #container: HTMLElement | undefined;
  #element: HTMLVideoElement | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => entry && this.#fit(entry));
  #isShown = false;
  #isWindowShown = true;

  constructor(worker: CaptureWorker, bridge: UpcastBridge) {
    this.#worker = worker;
    let isTold = false;
    this.#stopListening = bridge.on('window:shown', (isShown) => {
      isTold = true;
      this.#setWindowShown(isShown);
    });
    void bridge.invoke('window:isShown', undefined).then((answer) => {
      // What was told meanwhile is newer than the answer.
      if (answer.ok && !isTold) this.#setWindowShown(answer.value);
    });
  }

  attach(container: HTMLElement): () => void {
    this.#element ??= this.#open();
    this.#container = container;
    container.append(this.#element);
    this.#sizes.disconnect();
    this.#sizes.observe(container, { box: 'device-pixel-content-box' });
    // An element that was taken out of the page stands still.
    void this.#element.play().catch(() => undefined);
    this.#updateWorker();
    return () => {
      if (this.#container !== container) return;
      this.#element?.remove();
      this.#container = undefined;
      this.#updateWorker();
    };
  }

  /** Whether the program has a picture. */
  setShown(isShown: boolean): void {
    this.#isShown = isShown;
    if (this.#element !== undefined) this.#element.style.visibility = isShown ? 'visible' : 'hidden';
  }

  dispose(): void {
    this.#stopListening();
    // oxlint-disable-next-line unicorn/no-null -- the DOM: an element without a stream
    if (this.#element !== undefined) this.#element.srcObject = null;
    this.#sizes.disconnect();
    this.#element?.remove();
    this.#container = undefined;
    this.#updateWorker();
  }

  /** At first use: `live` has no preview. */
  #open(): HTMLVideoElement {
    const { track, writable } = openMadeTrack();
    this.#worker.send({ type: 'showPreview', writable }, [writable]);
    // A smaller picture of the same shape, whole; the program's size is rounded to whole pixels here.
    const element = playTrack(track);
    element.style.visibility = this.#isShown ? 'visible' : 'hidden';
    return element;
  }

  /**
   * Frames have as many pixels as the display shows of them, and the element is exactly as large, where the container may end within a
   * pixel: the browser then copies a picture to the display, which costs a fifth of scaling it.
   */
  #fit({ devicePixelContentBoxSize: [box], contentRect }: ResizeObserverEntry): void {
    if (box === undefined || box.inlineSize === 0 || this.#element === undefined) return;
    const { inlineSize: width, blockSize: height } = box;
    const percent = (pixels: number, room: number): string => `${(100 * pixels) / devicePixelRatio / room}%`;
    this.#element.style.width = percent(width, contentRect.width);
    this.#element.style.height = percent(height, contentRect.height);
    this.#worker.send({ type: 'previewSize', size: { width, height } });
  }

  #setWindowShown(isShown: boolean): void {
    this.#isWindowShown = isShown;
    this.#updateWorker();
  }

  #updateWorker(): void {
    const isLookedAt = this.#container !== undefined && this.#isWindowShown;
    this.#worker.send({ type: 'previewLookedAt', isLookedAt });
  }
}

/** Shows a captured source by itself, whole and live. @param stream nothing shows without one. @returns what takes the picture out again. */
export function showStream(container: HTMLElement, stream: MediaStream | undefined): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  // oxlint-disable-next-line unicorn/no-null -- the DOM: an element without a stream
  const setStream = (next: MediaStream | undefined): void => void (video.srcObject = next ?? null);
  setStream(stream);
  container.append(video);
  return () => {
    setStream(undefined);
    video.remove();
  };
}
