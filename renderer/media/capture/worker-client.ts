/** The page's end of the capture worker. */
// oxlint-disable-next-line import/default -- the bundler makes it
import workerUrl from '../worker/capture-worker.ts?worker&url';
import { ownScript } from './own-script.ts';
import type { FromCaptureWorker, ToCaptureWorker } from '../worker/worker-messages.ts';

export class CaptureWorker {
  readonly #worker: Worker;

  constructor(onEvent: (event: FromCaptureWorker) => void) {
    this.#worker = new Worker(ownScript(workerUrl), {
      type: 'module',
      name: 'capture',
    });
    this.#worker.addEventListener('message', (event: MessageEvent<FromCaptureWorker>) => onEvent(event.data));
  }

  send(command: ToCaptureWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(command, transfer);
  }

  dispose(): void {
    this.#worker.terminate();
  }
}
