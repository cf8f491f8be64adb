/** What each further destination costs: one encode to 1, 2, 4 … RTMPS destinations of one server; CPU percent of a core by part and peak memory. */
import { spawn } from 'node:child_process';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { follow, parts } from '../support/processes/process-cost.ts';
import { startNginx } from '../support/servers/nginx.ts';

const COUNTS = [1, 2, 4, 8, 16, 32] as const;

interface Fanout {
  readonly destinations: number;
  readonly cpuPercent: Readonly<Record<string, number>>;
  readonly peakPssMb: number;
}

/** `--seconds 20 --most 32`. `perDestinationPercent` is the engine's CPU between the first count and the last, per destination. */
export async function run(argv: readonly string[]): Promise<object> {
  const option = (name: string, fallback: number): number => {
    const at = argv.indexOf(name);
    return at < 0 ? fallback : Number(argv[at + 1]);
  };
  const seconds = option('--seconds', 20);
  const most = option('--most', 32);
  const authority = createTestAuthority();
  const server = await startNginx({ tls: authority.issue(), isRecording: false });
  const rows: Fanout[] = [];
  try {
    for (const destinations of COUNTS.filter((count) => count <= most)) {
      const targets = Array.from({ length: destinations }, (_, index) => [
        '--to',
        `${server.tlsUrl}/fan${index}`,
      ]);
      const args = [
        'build/live.mjs',
        '--key-in-arguments',
        '--source',
        'pattern',
        '--seconds',
        String(seconds),
        '--ca',
        authority.caFile,
        ...targets.flat(),
      ];
      const cost = await follow(spawn(process.execPath, args, { stdio: 'ignore' }));
      const percent = parts.map((part) => [part, Math.round((cost.cpuSeconds[part] / seconds) * 1000) / 10]);
      rows.push({
        destinations,
        cpuPercent: Object.fromEntries(percent) as Record<string, number>,
        peakPssMb: Math.round(cost.peakPssMb),
      });
    }
  } finally {
    await server.stop();
    authority.remove();
  }
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return { seconds, rows };
  const more = last.destinations - first.destinations;
  const engineMore = (last.cpuPercent['engine'] ?? 0) - (first.cpuPercent['engine'] ?? 0);
  return { seconds, rows, perDestinationPercent: more === 0 ? null : engineMore / more };
}
