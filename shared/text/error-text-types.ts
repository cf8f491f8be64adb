/** The parts of an error's text, and the form of the tables that hold them. */
import type { ErrorDetails } from '../errors/app-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

export interface ErrorText {
  /** What happened, one sentence. */
  readonly title: string;
  /** What viewers get meanwhile and what Upcast does, shown while on air. */
  readonly doing?: string;
  /** What you can do; undefined where the title says it. */
  readonly action: string | undefined;
}

export type ErrorTexts<C extends ErrorCode> = Record<C, (details: ErrorDetails) => ErrorText>;
