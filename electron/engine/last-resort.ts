/**
 * What the engine does about an error that nothing caught: log, finish the recording, tell main, end with a code of its own. Main
 * starts another engine.
 */
import { toAppError } from '../../shared/errors/app-error.ts';
import type { FromEngine } from '../../shared/ipc/engine-control.ts';

/** Exit code of an engine that ended itself after a fault. */
export const FAULT_EXIT_CODE = 70;
/** What the recording gets to be finished. */
const FINISH_MS = 2000;
/** What messages get to leave the process. */
const FLUSH_MS = 50;

export interface LastResortOptions {
  readonly send: (message: FromEngine) => void;
  readonly logFault: (error: unknown) => void;
  readonly finishRecording: () => Promise<void>;
  readonly exit: (code: number) => void;
}

/** The handler for what nothing caught; the first error counts. */
export function lastResort(options: LastResortOptions): (error: unknown) => void {
  let isEnding = false;
  return (error) => {
    if (isEnding) return;
    isEnding = true;
    // Each step on its own: none may keep the others from happening.
    attempt(() => options.logFault(error));
    attempt(() => options.send({ type: 'fault', error: toAppError(error).toRecord() }));
    let hasEnded = false;
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      setTimeout(() => options.exit(FAULT_EXIT_CODE), FLUSH_MS);
    };
    setTimeout(end, FINISH_MS);
    attempt(() => void options.finishRecording().then(end, end));
  };
}

function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // The error that counts was the first one.
  }
}
