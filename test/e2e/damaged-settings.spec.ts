/** Settings that cannot be read are said in the window, and nothing of them is lost. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp } from '../support/electron-app.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-damaged-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it('a damaged file is kept aside, and said', async () => {
  const text = '{"version": 1, "destinations": [{"na';
  writeFileSync(join(folder, 'settings.json'), text);
  const { page, close } = await launchApp({ userDataDir: folder });
  try {
    await page.getByText('Not everything you saved could be read.', { exact: true }).waitFor();
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.bad-')) ?? '';
    await page.getByText(`was kept as ${aside}. Nothing was deleted.`).first().waitFor();
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(text);
  } finally {
    await close();
  }
});

it('a newer version’s file is left as it is, and said', async () => {
  const text = JSON.stringify({ version: 99, future: true });
  writeFileSync(join(folder, 'settings.json'), text);
  const { page, close } = await launchApp({ userDataDir: folder });
  try {
    await page
      .getByText(/written by a newer Upcast \(version 99/)
      .first()
      .waitFor();
    await page.getByRole('radio', { name: 'Test picture' }).click();
    await page.getByText('The settings were written by a newer Upcast.', { exact: true }).waitFor();
  } finally {
    await close();
  }
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
});
