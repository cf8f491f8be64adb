/** Errors in English, `@upcast/rtmp/english` of the package: for programs that show an error to a person. */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { cause } from '../../../shared/text/en/errors/causes.ts';

/**
 * What an error means to a person, in one English sentence, and a second one with the server's own words where it had any. Takes an
 * `AppError`, or its record from another process. Never throws: a code that isn't known reads as a bug.
 */
export function describeError(error: ErrorRecord): string {
  return cause(error);
}
