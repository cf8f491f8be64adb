/**
 * Watches for a server that is out of reach to come back: a bare connection at most once a second, less often later, so that
 * whoever waits out a long delay is on air soon after the network returns. Tells once, then is over.
 */
import type { Disposable } from '../../shared/disposable.ts';
import { DisposableStore } from '../../shared/disposable.ts';
import type { Clock } from './publisher-port.ts';

const INTERVAL_MS = 1000;
/** So that many links and many machines do not knock in step. */
const JITTER_MS = 250;
/** For so long it is asked each second. */
const EAGER_MS = 60_000;
const LATER_INTERVAL_MS = 2000;
/** What one connection gets; the next is tried beside it. */
const PROBE_DEADLINE_MS = 3000;

export interface ReachabilityWatchOptions {
  /** Resolves when the server took a connection. */
  readonly probe: (limits: { readonly deadlineMs: number; readonly signal: AbortSignal }) => Promise<void>;
  readonly onReachable: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

export class ReachabilityWatch implements Disposable {
  readonly #options: ReachabilityWatchOptions;
  readonly #startedMs: number;
  readonly #abort = new AbortController();
  readonly #owned = new DisposableStore();
  #isOver = false;

  constructor(options: ReachabilityWatchOptions) {
    this.#options = options;
    this.#startedMs = options.clock.now();
    this.#schedule();
  }

  dispose(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#owned.dispose();
    this.#abort.abort();
  }

  #schedule(): void {
    const { clock, random } = this.#options;
    const isEager = clock.now() - this.#startedMs < EAGER_MS;
    const delayMs = (isEager ? INTERVAL_MS : LATER_INTERVAL_MS) + random() * JITTER_MS;
    this.#owned.add(clock.after(delayMs, () => this.#ask()));
  }

  #ask(): void {
    const { probe, onReachable } = this.#options;
    this.#schedule();
    probe({ deadlineMs: PROBE_DEADLINE_MS, signal: this.#abort.signal }).then(
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
