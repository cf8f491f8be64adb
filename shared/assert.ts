/** Invariants of our own code. A failure here is a bug of ours, never something a peer or a user did. */
import { AppError } from './errors/app-error.ts';

/** @throws AppError `internal/bug` when `condition` is false. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AppError('internal/bug', { message });
}

/** Marks a switch as exhaustive: adding a variant without handling it does not compile. */
export function missingCase(value: never): never {
  throw new AppError('internal/bug', { message: `unhandled case ${JSON.stringify(value)}` });
}
