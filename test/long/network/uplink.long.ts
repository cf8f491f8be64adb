/**
 * The measurement of a destination's test against uplinks that the kernel narrows: a network namespace whose loopback lets
 * only so much through. Needs root. `--inside KBPS` is one measurement, run within such a namespace.
 */
import { systemClock } from '../../../electron/engine/broadcast/system-clock.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { testDestination } from '../../../electron/engine/destination-test/destination-test.ts';
import { makeGreyH264 } from '../../../electron/engine/destination-test/grey-h264.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const run = promisify(execFile);
const RATES_KBPS = [800, 1_200, 2_500, 6_000, 15_000];
/** Of the rate: headers of TCP and IP, and acknowledgements that share the way, cost about 6 %. */
const LEAST = 0.86;
const MOST = 1.0;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  if (argv.includes('--inside')) {
    yield await measureOnce(numberOption(argv, 'inside', 0));
    return;
  }
  for (const kbps of RATES_KBPS) {
    const space = `upcast-uplink-${process.pid}`;
    await run('ip', ['netns', 'add', space]);
    try {
      const inside = (...command: readonly string[]) => run('ip', ['netns', 'exec', space, ...command]);
      await inside('ip', 'link', 'set', 'lo', 'mtu', '1500', 'up');
      const limit = ['rate', `${kbps}kbit`, 'burst', '8kb', 'latency', '200ms'];
      await inside('tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'tbf', ...limit);
      const again = [process.argv[1] ?? '', 'uplink', '--inside', String(kbps)];
      // It ends with 1 when the promise does not hold; what it found is on its output all the same.
      const { stdout } = await inside(process.execPath, ...again).catch((error: unknown) => {
        if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') {
          if (error.stdout !== '') return { stdout: error.stdout };
        }
        throw error;
      });
      yield JSON.parse(stdout) as Finding;
    } finally {
      await run('ip', ['netns', 'delete', space]);
    }
  }
}

async function measureOnce(kbps: number): Promise<Finding> {
  const server = await startNginx({ isRecording: false });
  try {
    const url = server.url.replace('localhost', '127.0.0.1');
    const saved = { id: 'one', name: 'One', serviceId: 'custom', url, isEnabled: true };
    const { measurement, error } = await testDestination({
      destination: { ...destinationSchema.parse(saved), key: 'measured' },
      reach: 'visible',
      capKbps: 20_000,
      signal: new AbortController().signal,
      clock: systemClock,
      chooseMedia: async () => ({ media: makeGreyH264() }),
      onProgress: () => undefined,
    });
    const share = (measurement?.kbps ?? 0) / kbps;
    return {
      promise: `an uplink of ${kbps} kbit/s is measured as ${LEAST * 100} to ${MOST * 100} % of it`,
      seen: measurement === undefined ? (error?.code ?? 'nothing') : `${measurement.kbps} kbit/s`,
      holds: share >= LEAST && share <= MOST,
    };
  } finally {
    await server.stop();
  }
}
