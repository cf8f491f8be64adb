/**
 * Cost of 60 s of 720p30 to one RTMPS destination: CPU seconds of every part of Upcast, and peak memory, beside plain
 * ffmpeg that encodes and sends the same pictures with the same settings. Runs are interleaved; medians are printed. With
 * `--scene four-layers`, a scene of a screen, a camera, an image and text on both sides.
 *
 * What the floor is spared: its pictures lie in the page cache, already of the size and the matrix that are sent; ours come
 * over two process borders, and a camera's are converted on the way. What our ffmpeg is spared: it writes to a pipe, the
 * floor sends over TLS. A screen is one of our own that moves: `--screen 1280x720` goes straight through, smaller is
 * scaled up by the compositor.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildFfmpegArguments } from '../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import { defaultEncodingProfile } from '../../shared/encoding/profile.ts';
import type { StatsSummary } from '../../shared/broadcast/statistics.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import { follow, followUntil, median, parts } from '../support/processes/process-cost.ts';
import type { RunCost } from '../support/processes/process-cost.ts';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { ffmpegPath } from '../support/media/ffmpeg.ts';
import { findFreePorts } from '../support/processes/processes.ts';
import { startMovingScreen } from '../support/computer/moving-screen.ts';
import { framesOfObs } from '../support/obs/obs-frames.ts';
import type { ObsFrames } from '../support/obs/obs-frames.ts';
import { startObs } from '../support/obs/obs-studio.ts';
import { startNginx } from '../support/servers/nginx.ts';
import { floorInputs, obsFourLayers, writeFourLayers } from '../support/studio/four-layers.ts';
import { framesOfLast, goLiveTo } from '../support/window/broadcast-from-window.ts';
import { readRuntime } from '../support/window/electron-app.ts';
import { launchWithStudio } from '../support/window/launch-with-studio.ts';
import { endBroadcast } from '../support/window/window-driver.ts';

/** What the floor plays in a loop: raw pictures, 1.4 MB each. */
const SAMPLE_SECONDS = 6;
const SAMPLE_KBPS = 12_000;

export function option(argv: readonly string[], name: string, fallback: string): string {
  const at = argv.indexOf(name);
  return at < 0 ? fallback : (argv[at + 1] ?? fallback);
}

/** The encoding half of the app's own arguments. */
export function sameEncoding(chosen: EncodingProfile): readonly string[] {
  const profile = { ...chosen, encoder: 'libx264' } as const;
  const { width, height } = profile;
  const input = { width, height, format: 'I420', colour: 'bt709-limited' } as const;
  const all = buildFfmpegArguments({
    profile,
    input,
    encoder: 'libx264',
    processors: 2,
    matrixFilter: 'scale',
  });
  return all.slice(all.indexOf('-c:v'), all.indexOf('-map_metadata'));
}

/** `--seconds 60 --runs 3`, and `--source …` or `--scene four-layers`. Units: CPU seconds over the run, MiB of PSS. */
export async function run(argv: readonly string[]): Promise<object> {
  const scene = option(argv, '--scene', '');
  if (scene === '') return await runSource(argv);
  if (scene !== 'four-layers') throw new Error('--scene must be four-layers');
  return argv.includes('--window') ? await runWindows(argv) : await runFourLayers(argv);
}

/** `--source camera|screen|pattern --screen 1280x720`. */
async function runSource(argv: readonly string[]): Promise<object> {
  const seconds = Number(option(argv, '--seconds', '60'));
  const runs = Number(option(argv, '--runs', '3'));
  const source = option(argv, '--source', 'camera');
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-live-'));
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const [screenWidth = 0, screenHeight = 0] = option(argv, '--screen', '1280x720').split('x').map(Number);
  const live = async (key: string, more: readonly string[]): Promise<RunCost> => {
    const screen = source === 'screen' ? await startMovingScreen(screenWidth, screenHeight) : undefined;
    const display = screen === undefined ? {} : { DISPLAY: screen.display };
    // With simulated devices Chromium takes its own picture for the screen, too.
    const devices = source === 'screen' ? ['--audio', 'tone'] : ['--fake-devices'];
    const args = [
      ...['build/live.mjs', '--key-in-arguments', '--source', source, ...devices],
      ...['--to', `${server.tlsUrl}/${key}`, '--ca', authority.caFile, ...more],
    ];
    try {
      return await follow(
        spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...display } }),
      );
    } finally {
      await screen?.stop();
    }
  };
  const ours: RunCost[] = [];
  const floor: RunCost[] = [];
  try {
    const recorded = join(folder, 'sample.mp4');
    await live('sample', [
      ...['--record', recorded, '--video-kbps', String(SAMPLE_KBPS), '--seconds', String(SAMPLE_SECONDS)],
    ]);
    const pictures = join(folder, 'sample.y4m');
    await promisify(execFile)(ffmpegPath(), ['-v', 'error', '-i', recorded, '-an', pictures]);
    for (let index = 0; index < runs; index += 1) {
      ours.push(await live(`bench-${index}`, ['--seconds', String(seconds)]));
      floor.push(
        await follow(
          spawn(
            ffmpegPath(),
            [
              ...['-v', 'error', '-re', '-stream_loop', '-1', '-i', pictures],
              ...['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000', '-t', String(seconds)],
              ...sameEncoding(defaultEncodingProfile),
              ...['-f', 'flv', '-tls_verify', '1', '-ca_file', authority.caFile],
              `${server.tlsUrl}/floor-${index}`,
            ],
            { stdio: 'ignore' },
          ),
        ),
      );
    }
  } finally {
    await server.stop();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return { source, seconds, runs, ...compared(ours, floor) };
}

function totalOf(cost: RunCost): number {
  return parts.reduce((sum, part) => sum + (part === 'around' ? 0 : cost.cpuSeconds[part]), 0);
}

export function compared(ours: readonly RunCost[], floor: readonly RunCost[]): object {
  const cpu = Object.fromEntries(parts.map((part) => [part, median(ours.map((r) => r.cpuSeconds[part]))]));
  const floorCpu = median(floor.map((r) => r.cpuSeconds.ffmpeg));
  const total = median(ours.map(totalOf));
  return {
    upcast: {
      cpuSeconds: cpu,
      totalCpuSeconds: total,
      besideFfmpegCpuSeconds: median(ours.map((cost) => totalOf(cost) - cost.cpuSeconds.ffmpeg)),
      peakPssMb: median(ours.map((r) => r.peakPssMb)),
      besideFfmpegPeakPssMb: median(ours.map((r) => r.besideFfmpegPeakPssMb)),
    },
    ffmpeg: { cpuSeconds: floorCpu, peakPssMb: median(floor.map((r) => r.peakPssMb)) },
    ratio: total / floorCpu,
    encoderRatio: median(ours.map((r) => r.cpuSeconds.ffmpeg)) / floorCpu,
  };
}

/** By name: width, height and kbit/s. */
export const sizes: ReadonlyMap<string, Pick<EncodingProfile, 'width' | 'height' | 'videoKbps'>> = new Map([
  ['720p', { width: 1280, height: 720, videoKbps: 2500 }],
  ['1080p', { width: 1920, height: 1080, videoKbps: 5000 }],
]);
/** Camera and microphone alone, and no `--fake-devices`: see above. */
const fakeCamera = [`--use-fake-device-for-media-stream=fps=${defaultEncodingProfile.fps}`];
/** Of the screen, so that there is a newer picture in each frame of the stream. */
const SCREEN_FPS = 60;

/**
 * `--size 720p|1080p --obs`, or `--window --obs` with both windows and their previews shown. The floor is ffmpeg alone, which grabs the same screen, lays the same layers over it and encodes with the same
 * settings in one process; its sound is made, not captured. `--obs`: Debian's OBS as a third, without a microphone, over plain RTMP.
 */
async function runFourLayers(argv: readonly string[]): Promise<object> {
  const seconds = Number(option(argv, '--seconds', '60'));
  const runs = Number(option(argv, '--runs', '3'));
  const size = option(argv, '--size', '720p');
  const chosen = sizes.get(size);
  if (chosen === undefined) throw new Error('--size must be 720p or 1080p');
  const profile = { ...defaultEncodingProfile, ...chosen };
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-scenes-'));
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const screen = await startMovingScreen(profile.width, profile.height, SCREEN_FPS);
  const env = { ...process.env, DISPLAY: screen.display, UPCAST_USER_DATA: join(folder, 'user-data') };
  const ours: RunCost[] = [];
  const floor: RunCost[] = [];
  const obs: RunCost[] = [];
  const withObs = argv.includes('--obs');
  const statsFile = join(folder, 'stats.ndjson');
  const frames = { encoded: 0, skipped: 0, floor: 0 };
  try {
    const layers = await writeFourLayers(folder, profile);
    const { electron, args } = readRuntime();
    for (let index = 0; index < runs; index += 1) {
      const live = [
        ...[...args, ...fakeCamera, `--use-file-for-fake-video-capture=${layers.cameraFile}`],
        ...['--', '--upcast-live', '--collection', layers.collectionFile, '--seconds', String(seconds)],
        ...[
          '--stats',
          statsFile,
          '--to',
          `${server.tlsUrl}/bench-${index}`,
          '--key-in-arguments',
          '--ca',
          authority.caFile,
        ],
      ];
      ours.push(await follow(spawn(electron, live, { stdio: ['ignore', 'ignore', 'inherit'], env })));
      const { encodedFrames, skippedFrames } = summaryIn(statsFile);
      frames.encoded += encodedFrames;
      frames.skipped += skippedFrames;
      const alone = [
        ...[
          '-v',
          'error',
          '-progress',
          'pipe:1',
          ...floorInputs(layers, profile, screen.display),
          '-t',
          String(seconds),
        ],
        ...[...sameEncoding(profile), '-f', 'flv', '-tls_verify', '1', '-ca_file', authority.caFile],
        `${server.tlsUrl}/floor-${index}`,
      ];
      const grabbing = spawn(ffmpegPath(), alone, { stdio: ['ignore', 'pipe', 'inherit'] });
      let progress = '';
      grabbing.stdout?.on('data', (data: Buffer) => (progress = (progress + data.toString()).slice(-2000)));
      floor.push(await follow(grabbing));
      frames.floor += Number([...progress.matchAll(/^frame=\s*(\d+)/gm)].at(-1)?.[1] ?? 0);
      if (!withObs) continue;
      const studio = await startObs({
        ...{ ...profile, server: server.url, key: `obs-${index}`, hasPreview: false },
        collection: obsFourLayers(layers, profile, screen.display),
      });
      try {
        obs.push(await followUntil(studio.process.child, setTimeout(seconds * 1000)));
        if (!(await server.publishers()).includes(`obs-${index}`)) throw new Error(studio.process.output());
      } finally {
        await studio.stop();
      }
    }
  } finally {
    await screen.stop();
    await server.stop();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  const result = { scene: 'four-layers', size, seconds, runs, frames, ...compared(ours, floor) };
  return withObs ? { ...result, obs: besideObs(ours, obs) } : result;
}

/** Of our window, at the screen's right. */
const WINDOW_WIDTH = 1280;

/**
 * Our window beside OBS's, each with its preview. The window is on the screen that it captures, so more of the screen is captured than
 * shows: a part at its left. What starting took is in both figures. They compare where both made their frames: on a busy computer OBS
 * renders few, and counts those that it missed among the rendered.
 */
async function runWindows(argv: readonly string[]): Promise<object> {
  const seconds = Number(option(argv, '--seconds', '60'));
  const runs = Number(option(argv, '--runs', '3'));
  const profile = defaultEncodingProfile;
  const { width, height } = profile;
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-windows-'));
  const server = await startNginx({ isRecording: false });
  const screen = await startMovingScreen(width, height, SCREEN_FPS, WINDOW_WIDTH);
  const ours: RunCost[] = [];
  const obs: RunCost[] = [];
  const frames: { readonly upcast: object; readonly obs: ObsFrames }[] = [];
  try {
    const layers = await writeFourLayers(folder, profile);
    for (let index = 0; index < runs; index += 1) {
      const camera = [...fakeCamera, `--use-file-for-fake-video-capture=${layers.cameraFile}`];
      const studio = layers.studioOn({ width: width + WINDOW_WIDTH, height });
      let sent: object = {};
      const launched = await launchWithStudio(folder, studio, {
        args: camera,
        env: { DISPLAY: screen.display },
      });
      try {
        const { app, page } = launched;
        const bounds = { x: width, y: 0, width: WINDOW_WIDTH, height };
        await app.evaluate(
          ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
          bounds,
        );
        // The pointer rests beside the picture, whose items would show their edges.
        await page.mouse.move(0, 0);
        await goLiveTo(page, server.url, `window-${index}`);
        ours.push(await followUntil(app.process(), setTimeout(seconds * 1000)));
        await endBroadcast(page);
        sent = await framesOfLast(page);
      } finally {
        await launched.close();
      }
      const [websocketPort = 0] = await findFreePorts(1);
      const studioOfObs = await startObs({
        ...{ ...profile, websocketPort, server: server.url, key: `obs-${index}`, hasPreview: true },
        collection: obsFourLayers(layers, profile, screen.display),
      });
      try {
        obs.push(await followUntil(studioOfObs.process.child, setTimeout(seconds * 1000)));
        if (!(await server.publishers()).includes(`obs-${index}`))
          throw new Error(studioOfObs.process.output());
        frames.push({ upcast: sent, obs: await framesOfObs(websocketPort) });
      } finally {
        await studioOfObs.stop();
      }
    }
  } finally {
    await screen.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const cpuSeconds = Object.fromEntries(
    parts.map((part) => [part, median(ours.map((r) => r.cpuSeconds[part]))]),
  );
  const peakPssMb = median(ours.map((r) => r.peakPssMb));
  const upcast = { cpuSeconds, totalCpuSeconds: median(ours.map(totalOf)), peakPssMb };
  return {
    scene: 'four-layers',
    windows: true,
    seconds,
    runs,
    upcast,
    frames,
    obs: besideObs(ours, obs),
  };
}

/** All processes of both. */
function besideObs(ours: readonly RunCost[], obs: readonly RunCost[]): object {
  const cpuSeconds = median(obs.map(totalOf));
  const ratio = median(ours.map(totalOf)) / cpuSeconds;
  return { cpuSeconds, peakPssMb: median(obs.map(({ peakPssMb }) => peakPssMb)), ratio };
}

/** The last line of `--stats`. */
function summaryIn(file: string): StatsSummary {
  return JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '') as StatsSummary;
}
