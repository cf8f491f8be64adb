/** Runs a plan of probes at a server. Reports the first that is answered, then rests until it gets a plan again. */
import type { Clock } from '../../../shared/clock.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { PROBE } from './deadlines.ts';
import type { ProbePlan } from './probe-plan.ts';

export interface ProbeLimits extends Pick<ProbePlan, 'isAnswerWanted' | 'deadlineMs'> {
  readonly signal: AbortSignal;
}

export interface ServerProberOptions {
  /** Resolves when the server took a connection, or answered where that is wanted. */
  readonly probe: (limits: ProbeLimits) => Promise<void>;
  readonly onAnswered: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

interface Run {
  readonly plan: ProbePlan;
  readonly startedMs: number;
  readonly abort: AbortController;
  timer: Disposable | undefined;
}

export class ServerProber implements Disposable {
  readonly #options: ServerProberOptions;
  #run: Run | undefined;

  constructor(options: ServerProberOptions) {
    this.#options = options;
  }

  /** Goes on with a plan of the same key, else begins the new one; undefined ends it. */
  follow(plan: ProbePlan | undefined): void {
    if (plan?.key === this.#run?.plan.key) return;
    this.dispose();
    if (plan === undefined) return;
    const startedMs = this.#options.clock.now();
    this.#run = { plan, startedMs, abort: new AbortController(), timer: undefined };
    this.#schedule(this.#run, plan.firstAfterMs);
  }

  dispose(): void {
    this.#run?.timer?.dispose();
    this.#run?.abort.abort();
    this.#run = undefined;
  }

  #schedule(run: Run, firstAfterMs?: number): void {
    const { clock, random } = this.#options;
    const isEager = clock.now() - run.startedMs < PROBE.eagerMs;
    const intervalMs = isEager ? run.plan.intervalMs : PROBE.laterIntervalMs;
    run.timer = clock.after(firstAfterMs ?? intervalMs + random() * PROBE.jitterMs, () => this.#probe(run));
  }

  #probe(run: Run): void {
    const { isAnswerWanted, deadlineMs } = run.plan;
    this.#schedule(run);
    this.#options.probe({ isAnswerWanted, deadlineMs, signal: run.abort.signal }).then(
      () => {
        if (this.#run !== run) return;
        this.dispose();
        this.#options.onAnswered();
      },
      // Still no answer, for whatever reason: the next probe follows.
      () => undefined,
    );
  }
}
