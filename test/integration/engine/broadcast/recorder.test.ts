/** Recordings on a real disk, judged by ffprobe and by a strict decode. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { Program } from '../../../../electron/engine/outputs/program.ts';
import { systemClock } from '../../../../electron/engine/broadcast/system-clock.ts';
import { Recorder } from '../../../../electron/engine/outputs/record/recorder.ts';
import type { SplitLimits } from '../../../../electron/engine/outputs/record/recording.ts';
import { ffmpegPath, makeFlv, strictDecodeErrors } from '../../../support/media/ffmpeg.ts';
import { probe } from '../../../support/media/ffprobe.ts';
import { startProcess } from '../../../support/processes/processes.ts';
import { readFlv } from './media.ts';

const run = promisify(execFile);
let folder: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-recorder-'));
  script = join(folder, 'record-process.mjs');
  await makeFlv(join(folder, 'plain.flv'), { seconds: 6 });
  await makeFlv(join(folder, 'reordered.flv'), { seconds: 4, hasBFrames: true });
  await makeFlv(join(folder, 'other-size.flv'), { seconds: 2, size: '320x180' });
  await makeFlv(join(folder, 'silent.flv'), { seconds: 2, hasAudio: false });
  await run(ffmpegPath(), [
    ...['-v', 'error', '-i', join(folder, 'plain.flv'), '-vn', '-c', 'copy', join(folder, 'sound.flv')],
  ]);
  await build({
    entryPoints: [fileURLToPath(new URL('./record-process.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectDecodes(path: string): Promise<void> {
  expect(await strictDecodeErrors(path)).toBe('');
}

function makeRecorder() {
  const program = new Program(systemClock);
  const told: string[] = [];
  const recorder = new Recorder({
    program,
    clock: systemClock,
    onChange: () => {},
    onLog: (_level, text) => told.push(text),
    onReport: ({ code }) => told.push(code),
  });
  return { program, recorder, told };
}

async function record(packets: readonly EncodedPacket[], name: string, split: SplitLimits = {}) {
  const { program, recorder, told } = makeRecorder();
  const path = await recorder.start(join(folder, name), split);
  for (const packet of packets) program.push(packet);
  await recorder.stop();
  expect(recorder.view.phase).toBe('off');
  return { path, told };
}

describe.each(['plain', 'reordered', 'silent'])('%s media', (media) => {
  test('is recorded whole, in step, and decodes without an error', async () => {
    const source = await probe(join(folder, `${media}.flv`));
    const { path } = await record(readFlv(join(folder, `${media}.flv`)), `${media}.mp4`);
    const recording = await probe(path);
    expect(recording.video).toEqual(source.video);
    expect(recording.videoPackets).toHaveLength(source.videoPackets.length);
    expect(recording.keyframesMs).toHaveLength(source.keyframesMs.length);
    expect(recording.audioPackets.length).toBeGreaterThanOrEqual(source.audioPackets.length - 2);
    const startMs = source.videoPackets[0]?.dtsMs ?? 0;
    recording.videoPackets.forEach(({ dtsMs, ptsMs }, index) => {
      const wanted = source.videoPackets[index];
      expect(dtsMs).toBe((wanted?.dtsMs ?? 0) - startMs);
      expect(ptsMs).toBe((wanted?.ptsMs ?? 0) - startMs);
    });
    await expectDecodes(path);
  });
});

test('the length is written when the file is finished', async () => {
  const { path } = await record(readFlv(join(folder, 'plain.flv')), 'length.mp4');
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    path,
  ]);
  expect(Number(stdout)).toBeCloseTo(6, 0);
});

test('a name that is taken gets a number, nothing is overwritten', async () => {
  const packets = readFlv(join(folder, 'silent.flv'));
  const first = await record(packets, 'same.mp4');
  const second = await record(packets, 'same.mp4');
  expect([first.path, second.path]).toEqual([join(folder, 'same.mp4'), join(folder, 'same (2).mp4')]);
});

test('another picture size begins another file, both whole', async () => {
  const first = readFlv(join(folder, 'silent.flv'));
  const lastMs = first.at(-1)?.timestampMs ?? 0;
  const second = readFlv(join(folder, 'other-size.flv'))
    .filter(({ kind }) => kind === 'video')
    .map((packet) => ({ ...packet, timestampMs: packet.timestampMs + lastMs + 33 }));
  await record([...first, ...second], 'sizes.mp4');
  const sizes = await Promise.all(['sizes.mp4', 'sizes (2).mp4'].map((name) => probe(join(folder, name))));
  expect(sizes.map(({ video }) => video?.width)).toEqual([640, 320]);
  expect(sizes.map(({ videoPackets }) => videoPackets.length)).toEqual([60, 60]);
  await expectDecodes(join(folder, 'sizes (2).mp4'));
});

test('is split by size at keyframes, with nothing lost between', async () => {
  await record(readFlv(join(folder, 'plain.flv')), 'split.mp4', { afterBytes: 150_000 });
  const parts = await Promise.all(
    ['split.mp4', 'split (2).mp4', 'split (3).mp4'].map((name) => probe(join(folder, name))),
  );
  const frames = parts.map(({ videoPackets }) => videoPackets);
  expect(frames.every((packets) => packets[0]?.isKeyframe)).toBe(true);
  expect((frames[0]?.length ?? 0) + (frames[1]?.length ?? 0)).toBeLessThanOrEqual(180);
  await expectDecodes(join(folder, 'split (2).mp4'));
});

/** Records in a process whose files may grow to so many bytes, as FAT32 lets them to 4 GiB; gives what the process printed. */
async function recordUpTo(bytes: number, media: string, name: string, pace = 'live'): Promise<string> {
  const rescue = mkdtempSync(join(folder, 'rescue-'));
  const child = startProcess('prlimit', [
    `--fsize=${bytes}`,
    process.execPath,
    script,
    join(folder, `${media}.flv`),
    join(folder, name),
    rescue,
    pace,
  ]);
  expect(await child.exited).toBe(0);
  return child.output();
}

/** Parts of a recording in their order. */
async function probeParts(name: string) {
  const { dir, name: stem } = parse(join(folder, name));
  const names = readdirSync(dir).filter((each) => each.startsWith(stem));
  const numberOf = (each: string): number => Number(/ \((\d+)\)\.mp4$/.exec(each)?.[1] ?? 1);
  const paths = names.toSorted((a, b) => numberOf(a) - numberOf(b)).map((each) => join(dir, each));
  return await Promise.all(paths.map(async (path) => ({ path, ...(await probe(path)) })));
}

test.each([
  ['plain', 'live'],
  ['plain', 'at-once'],
  ['reordered', 'live'],
  ['silent', 'at-once'],
  ['sound', 'at-once'],
])(
  'D6: a file system that takes no larger file gets the next part, nothing is lost or doubled (%s, %s)',
  async (media, pace) => {
    const limit = Math.round(statSync(join(folder, `${media}.flv`)).size * 0.7);
    const source = await probe(join(folder, `${media}.flv`));
    const name = `full-${media}-${pace}.mp4`;
    const printed = await recordUpTo(limit, media, name, pace);
    expect(printed).toContain('recordingSplit');
    const parts = await probeParts(name);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    expect(parts.flatMap(({ videoPackets }) => videoPackets)).toHaveLength(source.videoPackets.length);
    for (const { path, videoPackets } of parts) {
      expect(statSync(path).size).toBeLessThanOrEqual(limit);
      if (videoPackets.length > 0) expect(videoPackets[0]?.isKeyframe).toBe(true);
      await expectDecodes(path);
    }
    const sounds = parts.flatMap(({ audioPackets }) => audioPackets).length;
    // A frame of sound that lies across the first keyframe is the next part's or nobody's.
    expect(source.audioPackets.length - sounds).toBeLessThanOrEqual(parts.length + 1);
  },
);

test('D6: a file system that takes not even one GOP ends the recording and says so', async () => {
  const printed = await recordUpTo(2000, 'plain', 'too-small.mp4');
  expect(printed).toContain('filesTooSmall');
  expect(printed).toContain('failed record/cannot-write');
});

test('a folder that is not there ends the recording with its cause and nothing else', async () => {
  const { recorder, told } = makeRecorder();
  await expect(recorder.start(join(folder, 'nowhere', 'x.mp4'))).rejects.toMatchObject({
    code: 'record/cannot-write',
  });
  expect(recorder.view).toMatchObject({ phase: 'failed', error: { code: 'record/cannot-write' } });
  expect(told[0]).toBe('recordingFailed');
});

async function killAt(killAtMs: number): Promise<void> {
  const path = join(folder, `killed-${killAtMs}.mp4`);
  const child = startProcess(process.execPath, [script, join(folder, 'plain.flv'), path, folder]);
  let reachedMs = 0;
  child.child.stdout?.on('data', (bytes: Buffer) => {
    for (const match of bytes.toString('utf8').matchAll(/at (\d+)/g)) reachedMs = Number(match[1]);
    if (reachedMs >= killAtMs) child.child.kill('SIGKILL');
  });
  expect(await child.exited).toBe('SIGKILL');
  const { videoPackets } = await probe(path);
  expect(reachedMs - (videoPackets.at(-1)?.dtsMs ?? 0)).toBeLessThan(1000);
  await expectDecodes(path);
}

test('killed at ten moments, each file opens and lacks less than the last second', async () => {
  for (const base of [1200, 2300]) {
    await Promise.all([0, 173, 346, 519, 692].map((offsetMs) => killAt(base + offsetMs)));
  }
});

test('a full disk stops the recording, is told, and what was written stays whole', async () => {
  const disk = join(folder, 'disk');
  const mountAndRecord =
    'mkdir -p "$1" && mount -t tmpfs -o size=200k none "$1" && exec "$2" "$3" "$4" "$1/full.mp4" "$5"';
  const child = startProcess('unshare', [
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    mountAndRecord,
    'sh',
    disk,
    process.execPath,
    script,
    join(folder, 'plain.flv'),
    folder,
  ]);
  expect(await child.exited, child.output()).toBe(0);
  expect(child.output()).toContain('failed record/disk-full');
  const rescued = join(folder, 'rescued.mp4');
  expect((await probe(rescued)).videoPackets.length).toBeGreaterThan(10);
  await expectDecodes(rescued);
});
