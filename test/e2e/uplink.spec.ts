/** Before going live, in the real window: a destination is tested, the uplink is minded, a relay is written and used. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../support/certificates.ts';
import { fakeDevices, launchApp, type LaunchedBuild } from '../support/electron-app.ts';
import { startNginx, type NginxServer } from '../support/servers/nginx.ts';
import { addDestination } from '../support/window-driver.ts';

const KEY = 'uplink-test-key-44c0';

let authority: TestAuthority;
let server: NginxServer;
let started: LaunchedBuild;
let page: Page;

beforeAll(async () => {
  authority = createTestAuthority();
  server = await startNginx({ tls: authority.issue(), allowedKeys: [KEY] });
});
afterAll(async () => {
  await server.stop();
  authority.remove();
});
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  page = started.page;
});
afterEach(async () => {
  await started.close();
});

async function openFromMenu(item: string): Promise<void> {
  await page.getByRole('button', { name: 'More for Test server' }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('before going live', { timeout: 90_000 }, () => {
  it('tests a destination step by step, and measures once one agrees', async () => {
    await addDestination(page, { url: server.tlsUrl, key: KEY, caPem: authority.caPem });
    await openFromMenu('Test…');
    const dialog = page.getByRole('dialog', { name: 'Test Test server' });
    await dialog.getByRole('button', { name: 'Start the test' }).click();
    await dialog.getByText('The stream key was not tried').waitFor();
    expect(await dialog.getByRole('list', { name: 'Steps' }).textContent()).toMatch(/TLS 1\.3 · certificate/);
    expect(server.recordings(KEY)).toEqual([]);

    await dialog.getByRole('switch', { name: 'Publish, and measure the uplink' }).click();
    await dialog.getByRole('button', { name: 'Test again' }).click();
    await dialog.locator('[data-phase="running"]', { hasText: 's left' }).waitFor();
    await dialog.getByText('The server took the stream').waitFor({ timeout: 40_000 });
    const said = await dialog.textContent();
    expect(said).toMatch(/The uplink carr/);
    expect(said).not.toContain(KEY);
    const settings = readFileSync(join(started.userDataDir, 'settings.json'), 'utf8');
    expect(JSON.parse(settings)).toMatchObject({ uplink: { destinationName: 'Test server' } });
  });

  it('writes a relay, and sends to it as one destination', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-relay-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await addDestination(page, { url: server.tlsUrl, key: KEY, caPem: authority.caPem });
    await addDestination(page, { url: server.url, key: KEY, caPem: authority.caPem });
    await started.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, folder);
    await page.getByRole('button', { name: 'Send through a relay…' }).click();
    const form = page.getByRole('dialog', { name: 'Send through a relay' });
    await form.getByLabel('Host name of the server').fill('relay.example.org');
    await form.getByRole('button', { name: 'Choose a folder and write…' }).click();
    const written = page.getByRole('dialog', { name: 'The relay’s files are written' });
    await written.waitFor();
    expect(await written.textContent()).toContain('sudo apt install nginx libnginx-mod-rtmp');
    const push = join(folder, 'upcast-relay', 'keys', 'push.conf');
    expect(readFileSync(push, 'utf8')).toContain(KEY);
    expect(statSync(push).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'upcast-relay', 'nginx.conf'), 'utf8')).not.toContain(KEY);

    await written.getByRole('button', { name: 'Add it as destination, and check' }).click();
    await page
      .getByRole('dialog', { name: 'Test Relay' })
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
    const relay = page.getByRole('article', { name: 'Relay' });
    expect(await relay.getByRole('switch', { name: 'Send to Relay' }).getAttribute('aria-checked')).toBe(
      'true',
    );
    for (const card of await page.getByRole('article', { name: 'Test server' }).all()) {
      expect(await card.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    }
  });
});
