/**
 * The one error of Upcast: a code from the closed list, details for people, and the cause.
 * It crosses process borders as `ErrorRecord`. Details never hold a stream key or a password.
 */
import { isErrorCode } from './error-codes.ts';
import type { ErrorCode } from './error-codes.ts';

/** What is known about an error: plain values, never a stream key or a password. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/** An `AppError` in a form that a structured clone or JSON carries. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/**
 * An error with a code of the closed list. `details` never hold a stream key or a password; `cause` is the system's own error, where
 * there is one.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  /** Stable: programs decide by the code, never by a message. */
  readonly code: ErrorCode;
  /** `reason` narrows the code; `message` is for a developer who reads the log; `serverWords` is what a server said (sanitised, at most 300 characters). */
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    const what = details['message'] ?? details['reason'];
    super(typeof what === 'string' ? `${code}: ${what}` : code, { cause });
    // Types end where a code is looked up by another's words: what is none of ours is a bug of ours.
    this.code = isErrorCode(code) ? code : 'internal/bug';
    this.details = details;
  }

  /** For another process, or for JSON. */
  toRecord(): ErrorRecord {
    return { code: this.code, details: this.details };
  }
}

/** Any thrown value as an `AppError`; what is not ours becomes `internal/bug` with its message. */
export function toAppError(value: unknown): AppError {
  if (value instanceof AppError) return value;
  const message = value instanceof Error ? value.message : String(value);
  return new AppError('internal/bug', { message }, value);
}
