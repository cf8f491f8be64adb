/** A video file as the source of `npm run live`: its picture and its sound arrive at a real server, in step, over its loops. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { measure } from '../../measure/measure.ts';
import { renderPatternFile } from '../../integration/measure/pattern-file.ts';
import { probe } from '../../support/media/ffprobe.ts';
import type { ProbedPacket } from '../../support/media/ffprobe.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { startProcess } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';

const FILE_SECONDS = 2;
/** Two loops and a half. */
const SECONDS = 5;
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

/** The test picture with its beeps, whose flashes tell whether picture and sound are in step. */
async function makeVideo(path: string, codecs: readonly string[]): Promise<void> {
  const whole = `${path}.flv`;
  await renderPatternFile(whole, FILE_SECONDS);
  await run(ffmpegPath(), ['-v', 'error', '-y', '-i', whole, ...codecs, path]);
}

function lengthMs(packets: readonly ProbedPacket[]): number {
  return (packets.at(-1)?.dtsMs ?? 0) - (packets[0]?.dtsMs ?? 0);
}

it.each([
  ['source.mp4', ['-c', 'copy']],
  [
    'source.webm',
    ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1M', '-c:a', 'libopus'],
  ],
  // Sound that is shorter than the picture: a hole at each seam. A name that looks like an option, a format and a quote.
  ["-odd %d 'name'.mp4", ['-c:v', 'copy', '-af', 'atrim=end=1.7', '-c:a', 'aac']],
])('picture and sound of %s arrive in step, played again and again', async (name, codecs) => {
  const video = join(folder, name);
  await makeVideo(video, codecs);
  const live = startProcess(
    process.execPath,
    [
      ...['build/live.mjs', '--key-in-arguments', '--source', `file:${video}`, '--to', `${server.url}/loops`],
      ...['--seconds', String(SECONDS)],
    ],
    { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
  );
  expect(await live.exited, live.output()).toBe(0);

  const file = await server.finishedRecording('loops');
  const found = await probe(file);
  expect(found.video).toMatchObject({ codec: 'h264', width: 1280, height: 720 });
  expect(found.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
  expect(Math.abs(lengthMs(found.videoPackets) - lengthMs(found.audioPackets))).toBeLessThanOrEqual(60);
  const report = await measure(file, {
    ffmpegPath: ffmpegPath(),
    promise: { fps: 30 },
    comparedPerSecond: 0.1,
  });
  // The beeps are at -12 dB; silence is below -90.
  expect(report.loudness?.peakDb).toBeGreaterThan(-20);
  expect(report.offset?.count).toBeGreaterThanOrEqual(2);
  // However slow the machine: pictures may then be missing, never be out of step.
  expect(Math.abs(report.offset?.medianMs ?? Infinity)).toBeLessThanOrEqual(25);
});

it('a file that is no video is refused in plain words', async () => {
  const path = join(folder, 'letter.mp4');
  writeFileSync(path, 'Dear viewer,\n'.repeat(100));
  const live = startProcess(
    process.execPath,
    [
      'build/live.mjs',
      '--key-in-arguments',
      '--source',
      `file:${path}`,
      '--to',
      `${server.url}/loops`,
      '--seconds',
      '3',
    ],
    { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
  );
  expect(await live.exited, live.output()).toBe(3);
  expect(live.output()).toContain('Can’t play the media file.');
});
