/** Runs faults of sources on air one after the other, again and again until a time, and keeps what came of each. */
import type { Page } from 'playwright-core';
import { breakAndMend } from '../../support/studio/source-faults.ts';
import type { MendedFault, SourceFault } from '../../support/studio/source-faults.ts';

const SAID_MS = 30_000;

export interface FaultOutcome {
  readonly id: string;
  readonly what: string;
  readonly isSaid: boolean;
  /** On air. */
  readonly fromMs: number;
  /** Back again, or given up. */
  readonly toMs: number;
  /** Or why it wasn't said, or isn't back. */
  readonly result: MendedFault | string;
}

/** @param liveMs,untilMs of `performance.now()`. */
export async function runFaults(
  page: Page,
  faults: readonly SourceFault[],
  liveMs: number,
  untilMs: number,
): Promise<readonly FaultOutcome[]> {
  const outcomes: FaultOutcome[] = [];
  for (let turn = 0; performance.now() < untilMs; turn += 1) {
    const fault = faults[turn % faults.length];
    if (fault === undefined) break;
    const fromMs = performance.now() - liveMs;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const result = await run(page, fault);
    const { id, what, isSaid } = fault;
    outcomes.push({ id, what, isSaid, fromMs, toMs: performance.now() - liveMs, result });
  }
  return outcomes;
}

async function run(page: Page, fault: SourceFault): Promise<MendedFault | string> {
  try {
    return await breakAndMend(page, fault, SAID_MS);
  } catch (error) {
    // Whatever it said: the next one begins with a whole scene.
    await fault.mend();
    return error instanceof Error ? error.message : String(error);
  }
}
