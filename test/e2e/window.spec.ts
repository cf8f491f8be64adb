/** The window as a person uses it: choose, type, go live, see it, end it; judged by the server's recording. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestAuthority, type TestAuthority } from '../support/certificates.ts';
import { fakeDevices, launchApp, type LaunchedBuild } from '../support/electron-app.ts';
import { probe } from '../support/ffprobe.ts';
import { seeAndHear } from '../support/see-and-hear.ts';
import { startNginx, type NginxServer } from '../support/servers/nginx.ts';
import { addDestination as addInWindow, secretRoom } from '../support/window-driver.ts';

const KEY = 'window-test-key-5d1f';
const AWAY_KEY = 'window-test-away-91ab';
const ON_AIR_SECONDS = 8;
/** Longest wait for a state of the window. */
const STATE_MS = 30_000;

let authority: TestAuthority;
let server: NginxServer;
let started: LaunchedBuild;
let page: Page;

beforeAll(async () => {
  authority = createTestAuthority();
  server = await startNginx({ tls: authority.issue(), allowedKeys: [KEY, AWAY_KEY] });
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

function addDestination(url: string, key: string): Promise<void> {
  return addInWindow(page, { url, key, caPem: authority.caPem });
}

function badge(value: string): Promise<unknown> {
  return page.locator(`[data-testid="status"][data-badge="${value}"]`).waitFor({ timeout: STATE_MS });
}

/** Waits until the header's time on air is at least so long. */
async function onAirFor(seconds: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const text = document.querySelector('[data-testid="status"]')?.textContent ?? '';
      const match = /(\d+):(\d+):(\d+)/.exec(text);
      return match !== null && Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]) >= wanted;
    },
    seconds,
    { timeout: STATE_MS + seconds * 1000 },
  );
}

/** What the arrow keys read on the graph's newest point. */
async function readGraph(): Promise<string> {
  const graph = page.getByTestId('graph');
  await graph.focus();
  await graph.press('ArrowLeft');
  return (await graph.getByRole('status').textContent()) ?? '';
}

describe('the window', () => {
  it('goes live to a server over TLS and ends the stream', async () => {
    await page.getByRole('radio', { name: /fake_device/ }).click();
    await addDestination(server.tlsUrl, KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await badge('live');
    const card = page.getByRole('article', { name: 'Test server' });
    await card.getByRole('button', { name: /TLS 1\.[23].*certificate/ }).waitFor();

    await onAirFor(4);
    const first = await readGraph();
    await onAirFor(ON_AIR_SECONDS);
    const second = await readGraph();
    expect(first).toMatch(/Test server +[\d.]+ [kM]bit\/s/);
    expect(second).not.toBe(first);

    await page.getByRole('button', { name: 'End stream' }).click();
    await badge('off');

    const recording = await probe(await server.finishedRecording(KEY));
    expect(recording.video).toMatchObject({ codec: 'h264', width: 1280, height: 720 });
    expect(recording.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
    expect(recording.videoPackets.length).toBeGreaterThanOrEqual(ON_AIR_SECONDS * 30 * 0.9);
    const times = recording.videoPackets.map((packet) => packet.dtsMs);
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
    const gaps = recording.keyframesMs
      .slice(1)
      .map((time, index) => time - (recording.keyframesMs[index] ?? 0));
    for (const gap of gaps) expect(Math.abs(gap - 2000)).toBeLessThanOrEqual(34);
  });

  it('says in words why a server refused the key, and can go live after it is mended', async () => {
    await page.getByRole('radio', { name: 'Test picture' }).click();
    await addDestination(server.tlsUrl, 'not-the-key-of-anyone');
    await page.getByRole('button', { name: 'Go live' }).click();
    const card = page.getByRole('article', { name: 'Test server' });
    await card.and(page.locator('[data-phase="failed"]')).waitFor({ timeout: STATE_MS });
    expect(await card.textContent()).toContain('refused');
    expect(await page.locator('body').textContent()).not.toContain('not-the-key-of-anyone');

    await card.getByRole('button', { name: 'More for Test server' }).click();
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
    await secretRoom(page).getByLabel('Stream key', { exact: true }).fill(KEY);
    await secretRoom(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Go live' }).click();
    await badge('live');
    await page.getByRole('button', { name: 'End stream' }).click();
    await badge('off');
  });

  it('rehearses from a first start with nothing else, and shows the report', async () => {
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await badge('live');
    await onAirFor(5);
    await page.getByRole('button', { name: 'End rehearsal' }).click();
    const report = page.getByRole('dialog', { name: 'Rehearsal report' });
    await report.waitFor({ timeout: STATE_MS });
    expect(await report.textContent()).toContain('1280 × 720');
    expect(await report.textContent()).toContain('RTMPS');
  });

  it('asks before a stream is ended by the keyboard', async () => {
    await page.getByRole('radio', { name: 'Test picture' }).click();
    await addDestination(server.tlsUrl, KEY);
    // The first destination takes the rehearsal's place a moment after it is saved.
    await page.getByRole('button', { name: 'Go live', disabled: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await badge('live');
    await page.getByRole('button', { name: 'End stream' }).press('Space');
    const question = page.getByRole('alertdialog', { name: 'End the stream?' });
    await question.getByRole('button', { name: 'Keep streaming' }).click();
    await badge('live');
    await page.keyboard.press('Control+Enter');
    await question.getByRole('button', { name: 'End it' }).click();
    await badge('off');
  });

  it('shows viewers a slate and silence while away, and the stream goes on', async () => {
    await page.getByRole('radio', { name: 'Test picture' }).click();
    await page.getByRole('radio', { name: /beeps/ }).click();
    await addDestination(server.tlsUrl, AWAY_KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await onAirFor(3);
    await page.keyboard.press('Control+b');
    await page.getByTestId('slate').waitFor();
    expect(await page.getByTestId('status').textContent()).toContain('Be right back');
    await onAirFor(8);
    await page.getByRole('button', { name: 'Be right back', pressed: true }).click();
    await page.getByTestId('slate').waitFor({ state: 'detached' });
    await onAirFor(11);
    await page.getByRole('button', { name: 'End stream' }).click();
    await badge('off');

    expect(server.recordings(AWAY_KEY)).toHaveLength(1);
    const { pictures, longestSilenceSeconds } = await seeAndHear(await server.finishedRecording(AWAY_KEY));
    expect(pictures).toEqual(['program', 'slate', 'program']);
    expect(longestSilenceSeconds).toBeGreaterThan(3);
  });

  it('keeps the report of a stream: listed, opened, deleted and brought back', async () => {
    await page.getByRole('radio', { name: 'Test picture' }).click();
    await addDestination(server.tlsUrl, KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await onAirFor(2);
    await page.getByRole('button', { name: 'End stream' }).click();
    const report = page.getByRole('dialog', { name: 'Stream report' });
    await report.getByRole('button', { name: 'Past streams' }).click();
    const past = page.getByRole('dialog', { name: 'Past streams' });
    const row = past.getByRole('row', { name: /Test server/ });
    await row.getByRole('button').first().click();
    await page.getByTestId('past-stream').locator('canvas').waitFor();
    expect(await page.getByTestId('past-stream').textContent()).toContain('Test server');
    await page.getByRole('button', { name: 'All streams' }).click();

    await row.getByRole('button', { name: /Delete/ }).click();
    await past.getByText('Nothing yet').waitFor();
    await past.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
  });
});
