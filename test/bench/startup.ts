/** From starting the built app's process to a window that answers: the median of five starts. */
import { launchApp } from '../support/window/electron-app.ts';

const RUNS = 5;

export interface StartupResult {
  /** Milliseconds from spawning the process until the window marks itself ready, by the wall clock. */
  readonly medianMs: number;
  readonly runsMs: readonly number[];
  /** The same starts, until the page began to load: what Electron itself takes. */
  readonly electronMedianMs: number;
}

export async function run(): Promise<StartupResult> {
  const totals: number[] = [];
  const beforePage: number[] = [];
  // One start that is not counted: the benches compare builds, not disks.
  await measureOnce();
  for (let index = 0; index < RUNS; index += 1) {
    const measured = await measureOnce();
    totals.push(measured.totalMs);
    beforePage.push(measured.beforePageMs);
  }
  return { medianMs: median(totals), runsMs: totals, electronMedianMs: median(beforePage) };
}

/** The page says by its own clock when it became ready: what Playwright adds afterwards does not count. */
async function measureOnce(): Promise<{ totalMs: number; beforePageMs: number }> {
  const startedAtMs = Date.now();
  const launched = await launchApp();
  try {
    const page = await launched.page.evaluate(() => ({
      beganAtMs: performance.timeOrigin,
      readyAfterMs: performance.getEntriesByName('ready')[0]?.startTime,
    }));
    const readyAtMs = page.readyAfterMs === undefined ? Date.now() : page.beganAtMs + page.readyAfterMs;
    return {
      totalMs: Math.round(readyAtMs - startedAtMs),
      beforePageMs: Math.round(page.beganAtMs - startedAtMs),
    };
  } finally {
    await launched.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
