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
  #plan: FaultPlan | undefined;
  #isEnding = false;

  readonly #failStart: (error: unknown) => void;

  /** Catches from now on. @param failStart before `arm` there is nothing to finish: says it, and ends the process. */
  constructor(failStart: (error: unknown) => void) {
    this.#failStart = failStart;
    process.on('uncaughtException', (error) => this.#fault(error));
    process.on('unhandledRejection', (reason) => this.#fault(reason));
  }

  arm(plan: FaultPlan): void {
    this.#plan = plan;
  }

  #fault(error: unknown): void {
    const plan = this.#plan;
    if (plan === undefined) {
      this.#failStart(error);
      return;
    }
    try {
      plan.report(error);
    } catch {
      // The log is what failed: ending properly matters more.
    }
    if (this.#isEnding) return;
    this.#isEnding = true;
    const exit = (): void => app.exit(FAULT_EXIT_CODE);
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
