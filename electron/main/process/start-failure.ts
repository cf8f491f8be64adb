/** Says why Upcast didn't start. Without a terminal nobody reads the standard error: a packaged app shows a box. */
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { redactUrls } from '../../../shared/redact.ts';
import { texts } from '../../../shared/text/text.ts';

const BAD_OPTIONS = 2;
const FAILED = 1;

export interface StartFailureOptions {
  /** The command line reads the standard error. */
  readonly isLive: boolean;
  /** Undefined before `ready`. Returns once the person has closed the box. */
  readonly showBox: ((title: string, text: string) => void) | undefined;
  readonly writeError: (line: string) => void;
}

/** @returns the exit code */
export function reportStartFailure(
  cause: unknown,
  { isLive, showBox, writeError }: StartFailureOptions,
): number {
  const error = toAppError(cause);
  const sentence = redactUrls(errorSentence(error));
  writeError(sentence);
  if (!isLive) showBox?.(texts.main.startFailed, `${sentence}\n\n${texts.main.startFailedAction}`);
  const isOption = error.code.startsWith('input/') || error.code === 'settings/no-key';
  return isOption ? BAD_OPTIONS : FAILED;
}
