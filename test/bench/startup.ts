/** From starting the built app's process to a window that answers: the median of some starts, beside an Electron without an app. */
import type { Page } from 'playwright-core';
import { launchApp } from '../support/window/electron-app.ts';
import { makeEmptyElectron } from '../support/window/empty-electron.ts';

const RUNS = 5;

export interface StartupResult {
  /** Milliseconds from spawning the process until the window marks itself ready, by the wall clock. */
  readonly medianMs: number;
  readonly runsMs: readonly number[];
  /** The same starts, until the page began to load: what Electron itself takes, and what main reads before. */
  readonly electronMedianMs: number;
  /** Starts in between of an Electron whose app opens an empty window. */
  readonly emptyMedianMs: number;
  readonly aboveEmptyMs: number;
}

interface Started {
  readonly page: Page;
  close(): Promise<void>;
}

interface Measured {
  readonly totalMs: number;
  readonly beforePageMs: number;
}

export async function run(): Promise<StartupResult> {
  const empty = makeEmptyElectron();
  try {
    // One start of each that is not counted: the benches compare builds, not disks.
    await measureOnce(launchApp);
    await measureOnce(empty.start);
    const runs: Measured[] = [];
    const emptyRuns: Measured[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      runs.push(await measureOnce(launchApp));
      emptyRuns.push(await measureOnce(empty.start));
    }
    const medianMs = median(runs.map(({ totalMs }) => totalMs));
    const emptyMedianMs = median(emptyRuns.map(({ totalMs }) => totalMs));
    return {
      medianMs,
      runsMs: runs.map(({ totalMs }) => totalMs),
      electronMedianMs: median(runs.map(({ beforePageMs }) => beforePageMs)),
      emptyMedianMs,
      aboveEmptyMs: medianMs - emptyMedianMs,
    };
  } finally {
    empty.remove();
  }
}

/** The page says by its own clock when it became ready: what Playwright adds afterwards does not count. */
async function measureOnce(start: () => Promise<Started>): Promise<Measured> {
  const startedAtMs = Date.now();
  const started = await start();
  try {
    const page = await started.page.evaluate(() => ({
      beganAtMs: performance.timeOrigin,
      readyAfterMs: performance.getEntriesByName('ready')[0]?.startTime,
    }));
    const readyAtMs = page.readyAfterMs === undefined ? Date.now() : page.beganAtMs + page.readyAfterMs;
    return {
      totalMs: Math.round(readyAtMs - startedAtMs),
      beforePageMs: Math.round(page.beganAtMs - startedAtMs),
    };
  } finally {
    await started.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
