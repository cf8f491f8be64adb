/**
 * `npm run prove -- soak --minutes 60`: a composed scene with filters in the mixer goes to eight destinations and into a recording, while a
 * program listens to the remote control. No frame is lost, and after the tenth minute nothing grows: memory, open files, threads.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { soundPresetOf } from '../../../shared/studio/mixer/sound-presets.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { startMovingScreen } from '../../support/computer/moving-screen.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { median } from '../../support/processes/process-cost.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import type { ProcessSample } from '../../support/processes/process-tree.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { readEvents } from '../../support/servers/server-sent-events.ts';
import { writeFourLayers } from '../../support/studio/four-layers.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openRemote } from '../../support/window/frames/remote-from-window.ts';
import { chooseRecordingFolder } from '../../support/window/frames/recording-folder.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { launchWithStudio } from '../../support/window/launch-with-studio.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { ArrivedFrames } from '../sources/arrived-cells.ts';
import { atMost, exactly } from '../support/findings.ts';

const DESTINATIONS = 8;
const MINUTE_MS = 60_000;
/** Until then everything that is made once has been made. */
const SETTLED_MINUTES = 10;
const MAX_GROWTH = 0.05;
/** Of open files and of threads: a recording's file more, a pool's thread more. */
const MAX_MORE = 4;
/** The encoder starts, and the window draws everything for the first time. */
const SETTLING_MS = 10_000;
/** The recording begins with a keyframe, after the stream. */
const MAX_UNRECORDED_MS = 5000;
/** The window stands beside what is captured. */
const WINDOW_WIDTH = 1280;
const { fps } = defaultEncodingProfile;

/** What the app holds at a time. */
interface Held {
  readonly memoryMb: number;
  readonly files: number;
  readonly threads: number;
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const minutes = numberOption(argv, 'minutes', 60);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-soak-'));
  const server = await startNginx();
  const others = await startNginx({ isRecording: false });
  const { width, height } = defaultEncodingProfile;
  const screen = await startMovingScreen(width, height, fps, WINDOW_WIDTH);
  const layers = await writeFourLayers(folder, defaultEncodingProfile);
  const studio = layers.studioOn({ width: width + WINDOW_WIDTH, height });
  const launched = await launchWithStudio(folder, withFilters(studio), {
    args: [
      `--use-fake-device-for-media-stream=fps=${fps}`,
      `--use-file-for-fake-video-capture=${layers.cameraFile}`,
    ],
    env: { DISPLAY: screen.display },
  });
  const { app, page } = launched;
  try {
    const bounds = { x: width, y: 0, width: WINDOW_WIDTH, height };
    await app.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
      bounds,
    );
    await chooseRecordingFolder(launched, join(folder, 'recordings'));
    const [port = 0] = await findFreePorts(1);
    const token = await openRemote(page, port, { isRecordingWhileLive: true });
    for (let index = 1; index < DESTINATIONS; index += 1) {
      const url = others.url;
      await saveDestination(page, { id: `other-${index}`, name: `Server ${index}`, url }, `soak-${index}`);
    }
    await goLiveTo(page, server.url, 'soak');
    const listener = await readEvents(port, token);
    const startedMs = performance.now();
    const held: Held[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      await delay(Math.max(0, startedMs + (minute + 1) * MINUTE_MS - performance.now()));
      held.push(heldBy(sampleProcesses(app.process().pid ?? 0)));
    }
    await runCommand(page, { type: 'stopRecording' });
    await runCommand(page, { type: 'endStream' });
    await waitForBadge(page, 'off');
    const summary = (await listener.next('summary')) as unknown as StatsSummary;
    listener.close();
    yield* judgeSummary(summary);
    const arrived = await ArrivedFrames.of(await server.finishedRecording('soak'), fps);
    const stretch = { fromMs: SETTLING_MS, toMs: minutes * MINUTE_MS };
    yield exactly(`frames missing at the server in ${minutes} minutes`, arrived.missingIn(stretch));
    yield* judgeRecordings(join(folder, 'recordings'), minutes);
    yield* judgeHeld(held);
  } finally {
    await launched.close();
    await screen.stop();
    await others.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The filters of a voice on the microphone. */
function withFilters(studio: StudioDocument): StudioDocument {
  const channels = studio.channels.map((channel) => ({
    ...channel,
    filters: soundPresetOf('broadcastVoice', channel.id).map((settings) => ({
      ...{ id: settings.type, name: settings.type, isEnabled: true, settings },
    })),
  }));
  return { ...studio, channels };
}

function heldBy(processes: readonly ProcessSample[]): Held {
  const sum = (figure: (each: ProcessSample) => number): number =>
    processes.reduce((total, each) => total + figure(each), 0);
  return {
    memoryMb: sum(({ pssMb }) => pssMb),
    files: sum(({ pid }) => entriesOf(`/proc/${pid}/fd`)),
    threads: sum(({ pid }) => threadsOf(pid)),
  };
}

/** None of a process that ended meanwhile. */
function entriesOf(path: string): number {
  try {
    return readdirSync(path).length;
  } catch {
    return 0;
  }
}

function threadsOf(pid: number): number {
  try {
    return Number(/^Threads:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function* judgeSummary({ skippedFrames, destinations }: StatsSummary): Generator<Finding> {
  yield exactly('destinations', destinations.length, DESTINATIONS);
  yield exactly('frames that Upcast skipped', skippedFrames);
  yield exactly(
    'frames dropped on the way to all destinations',
    destinations.reduce((sum, { droppedFrames }) => sum + droppedFrames, 0),
  );
  yield exactly(
    'reconnections of all destinations',
    destinations.reduce((sum, { reconnects }) => sum + reconnects, 0),
  );
}

async function* judgeRecordings(folder: string, minutes: number): AsyncGenerator<Finding> {
  const files = readdirSync(folder);
  yield exactly('files that were recorded', files.length, 1);
  for (const file of files) {
    const path = join(folder, file);
    const lastMs = (await probe(path)).audioPackets.at(-1)?.ptsMs ?? 0;
    yield {
      promise: `the recording goes on for ${minutes} minutes`,
      seen: `${Math.round(lastMs / 1000)} s`,
      holds: lastMs > minutes * MINUTE_MS - MAX_UNRECORDED_MS,
    };
    const recorded = await ArrivedFrames.of(path, fps);
    const stretch = { fromMs: SETTLING_MS, toMs: minutes * MINUTE_MS };
    yield exactly('frames missing in the recording', recorded.missingIn(stretch));
  }
}

/** The minutes from the tenth on, the first third of them beside the last; of a short run, all minutes. */
function* judgeHeld(all: readonly Held[]): Generator<Finding> {
  const held = all.length > SETTLED_MINUTES + 3 ? all.slice(SETTLED_MINUTES) : all;
  const third = Math.max(1, Math.floor(held.length / 3));
  const compare = (figure: (each: Held) => number): readonly [number, number] => [
    median(held.slice(0, third).map(figure)),
    median(held.slice(-third).map(figure)),
  ];
  const [firstMb, lastMb] = compare(({ memoryMb }) => memoryMb);
  yield {
    promise: `memory grows by ${MAX_GROWTH * 100} % at most`,
    seen: `${firstMb.toFixed(0)} MB, then ${lastMb.toFixed(0)} MB (${all.map(({ memoryMb }) => memoryMb.toFixed(0)).join(' ')})`,
    holds: lastMb <= firstMb * (1 + MAX_GROWTH),
  };
  for (const [what, figure] of [
    ['open files', ({ files }: Held) => files],
    ['threads', ({ threads }: Held) => threads],
  ] as const) {
    const [first, last] = compare(figure);
    yield atMost(`${what} more at the end than before (${first}, then ${last})`, last - first, MAX_MORE);
  }
}
