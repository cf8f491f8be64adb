/**
 * The one logger: a JSON object a line, cleaned of secrets as the last thing before it is written.
 * Each area has a budget of lines. A log that cannot be written never takes the app along: the first failure is told once,
 * on stderr.
 */
import { toAppError } from '../../shared/errors/app-error.ts';
import { LogBudget } from '../../shared/log-budget.ts';
import type { SecretRegister } from './secret-register.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const order: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

const MAXIMUM_CAUSES = 5;

/** Where lines go; `LogFile` is one. */
export interface LineSink {
  /** False when the line was left out: too many wait already. */
  append(line: string): boolean;
  /** Writes what waits, blocking. */
  flush(): void;
}

export interface LoggerOptions {
  readonly sink: LineSink;
  readonly secrets: SecretRegister;
  readonly minimumLevel: LogLevel;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told once when the sink fails. */
  readonly onFailure: (text: string) => void;
}

export class Logger {
  readonly #options: LoggerOptions;
  readonly #budget = new LogBudget();
  #hasFailed = false;
  /** Lines that the sink left out since the last one. */
  #unwritten = 0;

  constructor(options: LoggerOptions) {
    this.#options = options;
  }

  debug(area: string, text: string): void {
    this.write('debug', area, text);
  }

  info(area: string, text: string): void {
    this.write('info', area, text);
  }

  warn(area: string, text: string): void {
    this.write('warn', area, text);
  }

  /** `error` is written with its code, details and the messages of its causes. */
  error(area: string, text: string, error?: unknown): void {
    this.write('error', area, error === undefined ? text : `${text}: ${describe(error)}`);
  }

  write(level: LogLevel, area: string, text: string): void {
    if (order[level] < order[this.#options.minimumLevel]) return;
    const nowMs = this.#options.now();
    // What is worth a warning isn't left out because of what isn't.
    const isTrouble = order[level] >= order.warn;
    const { isAllowed, leftOut } = this.#budget.take(isTrouble ? `${area}!` : area, nowMs);
    if (!isAllowed) return;
    if (leftOut > 0) this.#append(nowMs, 'warn', area, `${leftOut} lines were left out: too many at once`);
    if (this.#unwritten > 0) {
      const text = `${this.#unwritten} lines were left out: the disk did not keep up`;
      this.#unwritten = 0;
      this.#append(nowMs, 'warn', 'log', text);
    }
    this.#append(nowMs, level, area, text);
  }

  /** For the end of the process: writes what waits, blocking. */
  flush(): void {
    this.#options.sink.flush();
  }

  /** The sink could not write; told once. */
  failed(error: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#options.onFailure(`The log cannot be written: ${toAppError(error).message}`);
  }

  #append(nowMs: number, level: LogLevel, area: string, text: string): void {
    const time = new Date(nowMs).toISOString();
    const line = JSON.stringify({ time, level, area, text: this.#options.secrets.clean(text) });
    try {
      if (!this.#options.sink.append(line)) this.#unwritten += 1;
    } catch (error) {
      this.failed(error);
    }
  }
}

/** The messages of an error and its causes, outermost first. */
function describe(error: unknown): string {
  const parts: string[] = [];
  let at: unknown = error;
  while (at instanceof Error && parts.length < MAXIMUM_CAUSES) {
    parts.push(at.message);
    at = at.cause;
  }
  if (typeof at === 'string') parts.push(at);
  return parts.join(' <- ');
}
