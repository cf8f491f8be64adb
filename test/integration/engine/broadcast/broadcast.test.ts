/** The broadcast over the real client to real servers, judged by what they recorded. */
import { mkdtempSync, rmSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Broadcast } from '../../../../electron/engine/broadcast/broadcast.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { rtmpDriver } from '../../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../../shared/broadcast/statistics.ts';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { NamedDestination } from '../../../../shared/ipc/engine-control.ts';
import { makeFlv } from '../../../support/media/ffmpeg.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { watchLateness } from '../../../support/processes/lateness.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import type { NginxServer } from '../../../support/servers/nginx.ts';
import { play, readFlv } from './media.ts';

let folder: string;
let media: readonly EncodedPacket[];
let server: NginxServer;
const lateness = watchLateness();
let broadcast: Broadcast;
let events: BroadcastEvent[];
let samples: StatsSample[];
let summaries: StatsSummary[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-broadcast-'));
  await makeFlv(join(folder, 'media.flv'), { seconds: 12 });
  media = readFlv(join(folder, 'media.flv'));
  server = await startNginx({ allowedKeys: ['one', 'two', 'three'] });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  events = [];
  samples = [];
  summaries = [];
  broadcast = new Broadcast({
    driver: rtmpDriver,
    log: () => {},
    readMachine: () => ({ cpuPercent: 0, memoryMb: 0, capturedFrames: 0, skippedFrames: 0, targetKbps: 800 }),
  });
  broadcast.onEvent.on((event) => events.push(event));
  broadcast.onSample.on((sample) => samples.push(sample));
  broadcast.onSummary.on((summary) => summaries.push(summary));
});

afterEach(() => broadcast.dispose());

function destination(key: string, url = server.url): NamedDestination {
  const base = destinationSchema.parse({
    id: key,
    name: `Server ${key}`,
    serviceId: 'custom',
    url,
    isEnabled: true,
  });
  return { ...base, key, backupName: `Server ${key} (backup)` };
}

function start(destinations: readonly NamedDestination[]): void {
  broadcast.start({
    destinations,
    shouldRetryFirst: false,
    drainMs: 5000,
    isDynamicBitrate: false,
    videoKbps: 800,
    audioKbps: 128,
    videoCodec: 'h264',
  });
}

const until = (what: string, isSo: () => boolean) => waitUntil(what, async () => isSo());
const told = (kind: BroadcastEvent['kind'], id?: string) =>
  events.filter((event) => event.kind === kind && (id === undefined || event.destinationId === id));

async function end(): Promise<void> {
  broadcast.stop();
  await until('the end', () => broadcast.state.phase === 'idle');
}

test('one program arrives whole at two servers and in the recording', async () => {
  start([destination('one'), destination('two')]);
  const path = await broadcast.startRecording(join(folder, 'take.mp4'));
  await until('both are live', () => told('destinationLive').length === 2);
  await play(
    media.filter(({ timestampMs }) => timestampMs < 4000),
    (packet) => broadcast.program.push(packet),
  );
  await end();
  await broadcast.stopRecording();
  const files = [await server.finishedRecording('one'), await server.finishedRecording('two'), path];
  for (const file of files) {
    const { videoPackets, audioPackets } = await probe(file);
    expect(videoPackets).toHaveLength(120);
    expect(audioPackets.length).toBeGreaterThan(180);
  }
  expect(summaries).toMatchObject([
    { outcome: 'ended', destinations: [{ sentFrames: 120 }, { sentFrames: 120 }] },
  ]);
  expect(samples.length).toBeGreaterThanOrEqual(3);
});

test('thrown out by the server, one comes back on a keyframe while the other loses nothing', async () => {
  start([destination('one'), destination('three')]);
  await until('both are live', () => told('destinationLive').length === 2);
  let dropped: Promise<void> | undefined;
  await play(media, (packet) => {
    broadcast.program.push(packet);
    // Later than the seconds in which a close may still be the key's fault.
    if (packet.timestampMs > 6500) dropped ??= server.dropPublisher('one');
  });
  await dropped;
  await until('it is live again', () => told('destinationLive', 'one').length === 2);
  expect(told('destinationLost', 'one')).toHaveLength(1);
  expect(told('destinationLive', 'one')).toHaveLength(2);
  await end();
  const lostMs = told('destinationLost', 'one')[0]?.timeMs ?? 0;
  const backMs = told('destinationLive', 'one')[1]?.timeMs ?? 0;
  expect(backMs - lostMs).toBeLessThan(2000 + lateness.allowanceMs());
  const again = await probe(await server.finishedRecording('one'));
  expect(again.videoPackets[0]?.isKeyframe).toBe(true);
  const stepsMs = again.videoPackets
    .slice(1)
    .map(({ dtsMs }, index) => dtsMs - (again.videoPackets[index]?.dtsMs ?? 0));
  expect(Math.min(...stepsMs)).toBeGreaterThan(0);
  const other = await probe(await server.finishedRecording('three'));
  expect(other.videoPackets).toHaveLength(360);
  expect(summaries[0]?.destinations[0]).toMatchObject({
    reconnects: 1,
    lossesByCause: { 'rtmp/server-ended': 1 },
  });
});

test('a refused key ends at once, in words', async () => {
  start([destination('forbidden')]);
  await until('the end', () => broadcast.state.phase === 'idle');
  expect(broadcast.state).toMatchObject({ lastError: { code: 'rtmp/key-refused' } });
  expect(summaries[0]?.outcome).toBe('neverLive');
  expect(told('destinationFailed')[0]).toMatchObject({ destinationName: 'Server forbidden' });
});

test('a server that takes nothing any more costs the other not a frame, and ends within the deadline', async () => {
  const sockets: net.Socket[] = [];
  let isBlocked = false;
  // Passes everything on until it is told to read no more.
  const proxy = net.createServer((client) => {
    const upstream = net.connect(server.port, 'localhost');
    sockets.push(client, upstream);
    upstream.on('data', (bytes) => client.write(bytes));
    client.on('data', (bytes) => {
      upstream.write(bytes);
      if (isBlocked) client.pause();
    });
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    start([destination('one', `rtmp://localhost:${port}/live`), destination('two')]);
    await until('both are live', () => told('destinationLive').length === 2);
    await play(
      media.filter(({ timestampMs }) => timestampMs < 5000),
      (packet) => {
        broadcast.program.push(packet);
        isBlocked = packet.timestampMs > 2000;
      },
    );
    const startedMs = Date.now();
    await end();
    expect(Date.now() - startedMs).toBeLessThan(5500 + lateness.allowanceMs());
    expect((await probe(await server.finishedRecording('two'))).videoPackets).toHaveLength(150);
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  }
});
