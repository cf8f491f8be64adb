/** The window as a person uses it: choose, type, go live, see it, end it; judged by the server's recording. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { probe } from '../../support/media/ffprobe.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { seeAndHear } from '../../support/media/see-and-hear.ts';
import { readGraph, secretFrame, waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';
import { openWindows } from '../../support/window/window-fixture.ts';

const KEY = 'window-test-key-5d1f';
const AWAY_KEY = 'window-test-away-91ab';
const ON_AIR_SECONDS = 8;
/** Longest wait for a state of the window. */
const STATE_MS = 30_000;

const test = openWindows([KEY, AWAY_KEY]);

describe('the window', () => {
  it('goes live to a server over TLS and ends the stream', async () => {
    const { page } = test;
    await page.getByRole('radio', { name: /fake_device/ }).click();
    await test.addDestination(test.server.tlsUrl, KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitForBadge(page, 'live');
    const card = page.getByRole('article', { name: 'Test server' });
    await card.getByRole('button', { name: /TLS 1\.[23].*certificate/ }).waitFor();

    await waitOnAir(page, 4);
    const first = await readGraph(page);
    await waitOnAir(page, ON_AIR_SECONDS);
    const second = await readGraph(page);
    expect(first).toMatch(/Test server +[\d.]+ [kM]bps/);
    expect(second).not.toBe(first);

    await page.getByRole('button', { name: 'End stream' }).click();
    await waitForBadge(page, 'off');

    const recording = await probe(await test.server.finishedRecording(KEY));
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
    const { page } = test;
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await test.addDestination(test.server.tlsUrl, 'not-the-key-of-anyone');
    await page.getByRole('button', { name: 'Go live' }).click();
    const card = page.getByRole('article', { name: 'Test server' });
    await card.and(page.locator('[data-phase="failed"]')).waitFor({ timeout: STATE_MS });
    expect(await card.textContent()).toContain('refused');
    expect(await page.locator('body').textContent()).not.toContain('not-the-key-of-anyone');

    await card.getByRole('button', { name: 'More options for Test server' }).click();
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
    await secretFrame(page).getByLabel('Stream key', { exact: true }).fill(KEY);
    await secretFrame(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitForBadge(page, 'live');
    await page.getByRole('button', { name: 'End stream' }).click();
    await waitForBadge(page, 'off');
  });

  it('rehearses from a first start with nothing else, and shows the report', async () => {
    const { page } = test;
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await waitForBadge(page, 'live');
    await waitOnAir(page, 5);
    await page.getByRole('button', { name: 'End rehearsal' }).click();
    const report = page.getByRole('dialog', { name: 'Rehearsal report' });
    await report.waitFor({ timeout: STATE_MS });
    expect(await report.textContent()).toContain('1280 × 720');
    expect(await report.textContent()).toContain('RTMPS');
  });

  it('rehearses over RTMFP where that is chosen', async () => {
    const { page } = test;
    await page.getByRole('radio', { name: 'RTMFP' }).click();
    await page.getByText('Streams over UDP to a local test server.').waitFor();
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await waitForBadge(page, 'live');
    await waitOnAir(page, 3);
    await page.getByRole('button', { name: 'End rehearsal' }).click();
    const report = page.getByRole('dialog', { name: 'Rehearsal report' });
    await report.waitFor({ timeout: STATE_MS });
    expect(await report.textContent()).toContain('RTMFP');
  });

  it('asks before a stream is ended by the keyboard', async () => {
    const { page } = test;
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await test.addDestination(test.server.tlsUrl, KEY);
    // The first destination takes the rehearsal's place a moment after it is saved.
    await page.getByRole('button', { name: 'Go live', disabled: false }).waitFor();
    await page.keyboard.press('Control+Enter');
    await waitForBadge(page, 'live');
    await page.getByRole('button', { name: 'End stream' }).press('Space');
    const question = page.getByRole('alertdialog', { name: 'End the stream?' });
    await question.getByRole('button', { name: 'Keep streaming' }).click();
    await waitForBadge(page, 'live');
    await page.keyboard.press('Control+Enter');
    await question.getByRole('button', { name: 'End stream' }).click();
    await waitForBadge(page, 'off');
  });

  it('shows viewers a slate and silence while away, and the stream goes on', async () => {
    const { page } = test;
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await page.getByRole('radio', { name: /beeps/ }).click();
    await test.addDestination(test.server.tlsUrl, AWAY_KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitOnAir(page, 3);
    await page.keyboard.press('Control+b');
    await page.getByRole('img', { name: 'Preview: Be right back' }).waitFor();
    expect(await page.getByTestId('status').textContent()).toContain('Be right back');
    await waitOnAir(page, 8);
    await page.getByRole('button', { name: 'Be right back', pressed: true }).click();
    await page.getByRole('img', { name: 'Preview: Test pattern' }).waitFor();
    await waitOnAir(page, 11);
    await page.getByRole('button', { name: 'End stream' }).click();
    await waitForBadge(page, 'off');

    expect(test.server.recordings(AWAY_KEY)).toHaveLength(1);
    const { pictures, longestSilenceSeconds } = await seeAndHear(
      await test.server.finishedRecording(AWAY_KEY),
    );
    expect(pictures).toEqual(['program', 'slate', 'program']);
    expect(longestSilenceSeconds).toBeGreaterThan(3);
  });

  it('keeps the report of a stream: listed, opened, deleted and brought back', async () => {
    const { page } = test;
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await test.addDestination(test.server.tlsUrl, KEY);
    await page.getByRole('button', { name: 'Go live' }).click();
    await waitOnAir(page, 2);
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
    await past.getByText('No streams yet').waitFor();
    await past.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
  });

  it('holds two past streams against each other, and exports what their graphs show', async () => {
    const { page } = test;
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-export-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await test.addDestination(test.server.tlsUrl, KEY);
    for (const seconds of [4, 2]) {
      await page.getByRole('button', { name: 'Go live', disabled: false }).click();
      await waitOnAir(page, seconds);
      await page.getByRole('button', { name: 'End stream' }).click();
      await page.getByRole('dialog', { name: 'Stream report' }).waitFor();
      if (seconds === 4) await page.getByRole('button', { name: 'Close' }).last().click();
    }
    await page
      .getByRole('dialog', { name: 'Stream report' })
      .getByRole('button', { name: 'Past streams' })
      .click();
    const past = page.getByRole('dialog', { name: 'Past streams' });
    await past.getByRole('checkbox').nth(1).waitFor();
    for (const box of await past.getByRole('checkbox').all()) await box.click();
    await past.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog', { name: 'Compare streams' }).waitFor();
    const streams = page.getByTestId('past-stream');
    await streams.locator('canvas').nth(1).waitFor();
    expect(await streams.count()).toBe(2);

    // The longer one.
    const stream = streams.nth(1);
    const exportAs = async (item: string, name: string): Promise<Buffer> => {
      const path = join(folder, name);
      await test.answerDialog('save', path);
      await stream.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await waitUntil(`${name} to be written`, async () => existsSync(path) && statSync(path).size > 0);
      return readFileSync(path);
    };
    const csv = (await exportAs('Table (CSV)', 'graph.csv')).toString();
    const [head = '', ...rows] = csv.trimEnd().split('\n');
    expect(head).toMatch(/^time,encoded kbps,.*Test server sent kbps.*,events$/);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(row).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,/);
    expect(csv).toContain('Starting the stream.');

    const data = JSON.parse((await exportAs('Data (JSON)', 'graph.json')).toString()) as {
      readonly samples: readonly { readonly timeMs: number; readonly encoded?: number }[];
      readonly events: readonly { readonly text: string }[];
    };
    expect(data.samples).toHaveLength(rows.length);
    expect(Math.max(...data.samples.map(({ encoded }) => encoded ?? 0))).toBeGreaterThan(1_000);
    expect(data.events.some(({ text }) => text === 'Stream ended.')).toBe(true);

    const png = await exportAs('Image (PNG)', 'graph.png');
    const { colours, width, height } = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data.buffer;
      return {
        width: picture.width,
        height: picture.height,
        colours: new Set(pixels === undefined ? [] : new Uint32Array(pixels)).size,
      };
    }, png.toString('base64'));
    expect(width).toBeGreaterThan(300);
    expect(height).toBeGreaterThan(100);
    expect(colours).toBeGreaterThan(10);
  });

  it.runIf(process.platform === 'linux')(
    'main holds no OpenGL driver, and no program inherits why',
    async () => {
      const main = test.started.app.process().pid ?? 0;
      expect(readFileSync(`/proc/${main}/maps`, 'utf8')).not.toMatch(/libLLVM|libGLX|_dri\.so/);
      const engine = sampleProcesses(main).find(({ part }) => part === 'engine');
      const environment = readFileSync(`/proc/${engine?.pid ?? 0}/environ`, 'utf8');
      expect(environment).toContain('PATH=');
      expect(environment).not.toContain('GDK_GL');
      // What a browser or file manager that main opens would get.
      const { app } = test.started;
      expect(await app.evaluate(() => Object.keys(process.env))).not.toContain('GDK_GL');
    },
  );
});
