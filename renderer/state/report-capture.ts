/** Tells main what capture does, whenever that changes: main decides with it whether a stream can start. */
import type { CaptureReport } from '../../shared/studio/readiness.ts';
import type { CaptureController } from '../media/capture/capture-controller.ts';
import type { Client } from './client.ts';

/** Returns what ends it. A report that main refuses is given to `onFailed`. */
export function reportCapture(
  client: Client,
  capture: CaptureController,
  onFailed: (cause: unknown) => void,
): () => void {
  let last: CaptureReport | undefined;
  const report = (): void => {
    const { program, audio, isAway } = capture.store.getState();
    if (last?.video === program && last.audio === audio.phase && last.isAway === isAway) return;
    last = { video: program, audio: audio.phase, isAway };
    client.invoke('capture:report', last).catch(onFailed);
  };
  report();
  return capture.store.subscribe(report);
}
