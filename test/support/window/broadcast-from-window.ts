/** A broadcast from the window to one server, started and ended as the window's buttons do. */
import type { Page } from 'playwright-core';
import { saveDestination } from './frames/secret-frame.ts';
import { runCommand, waitForBadge } from './window-driver.ts';

/** Resolves once live. */
export async function goLiveTo(page: Page, url: string, key: string): Promise<void> {
  await saveDestination(page, { id: 'test-server', name: 'Test server', url }, key);
  const answer = await runCommand(page, { type: 'startStream', isRehearsal: false });
  if (!answer.isDone) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  await waitForBadge(page, 'live');
}
