/** Help opens the guide: pages of the package, in a window that leads nowhere else and closes with the app's. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitUntil } from '../../support/processes/processes.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

let started: LaunchedBuild;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
});
afterEach(() => started.close());

async function openGuide(): Promise<Page> {
  const { app } = started;
  const opened = app.waitForEvent('window');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-guide')?.click());
  const guide = await opened;
  await guide.getByRole('heading', { level: 1 }).waitFor();
  return guide;
}

const windowCount = () => started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

it('shows the first page with its pictures, and follows its links', async () => {
  const guide = await openGuide();
  expect(guide.url()).toBe('upcast://guide/index.html');
  expect(await guide.title()).toBe('Upcast guide');
  await guide.getByRole('link', { name: 'Your first stream' }).click();
  await guide.getByRole('heading', { level: 1, name: 'Your first stream' }).waitFor();
  const pictures = guide.locator('img');
  expect(await pictures.count()).toBeGreaterThan(1);
  await waitUntil('each picture is there', async () =>
    (
      await pictures.evaluateAll((all) =>
        all.map((each) => each instanceof HTMLImageElement && each.naturalWidth > 0),
      )
    ).every(Boolean),
  );
  await guide.getByRole('link', { name: 'Upcast guide' }).click();
  await guide.getByRole('heading', { level: 1, name: 'Upcast guide' }).waitFor();
});

it('opens once, and closes with the window of the app', async () => {
  await openGuide();
  await started.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-guide')?.click());
  expect(await windowCount()).toBe(2);
  const exited = new Promise<void>((resolve) => started.app.process().once('exit', () => resolve()));
  await started.page.evaluate(() => window.close());
  await exited;
});

it('runs no script and leads nowhere else', async () => {
  const guide = await openGuide();
  const refused = await guide.evaluate(async () => {
    const answers = await Promise.allSettled([
      fetch('upcast://app/index.html'),
      fetch('http://127.0.0.1:1/'),
      fetch('upcast://guide/images/../index.html'),
      (async () => document.createElement('img').setAttribute('onerror', 'document.title = "run"'))(),
      (async () =>
        document.body.append(Object.assign(document.createElement('script'), { text: 'void 0' })))(),
    ]);
    return answers.map(({ status }) => status);
  });
  expect([...new Set(refused)]).toEqual(['rejected']);
  await guide.evaluate(() => {
    location.href = 'upcast://app/index.html';
  });
  await guide.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(guide.url()).toBe('upcast://guide/index.html');
  expect(await guide.title()).toBe('Upcast guide');
  expect(await guide.evaluate(() => 'upcast' in window)).toBe(false);
});
