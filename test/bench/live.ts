/**
 * Cost of 60 s of 720p30 to one RTMPS destination: CPU seconds of every part of Upcast, and peak memory, beside plain
 * ffmpeg that encodes and sends the same pictures with the same settings. Runs are interleaved; medians are printed.
 *
 * What the floor is spared: its pictures lie in the page cache, already of the size and the matrix that are sent; ours come
 * over two process borders, and a camera's are converted on the way. What our ffmpeg is spared: it writes to a pipe, the
 * floor sends over TLS. A screen is one of our own that moves: `--screen 1280x720` goes straight through, smaller is
 * scaled up by the compositor.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildFfmpegArguments } from '../../electron/engine/encode/ffmpeg/ffmpeg-arguments.ts';
import { defaultEncodingProfile } from '../../shared/encoding/profile.ts';
import { follow, median, parts } from '../support/processes/process-cost.ts';
import type { RunCost } from '../support/processes/process-cost.ts';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { ffmpegPath } from '../support/media/ffmpeg.ts';
import { startMovingScreen } from '../support/computer/moving-screen.ts';
import { startNginx } from '../support/servers/nginx.ts';

/** What the floor plays in a loop: raw pictures, 1.4 MB each. */
const SAMPLE_SECONDS = 6;
const SAMPLE_KBPS = 12_000;

function option(argv: readonly string[], name: string, fallback: string): string {
  const at = argv.indexOf(name);
  return at < 0 ? fallback : (argv[at + 1] ?? fallback);
}

/** The encoding half of the app's own arguments for its own defaults. */
function sameEncoding(): readonly string[] {
  const profile = { ...defaultEncodingProfile, encoder: 'libx264' } as const;
  const input = { width: 1280, height: 720, format: 'I420', colour: 'bt709-limited' } as const;
  const all = buildFfmpegArguments({
    profile,
    input,
    encoder: 'libx264',
    processors: 2,
    matrixFilter: 'scale',
  });
  return all.slice(all.indexOf('-c:v'), all.indexOf('-map_metadata'));
}

/** `--seconds 60 --runs 3 --source camera|screen|pattern --screen 1280x720`. Units: CPU seconds over the run, MiB of PSS. */
export async function run(argv: readonly string[]): Promise<object> {
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
    const args = [
      ...['build/live.mjs', '--key-in-arguments', '--source', source, '--fake-devices'],
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
              ...sameEncoding(),
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
  const cpu = Object.fromEntries(parts.map((part) => [part, median(ours.map((r) => r.cpuSeconds[part]))]));
  const floorCpu = median(floor.map((r) => r.cpuSeconds.ffmpeg));
  const totalOf = (cost: RunCost): number =>
    parts.reduce((sum, part) => sum + (part === 'around' ? 0 : cost.cpuSeconds[part]), 0);
  const total = median(ours.map(totalOf));
  return {
    source,
    seconds,
    runs,
    upcast: {
      cpuSeconds: cpu,
      totalCpuSeconds: total,
      besideFfmpegCpuSeconds: median(ours.map((cost) => totalOf(cost) - cost.cpuSeconds.ffmpeg)),
      peakPssMb: median(ours.map((r) => r.peakPssMb)),
    },
    ffmpeg: { cpuSeconds: floorCpu, peakPssMb: median(floor.map((r) => r.peakPssMb)) },
    ratio: total / floorCpu,
    encoderRatio: median(ours.map((r) => r.cpuSeconds.ffmpeg)) / floorCpu,
  };
}
