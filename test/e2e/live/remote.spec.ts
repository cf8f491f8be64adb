/** The remote control in the real app: switched on in the settings, then steered by a program over HTTP. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { startKeyring } from '../../support/computer/keyring.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { readEvents } from '../../support/servers/server-sent-events.ts';
import { openRemote } from '../../support/window/frames/remote-from-window.ts';
import { chooseRecordingFolder } from '../../support/window/frames/recording-folder.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { runCommand, secretFrame } from '../../support/window/window-driver.ts';
import { startNginx } from '../../support/servers/nginx.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

let started: LaunchedBuild;
let page: Page;

beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
  page = started.page;
});
afterEach(async () => {
  await started.close();
});

async function listenSomewhere(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly badge?: string;
    readonly recorder?: { readonly phase: string; readonly bytes?: number };
    readonly error?: { readonly code: string; readonly message: string };
  };
}

type Ask = (method: string, path: string, body?: object) => Promise<Answer>;

function asking(port: number, token: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
}

describe('the remote control', () => {
  it('is switched on, goes live, tells what happens, ends, and goes on right after a fast restart', async () => {
    const other = await listenSomewhere();
    await page.getByRole('button', { name: 'Settings' }).click();
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    const section = dialog.getByRole('region', { name: 'Remote control' });
    const toggle = section.getByRole('switch');
    expect(await toggle.getAttribute('aria-checked')).toBe('false');

    await section.getByLabel('Port').fill(String(other.port));
    await toggle.click();
    await section.getByText(`Another app is using port ${other.port}.`).waitFor();
    await toggle.click();
    await section.getByText('Off', { exact: true }).waitFor();
    await other.close();
    await toggle.click();
    await section.getByText(`http://127.0.0.1:${other.port}`).waitFor();
    const before = await dialog.textContent();
    await section.getByRole('button', { name: 'Show token' }).click();
    const form = secretFrame(page).getByRole('dialog', { name: 'Remote control token' });
    const shown = form.locator('code', { hasText: /^[\w-]{43}$/ });
    await shown.waitFor();
    const token = (await shown.textContent()) ?? '';
    await form.getByRole('button', { name: 'Copy token' }).click();
    await expect
      .poll(async () => await started.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(token);
    await form.getByText('Close').click();
    await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
    expect(before).not.toContain(token);
    expect(await dialog.textContent()).not.toContain(token);

    const ask = asking(other.port, token);
    expect(await ask('POST', 'broadcast/end')).toMatchObject({
      status: 409,
      body: { error: { code: 'studio/not-ready', message: 'You’re not live.' } },
    });
    expect(await ask('POST', 'broadcast/start', { isRehearsal: false })).toMatchObject({
      status: 409,
      body: { error: { code: 'studio/not-ready', message: expect.stringContaining('Add a destination') } },
    });
    expect((await ask('POST', 'destinations/nobody/start')).status).toBe(404);

    const events = await readEvents(other.port, token);
    expect(await events.next('snapshot')).toMatchObject({ badge: 'off' });
    let firstFrames = 0;
    for (const round of ['first', 'second']) {
      await expect
        .poll(async () => (await ask('POST', 'broadcast/start', { isRehearsal: true })).status, {
          timeout: 20_000,
        })
        .toBe(200);
      await expect.poll(async () => (await ask('GET', 'state')).body.badge, { timeout: 20_000 }).toBe('live');
      const sent: number[] = [];
      while (sent.filter((frames) => frames > 0).length < 2) {
        const { destinations } = (await events.next('sample')) as {
          destinations: { id: string; sentFrames: number }[];
        };
        sent.push(destinations.find(({ id }) => id === 'rehearsal')?.sentFrames ?? 0);
      }
      // The second session counts from its own start: the figures are not the last ones of the first.
      if (round === 'first') firstFrames = sent.at(-1) ?? 0;
      else expect(sent[0]).toBeLessThan(firstFrames);
      if (round === 'first')
        expect((await ask('POST', 'broadcast/start')).body.error?.message).toContain('already running');
      expect((await ask('POST', 'broadcast/end')).status).toBe(200);
      expect(await events.next('summary')).toMatchObject({ outcome: 'ended' });
      // The report lies over the settings.
      const report = page.getByRole('dialog', { name: 'Rehearsal report' });
      await report.waitFor();
      await page.keyboard.press('Escape');
      await report.waitFor({ state: 'detached' });
    }

    await section.getByRole('button', { name: 'New token' }).click();
    await events.closed;
    await expect.poll(async () => (await ask('GET', 'state')).status).toBe(401);
  });

  it('starts a stream while the window reloads and after the window crashed', async () => {
    const [port = 0] = await findFreePorts(1);
    const token = await openRemote(page, port);
    await runCommand(page, { type: 'setVideoSource', source: { type: 'pattern' } });
    const ask = asking(port, token);
    await expect.poll(async () => (await ask('GET', 'state')).status).toBe(200);
    const disturbances: readonly (() => Promise<void>)[] = [
      async () =>
        await started.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.reload(),
        ),
      async () =>
        await started.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
        ),
    ];
    for (const disturb of disturbances) {
      const events = await readEvents(port, token);
      await disturb();
      expect((await ask('POST', 'broadcast/start', { isRehearsal: true })).status).toBe(200);
      let encodedFrames = 0;
      while (encodedFrames < 30) encodedFrames += Number((await events.next('sample'))['encodedFrames']);
      expect((await ask('GET', 'state')).body.badge).toBe('live');
      expect((await ask('POST', 'broadcast/end')).status).toBe(200);
      expect(await events.next('summary')).toMatchObject({ outcome: 'ended' });
    }
  });

  it('starts, stops and retries destinations, records, and knows its token after a restart', async () => {
    await started.close();
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-remote-'));
    const recordingFolder = join(folder, 'recordings');
    const userDataDir = join(folder, 'user-data');
    const server = await startNginx({ isRecording: false });
    const keyring = await startKeyring();
    const launch = async (): Promise<void> => {
      const args = [...fakeDevices, '--password-store=gnome-libsecret'];
      started = await launchApp({ args, userDataDir, env: keyring.env });
    };
    try {
      const [port = 0, nobody = 0] = await findFreePorts(2);
      await launch();
      const destinations = [
        { id: 'one', url: server.url, isEnabled: true },
        { id: 'two', url: server.url, isEnabled: false },
        { id: 'dead', url: `rtmp://127.0.0.1:${nobody}/live`, isEnabled: false },
      ];
      for (const each of destinations) await saveDestination(started.page, each, `key-of-${each.id}`);
      await chooseRecordingFolder(started, recordingFolder);
      const token = await openRemote(started.page, port, { isRehearsing: false });
      await started.page.getByRole('radio', { name: 'Test pattern' }).click();
      const ask = asking(port, token);
      const publishing = async (...keys: string[]): Promise<void> =>
        await expect
          .poll(async () => (await server.publishers()).toSorted(), { timeout: 20_000 })
          .toEqual(keys);

      await expect
        .poll(async () => (await ask('POST', 'broadcast/start')).status, { timeout: 20_000 })
        .toBe(200);
      await publishing('key-of-one');
      expect((await ask('POST', 'destinations/two/start')).status).toBe(200);
      await publishing('key-of-one', 'key-of-two');
      expect(await ask('POST', 'destinations/two/retry')).toMatchObject({
        status: 409,
        body: { error: { message: 'This destination isn’t waiting to reconnect.' } },
      });
      expect((await ask('POST', 'recording/start')).body.recorder).toMatchObject({ phase: 'recording' });
      expect((await ask('POST', 'recording/start')).body.error?.message).toBe('Upcast is already recording.');
      expect((await ask('POST', 'destinations/two/stop')).status).toBe(200);
      await publishing('key-of-one');
      expect((await ask('POST', 'destinations/dead/start')).status).toBe(200);
      await expect
        .poll(async () => (await ask('POST', 'destinations/dead/retry')).status, { timeout: 20_000 })
        .toBe(200);
      await waitUntil(
        'half a second and more in the file',
        async () => ((await ask('GET', 'state')).body.recorder?.bytes ?? 0) > 200_000,
      );
      expect((await ask('POST', 'recording/stop')).status).toBe(200);
      const [recording = ''] = readdirSync(recordingFolder);
      await waitUntil(
        'the whole recording',
        async () => (await ask('GET', 'state')).body.recorder?.phase === 'off',
      );
      expect((await probe(join(recordingFolder, recording))).videoPackets.length).toBeGreaterThan(10);
      const text = JSON.stringify((await ask('GET', 'state')).body);
      for (const each of ['key-of-', token]) expect(text).not.toContain(each);
      expect((await ask('POST', 'broadcast/end')).status).toBe(200);
      await publishing();

      await started.close();
      expect(readFileSync(join(userDataDir, 'secrets.bin'), 'latin1')).not.toContain(token);
      await launch();
      expect((await ask('GET', 'state')).status).toBe(200);
      expect((await asking(port, 'another')('GET', 'state')).status).toBe(401);
      await started.close();
    } finally {
      await started.close();
      await keyring.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
