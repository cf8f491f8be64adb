/** What is typed or shown in a secret frame is kept out of screen captures, for as long as the frame is there. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { openRemote } from '../../support/window/frames/remote-from-window.ts';
import { secretFrame } from '../../support/window/window-driver.ts';

let started: LaunchedBuild;
beforeEach(async () => {
  started = await launchApp();
  // Linux has no such protection: the call is all that can be seen everywhere.
  await started.app.evaluate(({ app, BrowserWindow }) => {
    const calls: boolean[] = [];
    Object.assign(app, { protections: calls });
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) window.setContentProtection = (isProtected) => calls.push(isProtected);
  });
});
afterEach(() => started.close());

async function expectCalls(calls: readonly boolean[]): Promise<void> {
  await expect
    .poll(
      async () => await started.app.evaluate(({ app }) => (app as { protections?: boolean[] }).protections),
    )
    .toEqual(calls);
}

it('a key’s form and the remote control’s token are kept out of screen captures while they are open', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Add destination' }).click();
  await secretFrame(page).getByRole('dialog', { name: 'Add destination' }).waitFor();
  await expectCalls([true]);
  await secretFrame(page).getByRole('button', { name: 'Cancel' }).click();
  await expectCalls([true, false]);

  const [port = 0] = await findFreePorts(1);
  await openRemote(page, port);
  await expectCalls([true, false, true, false]);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show token' }).click();
  await secretFrame(page)
    .locator('code', { hasText: /^[\w-]{43}$/ })
    .waitFor();
  await expectCalls([true, false, true, false, true]);
  // A window that is loaded anew has no form any more.
  await page.reload();
  await expectCalls([true, false, true, false, true, false]);
});
