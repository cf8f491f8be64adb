/**
 * The graph of a kept session of 12 hours with 8 destinations and some 300 events, in the real window: from asking for the
 * report to its graph being drawn, then panned with the pointer: frame by frame of the renderer's own clock, and as Chromium's
 * trace says they were shown.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp } from '../support/window/electron-app.ts';
import type { LaunchedBuild } from '../support/window/electron-app.ts';
import { keepSession, replaySession } from '../support/looks/replayed-session.ts';

const SECONDS = 12 * 3600;
const DESTINATIONS = 8;
const BREAKS = 100;
const OPENINGS = 5;
const PAN_FRAMES = 240;

export interface GraphResult {
  readonly samples: number;
  readonly destinations: number;
  readonly events: number;
  /** From pressing it to the graph drawn; promised: under 200. */
  readonly openMedianMs: number;
  readonly opensMs: readonly number[];
  /** Between frames while panned; a screen of 60 frames a second has 16.7. */
  readonly panFps: number;
  readonly frameMedianMs: number;
  readonly frameP95Ms: number;
  /** The same by Chromium's trace of the frames that were displayed. */
  readonly shownFps: number;
  readonly shownP95Ms: number;
  /** What the page's own work takes of each of those frames. */
  readonly workMedianMs: number;
  readonly workP95Ms: number;
  readonly figuresBytes: number;
  readonly heapMb: number;
  /** A session of one hour, for comparison. */
  readonly heapOfAnHourMb: number;
  readonly renderer: string;
}

export async function run(): Promise<GraphResult> {
  const destinations = Array.from({ length: DESTINATIONS }, (_unused, index) => `Server ${index + 1}`);
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-graph-'));
  const folder = join(userDataDir, 'past-streams');
  const long = replaySession({
    seconds: SECONDS,
    destinations,
    breaks: BREAKS,
    startedMs: 2_000_000_000_000,
  });
  const short = replaySession({ seconds: 3600, destinations, breaks: 8, startedMs: 1_900_000_000_000 });
  for (const name of long.history.columnNames) long.history.stretch(name, 0, SECONDS);
  await keepSession(folder, short);
  await keepSession(folder, long);
  const launched = await launchApp({ userDataDir });
  try {
    const { page } = launched;
    await page.getByRole('button', { name: 'Past streams' }).click();
    await openReport(page, 1);
    const heapOfAnHourMb = await heapMb(page);
    await page.getByRole('button', { name: 'All streams' }).click();
    const opensMs: number[] = [];
    for (let index = 0; index < OPENINGS; index += 1) {
      opensMs.push(await openReport(page, 0));
      if (index + 1 < OPENINGS) await page.getByRole('button', { name: 'All streams' }).click();
    }
    const traceFile = join(userDataDir, 'trace.json');
    await startTrace(launched);
    const pan = await panGraph(page);
    const shown = await readShown(launched, traceFile);
    return {
      samples: long.history.length,
      destinations: DESTINATIONS,
      events: long.events.length,
      openMedianMs: at(opensMs, 0.5),
      opensMs,
      panFps: rate(pan.frames),
      frameMedianMs: at(pan.frames, 0.5),
      frameP95Ms: at(pan.frames, 0.95),
      shownFps: rate(shown),
      shownP95Ms: at(shown, 0.95),
      workMedianMs: at(pan.work, 0.5),
      workP95Ms: at(pan.work, 0.95),
      figuresBytes: long.history.bytes,
      heapMb: await heapMb(page),
      heapOfAnHourMb,
      renderer: await rendererName(page),
    };
  } finally {
    await launched.close();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The page's own marks: what Playwright adds does not count. */
async function openReport(page: Page, row: number): Promise<number> {
  await page.evaluate(() => performance.clearMarks());
  await page.locator('dialog tbody tr').nth(row).getByRole('button').first().click();
  await page.locator('[data-testid="past-stream"] canvas').waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('pastStream:drawn').length > 0);
  return await page.evaluate(() => {
    const asked = performance.getEntriesByName('pastStream:asked')[0]?.startTime ?? Number.NaN;
    const drawn = performance.getEntriesByName('pastStream:drawn')[0]?.startTime ?? Number.NaN;
    return Math.round((drawn - asked) * 10) / 10;
  });
}

/** Zooms in to a tenth, then drags to and fro, one move a frame, as a pointer does. */
async function panGraph(page: Page): Promise<{ frames: number[]; work: number[] }> {
  const graph = page.getByTestId('past-stream').getByTestId('graph');
  await graph.focus();
  for (let index = 0; index < 6; index += 1) await graph.press('+');
  return await page.evaluate(async (frameCount) => {
    const over = document.querySelector<HTMLElement>('[data-testid="past-stream"] .u-over');
    if (over === null) throw new Error('no plot');
    const { left, top, width, height } = over.getBoundingClientRect();
    const y = top + height / 2;
    const event = (type: string, x: number) =>
      new MouseEvent(type, { clientX: x, clientY: y, button: 0, buttons: 1, bubbles: true });
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const turn = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    over.dispatchEvent(event('mousedown', left + width / 2));
    const frames: number[] = [];
    const work: number[] = [];
    let last = await frame();
    performance.mark('pan:began');
    for (let index = 0; index < frameCount; index += 1) {
      const x = left + width * (0.5 + 0.4 * Math.sin(index / 20));
      const began = performance.now();
      over.dispatchEvent(event('mousemove', x));
      const now = await frame();
      const drawing = performance.now();
      // The drawing asked for by the move ran in this frame, before this; microtasks commit it.
      await turn();
      work.push(performance.now() - Math.max(began, drawing));
      frames.push(now - last);
      last = now;
    }
    performance.mark('pan:ended');
    window.dispatchEvent(event('mouseup', left));
    return { frames: frames.slice(10), work: work.slice(10) };
  }, PAN_FRAMES);
}

async function startTrace({ app }: LaunchedBuild): Promise<void> {
  await app.evaluate(async ({ contentTracing }) => {
    await contentTracing.startRecording({ included_categories: ['viz', 'blink.user_timing'] });
  });
}

/** Between frames that the display compositor put on the screen while the graph was panned, in milliseconds. */
async function readShown({ app }: LaunchedBuild, file: string): Promise<number[]> {
  await app.evaluate(async ({ contentTracing }, path) => await contentTracing.stopRecording(path), file);
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly traceEvents: readonly { readonly name: string; readonly ts: number }[];
  };
  const timesUs = (name: string) => traceEvents.filter((event) => event.name === name).map(({ ts }) => ts);
  const fromUs = timesUs('pan:began')[0] ?? Number.NaN;
  const toUs = timesUs('pan:ended')[0] ?? Number.NaN;
  return timesUs('Display::FrameDisplayed')
    .toSorted((a, b) => a - b)
    .filter((timeUs) => timeUs >= fromUs && timeUs <= toUs)
    .flatMap((timeUs, index, all) => (index === 0 ? [] : [(timeUs - (all[index - 1] ?? timeUs)) / 1000]));
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session
    .send('Performance.enable')
    .then(async () => await session.send('Performance.getMetrics'));
  await session.detach();
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return round(used / 1e6);
}

async function rendererName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    if (gl === null || info === null || info === undefined) return 'software, no WebGL';
    return String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
  });
}

function rate(frames: readonly number[]): number {
  return round(1000 / (frames.reduce((sum, each) => sum + each, 0) / frames.length));
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
