/** A broadcast from the window to one server, started and ended as the window's buttons do. */
import type { Page } from 'playwright-core';
import { waitUntil } from '../processes/processes.ts';
import { saveDestination } from './frames/secret-frame.ts';
import { runCommand, waitForBadge } from './window-driver.ts';

/** Resolves once live. */
export async function goLiveTo(page: Page, url: string, key: string): Promise<void> {
  await saveDestination(page, { id: 'test-server', name: 'Test server', url }, key);
  const answer = await runCommand(page, { type: 'startStream', isRehearsal: false });
  if (!answer.isDone) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  await waitForBadge(page, 'live');
}

interface StreamFrames {
  readonly encoded: number;
  readonly skipped: number;
}

/** Of the stream that ended last: a computer that is too busy skips frames, and so looks cheap. */
export async function framesOfLast(page: Page): Promise<StreamFrames> {
  let frames: StreamFrames | undefined;
  await waitUntil('the stream among the past ones', async () => {
    const answer = await page.evaluate(async () => await window.upcast.invoke('pastStreams:list', undefined));
    const summary = answer.ok ? answer.value[0]?.summary : undefined;
    if (summary !== undefined) frames = { encoded: summary.encodedFrames, skipped: summary.skippedFrames };
    return frames !== undefined;
  });
  return frames ?? { encoded: 0, skipped: 0 };
}
