/** One line of `--command`: a command and when to run it. Pure. */
import * as z from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { commandRequestSchema } from '../../../shared/studio/commands.ts';
import type { Command, CommandAnswer } from '../../../shared/studio/commands.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { texts } from '../../../shared/text/text.ts';
import { faultOf } from './schema-fault.ts';
import { MAX_SECONDS } from './options.ts';

export const MAX_LINE_BYTES = 64 * 1024;

const lineSchema = commandRequestSchema.partial({ requestId: true }).extend({
  /** Seconds since the stream went live; at once when absent or past. */
  at: z.number().min(0).max(MAX_SECONDS).optional(),
});

export interface CommandLine {
  readonly requestId: string | undefined;
  readonly at: number | undefined;
  readonly command: Command;
}

/** @throws AppError `input/bad-option` */
export function parseCommandLine(text: string): CommandLine {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new AppError('input/bad-option', { message: texts.options.commandNotJson }, error);
  }
  const result = lineSchema.safeParse(data);
  if (result.success) {
    const { requestId, at, command } = result.data;
    return { requestId, at, command };
  }
  const [issue] = result.error.issues;
  const message = issue === undefined ? '' : faultOf(issue, data);
  throw new AppError('input/bad-option', { message });
}

/** @param ranMs since the stream went live. */
export function answerLine(ranMs: number, answer: CommandAnswer): string {
  const at = Math.round(ranMs) / 1000;
  if (answer.isDone) return JSON.stringify({ at, ...answer });
  return JSON.stringify({ at, ...answer, error: { ...answer.error, text: errorSentence(answer.error) } });
}
