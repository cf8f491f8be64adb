/**
 * A backup server, at a real pair of which the second has TLS: one destination fails over to it, one is sent to both at the same time. The
 * first server dies in the middle.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupIdOf } from '../../../../electron/engine/outputs/link/link-set.ts';
import { destinationOf, observeBroadcast } from '../../../long/support/destinations.ts';
import type { ObservedBroadcast } from '../../../long/support/destinations.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { TestAuthority } from '../../../support/servers/certificates.ts';
import { makeFlv } from '../../../support/media/ffmpeg.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { watchLateness } from '../../../support/processes/lateness.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import type { NginxServer } from '../../../support/servers/nginx.ts';
import { play, readFlv } from './media.ts';

const FRAMES_PER_SECOND = 30;
const SECONDS = 10;
/** When the first server dies, ms of media. */
const DEATH_MS = 4000;
const BACK_MS = 2000;
const lateness = watchLateness();

let folder: string;
let authority: TestAuthority;
let first: NginxServer;
let second: NginxServer;
let observed: ObservedBroadcast;
let diedMs: number;

/** Times of the frames that a server recorded, ms from the first. */
async function framesOf(server: NginxServer, key: string) {
  const path = server.recordings(key).at(-1);
  if (path === undefined) throw new Error(`nothing was recorded of ${key}`);
  const { videoPackets } = await probe(path);
  const beginMs = videoPackets[0]?.dtsMs ?? 0;
  return {
    beginsWithKeyframe: videoPackets[0]?.isKeyframe === true,
    timesMs: videoPackets.map(({ dtsMs }) => dtsMs - beginMs),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-backup-'));
  authority = createTestAuthority();
  await makeFlv(join(folder, 'media.flv'), { seconds: SECONDS });
  const media = readFlv(join(folder, 'media.flv'));
  first = await startNginx();
  second = await startNginx({ tls: authority.issue() });
  observed = observeBroadcast();
  const { broadcast } = observed;
  const pair = { url: first.url, backupUrl: second.tlsUrl, caPem: authority.caPem };
  const targets = [
    { key: 'over', backupMode: 'failover', ...pair },
    { key: 'twin', backupMode: 'both', ...pair },
  ] as const;
  try {
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
    let death: Promise<void> | undefined;
    await play(media, (packet) => {
      broadcast.program.push(packet);
      if (packet.timestampMs < DEATH_MS || death) return;
      diedMs = Date.now();
      death = first.stop({ keepFiles: true });
    });
    await death;
    broadcast.stop();
    await waitUntil('the end', () => broadcast.state.phase === 'idle');
    for (const key of ['over', 'twin']) await second.finishedRecording(key);
  } finally {
    await broadcast.dispose();
  }
});

afterAll(async () => {
  await second.stop();
  authority.remove();
  for (const left of [folder, first.folder]) rmSync(left, { recursive: true, force: true });
});

describe('fail-over', () => {
  test('is on air at the second server within two seconds, by itself', () => {
    const live = observed.events.find(
      ({ kind, destinationId, timeMs }) =>
        kind === 'destinationLive' && destinationId === 'over' && timeMs >= diedMs,
    );
    expect((live?.timeMs ?? Infinity) - diedMs).toBeLessThanOrEqual(BACK_MS + lateness.allowanceMs());
  });

  test('goes on there from a keyframe, with time that grows, and little is lost', async () => {
    const before = await framesOf(first, 'over');
    const after = await framesOf(second, 'over');
    expect(after.beginsWithKeyframe).toBe(true);
    expect(after.timesMs.every((ms, index) => index === 0 || ms > (after.timesMs[index - 1] ?? 0))).toBe(
      true,
    );
    const lostFrames = SECONDS * FRAMES_PER_SECOND - before.timesMs.length - after.timesMs.length;
    const backMs = BACK_MS + lateness.allowanceMs();
    expect(lostFrames).toBeLessThan((backMs / 1000) * FRAMES_PER_SECOND);
  });
});

describe('sent to both', () => {
  test('each gets the same frames with the same timestamps', async () => {
    const dead = await framesOf(first, 'twin');
    const whole = await framesOf(second, 'twin');
    expect(dead.timesMs.length).toBeGreaterThan(((DEATH_MS / 1000) * FRAMES_PER_SECOND) / 2);
    expect(dead.timesMs).toEqual(whole.timesMs.slice(0, dead.timesMs.length));
  });

  test('the death of one does not touch the other', async () => {
    const { timesMs, beginsWithKeyframe } = await framesOf(second, 'twin');
    expect(beginsWithKeyframe).toBe(true);
    expect(timesMs).toHaveLength(SECONDS * FRAMES_PER_SECOND);
    const losses = observed.events.filter(
      ({ kind, destinationId }) => kind === 'destinationLost' && destinationId === backupIdOf('twin'),
    );
    expect(losses).toEqual([]);
  });
});
