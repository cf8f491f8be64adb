/** A video file as the program's source: real ffmpeg, real files, judged by what is given to the encoder. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileFeed } from '../../../electron/engine/sources/file-feed.ts';
import { MediaInput } from '../../../electron/engine/sources/media-input.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { CapturedFrame } from '../../../electron/engine/frames/picture-bytes.ts';
import type { AudioBlock } from '../../../shared/media/media-port.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';
import {
  buildFlv,
  joinBytes,
  leap,
  moveTimes,
  oneLess,
  parseFlv,
  twice,
} from '../../support/media/flv-damage.ts';
import { waitUntil } from '../../support/processes/processes.ts';

const run = promisify(execFile);
const profile = { ...defaultEncodingProfile, width: 320, height: 240, fps: 20 };

class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'upcast-file-feed-'));
  path = join(this.folder, 'source.flv');
  readonly frames: CapturedFrame[] = [];
  readonly blocks: AudioBlock[] = [];
  readonly errors: AppError[] = [];
  isReady = false;
  isConsuming = true;
  readonly input = new MediaInput();
  readonly feed = new FileFeed({
    input: this.input,
    log: () => undefined,
    onReady: () => {
      this.isReady = true;
    },
    onFormatKept: (error) => this.errors.push(error),
    onFailed: (error) => this.errors.push(error),
  });

  async open(hasSound: boolean): Promise<void> {
    this.feed.open(ffmpegPath(), { type: 'playFile', path: this.path, hasSound, profile });
    await this.until('the first picture', () => this.isReady);
    this.input.open({
      pushVideo: (frame) => {
        this.frames.push(frame);
        if (this.isConsuming) this.input.frameConsumed();
      },
      pushAudio: (block) => this.blocks.push(block),
    });
  }

  async until(what: string, isSo: () => boolean): Promise<void> {
    await waitUntil(what, async () => isSo());
  }
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  bench.feed.stop();
  rmSync(bench.folder, { recursive: true, force: true });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('pictures and sound count from one origin over the loops, in the program’s format; a change of it starts anew', async () => {
  await makeFlv(bench.path, { seconds: 1, size: '640x360', fps: 30 });
  await bench.open(true);
  expect(bench.frames).toEqual([]);
  bench.feed.play();
  await bench.until('two loops', () => bench.frames.length >= 45);
  const origin = bench.blocks[0]?.timestampUs ?? Number.NaN;
  let samples = 0;
  for (const { timestampUs, data, sampleRate, channels } of bench.blocks) {
    expect([sampleRate, channels]).toEqual([48_000, 2]);
    expect(Math.abs(timestampUs - origin - (samples * 1e6) / sampleRate)).toBeLessThan(100);
    samples += data.byteLength / 8;
  }
  for (const { timestampUs, width, height } of bench.frames) {
    expect([width, height]).toEqual([320, 240]);
    const slot = (timestampUs - origin) / 50_000;
    expect(Math.abs(slot - Math.round(slot))).toBeLessThan(0.001);
  }
  const first = bench.frames[0]?.data.bytes ?? new Uint8Array(0);
  // Letterboxed, and black as BT.709 limited range has it.
  expect([first[0], first[(320 * 240) / 2] === 16]).toEqual([16, false]);

  bench.feed.changeProfile({ ...profile, width: 160, height: 120 });
  await bench.until('the other size', () => bench.frames.at(-1)?.width === 160);
  const pids = bench.feed.pids;
  expect(pids.length).toBeGreaterThan(0);
  bench.feed.stop();
  await bench.until('ffmpeg to be gone', () => !pids.some(isRunning));
  expect(bench.errors).toEqual([]);
});

test('without credits frames are skipped and counted, and the sound goes on', async () => {
  await makeFlv(bench.path, { seconds: 1 });
  await bench.open(true);
  bench.isConsuming = false;
  bench.feed.play();
  await bench.until('frames to be skipped', () => bench.input.counts().skippedFrames >= 5);
  const blocks = bench.blocks.length;
  await bench.until('more sound', () => bench.blocks.length > blocks);
  expect(bench.frames).toHaveLength(20);
});

test.each([
  ['a file without sound', false, true],
  ['a file whose sound is not asked for', true, false],
])('%s gives pictures alone', async (_name, hasAudio, hasSound) => {
  await makeFlv(bench.path, { seconds: 1, hasAudio });
  await bench.open(hasSound);
  bench.feed.play();
  await bench.until('pictures', () => bench.frames.length >= 10);
  expect(bench.blocks).toEqual([]);
});

/** Pure red: what its luma is depends on the matrix, 81 in BT.601 and 63 in BT.709. */
test.each([
  ['small, without a word on its matrix', '320x240', 'smpte170m', []],
  ['large, without a word on its matrix', '960x720', 'bt709', []],
  ['large, and says that it is BT.601', '960x720', 'smpte170m', ['-colorspace', 'smpte170m']],
])('the colours of a file are right in BT.709: %s', async (_name, size, matrix, tags) => {
  await run(ffmpegPath(), [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `color=red:size=${size}:rate=20:duration=1,format=gbrp`],
    ...['-vf', `scale=out_color_matrix=${matrix}:out_range=tv,format=yuv420p`, '-c:v', 'libx264', '-qp', '5'],
    ...(tags.length === 0 ? ['-bsf:v', 'h264_metadata=matrix_coefficients=2'] : tags),
    bench.path,
  ]);
  await bench.open(false);
  bench.feed.play();
  await bench.until('a picture', () => bench.frames.length > 0);
  const planes = bench.frames[0]?.data.bytes ?? new Uint8Array(0);
  const [y = 0, u = 0, v = 0] = [planes[0], planes[320 * 240], planes[320 * 240 * 1.25]];
  expect(Math.max(Math.abs(y - 63), Math.abs(u - 102), Math.abs(v - 240)), `${y} ${u} ${v}`).toBeLessThan(3);
});

test('a file that is not there is told of', async () => {
  bench.feed.open(ffmpegPath(), {
    type: 'playFile',
    path: join(bench.folder, 'no such'),
    hasSound: true,
    profile,
  });
  await bench.until('the error', () => bench.errors.length > 0);
  expect(bench.errors[0]?.code).toBe('capture/file-unreadable');
  expect(bench.errors[0]?.details['reason']).toBe('fileMissing');
  expect(bench.feed.pids).toEqual([]);
});

/** How long a pass is, by the pictures before the first one comes again. */
async function picturesOf(write: (plain: Uint8Array) => Uint8Array): Promise<number> {
  await makeFlv(bench.path, { seconds: 1, size: '320x240', fps: 20 });
  writeFileSync(bench.path, write(new Uint8Array(readFileSync(bench.path))));
  await bench.open(true);
  bench.feed.play();
  await bench.until('the first picture again', () => loopOf() > 0);
  expect(bench.errors).toEqual([]);
  return loopOf();
}

function loopOf(): number {
  const [first] = bench.frames;
  if (first === undefined) return 0;
  const again = bench.frames.findIndex(
    (frame, index) => index > 10 && Buffer.compare(frame.data.bytes, first.data.bytes) === 0,
  );
  const period = bench.frames[again]?.timestampUs ?? first.timestampUs;
  return Math.round((period - first.timestampUs) / 50_000);
}

const HOUR_MS = 3_600_000;
test.each<[string, (plain: Uint8Array) => Uint8Array]>([
  ['F1: sizes that are one too small', (plain) => buildFlv(parseFlv(plain), oneLess)],
  ['F2: zeros behind the last tag', (plain) => joinBytes([plain, new Uint8Array(100_000)])],
  ['F3: media an hour late', (plain) => buildFlv(moveTimes(parseFlv(plain), HOUR_MS))],
  ['F3: a leap of an hour', (plain) => buildFlv(leap(parseFlv(plain), 500, HOUR_MS))],
  ['F5: media from before the beginning', (plain) => buildFlv(moveTimes(parseFlv(plain), -33))],
])('%s: a source plays its second, and begins again', async (_what, write) => {
  expect(Math.abs((await picturesOf(write)) - 20)).toBeLessThanOrEqual(2);
});

test('F4: a source of two recordings in one file plays both, one after the other', async () => {
  await makeFlv(bench.path, { seconds: 1, size: '320x240', fps: 20 });
  writeFileSync(bench.path, buildFlv(twice(parseFlv(new Uint8Array(readFileSync(bench.path))))));
  await bench.open(true);
  bench.feed.play();
  await bench.until('both', () => bench.frames.length >= 45);
  const first = bench.frames[0]?.timestampUs ?? 0;
  bench.frames.forEach(({ timestampUs }, index) => {
    expect(Math.abs((timestampUs - first) / 50_000 - index)).toBeLessThan(1.5);
  });
});

test.each(['Talk: part 1.mp4', '100%d.jpg', 'line\nfeed.mp4', 'http:x.mp4'])(
  'F6: a source called %j',
  async (name) => {
    await makeFlv(bench.path, { seconds: 1 });
    const path = join(bench.folder, name);
    const mp4 = join(bench.folder, 'plain.mp4');
    await run(ffmpegPath(), ['-v', 'error', '-i', bench.path, '-c', 'copy', mp4]);
    renameSync(mp4, path);
    bench.path = path;
    await bench.open(true);
    bench.feed.play();
    await bench.until('pictures', () => bench.frames.length >= 5);
    expect(bench.errors).toEqual([]);
  },
);

test('F6: a single picture whose name is a pattern of names', async () => {
  bench.path = join(bench.folder, 'picture%03d.png');
  const args = [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'color=red:size=320x240',
    '-frames:v',
    '1',
    '-c:v',
    'png',
  ];
  await run(ffmpegPath(), [...args, '-f', 'image2pipe', `file:${bench.path}`]);
  await bench.open(false);
  bench.feed.play();
  await bench.until('a picture', () => bench.frames.length > 0);
});

test('M9: a playlist that calls itself a video is refused as a source', async () => {
  const secret = join(bench.folder, 'secret.ts');
  await makeFlv(bench.path, { seconds: 1 });
  await run(ffmpegPath(), ['-v', 'error', '-i', bench.path, '-c', 'copy', secret]);
  const path = join(bench.folder, 'x.mp4');
  writeFileSync(path, `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`);
  bench.feed.open(ffmpegPath(), { type: 'playFile', path, hasSound: true, profile });
  await bench.until('the error', () => bench.errors.length > 0);
  expect(bench.errors[0]?.details['reason']).toBe('fileFormatRefused');
});
