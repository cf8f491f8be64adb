/**
 * Errors of the main process that nobody caught: they are logged, what is on air and the recording are ended within a
 * bounded time, then the process ends on purpose. After such an error nothing in it can be relied on.
 */
import { app } from 'electron';

/** `EX_SOFTWARE` of sysexits.h: an internal error. */
export const FAULT_EXIT_CODE = 70;
/** Beyond what `finish` bounds itself: the process ends whatever happens. */
const DEADLINE_MS = 20_000;

export interface FaultPlan {
  /** Writes it to the log, and the log to the disk. */
  readonly report: (error: unknown) => void;
  /** Ends the stream and the recording, writes what is unwritten. */
  readonly finish: () => Promise<void>;
  /** Says it to the user, once everything has ended. Settles when it was read, or soon where nobody reads. */
  readonly notify: () => Promise<void>;
}

export class FaultGuard {
  readonly #onEarly: (error: unknown) => Promise<void>;
  #plan: FaultPlan | undefined;
  #isEnding = false;

  /** Catches from now on. @param onEarly tells an error that comes before `arm`, when there is nothing to finish. */
  constructor(onEarly: (error: unknown) => Promise<void>) {
    this.#onEarly = onEarly;
    process.on('uncaughtException', (error) => this.#fault(error));
    process.on('unhandledRejection', (reason) => this.#fault(reason));
  }

  arm(plan: FaultPlan): void {
    this.#plan = plan;
  }

  /** To the log, once there is one. */
  report(error: unknown): void {
    try {
      this.#plan?.report(error);
    } catch {
      // The log is what failed: ending properly matters more.
    }
  }

  #fault(error: unknown): void {
    this.report(error);
    if (this.#isEnding) return;
    this.#isEnding = true;
    const exit = (): void => app.exit(FAULT_EXIT_CODE);
    const plan = this.#plan;
    if (plan === undefined) {
      void this.#onEarly(error).then(exit, exit);
      return;
    }
    const timer = setTimeout(exit, DEADLINE_MS);
    plan
      .finish()
      .then(async () => {
        clearTimeout(timer);
        await plan.notify();
      })
      .then(exit, exit);
  }
}
