/**
 * What the window shows of the program: the source's own stream in a video element, or a canvas that the worker paints
 * the test picture on. Nothing is drawn while nothing is attached.
 */
import type { CaptureWorker } from './worker-client.ts';

export type PreviewContent =
  | { readonly type: 'nothing' }
  | { readonly type: 'stream'; readonly stream: MediaStream }
  | { readonly type: 'pattern'; readonly width: number; readonly height: number };

/** Enough for any preview; the worker paints every one of these pixels. */
const MAX_PATTERN_WIDTH = 640;

export class PreviewSurface {
  readonly #worker: CaptureWorker;
  #content: PreviewContent = { type: 'nothing' };
  #container: HTMLElement | undefined;
  #element: HTMLVideoElement | HTMLCanvasElement | undefined;

  constructor(worker: CaptureWorker) {
    this.#worker = worker;
  }

  attach(container: HTMLElement): () => void {
    this.#clear();
    this.#container = container;
    this.#show();
    return () => {
      if (this.#container !== container) return;
      this.#clear();
      this.#container = undefined;
    };
  }

  setContent(content: PreviewContent): void {
    this.#clear();
    this.#content = content;
    this.#show();
  }

  dispose(): void {
    this.#clear();
    this.#container = undefined;
  }

  #show(): void {
    if (this.#container === undefined || this.#content.type === 'nothing') return;
    const element =
      this.#content.type === 'stream' ? this.#openStream(this.#content.stream) : this.#openPattern();
    element.style.display = 'block';
    element.style.width = '100%';
    element.style.height = '100%';
    element.style.objectFit = 'contain';
    element.style.background = '#000';
    this.#element = element;
    this.#container.append(element);
  }

  #openStream(stream: MediaStream): HTMLVideoElement {
    const element = document.createElement('video');
    element.muted = true;
    element.autoplay = true;
    element.playsInline = true;
    element.disablePictureInPicture = true;
    // Pictures only: the sound has its own way and is never played back.
    element.srcObject = new MediaStream(stream.getVideoTracks());
    return element;
  }

  #openPattern(): HTMLCanvasElement {
    const element = document.createElement('canvas');
    const { width, height } = this.#content.type === 'pattern' ? this.#content : { width: 16, height: 9 };
    element.width = Math.min(MAX_PATTERN_WIDTH, width);
    element.height = Math.round((element.width * height) / width);
    const canvas = element.transferControlToOffscreen();
    this.#worker.send({ type: 'showPattern', canvas }, [canvas]);
    return element;
  }

  #clear(): void {
    if (this.#element instanceof HTMLVideoElement) this.#element.srcObject = null;
    else if (this.#element !== undefined) this.#worker.send({ type: 'hidePattern' });
    this.#element?.remove();
    this.#element = undefined;
  }
}
