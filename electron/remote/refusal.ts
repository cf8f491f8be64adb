/** How a request is refused: a status, a code of our list, words. The body of every answer that is not a success. */
import type { AppError } from '../../shared/errors/app-error.ts';
import { errorSentence } from '../../shared/text/error-sentence.ts';
import type { ErrorCode } from '../../shared/errors/error-codes.ts';

export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  /** A sentence for people. */
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function refusal(
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return { status, code, message, headers };
}

/** What a command failed with, as an answer. */
export function refusalOf(error: AppError): Refusal {
  return refusal(statusOf(error.code), error.code, errorSentence(error));
}

export function refusalBody({ code, message }: Refusal): string {
  return JSON.stringify({ error: { code, message } });
}

function statusOf(code: ErrorCode): number {
  if (code === 'remote/not-found') return 404;
  if (code === 'internal/bug') return 500;
  if (code === 'internal/aborted' || code === 'internal/engine-exited') return 503;
  // All others say that it is not possible as things are: no key, nothing on air, no encoder.
  return 409;
}
