/**
 * `npm run bench -- publish`: the same pre-encoded FLV sent as fast as possible to the same discarding nginx-rtmp by us
 * and by ffmpeg, over RTMP and RTMPS, in turns; medians of CPU seconds per GB and of MB/s, and their ratio. Then in real
 * time at 6 Mbit/s, 1 and 20 connections: CPU percent and resident memory of our one process and of all ffmpegs.
 *
 * `--scheme rtmfp` sends it over RTMFP to a receiver of ours that throws it away, in turns with our RTMPS to nginx; ffmpeg has no RTMFP.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { ffmpegPath, makeFlv } from '../support/media/ffmpeg.ts';
import { startProcess, waitUntil } from '../support/processes/processes.ts';
import { buildPublishTool } from '../support/processes/publish-tool.ts';
import { startNginx } from '../support/servers/nginx.ts';

const execute = promisify(execFile);
const SEED_SECONDS = 4;
const SEED_KBPS = 60_000;
const CLOCK_TICKS_PER_SECOND = 100;
const SETTLE_MS = 3_000;
const PACE_WINDOW_MS = 10_000;

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

/** What a user has: Node's own variables make it do more, and only for one side. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')),
);

/** Runs a program to its end; its CPU time is read by bash, which reaps it. */
function measure(command: readonly string[], bytes: number): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      'bash',
      ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null', 'measure', ...command],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: environment,
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

/** CPU seconds so far and resident MiB, from Linux's /proc. */
function readUsage(pid: number): { readonly cpuSeconds: number; readonly residentMb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SECOND,
    residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
  };
}

/** Lets the programs run, and measures them together once they have settled. */
async function measurePace(commands: readonly (readonly string[])[]): Promise<object> {
  const running = commands.map(([command = '', ...args]) =>
    startProcess(command, args, { env: environment }),
  );
  try {
    const read = (): readonly ReturnType<typeof readUsage>[] =>
      running.map(({ child }) => readUsage(child.pid ?? 0));
    await delay(SETTLE_MS);
    const before = read();
    await delay(PACE_WINDOW_MS);
    const after = read();
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const cpuSeconds = sum(after.map((usage, index) => usage.cpuSeconds - (before[index]?.cpuSeconds ?? 0)));
    return {
      cpuPercent: Math.round((cpuSeconds * 1e6) / PACE_WINDOW_MS) / 10,
      residentMb: Math.round(sum(after.map((usage) => usage.residentMb))),
    };
  } finally {
    await Promise.all(running.map((one) => one.stop('SIGKILL')));
  }
}

async function makePaceFlv(folder: string): Promise<string> {
  const input = join(folder, 'pace.flv');
  const seconds = Math.ceil((SETTLE_MS + PACE_WINDOW_MS) / 1000) + 5;
  await makeFlv(input, { seconds, size: '1280x720', videoKbps: 6000 });
  return input;
}

function buildPublishMany(): ReturnType<typeof buildPublishTool> {
  return buildPublishTool(
    "import { run } from './test/bench/publish-many.ts'; await run(process.argv.slice(2));",
  );
}

/** 6 Mbit/s in real time, to the same server, over RTMP. */
async function runPace(folder: string, url: string): Promise<object> {
  const input = await makePaceFlv(folder);
  const many = await buildPublishMany();
  try {
    const result: Record<string, object> = {};
    for (const count of [1, 20]) {
      const upcast = await measurePace([[process.execPath, many.script, input, url, String(count)]]);
      const each = Array.from({ length: count }, (_, index) => [
        ffmpegPath(),
        '-v',
        'error',
        '-nostdin',
        '-re',
        '-i',
        input,
        '-c',
        'copy',
        '-f',
        'flv',
        `${url}/pace${index}`,
      ]);
      result[`connections${count}`] = { upcast, ffmpeg: await measurePace(each) };
    }
    return result;
  } finally {
    many.remove();
  }
}

/** A receiver of ours in a process of its own. */
async function startSink(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const sink = await buildPublishTool(
    "import { runSink } from './test/support/rtmfp/sink.ts'; await runSink();",
  );
  const running = startProcess(process.execPath, [sink.script], { env: environment });
  const port = (): string | undefined => /port (\d+)/.exec(running.output())?.[1];
  await waitUntil('the receiver', () => Promise.resolve(port() !== undefined));
  return {
    url: `rtmfp://127.0.0.1:${port()}/live`,
    stop: async () => {
      await running.stop('SIGKILL');
      sink.remove();
    },
  };
}

/** Our publisher over RTMFP and over RTMPS, as fast as it goes; then over RTMFP in real time. */
async function runRtmfp(folder: string, rounds: number, megabytes: number): Promise<object> {
  const input = await makeBigFlv(folder, megabytes);
  const bytes = statSync(input).size;
  const authority = createTestAuthority();
  const [tool, many] = [await buildPublishTool(), await buildPublishMany()];
  const [nginx, sink] = [await startNginx({ tls: authority.issue(), isRecording: false }), await startSink()];
  const publish = (target: string, ...more: readonly string[]): Promise<Cost> => {
    const options = ['--input', input, '--to', target, '--fast', '--key-in-arguments', ...more];
    return measure([process.execPath, tool.script, ...options], bytes);
  };
  try {
    const rtmfp: Cost[] = [];
    const rtmps: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      rtmfp.push(await publish(`${sink.url}/bench`));
      rtmps.push(await publish(`${nginx.tlsUrl}/bench`, '--ca', authority.caFile));
    }
    const pace = await makePaceFlv(folder);
    const realTime = await measurePace([[process.execPath, many.script, pace, sink.url, '1']]);
    return { gigabytes: bytes / 1e9, rounds, rtmfp: summary(rtmfp), rtmps: summary(rtmps), realTime };
  } finally {
    await sink.stop();
    await nginx.stop();
    for (const one of [tool, many, authority]) one.remove();
  }
}

/** Options: `--megabytes N` (1000), `--rounds N` (3), `--scheme rtmfp` for that alone. */
export async function run(argv: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      megabytes: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3' },
      scheme: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'upcast-bench-'));
  if (values.scheme === 'rtmfp') {
    try {
      return await runRtmfp(folder, Number(values.rounds), Number(values.megabytes));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
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
        for (let round = 0; round < Number(values.rounds); round += 1) {
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
                '--key-in-arguments',
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
      const realTime = await runPace(folder, nginx.url);
      return { gigabytes: bytes / 1e9, rounds: Number(values.rounds), ...result, realTime };
    } finally {
      await nginx.stop();
    }
  } finally {
    tool.remove();
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
