/** Upcast on a desktop that is scaled, started while it runs already, and on a computer that it hasn’t looked at yet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startProcess, waitUntil } from '../../support/processes/processes.ts';
import { fakeDevices, launchApp, readRuntime } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { waitOnAir } from '../../support/window/window-driver.ts';

let userDataDir: string;
let launched: LaunchedBuild | undefined;

beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-second-start-'));
});
afterEach(async () => {
  await launched?.close();
  launched = undefined;
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

it('L10: a second start with the same profile ends, and the window that runs is brought back and to the front', async () => {
  launched = await launchApp({ userDataDir, args: fakeDevices });
  const { app, page } = launched;
  // No window manager runs here: what it is asked for is what counts.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('there is no window');
    const asked: string[] = [];
    const note = (what: string) => () => asked.push(what);
    Object.assign(window, { isMinimized: () => true, restore: note('restore'), focus: note('focus') });
    Object.assign(globalThis, { asked });
  });
  const { electron, args } = readRuntime();
  const second = startProcess(electron, [...args, ...fakeDevices], {
    env: { ...process.env, UPCAST_USER_DATA: userDataDir },
  });
  expect(await second.exited, second.output()).toBe(0);
  const asked = async (): Promise<string> =>
    await app.evaluate(() => (globalThis as unknown as { readonly asked: string[] }).asked.join(', '));
  await waitUntil('the window to be raised', async () => (await asked()) === 'restore, focus');
  expect(await page.getByRole('button', { name: 'Settings' }).isVisible()).toBe(true);
});

it.each([1.25, 1.5])('L10: on a display at %f the graph has a dot for each of the display', async (scale) => {
  launched = await launchApp({
    userDataDir,
    args: [...fakeDevices, `--force-device-scale-factor=${scale}`],
  });
  const { page } = launched;
  expect(await page.evaluate(() => devicePixelRatio)).toBe(scale);
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await waitOnAir(page, 2);
  const canvas = page.locator('.uplot canvas').first();
  await canvas.waitFor();
  const { dots, wanted } = await canvas.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    const { width: columns, height: rows } = element as HTMLCanvasElement;
    return {
      dots: [columns, rows],
      wanted: [width, height].map((length) => length * devicePixelRatio),
    };
  });
  dots.forEach((count, index) => expect(Math.abs(count - (wanted[index] ?? 0))).toBeLessThanOrEqual(1));
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor({ timeout: 30_000 });
});

it('A25: Settings tests the encoders of a computer whose encoders nobody tested', async () => {
  launched = await launchApp({ userDataDir, args: fakeDevices });
  const { page } = launched;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Testing…' }).waitFor();
  await page.getByRole('button', { name: 'Test again' }).waitFor({ timeout: 120_000 });
  expect(await page.getByRole('dialog', { name: 'Settings' }).textContent()).toContain('real time at 720p');
});
