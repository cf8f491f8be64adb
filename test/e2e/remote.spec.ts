/** The remote control in the real app: switched on in the settings, then steered by a program over HTTP. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeDevices, launchApp, type LaunchedBuild } from '../support/electron-app.ts';
import { readEvents } from '../support/server-sent-events.ts';

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
    readonly error?: { readonly code: string; readonly message: string };
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
    await section.getByText(`Another program already uses port ${other.port}.`).waitFor();
    await toggle.click();
    await section.getByText('It is off.').waitFor();
    await other.close();
    await toggle.click();
    await section.getByText(`http://127.0.0.1:${other.port}`).waitFor();
    const before = await dialog.textContent();
    await section.getByRole('button', { name: 'Show' }).click();
    await section.getByRole('button', { name: 'Hide' }).waitFor();
    const token = (await section.locator('code').textContent()) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(before).not.toContain(token);
    await section.getByRole('button', { name: 'Copy token' }).click();
    await expect
      .poll(async () => await started.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(token);

    const ask = async (method: string, path: string, body?: object): Promise<Answer> => {
      const response = await fetch(`http://127.0.0.1:${other.port}/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    };
    expect(await ask('POST', 'broadcast/end')).toMatchObject({
      status: 409,
      body: { error: { code: 'remote/not-ready', message: 'Nothing is on air.' } },
    });
    expect(await ask('POST', 'broadcast/start', { isRehearsal: false })).toMatchObject({
      status: 409,
      body: { error: { code: 'remote/not-ready', message: expect.stringContaining('Add a destination') } },
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
        expect((await ask('POST', 'broadcast/start')).body.error?.message).toContain('already under way');
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
});
