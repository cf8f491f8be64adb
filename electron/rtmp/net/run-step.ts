/**
 * One step of connecting, with a deadline and a way out: the one place where transport waits for something
 * that may never come. Knows nothing of sockets or RTMP.
 */
import { AppError } from '../../../shared/errors/app-error.ts';

export interface StepLimits {
  /** Milliseconds from the start of the step until it fails with `timeoutError`. */
  readonly deadlineMs: number;
  readonly timeoutError: () => AppError;
  readonly signal?: AbortSignal | undefined;
}

/** What an aborted step rejects with. */
export function abortedError(): AppError {
  return new AppError('internal/aborted', { message: 'the connection attempt was cancelled' });
}

/**
 * Runs `start` until it resolves or rejects, the deadline passes or the signal fires.
 * `start` returns its clean-up, called once on every failure: there it must end what it opened.
 */
export function runStep<T>(
  limits: StepLimits,
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => () => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isSettled = false;
    let hasFailed = false;
    let cleanUp = (): void => undefined;
    const settle = (): boolean => {
      if (isSettled) return false;
      isSettled = true;
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', onAbort);
      return true;
    };
    const fail = (error: Error): void => {
      if (!settle()) return;
      hasFailed = true;
      cleanUp();
      reject(error);
    };
    const onAbort = (): void => fail(abortedError());
    const timer = setTimeout(() => fail(limits.timeoutError()), limits.deadlineMs);
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    if (limits.signal?.aborted) return fail(abortedError());
    cleanUp = start((value) => {
      if (settle()) resolve(value);
    }, fail);
    // `start` may have failed before it could hand over its clean-up.
    if (hasFailed) cleanUp();
  });
}
