/** The page's end of the capture worker. */
// oxlint-disable-next-line import/default -- the bundler makes it
import workerUrl from '../worker/capture-worker.ts?worker&url';
import { ownScript } from './own-script.ts';
import type { FromCaptureWorker, ToCaptureWorker } from '../worker/worker-messages.ts';

export class CaptureWorker {
  readonly #onEvent: (event: FromCaptureWorker) => void;
  #worker: Worker | undefined;
  /** Sent before the worker was there, in order. */
  #waiting: { readonly command: ToCaptureWorker; readonly transfer: Transferable[] }[] = [];
  #isDisposed = false;

  /** The worker starts when `begins` settles. */
  constructor(onEvent: (event: FromCaptureWorker) => void, begins: Promise<void>) {
    this.#onEvent = onEvent;
    void begins.then(() => this.#begin());
  }

  send(command: ToCaptureWorker, transfer: Transferable[] = []): void {
    if (this.#worker === undefined) this.#waiting.push({ command, transfer });
    else this.#worker.postMessage(command, transfer);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#worker?.terminate();
  }

  #begin(): void {
    if (this.#isDisposed) return;
    const worker = new Worker(ownScript(workerUrl), { type: 'module', name: 'capture' });
    worker.addEventListener('message', (event: MessageEvent<FromCaptureWorker>) => this.#onEvent(event.data));
    this.#worker = worker;
    for (const { command, transfer } of this.#waiting) worker.postMessage(command, transfer);
    this.#waiting = [];
  }
}
