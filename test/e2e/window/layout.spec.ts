/** Nothing under the pointer moves: the main button, the status pill and a card's switch stay while messages and states come and go. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { addDestination, runCommand, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

/** Nothing listens there. */
const DEAF_URL = 'rtmp://127.0.0.1:9/live';

let started: LaunchedBuild | undefined;

afterEach(async () => {
  await started?.close();
  started = undefined;
});

const MAIN = /^(Rehearse|Go live|Cancel|End rehearsal|End stream|End now)$/;

/** Where the button is, in whole pixels. */
async function place(button: Locator): Promise<string> {
  const box = await button.boundingBox();
  return box === null ? 'nowhere' : [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
}

/** The dot of the pill and the buttons beside the pill. */
async function headerPlaces(page: Page): Promise<string> {
  const status = page.getByTestId('status');
  const dot = await place(status.locator('span').first());
  return [dot, await place(page.getByRole('button', { name: 'Settings' }))].join(', ');
}

/** Tells the window what the engine would tell it. */
async function tell({ app }: LaunchedBuild, channel: string, told: object): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [name, payload]) => BrowserWindow.getAllWindows()[0]?.webContents.send(name, payload),
    [channel, told] as const,
  );
}

async function setSize(page: Page, height: number): Promise<void> {
  await page.setViewportSize({ width: 1280, height });
}

it.each([700, 900])('the main button stays in its place in a window %d high', async (height) => {
  started = await launchApp({ args: fakeDevices });
  const { page } = started;
  await setSize(page, height);
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  const main = page.getByRole('button', { name: MAIN });
  const toggle = page.getByRole('switch', { name: 'Rehearse instead of going live' });
  const seen = new Map<string, string>();
  const header = new Map<string, string>();
  const look = async (what: string) => {
    seen.set(what, await place(main));
    header.set(what, await headerPlaces(page));
  };

  await page.getByText('Only this computer receives the stream.').waitFor();
  await look('a note');
  await toggle.click();
  await page.getByText('Add a destination, or rehearse first.').waitFor();
  await look('a destination is missing');
  await page.getByRole('radio', { name: 'No audio' }).click();
  await toggle.click();
  await page.getByText('Your stream will be silent').waitFor();
  await page.keyboard.press('Control+b');
  await page.getByText('Viewers will see “Be right back”').waitFor();
  await look('three notes');

  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('button', { name: /Rec 00/ }).waitFor();
  await look('recording');
  await main.click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 2);
  await look('live');
  await page.getByRole('button', { name: /Rec 00/ }).click();
  await page.getByRole('button', { name: 'Show file' }).waitFor();
  await look('recorded');
  await runCommand(page, { type: 'endStreamNow' });
  await waitForBadge(page, 'off');
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor();
  await page.keyboard.press('Escape');
  await look('ended');

  await addDestination(page, { url: DEAF_URL, key: 'layout-key', caPem: '' });
  const card = page.getByRole('article', { name: 'Test server' });
  const send = card.getByRole('switch');
  const ready = await place(send);
  await page.getByRole('button', { name: 'Go live', disabled: false }).click();
  await card.and(page.locator('[data-phase="failed"]')).waitFor();
  await page.getByRole('button', { name: 'Keep retrying' }).waitFor();
  await look('failed');
  expect(await place(send)).toBe(ready);

  expect(new Set(seen.values()), JSON.stringify([...seen], null, 1)).toHaveProperty('size', 1);
  expect(new Set(header.values()), JSON.stringify([...header], null, 1)).toHaveProperty('size', 1);
});

it('the header’s figures stay in their places while their digits change', async () => {
  started = await launchApp({ args: fakeDevices });
  const { page } = started;
  await setSize(page, 800);
  const broadcast = { phase: 'live', sinceMs: 1 };
  const outputs = { destinations: [], recorder: { phase: 'off' }, encoders: [] };
  const snapshot = { revision: 1e6, nowMs: 1, broadcast, ...outputs };
  await tell(started, 'engine:snapshot', snapshot);
  const header = page.getByRole('banner');
  const places = new Set<string>();
  for (const [index, figures] of [
    { fps: 9.9, cpuPercent: 9, memoryMb: 98, skippedFrames: 0 },
    { fps: 59.9, cpuPercent: 98, memoryMb: 999, skippedFrames: 12 },
    { fps: 30, cpuPercent: 211, memoryMb: 1234, skippedFrames: 8888 },
  ].entries()) {
    const rest = { type: 'sample', encodedKbps: 1, targetKbps: 1, capturedFrames: 1, encodedFrames: 1 };
    await tell(started, 'engine:sample', { ...rest, ...figures, timeMs: index + 1, destinations: [] });
    await header.getByText(`${figures.cpuPercent}% of a core`, { exact: true }).waitFor();
    const names = await header.locator('dt').all();
    expect(names).toHaveLength(4);
    places.add((await Promise.all(names.map(place))).join(', '));
  }
  expect([...places]).toHaveLength(1);
});

it.each(['en', 'ru'])(
  'the header of Windows has room for its longer names in the smallest window, %s',
  async (language) => {
    started = await launchApp({ language, args: fakeDevices });
    const { page } = started;
    await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'Win32' }));
    await page.reload();
    await page.waitForSelector('body[data-ready="true"]');
    await page.setViewportSize({ width: 960, height: 600 });
    const outputs = { destinations: [], recorder: { phase: 'off' }, encoders: [] };
    const broadcast = { phase: 'live', sinceMs: 1 };
    await tell(started, 'engine:snapshot', { revision: 1e6, nowMs: 36_000_000, broadcast, ...outputs });
    const figures = { fps: 59.9, cpuPercent: 911, memoryMb: 999, skippedFrames: 8888 };
    const rest = { type: 'sample', encodedKbps: 1, targetKbps: 1, capturedFrames: 1, encodedFrames: 1 };
    await tell(started, 'engine:sample', { ...rest, ...figures, timeMs: 1, destinations: [] });
    const header = page.getByRole('banner');
    const names = header.locator('dt');
    await names.nth(3).waitFor();
    const said = await names.allTextContents();
    expect([said[1], said[2]]).toEqual(
      language === 'en'
        ? ['CPU w/o encoder', 'Memory w/o encoder']
        : ['ЦП без кодировщика', 'Память без кодировщика'],
    );
    const [wanted, given] = await header.evaluate(({ scrollWidth, clientWidth }) => [
      scrollWidth,
      clientWidth,
    ]);
    expect(wanted).toBe(given);
  },
);
