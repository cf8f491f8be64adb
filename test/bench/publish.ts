/**
 * `npm run bench -- publish`: the same pre-encoded FLV sent as fast as possible to the same discarding nginx-rtmp by us
 * and by ffmpeg, over RTMP and RTMPS, in turns; medians of CPU seconds per GB and of MB/s, and their ratio.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { createTestAuthority } from '../support/certificates.ts';
import { ffmpegPath } from '../support/ffmpeg.ts';
import { buildPublishTool } from '../support/publish-tool.ts';
import { startNginx } from '../support/servers/nginx.ts';

const execute = promisify(execFile);
const SEED_SECONDS = 4;
const SEED_KBPS = 60_000;

interface Cost {
  readonly cpuSecondsPerGb: number;
  readonly megabytesPerSecond: number;
}

/** 1080p at 60 Mbit/s, repeated without encoding until it has the wanted size. */
async function makeBigFlv(folder: string, megabytes: number): Promise<string> {
  const seed = join(folder, 'seed.flv');
  const big = join(folder, 'big.flv');
  await execute(ffmpegPath(), [
    ...[
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      `testsrc2=size=1920x1080:rate=30:duration=${SEED_SECONDS},noise=alls=60:allf=t`,
    ],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${SEED_SECONDS}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '60'],
    ...[
      '-b:v',
      `${SEED_KBPS}k`,
      '-minrate',
      `${SEED_KBPS}k`,
      '-maxrate',
      `${SEED_KBPS}k`,
      '-bufsize',
      `${SEED_KBPS}k`,
    ],
    ...['-c:a', 'aac', '-b:a', '160k', '-f', 'flv', seed],
  ]);
  const repeats = Math.ceil((megabytes * 1e6) / statSync(seed).size) - 1;
  await execute(ffmpegPath(), [
    '-v',
    'error',
    '-stream_loop',
    String(repeats),
    '-i',
    seed,
    '-c',
    'copy',
    '-f',
    'flv',
    big,
  ]);
  return big;
}

/** Runs a program to its end; its CPU time is read by bash, which reaps it. */
function measure(command: readonly string[], bytes: number): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'bash',
      ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null', 'measure', ...command],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => {
      const [seconds = 0, user = 0, system = 0] = (text.trim().split('\n').at(-1) ?? '')
        .split(' ')
        .map(Number);
      if (code !== 0) return reject(new Error(`${command[0]} ended with ${code}: ${text}`));
      return resolve({
        cpuSecondsPerGb: ((user + system) * 1e9) / bytes,
        megabytesPerSecond: bytes / 1e6 / seconds,
      });
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function summary(costs: readonly Cost[]): Cost {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    cpuSecondsPerGb: round(median(costs.map((cost) => cost.cpuSecondsPerGb))),
    megabytesPerSecond: round(median(costs.map((cost) => cost.megabytesPerSecond))),
  };
}

/** Options: `--megabytes N` (1000), `--rounds N` (3). */
export async function run(argv: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...argv],
    options: { megabytes: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-'));
  const authority = createTestAuthority();
  const tool = await buildPublishTool();
  try {
    const input = await makeBigFlv(folder, Number(values.megabytes));
    const bytes = statSync(input).size;
    const nginx = await startNginx({ tls: authority.issue(), isRecording: false });
    try {
      const result: Record<string, object> = {};
      for (const [protocol, url] of [
        ['rtmp', nginx.url],
        ['rtmps', nginx.tlsUrl],
      ] as const) {
        const ours: Cost[] = [];
        const theirs: Cost[] = [];
        const target = `${url}/bench`;
        const isTls = protocol === 'rtmps';
        for (let round = 0; round < Number(values.rounds); round++) {
          ours.push(
            await measure(
              [
                process.execPath,
                tool.script,
                '--input',
                input,
                '--to',
                target,
                '--fast',
                ...(isTls ? ['--ca', authority.caFile] : []),
              ],
              bytes,
            ),
          );
          const verify = isTls ? ['-tls_verify', '1', '-ca_file', authority.caFile] : [];
          theirs.push(
            await measure(
              [
                ffmpegPath(),
                '-v',
                'error',
                '-nostdin',
                '-i',
                input,
                '-c',
                'copy',
                ...verify,
                '-f',
                'flv',
                target,
              ],
              bytes,
            ),
          );
        }
        const [us, ffmpeg] = [summary(ours), summary(theirs)];
        const ratio = {
          cpu: Math.round((us.cpuSecondsPerGb / ffmpeg.cpuSecondsPerGb) * 100) / 100,
          throughput: Math.round((us.megabytesPerSecond / ffmpeg.megabytesPerSecond) * 100) / 100,
        };
        result[protocol] = { upcast: us, ffmpeg, ratio };
      }
      return { bench: 'publish', gigabytes: bytes / 1e9, rounds: Number(values.rounds), ...result };
    } finally {
      await nginx.stop();
    }
  } finally {
    tool.remove();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
