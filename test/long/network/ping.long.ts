/** How soon a ping is answered under load: at full speed by TCP and TLS, and over paths of 10 Mbit/s. */
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { measurePings } from '../../support/engine/ping-load.ts';
import type { PingLoad } from '../../support/engine/ping-load.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const PROMISED_MS = 100;
const TEN_MEGABITS = 1_250_000;

/** `--pings 100` for each way. */
export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const pings = numberOption(argv, 'pings', 100);
  const authority = createTestAuthority();
  const leaf = authority.issue();
  const tls = { minimumVersion: 'TLSv1.2' as const, extraAuthorityPem: authority.caPem };
  const atOnce = { pings, warmUpBytes: 50_000_000 };
  const ways: readonly (readonly [string, PingLoad])[] = [
    ['TCP at full speed', atOnce],
    [
      'TLS at full speed',
      { ...atOnce, certificate: { cert: leaf.certPem, key: leaf.keyPem }, options: { tls } },
    ],
    [
      'paced to 10 Mbit/s',
      {
        pings: Math.min(pings, 30),
        warmUpBytes: 500_000,
        frameBytes: 25_000,
        options: { pacing: { bytesPerSecond: TEN_MEGABITS, burstBytes: 32_768 }, highWaterBytes: 32_768 },
      },
    ],
    [
      '6 Mbit/s to a peer that reads 10 Mbit/s',
      {
        pings: Math.min(pings, 30),
        warmUpBytes: 1_000_000,
        frameBytes: 25_000,
        frameMs: 33,
        readBytesPerSecond: TEN_MEGABITS,
      },
    ],
  ];
  try {
    for (const [way, load] of ways) {
      const { timesMs, heldBytes } = await measurePings(load);
      const at = (share: number): string =>
        (timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? NaN).toFixed(1);
      yield {
        promise: `${way}: a ping is answered within ${PROMISED_MS} ms`,
        seen: `median ${at(0.5)} ms, 95 of 100 ${at(0.95)} ms, longest ${at(1)} ms; ${heldBytes} bytes in our queue`,
        holds: Number(at(1)) <= PROMISED_MS,
      };
    }
  } finally {
    authority.remove();
  }
}
