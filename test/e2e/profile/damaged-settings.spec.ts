/** Settings that cannot be read are said in the window, and nothing of them is lost. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { savedSettingsSchema } from '../../../shared/settings/settings.ts';
import { videoInputOf } from '../../../shared/studio/document.ts';
import { readOpenDocument } from '../../support/saved/open-document.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import { waitUntil } from '../../support/processes/processes.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

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
    await page
      .getByText(/^Upcast couldn’t read some of your saved settings\./)
      .first()
      .waitFor();
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.bad-')) ?? '';
    await page
      .getByText(`Upcast kept the damaged file as ${aside}. Upcast didn’t delete anything.`)
      .first()
      .waitFor();
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
      .getByText(/A newer version of Upcast saved your settings\. Upcast didn’t delete anything\./)
      .first()
      .waitFor();
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page.getByText('A newer version of Upcast saved your settings.', { exact: true }).waitFor();
  } finally {
    await close();
  }
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
});

it('keys that the keychain cannot open are kept aside, and said', async () => {
  const sealed = 'v11 sealed by the keychain of another computer';
  writeFileSync(join(folder, 'secrets.bin'), sealed);
  const keyring = await startKeyring();
  try {
    const args = ['--password-store=gnome-libsecret'];
    const { page, close } = await launchApp({ userDataDir: folder, args, env: keyring.env });
    try {
      const aside = readdirSync(folder).find((name) => name.startsWith('secrets.bin.bad-')) ?? '';
      await page.getByText(`Enter the keys again. Upcast kept the old file as ${aside}.`).first().waitFor();
      expect(readFileSync(join(folder, aside), 'utf8')).toBe(sealed);
    } finally {
      await close();
    }
  } finally {
    await keyring.stop();
  }
});

it('a change that cannot be saved is said, and saved with the next one that can', async () => {
  const { page, close } = await launchApp({ userDataDir: folder });
  const path = join(folder, 'collections', 'main.json');
  try {
    // A folder in the file's place: nothing can be renamed over it.
    mkdirSync(join(path, 'in-the-way'), { recursive: true });
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page
      .getByText(/Couldn’t save main\.json/)
      .first()
      .waitFor();
    rmSync(path, { recursive: true });
    await page.evaluate(() => window.upcast.invoke('settings:update', { drainSeconds: 7 }));
    await waitUntil('the settings on disk', () => {
      const settings = readFileSync(join(folder, 'settings.json'), 'utf8');
      const { drainSeconds } = savedSettingsSchema.parse(JSON.parse(settings));
      return drainSeconds === 7 && videoInputOf(readOpenDocument(folder)).type === 'pattern';
    });
  } finally {
    await close();
  }
});
