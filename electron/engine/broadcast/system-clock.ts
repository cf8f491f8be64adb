/** The clock of the engine. */
import { uptime } from 'node:os';
import { SteadyTime, wallMs } from '../../../shared/clock.ts';
import type { Clock } from '../../../shared/clock.ts';
import { isolate } from '../../../shared/report-fault.ts';

const time = new SteadyTime({ monotonicMs: () => performance.now(), uptimeMs: () => uptime() * 1000 });

export const systemClock: Clock = {
  now: () => time.now(),
  wallMs,
  after(delayMs, run) {
    const timer = setTimeout(() => isolate(run), delayMs);
    return { dispose: () => clearTimeout(timer) };
  },
};
