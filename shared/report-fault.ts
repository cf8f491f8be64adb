/**
 * Errors that nobody above could handle: a listener, a timer or a promise threw. Each process names one owner that logs them.
 * Without an owner the error stays uncaught, so that no process loses one in silence.
 */
let owner: ((error: unknown) => void) | undefined;

/** Names the owner of this process; `undefined` takes it back. The owner must not throw. */
export function setFaultOwner(report: ((error: unknown) => void) | undefined): void {
  owner = report;
}

export function reportFault(error: unknown): void {
  if (owner) return owner(error);
  queueMicrotask(() => {
    throw error;
  });
}

/** Runs `run`; an error goes to the owner instead of the caller. */
export function isolate(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportFault(error);
  }
}
