/** An error as a person reads it. */
import { toAppError } from '../../shared/errors/app-error.ts';
import { errorSentence } from '../../shared/text/error-sentence.ts';

export function wordsOf(error: unknown): string {
  return errorSentence(toAppError(error).toRecord());
}

/** Of what is thrown; fails where nothing is. */
export function wordsOfRefusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return wordsOf(error);
  }
  throw new Error('it was taken');
}
