/** What went wrong, for a terminal and for other programs: what happened, then the cause where it adds something. */
import type { ErrorRecord } from '../errors/app-error.ts';
import { describeError, errorCause } from './error-text.ts';

export function errorSentence(error: ErrorRecord): string {
  const { title } = describeError(error);
  const cause = errorCause(error);
  return cause === undefined || title.includes(cause) ? title : `${title} ${cause}`;
}
