/** The form that keys are typed in, as a page of its own over the window: it wears the window's theme, lets it show, and ends by Escape. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { texts } from '../../../shared/text/text.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { secretFrame } from '../../support/window/window-driver.ts';

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
  const form = secretFrame(page);
  await form.locator('body[data-theme="dark"]').getByRole('dialog').waitFor();
  await setTheme('light');
  await form.locator('body[data-theme="light"]').getByRole('dialog').waitFor();
  // A page of another scheme than its frame's is painted on an opaque ground, and hides the window.
  const schemeOf = (element: Element) => getComputedStyle(element).colorScheme;
  const schemes = [
    await page.locator('iframe[src*="/secret-frame.html#"]').evaluate(schemeOf),
    await form.locator(':root').evaluate(schemeOf),
  ];
  expect(schemes).toEqual(['light', 'light']);

  await form.getByRole('textbox', { name: 'Server' }).click();
  await page.keyboard.press('Escape');
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('refuses a name that could turn text around, and lets one of another script turn nothing but itself', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Add destination' }).click();
  const form = secretFrame(page).getByRole('dialog', { name: 'Add destination' });
  await form.getByRole('textbox', { name: 'Server' }).fill('rtmp://127.0.0.1/live');
  await form.getByLabel('Name', { exact: true }).fill('Twitch \u202emoc.live');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText(texts.security.nameHasInvisible).waitFor();
  await form.getByLabel('Name', { exact: true }).fill('שידור 1');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  await page.locator('h3 > bdi', { hasText: 'שידור 1' }).waitFor();
  await page.getByRole('button', { name: 'More options for שידור 1' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const told = page.getByText(texts.destinations.deleted('שידור 1'), { exact: true });
  await told.locator('bdi', { hasText: /^שידור 1$/ }).waitFor();
});
