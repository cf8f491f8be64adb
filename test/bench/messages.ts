/**
 * Pictures of the messages that files, addresses, proxies and servers lead to, for someone to read: `npm run bench -- messages FOLDER`.
 * Cards get their errors as the engine would report them; forms and imports are used as a person does.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchApp } from '../support/window/electron-app.ts';
import type { LaunchedBuild } from '../support/window/electron-app.ts';
import { saveDestination } from '../support/window/frames/secret-frame.ts';
import { secretFrame } from '../support/window/window-driver.ts';
import { shownFiles, shownPastes, shownProxies } from '../support/looks/shown-entries.ts';
import { shownErrors } from '../support/looks/shown-errors.ts';

/** Destinations at a time. */
const CARDS_AT_ONCE = 4;
const ANSWER_MS = 10_000;

export async function run(argv: readonly string[]): Promise<{ folder: string; pictures: readonly string[] }> {
  const folder = resolve(argv[0] ?? join('dist', 'messages'));
  mkdirSync(folder, { recursive: true });
  const files = mkdtempSync(join(tmpdir(), 'upcast-messages-'));
  const pictures: string[] = [];
  const launched = await launchApp();
  const { page } = launched;
  const take = async (name: string): Promise<void> => {
    await page.evaluate(
      async () => await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await page.screenshot({ path: join(folder, `${name}.png`) });
    pictures.push(`${name}.png`);
  };
  try {
    await visitForm(page, take);
    await visitProxies(page, take);
    await visitImports(launched, files, take);
    pictures.push(...(await visitCards(launched, folder)));
  } finally {
    await launched.close();
    rmSync(files, { recursive: true, force: true });
  }
  return { folder, pictures };
}

type Take = (name: string) => Promise<void>;

async function openForm(
  page: Page,
  opener: string,
  dialog: string,
): Promise<ReturnType<FrameLocator['getByRole']>> {
  await page.getByRole('button', { name: opener, exact: true }).click();
  const form = secretFrame(page).getByRole('dialog', { name: dialog });
  await form.waitFor();
  return form;
}

async function closeForm(page: Page): Promise<void> {
  await secretFrame(page).getByRole('button', { name: 'Cancel' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
}

async function visitForm(page: Page, take: Take): Promise<void> {
  for (const [name, text] of shownPastes) {
    const form = await openForm(page, 'Add destination', 'Add destination');
    await form.getByRole('textbox', { name: 'Server' }).evaluate((field, pasted) => {
      const data = new DataTransfer();
      data.setData('text', pasted);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
    await take(`paste-${name}`);
    await closeForm(page);
  }
  const form = await openForm(page, 'Add destination', 'Add destination');
  await secretFrame(page).getByRole('button', { name: 'Save' }).click();
  await take('form-empty');
  await form.getByRole('textbox', { name: 'Server' }).fill('rtmp://h.example:99999/live');
  await secretFrame(page).getByRole('button', { name: 'Save' }).click();
  await take('form-port');
  await closeForm(page);
}

async function visitProxies(page: Page, take: Take): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add proxy' }).scrollIntoViewIfNeeded();
  await take('settings-proxy');
  const form = await openForm(page, 'Add proxy', 'Proxy for all destinations');
  for (const [name, url] of shownProxies) {
    await form.getByLabel('Proxy address').fill(url);
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await take(`proxy-${name}`);
  }
  await form.getByLabel('Connect').selectOption('system');
  await take('proxy-system');
  await closeForm(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
}

async function visitImports({ app, page }: LaunchedBuild, files: string, take: Take): Promise<void> {
  for (const [name, content] of shownFiles) {
    const path = join(files, `${name}.txt`);
    writeFileSync(path, content);
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    }, path);
    await page.getByRole('button', { name: 'Import and export' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Import…' }).click();
    const form = secretFrame(page).getByRole('dialog', { name: 'Import destinations' });
    await form.getByText('Waiting for a file').waitFor({ state: 'detached', timeout: ANSWER_MS });
    await form.getByRole('alert').or(form.getByRole('checkbox').first()).first().waitFor();
    await take(`import-${name}`);
    await closeForm(page);
  }
}

async function visitCards({ app, page }: LaunchedBuild, folder: string): Promise<string[]> {
  const pictures: string[] = [];
  for (let start = 0; start < shownErrors.length; start += CARDS_AT_ONCE) {
    const some = shownErrors.slice(start, start + CARDS_AT_ONCE);
    await page.evaluate(async () => {
      const settings = await window.upcast.invoke('settings:get', undefined);
      if (!settings.ok) throw new Error(settings.error.code);
      for (const { id } of settings.value.destinations)
        await window.upcast.invoke('destination:delete', { id });
    });
    const ids: string[] = [];
    for (const [name] of some) {
      const destination = { id: randomUUID(), name, url: 'rtmps://live.example.com/app' };
      ids.push((await saveDestination(page, destination, 'made-up')).id);
    }
    await page.reload();
    await page.getByRole('article', { name: some[0]?.[0] ?? '', exact: true }).waitFor();
    for (const [phase, isOnAir] of [
      ['failed', false],
      ['reconnecting', true],
    ] as const) {
      const nowMs = 1_800_000_000_000;
      const destinations = some.map(([name, error], index) => ({
        kind: 'destination' as const,
        id: ids[index],
        name,
        state: isOnAir ? { phase, attempt: 3, retryAtMs: nowMs + 4000, cause: error } : { phase, error },
      }));
      const broadcast = { phase: 'live', sinceMs: nowMs - 60_000 };
      const recorder = { phase: 'off' };
      const encoders: never[] = [];
      const snapshot = {
        revision: 1e9 + start + (isOnAir ? 1 : 0),
        nowMs,
        broadcast,
        destinations,
        recorder,
        encoders,
      };
      await app.evaluate(
        ({ BrowserWindow }, told) =>
          BrowserWindow.getAllWindows()[0]?.webContents.send('engine:snapshot', told),
        snapshot as never,
      );
      for (const [index, [name]] of some.entries()) {
        const card = page.getByRole('article', { name, exact: true });
        await card.and(page.locator(`[data-phase="${phase}"]`)).waitFor();
        const file = `card-${String(start + index).padStart(2, '0')}-${phase}.png`;
        await card.screenshot({ path: join(folder, file) });
        pictures.push(file);
      }
    }
  }
  return pictures;
}
