/** The one sentence that says what exactly went wrong. */
import type { ErrorRecord } from '../errors/app-error.ts';
import { texts } from './text.ts';

/** For a terminal and for other programs: the reason, else the error's own words, else its code. */
export function errorSentence({ code, details }: ErrorRecord): string {
  const { message } = details;
  return texts.reason(details) ?? (typeof message === 'string' && message !== '' ? message : code);
}
