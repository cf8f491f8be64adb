/** The page's end of the capture worker. */
import type { FromCaptureWorker, ToCaptureWorker } from './worker-messages.ts';

export class CaptureWorker {
  readonly #worker: Worker;

  constructor(onEvent: (event: FromCaptureWorker) => void) {
    this.#worker = new Worker(new URL('./capture-worker.ts', import.meta.url), {
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
