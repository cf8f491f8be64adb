/** The language of the app: by an option, by Settings, by the terminal; every page of the app follows, and each says which it speaks. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ElectronApplication, Locator } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { colourAt, SMALL_HEIGHT, SMALL_WIDTH, smallPictures } from '../../support/media/small-pictures.ts';
import { repositoryFolder } from '../../support/repository.ts';
import { fakeDevices, launchApp, readRuntime } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let started: LaunchedBuild | undefined;

afterEach(async () => {
  await started?.close();
  started = undefined;
});

/** What the menu says. */
async function menuLabels(app: ElectronApplication): Promise<readonly string[]> {
  return await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
}

it('an option chooses the language of the window, the menu and the form for secrets', async () => {
  started = await launchApp({ language: 'en-XA', args: fakeDevices });
  const { app, page } = started;
  await page.getByRole('button', { name: '⟦Šéţţîñĝš' }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'en-XA',
    'ltr',
  ]);
  expect(await menuLabels(app)).toEqual(expect.arrayContaining([expect.stringContaining('⟦Éðîţ')]));
  await page.getByRole('button', { name: '⟦Áðð ðéšţîñáţîóñ' }).click();
  const frame = page.frameLocator('iframe[src*="/secret-frame.html?language=en-XA#add"]');
  await frame.getByRole('dialog', { name: '⟦Áðð ðéšţîñáţîóñ' }).waitFor();
  expect(await frame.locator('html').getAttribute('lang')).toBe('en-XA');
});

it('a language that is read from right to left turns the window', async () => {
  started = await launchApp({ language: 'en-XB', args: fakeDevices });
  const { page } = started;
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const [stage, destinations] = await Promise.all(
    [page.locator('main'), page.locator('aside').last()].map(async (part) => await part.boundingBox()),
  );
  expect(destinations?.x).toBe(0);
  expect(stage?.x).toBeGreaterThan(300);
});

/** Whether letters stand in the left and in the right half of a picture of a field. */
async function halvesWithInk(field: Locator): Promise<readonly boolean[]> {
  const [picture] = await smallPictures(await field.screenshot());
  if (picture === undefined) throw new Error('no picture of the field');
  const middle = SMALL_HEIGHT / 2;
  return [2, SMALL_WIDTH / 2].map((first) => {
    const greens = Array.from(
      { length: SMALL_WIDTH / 2 - 2 },
      (_, at) => colourAt(picture, first + at, middle)[1] ?? 0,
    );
    return Math.max(...greens) - Math.min(...greens) > 12;
  });
}

it('in English too, a name in Hebrew or Arabic letters runs from right to left in its field and in its row', async () => {
  started = await launchApp({ args: fakeDevices });
  const { page } = started;
  await page.getByRole('row').first().focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('row').getByRole('textbox');
  // Far wider than what is typed.
  await field.evaluate((element) => {
    element.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 300px; height: 32px; z-index: 99';
  });
  await field.fill('Cam!');
  expect(await halvesWithInk(field)).toEqual([true, false]);
  await field.fill('קול!');
  expect(await halvesWithInk(field)).toEqual([false, true]);
  await page.keyboard.press('Enter');
  const name = page.getByRole('row', { name: /^קול!/ }).getByText('קול!', { exact: true });
  const [letter, mark] = await name.evaluate((element) =>
    [0, 3].map((at) => {
      const range = document.createRange();
      range.setStart(element.firstChild ?? element, at);
      range.setEnd(element.firstChild ?? element, at + 1);
      return range.getBoundingClientRect().left;
    }),
  );
  expect(mark).toBeLessThan(letter ?? 0);
});

it('a language that there isn’t leaves English, and no settings offer the tests’ own', async () => {
  started = await launchApp({ language: 'tlh', args: fakeDevices });
  const { page } = started;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const options = await page.getByLabel('Language').locator('option').allTextContents();
  expect(options[0]).toBe('System default (English)');
  expect(options.join()).not.toMatch(/Pseudo|Mirrored/);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

it('while live the language stays, and its setting says why', async () => {
  started = await launchApp({ language: undefined, args: fakeDevices });
  const { page } = started;
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).click();
  await waitForBadge(page, 'live');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  expect(await page.getByLabel('Language').isDisabled()).toBe(true);
  await page.getByText('You can change the language when you’re not live or recording.').waitFor();
  const result = await page.evaluate(
    async () => await window.upcast.invoke('settings:update', { language: 'en-XA' }),
  );
  expect(result.ok).toBe(true);
  await runCommand(page, { type: 'endStreamNow' });
  await waitForBadge(page, 'off');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

it('a change of Settings turns the running app to another language and back', async () => {
  started = await launchApp({ language: undefined, args: fakeDevices });
  const { app, page } = started;
  const change = async (language: string): Promise<void> => {
    const loaded = page.waitForEvent('load');
    // The page may be gone before the answer is there.
    await page
      .evaluate((tag) => void window.upcast.invoke('settings:update', { language: tag }), language)
      .catch(() => undefined);
    await loaded;
    await page.waitForSelector('body[data-ready="true"]');
  };
  await change('en-XA');
  await page.getByRole('button', { name: '⟦Šéţţîñĝš' }).waitFor();
  expect((await menuLabels(app)).join()).toContain('⟦Éðîţ');
  await change('system');
  await page.getByRole('button', { name: 'Settings', exact: true }).waitFor();
  expect((await menuLabels(app)).join()).not.toContain('⟦');
});

it('a terminal’s messages are in the language that its option or its environment asks for', async () => {
  const { electron, args } = readRuntime();
  const speak = async (...more: readonly string[]): Promise<string> => {
    const run = promisify(execFile)(electron, [...args, '--', '--upcast-live', ...more], {
      cwd: repositoryFolder,
    });
    const { stderr } = await run.catch((error: { readonly stderr: string }) => error);
    return stderr;
  };
  expect(await speak('--wrong')).toContain('--wrong');
  expect(await speak('--wrong')).not.toContain('⟦');
  expect(await speak('--language', 'en-XA', '--wrong')).toMatch(/⟦.*--wrong.*⟧/);
});
