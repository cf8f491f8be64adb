/** The engine's lines for the log that main writes: bounded for each area, since a server's words can end up in them. */
import type { Clock } from '../../shared/clock.ts';
import { LogBudget } from '../../shared/log-budget.ts';
import type { FromEngine } from '../../shared/ipc/engine-control.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export class EngineLog {
  readonly #send: (message: FromEngine) => void;
  readonly #clock: Clock;
  readonly #budget = new LogBudget();
  #least: 'debug' | 'info' = 'info';

  constructor(send: (message: FromEngine) => void, clock: Clock) {
    this.#send = send;
    this.#clock = clock;
  }

  setLevel(least: 'debug' | 'info'): void {
    this.#least = least;
  }

  /** Writes lines of one area. */
  of(area: string): (level: LogLevel, text: string) => void {
    return (level, text) => this.write(level, area, text);
  }

  write(level: LogLevel, area: string, text: string): void {
    if (level === 'debug' && this.#least !== 'debug') return;
    const { isAllowed, leftOut } = this.#budget.take(area, this.#clock.now());
    if (!isAllowed) return;
    if (leftOut > 0) {
      const left = `${leftOut} lines of this area were left out here`;
      this.#send({ type: 'log', level: 'warn', area, text: left });
    }
    this.#send({ type: 'log', level, area, text });
  }
}
