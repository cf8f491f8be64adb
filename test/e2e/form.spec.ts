/** The form that keys are typed in, as a page of its own over the window: it wears the window's theme, lets it show, and ends by Escape. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDevices, launchApp, type LaunchedBuild } from '../support/electron-app.ts';
import { secretRoom } from '../support/window-driver.ts';

let started: LaunchedBuild;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
});
afterEach(() => started.close());

it('follows the window’s theme, and Escape cancels it up to the key’s release', async () => {
  const { page } = started;
  const setTheme = async (theme: 'dark' | 'light') =>
    await page.evaluate(
      async (chosen) => await window.upcast.invoke('settings:update', { theme: chosen }),
      theme,
    );
  await setTheme('dark');
  const opener = page.getByRole('button', { name: 'Add destination' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const form = secretRoom(page);
  await form.locator('body[data-theme="dark"]').getByRole('dialog').waitFor();
  await setTheme('light');
  await form.locator('body[data-theme="light"]').getByRole('dialog').waitFor();
  // A page of another scheme than its frame's is painted on an opaque ground, and hides the window.
  const schemeOf = (element: Element) => getComputedStyle(element).colorScheme;
  const schemes = [
    await page.locator('iframe[title="Form"]').evaluate(schemeOf),
    await form.locator(':root').evaluate(schemeOf),
  ];
  expect(schemes).toEqual(['light', 'light']);

  await form.getByRole('textbox', { name: 'Server' }).click();
  await page.keyboard.press('Escape');
  await page.locator('iframe[title="Form"]').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
});
