/** One stream during which the wall clock is set three times by as much: while it connects, while it is live, while it reconnects. */
import { setTimeout as delay } from 'node:timers/promises';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatsSample } from '../../../../shared/broadcast/statistics.ts';
import { strictDecodeErrors } from '../../../support/media/ffmpeg.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { atLeast, atMost, exactly, silent } from '../../support/findings.ts';
import type { Finding } from '../../proof.ts';
import type { SteppedClock } from './stepped-clock.ts';
import { FPS, VIDEO_KBPS } from './studio.ts';
import type { Studio } from './studio.ts';

const WATCHED_MS = 5000;
const STEP_SEEN_MS = 15_000;
/** Through the proxy while it is narrow: about a third of picture and sound. */
const NARROW_KBPS = 300;
const FALLS_WITHIN_MS = 30_000;
const RISES_WITHIN_MS = 90_000;
/** Left free for a while: some minutes of recording, which is "low". */
const LOW_BYTES = 60_000_000;
/** Of a duration that the product tells, against the one that passed. */
const TOLERANCE_MS = 2000;
/** A page that reloads captures nothing meanwhile. */
const MOST_GAP_MS = 4000;

export interface StepOptions {
  readonly studio: Studio;
  readonly clock: SteppedClock;
  /** Positive: the clock is set forward. */
  readonly seconds: number;
  /** Where the recordings go: a small disk. */
  readonly disk: string;
}

export async function* takeStep({ studio, clock, seconds, disk }: StepOptions): AsyncGenerator<Finding> {
  const name = nameOf(seconds);
  const step = async (): Promise<void> => {
    const told = clockLines(studio);
    clock.step(seconds);
    await waitUntil(`${name} to reach main and window`, () => hasReached(studio, clock), STEP_SEEN_MS);
    await waitUntil(`${name} to reach the engine`, () => clockLines(studio) > told, STEP_SEEN_MS);
  };
  studio.takeTold();
  const filesBefore = studio.nginxFiles().length;

  // While connecting: the server says nothing until the clock is set.
  studio.proxy.mode = { type: 'deaf' };
  await studio.goLive();
  const startedMs = performance.now();
  await studio.until('connecting');
  await waitUntil('a connection', () => studio.proxy.connections > 0);
  await step();
  studio.proxy.mode = { type: 'pass' };
  await studio.until('live');
  const liveSinceMs = performance.now();
  yield exactly(`${name} while connecting: failed attempts`, losses(studio));

  // While live.
  await delay(2000);
  await step();
  const figures = await watchFigures(studio);
  yield exactly(`${name} while live: connections lost`, losses(studio));
  yield atLeast(
    `${name} while live: frames sent in ${WATCHED_MS / 1000} s`,
    figures.frames,
    ((WATCHED_MS - 1000) / 1000) * FPS,
  );
  yield atLeast(
    `${name} while live: samples in ${WATCHED_MS / 1000} s`,
    figures.samples,
    WATCHED_MS / 1000 - 1,
  );
  const onAir = await studio.secondsOnAir();
  const offMs = (onAir ?? Infinity) * 1000 - (performance.now() - liveSinceMs);
  yield atMost(
    `${name} while live: ms between the time on air shown and the one that passed`,
    Math.abs(offMs),
    3000,
  );

  await studio.reload();
  yield atLeast(
    `${name} while live, then the window reloads: frames sent in ${WATCHED_MS / 1000} s`,
    (await watchFigures(studio)).frames,
    ((WATCHED_MS - 1000) / 1000) * FPS,
  );
  yield exactly(`${name} while live, then the window reloads: connections lost`, losses(studio));
  yield await watchDisk(studio, disk, name);
  yield* watchBitrate(studio, name);

  // While reconnecting.
  const lostBefore = losses(studio);
  studio.proxy.mode = { type: 'deaf' };
  studio.proxy.resetAll();
  await studio.until('reconnecting');
  await step();
  studio.proxy.mode = { type: 'pass' };
  await studio.until('live');
  yield exactly(`${name} while reconnecting: further losses`, losses(studio) - lostBefore - 1);
  await delay(2000);

  const recording = await studio.end();
  const passedMs = performance.now() - startedMs;
  yield* judgeReport(studio, name, passedMs, performance.now() - liveSinceMs);
  yield exactly(`${name}: files at nginx`, studio.nginxFiles().length - filesBefore, 2);
  yield* judgeFile(`${name}: the recording`, recording, passedMs);
}

export function nameOf(seconds: number): string {
  const size = Math.abs(seconds);
  const text = size >= 86_400 ? `${size / 86_400} day` : size >= 3600 ? `${size / 3600} h` : `${size} s`;
  return `${seconds < 0 ? '-' : '+'}${text}`;
}

/** The engine tells each step in its log. */
function clockLines(studio: Studio): number {
  return studio.log().split('The system clock was set').length - 1;
}

async function hasReached(studio: Studio, clock: SteppedClock): Promise<boolean> {
  const main = await studio.app.evaluate(() => Date.now());
  const page = await studio.page.evaluate(() => Date.now());
  const isThere = (wallMs: number): boolean =>
    Math.abs(wallMs - Date.now() - clock.setBySeconds * 1000) < 900;
  return isThere(main) && isThere(page);
}

function losses(studio: Studio): number {
  return studio.events.filter(({ kind }) => kind === 'destinationLost' || kind === 'destinationFailed')
    .length;
}

async function watchFigures(studio: Studio): Promise<{ readonly frames: number; readonly samples: number }> {
  const first = studio.samples.length;
  await waitUntil('a sample', () => studio.samples.length > first);
  const before = studio.samples.length;
  await delay(WATCHED_MS);
  const seen = studio.samples.slice(before - 1);
  const sent = (sample: StatsSample | undefined): number => sample?.destinations[0]?.sentFrames ?? NaN;
  return { frames: sent(seen.at(-1)) - sent(seen[0]), samples: seen.length - 1 };
}

async function watchDisk(studio: Studio, disk: string, name: string): Promise<Finding> {
  const { bavail, bsize } = statfsSync(disk);
  const filler = join(disk, 'filler');
  const isTold = (): boolean => studio.events.some(({ kind }) => kind === 'recordingSpaceLow');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - LOW_BYTES)));
  await waitUntil('the disk watch', isTold, 10_000).catch(() => undefined);
  const low = studio.events.find(({ kind }) => kind === 'recordingSpaceLow');
  rmSync(filler);
  return {
    promise: `${name} while live: a disk that fills is told`,
    seen: low === undefined ? 'nothing' : JSON.stringify(low.details),
    holds: isTold(),
  };
}

async function* watchBitrate(studio: Studio, name: string): AsyncGenerator<Finding> {
  const seen: number[] = [];
  const until = async (isIt: (kbps: number) => boolean, deadlineMs: number): Promise<boolean> => {
    const target = (): number => studio.samples.at(-1)?.targetKbps ?? NaN;
    await waitUntil('the bitrate', () => isIt(target()), deadlineMs).catch(() => undefined);
    seen.push(target());
    return isIt(target());
  };
  // It may have fallen already: on a busy machine the reload of the window is enough.
  await until((kbps) => kbps >= VIDEO_KBPS, RISES_WITHIN_MS);
  studio.proxy.mode = { type: 'throttle', kbps: NARROW_KBPS };
  const hasFallen = await until((kbps) => kbps < VIDEO_KBPS, FALLS_WITHIN_MS);
  studio.proxy.mode = { type: 'pass' };
  const hasRisen = await until((kbps) => kbps >= VIDEO_KBPS, RISES_WITHIN_MS);
  yield {
    promise: `${name} while live: the bitrate falls on a narrow path and rises on a free one`,
    seen: `${seen.join(', then ')} kbit/s`,
    holds: hasFallen && hasRisen,
  };
}

async function* judgeReport(
  studio: Studio,
  name: string,
  passedMs: number,
  liveForMs: number,
): AsyncGenerator<Finding> {
  const { samples, events, summaries } = studio.takeTold();
  const summary = summaries.at(-1);
  const lengthMs = (summary?.endedMs ?? NaN) - (summary?.startedMs ?? NaN);
  yield atMost(
    `${name}: ms between the length told and the one that passed`,
    Math.abs(lengthMs - passedMs),
    TOLERANCE_MS,
  );
  const good = summary?.destinations[0];
  const liveMs = good?.liveMs ?? NaN;
  const isSane = liveMs > 0 && liveMs <= lengthMs && liveMs <= liveForMs + TOLERANCE_MS;
  yield {
    promise: `${name}: the time live lies within it`,
    seen: `${liveMs} of ${lengthMs} ms`,
    holds: isSane,
  };
  yield exactly(`${name}: reconnects told`, good?.reconnects ?? NaN, 1);
  const steps = samples.slice(1).map((sample, index) => sample.timeMs - (samples[index]?.timeMs ?? NaN));
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  yield {
    promise: `${name}: samples lie a second apart`,
    seen: `${steps.length} steps of ${least} to ${most} ms`,
    holds: least > 0 && most < MOST_GAP_MS,
  };
  const back = events.filter((event, index) => event.timeMs < (events[index - 1]?.timeMs ?? 0)).length;
  yield exactly(`${name}: events that lie before their forerunner`, back);
  yield exactly(
    `${name}: negative figures`,
    samples.flatMap(figuresOf).filter((figure) => figure < 0).length,
  );
}

function figuresOf(sample: StatsSample): number[] {
  const { destinations, ...own } = sample;
  const all = [own, ...destinations].flatMap((record) => Object.values(record as Record<string, unknown>));
  return all.filter((value) => typeof value === 'number');
}

/** A file that goes on through all of it, as long as the stream was. */
export async function* judgeFile(
  what: string,
  path: string | undefined,
  passedMs: number,
  mostGapMs = MOST_GAP_MS,
): AsyncGenerator<Finding> {
  if (path === undefined) return yield { promise: `${what} is there`, seen: 'none', holds: false };
  const times = (await probe(path)).videoPackets.map(({ ptsMs }) => ptsMs).sort((a, b) => a - b);
  const lengthMs = (times.at(-1) ?? NaN) - (times[0] ?? NaN);
  yield atMost(
    `${what}: ms between its length and the time that passed`,
    Math.abs(lengthMs - passedMs),
    TOLERANCE_MS,
  );
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN));
  yield atMost(`${what}: ms of its longest gap`, Math.max(...gaps), mostGapMs);
  yield silent(`${what} decodes`, await strictDecodeErrors(path));
}
