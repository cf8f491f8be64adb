/** A broadcast from the window to one server, started and ended as the window's buttons do. */
import type { Page } from 'playwright-core';
import type { UpcastBridge } from '../../shared/ipc/contract.ts';
import { runCommand, waitForBadge } from './window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

/** Resolves once live. */
export async function goLiveTo(page: Page, url: string, key: string): Promise<void> {
  const saved = await page.evaluate(
    async ([address, secret]) => {
      const destination = {
        id: 'test-server',
        name: 'Test server',
        serviceId: 'custom',
        url: address,
        isEnabled: true,
      };
      return await window.upcast.invoke('destination:save', { destination, key: secret } as never);
    },
    [url, key] as const,
  );
  if (!saved.ok) throw new Error(`${saved.error.code} ${JSON.stringify(saved.error.details)}`);
  const answer = await runCommand(page, { type: 'startStream', isRehearsal: false });
  if (!answer.isDone) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
  await waitForBadge(page, 'live');
}
