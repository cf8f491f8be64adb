/**
 * Cost of 60 s of 720p30 to one RTMPS destination: CPU seconds of every part of Upcast, and peak memory, beside plain
 * ffmpeg that encodes and sends a picture of the same kind with the same settings. Runs are interleaved; medians are printed.
 */
import { spawn } from 'node:child_process';
import { follow, median, parts } from '../support/process-cost.ts';
import type { RunCost } from '../support/process-cost.ts';
import { createTestAuthority } from '../support/certificates.ts';
import { startNginx } from '../support/servers/nginx.ts';

function option(argv: readonly string[], name: string, fallback: string): string {
  const at = argv.indexOf(name);
  return at < 0 ? fallback : (argv[at + 1] ?? fallback);
}

/** `--seconds 60 --runs 3 --source pattern|camera|screen`. Units: CPU seconds over the run, MiB of PSS. */
export async function run(argv: readonly string[]): Promise<object> {
  const seconds = Number(option(argv, '--seconds', '60'));
  const runs = Number(option(argv, '--runs', '3'));
  const source = option(argv, '--source', 'camera');
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const ours: RunCost[] = [];
  const floor: RunCost[] = [];
  try {
    for (let index = 0; index < runs; index += 1) {
      const key = `bench-${index}`;
      ours.push(
        await follow(
          spawn(
            process.execPath,
            [
              'build/live.mjs',
              '--source',
              source,
              '--fake-devices',
              '--to',
              `${server.tlsUrl}/${key}`,
              '--ca',
              authority.caFile,
              '--seconds',
              String(seconds),
            ],
            { stdio: 'ignore' },
          ),
        ),
      );
      floor.push(
        await follow(
          spawn(
            process.env['UPCAST_FFMPEG'] ?? 'ffmpeg',
            [
              ...[
                '-v',
                'error',
                '-re',
                '-f',
                'lavfi',
                '-i',
                'testsrc2=size=1280x720:rate=30',
                '-f',
                'lavfi',
                '-i',
                'sine=frequency=1000:sample_rate=48000',
              ],
              ...[
                '-t',
                String(seconds),
                '-pix_fmt',
                'yuv420p',
                '-c:v',
                'libx264',
                '-preset',
                'veryfast',
                '-tune',
                'zerolatency',
                '-g',
                '60',
              ],
              ...[
                '-b:v',
                '2500k',
                '-maxrate',
                '2500k',
                '-bufsize',
                '2500k',
                '-c:a',
                'aac',
                '-b:a',
                '160k',
                '-ac',
                '2',
              ],
              ...[
                '-f',
                'flv',
                '-tls_verify',
                '1',
                '-ca_file',
                authority.caFile,
                `${server.tlsUrl}/floor-${index}`,
              ],
            ],
            { stdio: 'ignore' },
          ),
        ),
      );
    }
  } finally {
    await server.stop();
    authority.remove();
  }
  const cpu = Object.fromEntries(parts.map((part) => [part, median(ours.map((r) => r.cpuSeconds[part]))]));
  const floorCpu = median(floor.map((r) => r.cpuSeconds.ffmpeg));
  const total = median(ours.map((r) => parts.reduce((sum, part) => sum + r.cpuSeconds[part], 0)));
  return {
    source,
    seconds,
    runs,
    upcast: { cpuSeconds: cpu, totalCpuSeconds: total, peakPssMb: median(ours.map((r) => r.peakPssMb)) },
    ffmpeg: { cpuSeconds: floorCpu, peakPssMb: median(floor.map((r) => r.peakPssMb)) },
    ratio: total / floorCpu,
  };
}
