/** The publisher against real servers: every frame arrives, byte for byte, and the end is clean. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';
import { publishMedia } from '../../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { PublisherOptions } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { ReceiverOptions } from '../../../electron/rtmp/receiver/receiver.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { ffmpegPath, makeFlv, startFfmpegListener } from '../../support/media/ffmpeg.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { compareMedia, readFlv } from '../../support/media/media-compare.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
const sourceFile = join(folder, 'source.flv');
let authority: TestAuthority;
let source: readonly MediaPacket[];

beforeAll(async () => {
  authority = createTestAuthority();
  await makeFlv(sourceFile, { seconds: 4, hasBFrames: true });
  source = await readFlv(sourceFile);
});
afterAll(() => {
  authority.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function* once(packets: readonly MediaPacket[]): AsyncGenerator<readonly MediaPacket[]> {
  yield packets;
}

/** The source over and over, up to this length: its configuration once, its frames as often as they fit. */
function repeated(packets: readonly MediaPacket[], lengthMs: number): readonly MediaPacket[] {
  const frames = packets.filter(({ kind, isSequenceHeader }) => kind !== 'script' && !isSequenceHeader);
  const all = packets.filter((packet) => !frames.includes(packet));
  for (let shiftMs = 0; shiftMs < lengthMs; shiftMs += 4_000) {
    for (const frame of frames) {
      // Each round begins where the one before ended; sound a little longer than the picture is cut.
      if (frame.timestampMs < 4_000) all.push({ ...frame, timestampMs: frame.timestampMs + shiftMs });
    }
  }
  return all;
}

async function publishAll(options: PublisherOptions, packets = source): Promise<void> {
  const publisher = await openPublisher({
    tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: authority.caPem },
    ...options,
  });
  await publishMedia(publisher, once(packets), { isFast: true });
  await publisher.end({ deadlineMs: 5000 });
}

describe('publisher', { timeout: 30_000 }, () => {
  it('reaches nginx-rtmp, plain and behind TLS', async () => {
    const nginx = await startNginx({ tls: authority.issue() });
    onTestFinished(() => nginx.stop());
    for (const [url, streamKey] of [
      [nginx.url, 'plain'],
      [nginx.tlsUrl, 'secure'],
    ] as const) {
      await publishAll({ url, streamKey });
      const recording = await readFlv(await nginx.finishedRecording(streamKey));
      expect(compareMedia(source, recording, 'by-first').differences).toEqual([]);
    }
  });

  it('reaches node-media-server, RTMP and RTMPS', async () => {
    const server = await startNodeMediaServer({ tls: authority.issue() });
    onTestFinished(() => server.stop());
    for (const [url, streamKey] of [
      [server.url, 'plain'],
      [server.tlsUrl, 'secure'],
    ] as const) {
      await publishAll({ url, streamKey });
      await waitUntil('the whole recording', async () => {
        const path = server.recordings(streamKey).at(-1);
        return path !== undefined && (await probe(path)).videoPackets.length === 120;
      });
    }
  });

  it('reaches ffmpeg as a listener', async () => {
    const listener = await startFfmpegListener();
    onTestFinished(() => listener.stop());
    await publishAll({ url: listener.url, streamKey: 'any' });
    expect(await listener.finished, listener.process.output()).toBe(0);
    const recording = await probe(listener.recording);
    expect(recording.videoPackets.length).toBe(120);
    expect(recording.video?.codec).toBe('h264');
  });

  it.each<[string, Partial<PublisherOptions>, ReceiverOptions]>([
    ['RTMP', {}, { isTls: false }],
    ['RTMPS', {}, { isTls: true }],
    ['RTMP with the digest handshake', { handshake: 'digest' }, { isTls: false }],
    ['RTMPE', { url: 'rtmpe' }, { isTls: false }],
    ['RTMPT', { url: 'rtmpt' }, { isTls: false }],
    ['RTMPTS', { url: 'rtmpts' }, { isTls: true }],
    ['RTMPTE', { url: 'rtmpte' }, { isTls: false }],
  ])('reaches our own receiver by %s', async (name, options, receiverOptions) => {
    const recordingPath = join(folder, `take-${name}.flv`);
    const receiver = await startReceiver({ ...receiverOptions, recordingPath });
    onTestFinished(() => receiver.close());
    const ended = new Promise((resolve) =>
      receiver.onEvent((event) => event.type === 'publishEnded' && resolve(event)),
    );
    const url = options.url === undefined ? receiver.url : receiver.url.replace(/^rtmps?/, options.url);
    await publishAll({
      ...options,
      url,
      streamKey: receiver.key,
      ...(receiver.caPem === undefined
        ? {}
        : { tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: receiver.caPem } }),
    });
    expect(await ended).toMatchObject({ isClean: true, error: undefined });
    expect(compareMedia(source, await readFlv(recordingPath)).differences).toEqual([]);
    expect(receiver.report()).toMatchObject({
      video: { codec: 'H.264', width: 640, height: 360, frames: 120, hasBFrames: true, gaps: 0 },
      audio: { codec: 'AAC-LC', sampleRate: 48000, channels: 2 },
    });
  });

  it('dials again when a tunnel drops its kept-alive connection', async () => {
    const recordingPath = join(folder, 'take-dropped.flv');
    const receiver = await startReceiver({ isTls: false, recordingPath });
    onTestFinished(() => receiver.close());
    const ended = new Promise((resolve) =>
      receiver.onEvent((event) => event.type === 'publishEnded' && resolve(event)),
    );
    let connectionCount = 0;
    let droppedAnswerCount = 0;
    // Lets two answers through on each connection; every third connection loses its second one.
    const relay = net.createServer((socket) => {
      connectionCount += 1;
      const losesAnswer = connectionCount % 3 === 0;
      const upstream = net.connect(receiver.port, '127.0.0.1');
      let answerCount = 0;
      socket.on('data', (bytes) => upstream.write(bytes));
      upstream.on('data', (bytes) => {
        answerCount += 1;
        if (answerCount === 2 && losesAnswer) {
          droppedAnswerCount += 1;
          socket.destroy();
        } else if (answerCount === 2) socket.end(bytes);
        else socket.write(bytes);
      });
      socket.on('error', () => upstream.destroy());
      socket.on('close', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise((resolve) => relay.close(() => resolve())));
    const address = relay.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await publishAll({ url: `rtmpt://127.0.0.1:${port}/live`, streamKey: receiver.key });
    expect(await ended).toMatchObject({ isClean: true, error: undefined });
    expect(compareMedia(source, await readFlv(recordingPath)).differences).toEqual([]);
    expect(connectionCount).toBeGreaterThan(2);
    expect(droppedAnswerCount).toBeGreaterThan(0);
  });

  it.each([
    ['2^24', 2 ** 24],
    ['2^32', 2 ** 32],
  ])(
    'plays on at nginx and ffmpeg when timestamps cross %s ms, from a minute below',
    async (_name, limit) => {
      const long = repeated(source, 64_000);
      const shifted = long.map((packet) => ({ ...packet, timestampMs: packet.timestampMs + limit - 60_000 }));
      const nginx = await startNginx();
      onTestFinished(() => nginx.stop());
      await publishAll({ url: nginx.url, streamKey: 'late' }, shifted);
      const recording = await readFlv(await nginx.finishedRecording('late'));
      expect(compareMedia(long, recording, 'by-first').differences).toEqual([]);
      const listener = await startFfmpegListener();
      onTestFinished(() => listener.stop());
      await publishAll({ url: listener.url, streamKey: 'any' }, shifted);
      expect(await listener.finished, listener.process.output()).toBe(0);
      const { videoPackets } = await probe(listener.recording);
      expect(videoPackets.length).toBe(120 * 16);
      const seconds = videoPackets.map(({ dtsMs }) => dtsMs / 1000);
      expect(Math.max(...seconds) - Math.min(...seconds)).toBeCloseTo(64, 0);
    },
  );

  it('paces what it sends', async () => {
    const receiver = await startReceiver({ isTls: false });
    onTestFinished(() => receiver.close());
    const bytes = source.reduce((sum, packet) => sum + packet.body.length, 0);
    const startMs = performance.now();
    const pacing = { bytesPerSecond: bytes, burstBytes: bytes / 4 };
    await publishAll({ url: receiver.url, streamKey: receiver.key, pacing });
    expect(performance.now() - startMs).toBeGreaterThan(500);
  });
});

describe('receiver', { timeout: 30_000 }, () => {
  it('takes ffmpeg by RTMP and RTMPS', async () => {
    for (const [isTls, scheme] of [
      [false, 'rtmp'],
      [true, 'rtmps'],
    ] as const) {
      const recordingPath = join(folder, `take-ffmpeg-${scheme}.flv`);
      const receiver = await startReceiver({ isTls, recordingPath });
      onTestFinished(() => receiver.close());
      const ended = new Promise((resolve) =>
        receiver.onEvent((event) => event.type === 'publishEnded' && resolve(event)),
      );
      const url = `${receiver.url.replace(/^rtmps?/, scheme)}/${receiver.key}`;
      await run(ffmpegPath(), ['-v', 'error', '-i', sourceFile, '-c', 'copy', '-f', 'flv', url]);
      await ended;
      const difference = compareMedia(source, await readFlv(recordingPath));
      expect(difference, scheme).toMatchObject({ videoFrames: 120, differences: [] });
    }
  });
});
