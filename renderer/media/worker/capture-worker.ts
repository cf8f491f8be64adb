/**
 * The capture worker: the only place in the renderer where frames and PCM are touched. Takes streams and ports from
 * the page, sends bytes to the engine. Runs alike in a hidden window: it lives by timers and streams, never by repaints.
 */
import type { ToCaptureWorker } from './worker-messages.ts';
import { CaptureSession } from './capture-session.ts';

const session = new CaptureSession((event) => postMessage(event));

addEventListener('message', (event: MessageEvent<ToCaptureWorker>) => session.run(event.data, event.ports));
