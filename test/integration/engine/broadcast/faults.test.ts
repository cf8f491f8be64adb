/**
 * Faults on loopback, five at the same time at real servers: each is noticed and over in time, and costs nobody else a frame. The whole
 * table, in network namespaces, is `npm run prove -- faults`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BroadcastEvent } from '../../../../shared/broadcast/statistics.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { destinationOf, observeBroadcast } from '../../../long/support/destinations.ts';
import type { ObservedBroadcast } from '../../../long/support/destinations.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { TestAuthority } from '../../../support/servers/certificates.ts';
import { makeFlv } from '../../../support/media/ffmpeg.ts';
import { startFaultProxy } from '../../../support/servers/fault-proxy.ts';
import type { FaultProxy } from '../../../support/servers/fault-proxy.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { watchLateness } from '../../../support/processes/lateness.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startNodeMediaServer } from '../../../support/servers/node-media-server.ts';
import type { NodeMediaServer } from '../../../support/servers/node-media-server.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import type { NginxServer } from '../../../support/servers/nginx.ts';
import { play, readFlv } from './media.ts';

const FRAMES_PER_SECOND = 30;
const SECONDS = 19;
/** When every fault begins, and when what was silent or gone is there again, ms of media. */
const FAULT_MS = 5000;
const RETURN_MS = 14_500;

let folder: string;
let media: readonly EncodedPacket[];
let server: NginxServer;
let restarted: NginxServer;
let authority: TestAuthority;
let unacknowledging: NodeMediaServer;
let observed: ObservedBroadcast;
const lateness = watchLateness();
let faultMs: number;
let returnMs: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-faults-'));
  await makeFlv(join(folder, 'media.flv'), { seconds: SECONDS });
  media = readFlv(join(folder, 'media.flv'));
  server = await startNginx();
  restarted = await startNginx({ isRecording: false });
  authority = createTestAuthority();
  unacknowledging = await startNodeMediaServer({ tls: authority.issue() });
  const ports = [server.port, server.port, server.port, unacknowledging.port];
  const [reset, ended, silent, unacknowledged] = await Promise.all(ports.map(startFaultProxy));
  if (!reset || !ended || !silent || !unacknowledged) throw new Error('no proxies');
  const proxies = { reset, ended, silent, unacknowledged };
  observed = observeBroadcast();
  const { broadcast } = observed;
  try {
    await streamThrough(proxies);
  } finally {
    await broadcast.dispose();
    await Promise.all(Object.values(proxies).map((proxy) => proxy.stop()));
  }
});

afterAll(async () => {
  await server.stop();
  await restarted.stop();
  await unacknowledging.stop();
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function streamThrough(
  proxies: Readonly<Record<'reset' | 'ended' | 'silent' | 'unacknowledged', FaultProxy>>,
): Promise<void> {
  const { broadcast } = observed;
  const through = Object.entries(proxies).map(([key, { port }]) => ({
    key,
    url: `rtmp://localhost:${port}/live`,
  }));
  const targets = [...through, { key: 'restarted', url: restarted.url }, { key: 'well', url: server.url }];
  broadcast.start({
    destinations: targets.map(destinationOf),
    shouldRetryFirst: false,
    drainMs: 5000,
    isDynamicBitrate: false,
    videoKbps: 800,
    audioKbps: 128,
    videoCodec: 'h264',
  });
  await waitUntil('all to be live', () =>
    broadcast.snapshot().destinations.every(({ state }) => state.phase === 'live'),
  );
  const ports = { rtmp: restarted.port, rtmps: restarted.tlsPort, http: restarted.httpPort };
  let steps: Promise<unknown>[] = [];
  await play(media, (packet) => {
    broadcast.program.push(packet);
    if (packet.timestampMs > FAULT_MS && steps.length === 0) {
      faultMs = Date.now();
      proxies.reset.resetAll();
      proxies.ended.hangUpAll();
      proxies.silent.mode = { type: 'deaf' };
      proxies.unacknowledged.mode = { type: 'deaf' };
      steps = [restarted.stop()];
    }
    if (packet.timestampMs > RETURN_MS && steps.length === 1) {
      returnMs = Date.now();
      proxies.silent.mode = { type: 'pass' };
      proxies.unacknowledged.mode = { type: 'pass' };
      steps.push(startNginx({ isRecording: false, ports }).then((again) => (restarted = again)));
    }
  });
  await Promise.all(steps);
  broadcast.stop();
  await waitUntil('the end', () => broadcast.state.phase === 'idle');
}

function first(kind: BroadcastEvent['kind'], id: string, sinceMs: number): number {
  const found = observed.events.find(
    (event) => event.kind === kind && event.destinationId === id && event.timeMs >= sinceMs,
  );
  return found?.timeMs ?? Infinity;
}

describe.each(['reset', 'ended', 'silent', 'unacknowledged', 'restarted'])('a server that is %s', (id) => {
  test('is noticed within ten seconds', () => {
    const noticedMs = first('destinationLost', id, faultMs) - faultMs;
    expect(noticedMs).toBeLessThanOrEqual(10_000 + lateness.allowanceMs());
  });

  test('is on air again within two seconds of its return', () => {
    const isAway = id === 'silent' || id === 'unacknowledged' || id === 'restarted';
    const backMs = first('destinationLive', id, first('destinationLost', id, faultMs));
    expect(backMs - (isAway ? returnMs : faultMs)).toBeLessThanOrEqual(2000 + lateness.allowanceMs());
  });
});

test.each(['reset', 'ended', 'silent'])(
  'what is %s goes on from a keyframe, with time that grows',
  async (id) => {
    const { videoPackets } = await probe(await server.finishedRecording(id));
    expect(videoPackets[0]?.isKeyframe).toBe(true);
    expect(
      videoPackets.every(({ dtsMs }, index) => index === 0 || dtsMs > (videoPackets[index - 1]?.dtsMs ?? 0)),
    ).toBe(true);
  },
);

test('who is well loses not a frame', async () => {
  const { videoPackets } = await probe(await server.finishedRecording('well'));
  expect(videoPackets).toHaveLength(SECONDS * FRAMES_PER_SECOND);
});
