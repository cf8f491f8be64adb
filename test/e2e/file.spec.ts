/** A video file as the source of `npm run live`: its picture and its sound arrive at a real server, equally long. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { probe, type ProbedPacket } from '../support/ffprobe.ts';
import { ffmpegPath } from '../support/ffmpeg.ts';
import { startProcess } from '../support/processes.ts';
import { startNginx, type NginxServer } from '../support/servers/nginx.ts';

const SECONDS = 6;
const run = promisify(execFile);

let server: NginxServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-file-'));
  server = await startNginx();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** In formats that every Chromium plays, with or without licensed codecs. */
async function makeVideo(path: string): Promise<void> {
  const picture = `testsrc2=size=1280x720:rate=30:duration=${SECONDS}`;
  const tone = `sine=frequency=440:sample_rate=48000:duration=${SECONDS}`;
  await run(ffmpegPath(), [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M'],
    ...['-c:a', 'libopus', '-ac', '2', path],
  ]);
}

function lengthMs(packets: readonly ProbedPacket[]): number {
  return (packets.at(-1)?.dtsMs ?? 0) - (packets[0]?.dtsMs ?? 0);
}

/** Loudest moment of a recording's sound, decibels below full scale. */
async function peakDb(file: string): Promise<number> {
  const { stderr } = await run(ffmpegPath(), [
    ...['-hide_banner', '-nostats', '-i', file, '-vn', '-af', 'volumedetect', '-f', 'null', '-'],
  ]);
  return Number(/max_volume: (-?[\d.]+) dB/.exec(stderr)?.[1] ?? '-Infinity');
}

it('picture and sound of a file arrive', async () => {
  const video = join(folder, 'source.webm');
  await makeVideo(video);
  const live = startProcess(
    process.execPath,
    [
      ...['build/live.mjs', '--source', `file:${video}`, '--to', `${server.url}/file`],
      ...['--seconds', String(SECONDS)],
    ],
    { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
  );
  expect(await live.exited, live.output()).toBe(0);

  const file = await server.finishedRecording('file');
  const found = await probe(file);
  expect(found.video).toMatchObject({ codec: 'h264', width: 1280, height: 720 });
  expect(found.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
  expect(found.videoPackets.length).toBeGreaterThanOrEqual(SECONDS * 30 * 0.9);
  expect(Math.abs(lengthMs(found.videoPackets) - lengthMs(found.audioPackets))).toBeLessThanOrEqual(60);
  // The tone is -18 dB; silence is below -90.
  expect(await peakDb(file)).toBeGreaterThan(-30);
});
