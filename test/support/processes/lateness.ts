/** How late the machine is while a test runs: a bound in real time is wider by that, so that it speaks of the product alone. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
/** Steps that follow one another in what is bounded: an event, a timer, a connection, an answer, in several processes. */
const STEPS = 10;

export interface Lateness {
  /** So much later may be what is bounded, ms. */
  allowanceMs(): number;
}

/** Watches for as long as this process runs. */
export function watchLateness(): Lateness {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return { allowanceMs: () => STEPS * Math.max(0, delays.max / 1e6 - RESOLUTION_MS) };
}
