/**
 * Watches for a server that is out of reach to come back: a knock at most once a second, less often later, so that whoever waits
 * out a long delay, or hangs, is on air soon after the network returns. Tells once, then is over.
 */
import type { Clock } from '../../../shared/clock.ts';
import type { Disposable } from '../../../shared/disposable.ts';

const INTERVAL_MS = 1000;
/** So that many links and many machines do not knock in step. */
const JITTER_MS = 250;
/** For so long it is asked each second. */
const EAGER_MS = 60_000;
const LATER_INTERVAL_MS = 2000;
/** What one connection gets by default; the next is tried beside it. */
const PROBE_DEADLINE_MS = 3000;

export interface ReachabilityWatchOptions {
  /** Resolves when the server took a connection. */
  readonly probe: (limits: { readonly deadlineMs: number; readonly signal: AbortSignal }) => Promise<void>;
  readonly onReachable: () => void;
  /** Until the first knock; as between others when absent. */
  readonly patienceMs?: number;
  /** Between knocks, for the first minute. */
  readonly intervalMs?: number;
  readonly deadlineMs?: number;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

export class ReachabilityWatch implements Disposable {
  readonly #options: ReachabilityWatchOptions;
  readonly #startedMs: number;
  readonly #abort = new AbortController();
  #timer: Disposable | undefined;
  #isOver = false;

  constructor(options: ReachabilityWatchOptions) {
    this.#options = options;
    this.#startedMs = options.clock.now();
    this.#schedule(options.patienceMs);
  }

  dispose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timer?.dispose();
    this.#abort.abort();
  }

  #schedule(patienceMs?: number): void {
    const { clock, random, intervalMs = INTERVAL_MS } = this.#options;
    const isEager = clock.now() - this.#startedMs < EAGER_MS;
    const delayMs = patienceMs ?? (isEager ? intervalMs : LATER_INTERVAL_MS) + random() * JITTER_MS;
    this.#timer = clock.after(delayMs, () => this.#ask());
  }

  #ask(): void {
    const { probe, onReachable, deadlineMs = PROBE_DEADLINE_MS } = this.#options;
    this.#schedule();
    probe({ deadlineMs, signal: this.#abort.signal }).then(
      () => {
        if (this.#isOver) return;
        this.dispose();
        onReachable();
      },
      // Still out of reach, for whatever reason: the next one asks again.
      () => undefined,
    );
  }
}
