/** Before going live, in the real window: a destination is tested, the uplink is minded, a relay is written and used. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { savedSettingsSchema } from '../../../shared/settings/settings.ts';
import type { SavedSettings } from '../../../shared/settings/settings.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import { readOpenDocument } from '../../support/saved/open-document.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { openWindows } from '../../support/window/window-fixture.ts';

const KEY = 'uplink-test-key-44c0';

const test = openWindows([KEY]);

const readSettings = (): SavedSettings =>
  savedSettingsSchema.parse(
    JSON.parse(readFileSync(join(test.started.userDataDir, 'settings.json'), 'utf8')),
  );

const readEncoding = (): string => JSON.stringify(encodingOf(readOpenDocument(test.started.userDataDir)));

async function openFromMenu(item: string): Promise<void> {
  const { page } = test;
  await page.getByRole('button', { name: 'More options for Test server' }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('before going live', { timeout: 90_000 }, () => {
  it('tests a destination step by step, and measures once one agrees', async () => {
    const { page } = test;
    await test.addDestination(test.server.tlsUrl, KEY);
    await openFromMenu('Test…');
    const dialog = page.getByRole('dialog', { name: 'Test Test server' });
    await dialog.getByRole('button', { name: 'Start test' }).click();
    await dialog.getByText('The test didn’t check the stream key or upload speed').waitFor();
    expect(await dialog.getByRole('list', { name: 'Steps' }).textContent()).toMatch(/TLS 1\.3 · certificate/);
    expect(test.server.recordings(KEY)).toEqual([]);

    await dialog.getByRole('switch', { name: 'Send test video and measure upload speed' }).click();
    await dialog.getByRole('button', { name: 'Test again' }).click();
    await dialog.locator('[data-phase="running"]', { hasText: 's left' }).waitFor();
    await dialog.getByText('The server accepted the stream').waitFor({ timeout: 40_000 });
    const said = await dialog.textContent();
    expect(said).toMatch(/Upload speed: |Your upload reached/);
    expect(said).not.toContain(KEY);
    await waitUntil('the result is saved', () => readSettings().uplink !== undefined);
    expect(readSettings().uplink?.destinationName).toBe('Test server');
    const before = readEncoding();

    await dialog.getByText('Recommended for all destinations that are on').waitFor();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await waitUntil('the recommended settings', () => readEncoding() !== before);
    await dialog.getByText('Your settings fit').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('Updated the encoding settings.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitUntil('the settings before', () => readEncoding() === before);
  });

  it('writes a relay, and sends to it as one destination', async () => {
    const { page } = test;
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-relay-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await test.addDestination(test.server.tlsUrl, KEY);
    await test.addDestination(test.server.url, KEY);
    await test.addDestination('rtmp://live-fra.twitch.tv/app', 'never-used');
    await test.answerDialog('open', folder);
    await page.getByRole('button', { name: 'Send through a relay…' }).click();
    const form = page.getByRole('dialog', { name: 'Send through a relay' });
    await form.getByLabel('Server host name').fill('relay.example.org');
    await form.getByRole('button', { name: 'Choose folder and save…' }).click();
    const written = page.getByRole('dialog', { name: 'Relay files saved' });
    await written.waitFor();
    expect(await written.textContent()).toContain('sudo apt install nginx libnginx-mod-rtmp');
    const push = join(folder, 'upcast-relay', 'keys', 'push.conf');
    expect(readFileSync(push, 'utf8')).toContain(KEY);
    expect(statSync(push).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'upcast-relay', 'nginx.conf'), 'utf8')).not.toContain(KEY);

    await written.getByRole('button', { name: 'Add as destination and test' }).click();
    await page
      .getByRole('dialog', { name: 'Test Relay' })
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
    const relay = page.getByRole('article', { name: 'Relay' });
    expect(await relay.getByRole('switch', { name: 'Send to Relay' }).getAttribute('aria-checked')).toBe(
      'true',
    );
    expect(readSettings().destinations.at(-1)).toMatchObject({
      serviceId: 'relay',
      relayedServiceIds: ['twitch'],
    });
    for (const card of await page.getByRole('article', { name: 'Test server' }).all()) {
      expect(await card.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    }
  });
});
