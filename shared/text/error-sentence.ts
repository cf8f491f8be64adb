/** The one sentence that says what exactly went wrong. */
import type { ErrorDetails, ErrorRecord } from '../errors/app-error.ts';
import { isErrorReason } from '../errors/error-reasons.ts';
import { texts } from './text.ts';

/** The sentence of `details.reason`; undefined without a reason. */
export function reasonSentence(details: ErrorDetails): string | undefined {
  const { reason } = details;
  if (!isErrorReason(reason)) return undefined;
  const sentence = texts.reasons[reason];
  return typeof sentence === 'string' ? sentence : sentence(details);
}

/** For a terminal and for other programs: the reason, else the error's own words, else its code. */
export function errorSentence({ code, details }: ErrorRecord): string {
  const { message } = details;
  return reasonSentence(details) ?? (typeof message === 'string' && message !== '' ? message : code);
}
