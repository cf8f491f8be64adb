/**
 * Files of strangers through the real import, in the real app: how long main's loop stands still meanwhile. Each file is opened three
 * times and the best time counts, as other programs of the computer hold main up too. `--times 3`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { hostilePresets } from '../../support/saved/hostile-presets.ts';
import { secretFrame } from '../../support/window/window-driver.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const MAX_STILL_MS = 50;
const ADDED = 'a hundred keys of 4000 characters';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const times = numberOption(argv, 'times', 3);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-imports-'));
  const launched = await launchApp({ userDataDir: join(folder, 'profile') });
  try {
    const { page } = launched;
    const form = secretFrame(page);
    await watchMain(launched);
    const plain = join(folder, 'plain.txt');
    writeFileSync(plain, 'One = rtmp://one.example/live/a-key-of-this-proof\n');
    await answerDialog(launched, plain);
    await openImport(page);
    await untilRead(form);
    yield await measure(launched, form, 'a list of one address', plain, times);
    for (const [name, text] of hostilePresets) {
      const path = join(folder, 'hostile.txt');
      writeFileSync(path, text);
      yield await measure(launched, form, name, path, times);
    }
    const long = join(folder, 'long.txt');
    writeFileSync(long, hostilePresets.get(ADDED) ?? '');
    await answerDialog(launched, long);
    await chooseAnother(form);
    const seen: number[] = [];
    for (let count = 1; count <= times; count += 1) {
      await stillMs(launched);
      await form.getByRole('button', { name: 'Add 100' }).click();
      await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
      seen.push(await stillMs(launched));
      if (count === times) break;
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await page.getByRole('article').first().waitFor({ state: 'detached' });
      await openImport(page);
      await untilRead(form);
    }
    yield found(`${ADDED}, added`, Math.min(...seen));
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function found(name: string, seenMs: number): Finding {
  const promise = `${name}: main is never held for more than ${MAX_STILL_MS} ms`;
  return { promise, seen: `${seenMs.toFixed(1)} ms`, holds: seenMs <= MAX_STILL_MS };
}

async function measure(
  launched: LaunchedBuild,
  form: FrameLocator,
  name: string,
  path: string,
  times: number,
): Promise<Finding> {
  await answerDialog(launched, path);
  const seen: number[] = [];
  for (let count = 0; count < times; count += 1) {
    await stillMs(launched);
    await chooseAnother(form);
    seen.push(await stillMs(launched));
  }
  return found(name, Math.min(...seen));
}

interface Watched {
  stillMs: number;
}

/** The longest time between two turns of main's loop, beyond what the timer waits. */
async function watchMain({ app }: LaunchedBuild): Promise<void> {
  await app.evaluate(() => {
    const watched: Watched = { stillMs: 0 };
    Object.assign(globalThis, { watched });
    let lastMs = performance.now();
    setInterval(() => {
      const nowMs = performance.now();
      watched.stillMs = Math.max(watched.stillMs, nowMs - lastMs);
      lastMs = nowMs;
    }, 1);
  });
}

/** Since it was asked last. */
async function stillMs({ app }: LaunchedBuild): Promise<number> {
  return await app.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const seenMs = watched.stillMs;
    watched.stillMs = 0;
    return seenMs;
  });
}

/** As a person would: Playwright cannot reach into the system's dialogs. */
async function answerDialog({ app }: LaunchedBuild, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import and export' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Import…' }).click();
}

const another = (form: FrameLocator) => form.getByRole('button', { name: /Choose (another )?file…/ });

/** The button comes back once the file was read, or refused. */
async function untilRead(form: FrameLocator): Promise<void> {
  await another(form).and(form.locator('button:enabled')).waitFor();
}

async function chooseAnother(form: FrameLocator): Promise<void> {
  await another(form).click();
  await untilRead(form);
}
