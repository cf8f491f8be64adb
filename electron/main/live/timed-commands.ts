/**
 * Runs the commands of `--command` once the stream is live: in the order of their lines, each not before its time, each answered
 * with a line. A line that is no command is answered too, and the next one runs.
 */
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { CommandAnswer, CommandRequest } from '../../../shared/studio/commands.ts';
import { texts } from '../../../shared/text/text.ts';
import { answerLine, MAX_LINE_BYTES, parseCommandLine } from './command-line.ts';
import type { CommandLine } from './command-line.ts';
import type { InputLine, LineReader } from './line-reader.ts';

export interface TimedCommandsOptions {
  readonly lines: LineReader;
  /** Never rejects. */
  readonly run: (request: CommandRequest) => Promise<CommandAnswer>;
  readonly writeAnswer: (line: string) => void;
  /** Monotonic. */
  readonly nowMs: () => number;
}

/** Settles when there are no more lines, or with the signal. @throws what reading the lines does. */
export async function runTimedCommands(
  { lines, run, writeAnswer, nowMs }: TimedCommandsOptions,
  /** On the line of `nowMs`. */
  liveSinceMs: number,
  signal: AbortSignal,
): Promise<void> {
  for (let number = 1; ; number += 1) {
    // oxlint-disable no-await-in-loop -- in order
    const line = await lines.next(MAX_LINE_BYTES);
    if (line === undefined || signal.aborted) return;
    if (!line.isTooLong && line.text.trim() === '') continue;
    const parsed = parse(line);
    const requestId = ('requestId' in parsed ? parsed.requestId : undefined) ?? `line-${number}`;
    if ('error' in parsed) {
      const error = parsed.error.toRecord();
      writeAnswer(answerLine(nowMs() - liveSinceMs, { requestId, isDone: false, error }));
      continue;
    }
    const dueMs = liveSinceMs + (parsed.at ?? 0) * 1000;
    if (!(await waitUntil(dueMs, nowMs, signal))) return;
    const ranMs = nowMs() - liveSinceMs;
    const answer = await run({ requestId, command: parsed.command });
    // oxlint-enable no-await-in-loop
    writeAnswer(answerLine(ranMs, answer));
  }
}

function parse(line: InputLine): CommandLine | { readonly error: AppError } {
  if (line.isTooLong)
    return { error: new AppError('input/bad-option', { message: texts.options.commandTooLong }) };
  try {
    return parseCommandLine(line.text);
  } catch (error) {
    return { error: toAppError(error) };
  }
}

/** A timer may be early by a part of a millisecond. False when the signal came first. */
async function waitUntil(dueMs: number, nowMs: () => number, signal: AbortSignal): Promise<boolean> {
  for (let leftMs = dueMs - nowMs(); leftMs > 0 && !signal.aborted; leftMs = dueMs - nowMs()) {
    // oxlint-disable-next-line no-await-in-loop -- once, or twice
    await wait(Math.ceil(leftMs), signal);
  }
  return !signal.aborted;
}

/** Settles with the signal at the latest. */
async function wait(durationMs: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, durationMs);
    signal.addEventListener('abort', finish);
  });
}
