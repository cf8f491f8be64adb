/** A screen that macOS refuses: the way to where it is allowed, and the restart that macOS wants afterwards. */
import { afterEach, expect, it } from 'vitest';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';

declare global {
  // oxlint-disable-next-line no-var -- read by another call into main
  var restarts: string[] | undefined;
}

let started: LaunchedBuild;
afterEach(() => started.close());

it('a screen that macOS refuses comes with a restart, which waits until nothing is on air', async () => {
  started = await launchApp({ args: fakeDevices });
  const { app, page } = started;
  await app.evaluate(({ app: electron, ipcMain }) => {
    const did: string[] = [];
    globalThis.restarts = did;
    electron.relaunch = () => void did.push('relaunch');
    electron.exit = (code) => void did.push(`exit ${code}`);
    // As macOS answers before a person has allowed the screen.
    ipcMain.removeHandler('screens:list');
    ipcMain.handle('screens:list', () => ({
      ok: false,
      error: { code: 'capture/permission-denied', details: { kind: 'screen', system: 'mac' } },
    }));
  });
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).click();
  await waitForBadge(page, 'live');
  await page.getByRole('radio', { name: /screen|window/i }).click();
  const dialog = page.getByRole('dialog', { name: 'Capture a screen or window' });
  await dialog.getByRole('button', { name: 'Open privacy settings' }).waitFor();
  await dialog.getByText('then restart Upcast.').waitFor();
  const restart = dialog.getByRole('button', { name: 'Restart Upcast' });
  expect(await restart.isDisabled()).toBe(true);
  const refused = await page.evaluate(
    async () => await window.upcast.invoke('permission:restart', undefined),
  );
  expect(refused).toMatchObject({ ok: false, error: { details: { reason: 'restartWhileLive' } } });
  await runCommand(page, { type: 'endStreamNow' });
  await waitForBadge(page, 'off');
  const report = page.getByRole('dialog', { name: 'Rehearsal report' });
  await report.getByRole('button', { name: 'Close', exact: true }).first().click();
  await report.waitFor({ state: 'detached' });
  await restart.and(page.locator(':enabled')).click();
  await expect
    .poll(async () => await app.evaluate(() => globalThis.restarts), { timeout: 15_000 })
    .toEqual(['relaunch', 'exit 0']);
});
