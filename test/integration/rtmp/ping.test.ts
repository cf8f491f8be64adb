/** A ping is answered while the publisher sends all that the socket takes. `npm run prove -- ping` has the times. */
import { expect, it, onTestFinished } from 'vitest';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { measurePings } from '../../support/engine/ping-load.ts';

const pings = 10;
/** What may wait in our queue before an answer: the high-water mark, and the frame that went over it. */
const mostHeldBytes = 512 * 1024 + 60_000 + 256 * 1024;

it('answers each ping under full load, with a bounded queue before the answer', async () => {
  const authority = createTestAuthority();
  onTestFinished(() => authority.remove());
  const leaf = authority.issue();
  const tls = { minimumVersion: 'TLSv1.2' as const, extraAuthorityPem: authority.caPem };
  const secure = { certificate: { cert: leaf.certPem, key: leaf.keyPem }, options: { tls } };
  for (const way of [{}, secure]) {
    const { timesMs, heldBytes } = await measurePings({ ...way, pings, warmUpBytes: 8_000_000 });
    expect(timesMs).toHaveLength(pings);
    expect(heldBytes).toBeLessThan(mostHeldBytes);
  }
});

it('answers over a path of 10 Mbit/s that a stream of 6 Mbit/s does not fill', async () => {
  const { timesMs } = await measurePings({
    frameBytes: 25_000,
    frameMs: 33,
    readBytesPerSecond: 1_250_000,
    warmUpBytes: 200_000,
    pings,
  });
  expect(timesMs).toHaveLength(pings);
});
