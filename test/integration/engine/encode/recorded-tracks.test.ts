/** Recordings of several tracks: real encoders, real files, judged by ffprobe and by the spectrum of each track. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../../electron/engine/broadcast/system-clock.ts';
import { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import type { ProgramEncoderEvent } from '../../../../electron/engine/encode/program-encoder.ts';
import type { MuxedTrack } from '../../../../electron/engine/outputs/record/mux/muxer.ts';
import { Recorder } from '../../../../electron/engine/outputs/record/recorder.ts';
import { Program } from '../../../../electron/engine/outputs/program.ts';
import { ffmpegPath, strictDecodeErrors } from '../../../support/media/ffmpeg.ts';
import { beginsAtMs, decodeSound, levelAt } from '../../../support/media/sound/decoded-sound.ts';
import { makeFrame, smallProfile } from '../../../unit/engine/encode/synthetic.ts';

const run = promisify(execFile);
const size = { width: 320, height: 180 };
const BASE_US = 7_000_000_000;
const FPS = 30;
const BLOCK = 480;

let folder: string;
let program: Program;
let encoder: ProgramEncoder;
let recorder: Recorder;
let events: ProgramEncoderEvent[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-tracks-'));
  begin(ffmpegPath());
});
afterEach(async () => {
  await encoder.stop();
  rmSync(folder, { recursive: true, force: true });
});

function begin(path: string): void {
  program = new Program(systemClock);
  events = [];
  encoder = new ProgramEncoder({
    ...{ encodingId: 'main', sink: program, ffmpegPath: path, log: () => undefined },
  });
  encoder.onEvent.on((event) => events.push(event));
  recorder = new Recorder({
    ...{ program, clock: systemClock, onChange: () => undefined },
    ...{ onLog: () => undefined, onReport: () => undefined },
  });
}

/** A tone from a time on; silence before. */
function tone(hz: number, fromMs: number, firstSample: number) {
  const data = new Float32Array(BLOCK * 2);
  for (let index = 0; index < BLOCK; index += 1) {
    const at = firstSample + index;
    if (at < fromMs * 48) continue;
    data[index * 2] = 0.25 * Math.sin((2 * Math.PI * hz * at) / 48_000);
    data[index * 2 + 1] = data[index * 2] ?? 0;
  }
  const timestampUs = BASE_US + (firstSample * 1e6) / 48_000;
  return { timestampUs, sampleRate: 48_000, channels: 2 as const, data: data.buffer };
}

interface Sound {
  /** Absent: of a file, for every track. */
  readonly trackId?: string;
  readonly hz: number;
  readonly fromMs?: number;
}

/** Pictures as fast as the encoder takes them, with the sounds of their times. */
async function feed(
  from: number,
  to: number,
  sounds: readonly Sound[],
  onFrame = (_number: number): void => {},
) {
  let credits = 6;
  let wake = (): void => {};
  const listener = encoder.onVideoConsumed.on(() => {
    credits += 1;
    wake();
  });
  let sample = Math.ceil((from * 48_000) / FPS / BLOCK) * BLOCK;
  for (let number = from; number < to; number += 1) {
    onFrame(number);
    while (credits === 0) await new Promise<void>((resolve) => (wake = resolve));
    credits -= 1;
    encoder.pushVideo(makeFrame(number, BASE_US + (number * 1e6) / FPS, size));
    for (; sample / 48_000 < (number + 1) / FPS; sample += BLOCK)
      for (const { trackId, hz, fromMs = 0 } of sounds) encoder.pushAudio(tone(hz, fromMs, sample), trackId);
    await new Promise((resolve) => setImmediate(resolve));
  }
  listener.dispose();
}

async function started(tracks: readonly MuxedTrack[], name = 'a.mp4'): Promise<string> {
  return await recorder.start(join(folder, name), { tracks });
}

const keyframe = (): Promise<void> =>
  new Promise((resolve) => {
    const listener = program.onKeyframe.on(() => {
      listener.dispose();
      resolve();
    });
  });

/** A recording from the first keyframe on, whose encoder has ended and whose recorder has not. */
async function fedRecording(
  trackIds: readonly string[],
  recorded: readonly MuxedTrack[],
  frames: number,
  from: readonly Sound[],
  name = 'a.mp4',
): Promise<string> {
  encoder.start(smallProfile);
  encoder.useTracks(trackIds, undefined);
  const first = keyframe().then(async () => await started(recorded, name));
  await feed(0, frames, from);
  const path = await first;
  await encoder.stop();
  return path;
}

interface Stream {
  readonly codec_type: string;
  readonly start_time: string;
  readonly duration_ts: number;
  readonly tags: Readonly<Record<string, string>>;
}

async function soundStreams(path: string): Promise<readonly Stream[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_streams', '-of', 'json', path]);
  const { streams } = JSON.parse(stdout) as { readonly streams: readonly Stream[] };
  return streams.filter(({ codec_type }) => codec_type === 'audio');
}

/** As the file's head says, seconds. */
async function durationOf(path: string): Promise<number> {
  const wanted = ['-show_entries', 'format=duration', '-of', 'csv=p=0'];
  return Number((await run('ffprobe', ['-v', 'error', ...wanted, path])).stdout);
}

const tracks: readonly MuxedTrack[] = [
  { trackId: undefined, name: 'Mix' },
  { trackId: 'track-2', name: 'Микрофон 🎙' },
  { trackId: 'track-3', name: 'Game' },
];
const sounds: readonly Sound[] = [
  { trackId: 'main', hz: 440, fromMs: 1000 },
  { trackId: 'track-2', hz: 1000, fromMs: 1000 },
  { trackId: 'track-3', hz: 2500, fromMs: 1000 },
];

/** 30 dB more of its own frequency than of any other. */
async function expectTones(path: string, wanted: readonly number[]): Promise<void> {
  for (const [track, hz] of wanted.entries()) {
    const sound = await decodeSound(path, track);
    const level = levelAt(sound, hz, 1500, 2500);
    expect(level).toBeGreaterThan(-14);
    for (const other of [440, 1000, 2500].filter((each) => each !== hz))
      expect(levelAt(sound, other, 1500, 2500)).toBeLessThan(level - 30);
  }
}

/** Where each format has the names of tracks. */
const formats = [
  { name: 'a.mp4', tag: 'handler_name' },
  { name: 'a.mkv', tag: 'title' },
];

test.each(formats)(
  '$name has each track with its name, its own sound, and in step with the others',
  async ({ name, tag }) => {
    const path = await fedRecording(['track-2', 'track-3'], tracks, 120, sounds, name);
    await recorder.stop();
    const streams = await soundStreams(path);
    expect(streams.map(({ tags }) => tags[tag])).toEqual(['Mix', 'Микрофон 🎙', 'Game']);
    expect(Math.abs((await durationOf(path)) - 4)).toBeLessThan(0.1);
    expect(await strictDecodeErrors(path)).toBe('');
    await expectTones(path, [440, 1000, 2500]);
    const begins: number[] = [];
    for (const track of tracks.keys()) begins.push(beginsAtMs(await decodeSound(path, track), 0.02) ?? 0);
    for (const each of begins) expect(Math.abs(each - (begins[0] ?? 0))).toBeLessThan(3);
    expect(Math.abs((begins[0] ?? 0) - 1000)).toBeLessThan(10);
    expect(events.filter(({ type }) => type === 'trackFailed')).toEqual([]);
  },
);

test.each(formats)(
  '$name whose process ended in the middle of a write has every track up to its last second',
  async ({ name, tag }) => {
    const path = await fedRecording(['track-2', 'track-3'], tracks, 120, sounds, name);
    const cut = join(folder, `cut-${name}`);
    // As far as the disk has it: nothing was finished.
    copyFileSync(path, cut);
    truncateSync(cut, statSync(cut).size - 1000);
    await recorder.stop();
    const streams = await soundStreams(cut);
    expect(streams.map(({ tags }) => tags[tag])).toEqual(['Mix', 'Микрофон 🎙', 'Game']);
    await expectTones(cut, [440, 1000, 2500]);
  },
);

test('each file of a split recording has its part of every track, and nothing twice', async () => {
  encoder.start(smallProfile);
  encoder.useTracks(['track-2'], undefined);
  const first = keyframe().then(
    async () =>
      await recorder.start(join(folder, 'a.mp4'), { tracks: tracks.slice(0, 2), afterBytes: 60_000 }),
  );
  await feed(
    0,
    240,
    sounds.map((sound) => ({ ...sound, fromMs: 0 })),
  );
  await first;
  await encoder.stop();
  await recorder.stop();
  const files = readdirSync(folder).sort();
  expect(files.length).toBeGreaterThan(1);
  let frames = 0;
  for (const file of files) {
    const [main, second] = await soundStreams(join(folder, file));
    expect(Math.abs(Number(main?.duration_ts) - Number(second?.duration_ts))).toBeLessThan(3 * 1024);
    frames += Number(second?.duration_ts) / 1024;
    const sound = await decodeSound(join(folder, file), 1);
    expect(levelAt(sound, 1000, 100, 1500)).toBeGreaterThan(-14);
  }
  expect(Math.abs(frames - (8 * 48_000) / 1024)).toBeLessThan(6);
});

test('outputs other than a recording get the main track alone', async () => {
  const seen = new Set<string | undefined>();
  program.attach({ push: ({ trackId }) => seen.add(trackId) });
  encoder.start(smallProfile);
  encoder.useTracks(['track-2'], undefined);
  await feed(0, 40, sounds.slice(0, 2));
  await encoder.stop();
  expect([...seen]).toEqual([undefined]);
  expect(program.trackPackets().length).toBeGreaterThan(30);
});

test('without the stream’s own track in the list, the file has the others alone', async () => {
  const path = await fedRecording(['track-2', 'track-3'], tracks.slice(1), 120, sounds);
  await recorder.stop();
  expect(await soundStreams(path)).toHaveLength(2);
  await expectTones(path, [1000, 2500]);
});

test('a recording that begins in the middle of a stream has every track from its first picture on', async () => {
  encoder.start(smallProfile);
  let path: Promise<string> | undefined;
  const late = sounds.map((sound) => ({ ...sound, fromMs: 0 }));
  await feed(0, 210, late, (number) => {
    if (number !== 100) return;
    const gop = program.currentGop()?.packets[0];
    encoder.useTracks(['track-2', 'track-3'], gop?.timestampMs);
    path = started(tracks);
  });
  await encoder.stop();
  await recorder.stop();
  const file = (await path) ?? '';
  const streams = await soundStreams(file);
  for (const { start_time } of streams) expect(Math.abs(Number(start_time))).toBeLessThan(0.05);
  await expectTones(file, [440, 1000, 2500]);
});

test('an encoder of a track that dies is replaced: its time goes on, and hardly any sound is lost', async () => {
  encoder.start(smallProfile);
  encoder.useTracks(['track-2'], undefined);
  const first = keyframe().then(async () => await started(tracks.slice(0, 2)));
  const whole = sounds.map((sound) => ({ ...sound, fromMs: 0 }));
  let killed = 0;
  await feed(0, 150, whole, (number) => {
    if (number !== 75) return;
    killed = encoder.stats.pids.at(-1) ?? 0;
    process.kill(killed, 'SIGKILL');
  });
  const path = await first;
  await encoder.stop();
  await recorder.stop();
  expect(killed).toBeGreaterThan(0);
  const [, second] = await soundStreams(path);
  expect(Number(second?.duration_ts)).toBeGreaterThan(4.9 * 48_000);
  const sound = await decodeSound(path, 1);
  for (let fromMs = 100; fromMs < 4800; fromMs += 100)
    expect(levelAt(sound, 1000, fromMs, fromMs + 100)).toBeGreaterThan(-16);
});

test('a track whose encoder can’t be kept running is said once, and the rest is recorded', async () => {
  // ffmpeg, but for sound by itself.
  const broken = join(folder, 'broken-ffmpeg');
  writeFileSync(broken, `#!/bin/sh\ncase "$*" in *f32le*) exit 1;; esac\nexec "${ffmpegPath()}" "$@"\n`);
  chmodSync(broken, 0o755);
  begin(broken);
  const path = await fedRecording(['track-2'], tracks.slice(0, 2), 120, sounds);
  await recorder.stop();
  expect(events.filter(({ type }) => type === 'trackFailed')).toMatchObject([{ trackId: 'track-2' }]);
  expect(await soundStreams(path)).toHaveLength(2);
  await expectTones(path, [440]);
});

test('one sound for every track, as that of a file, is in all of them', async () => {
  const path = await fedRecording(['track-2'], tracks.slice(0, 2), 110, [{ hz: 1000 }]);
  await recorder.stop();
  await expectTones(path, [1000, 1000]);
});

test('a track without sound is silent and as long as the pictures', async () => {
  const path = await fedRecording(['track-2'], tracks.slice(0, 2), 120, sounds.slice(0, 1));
  await recorder.stop();
  const sound = await decodeSound(path, 1);
  expect(beginsAtMs(sound, 0.001)).toBeUndefined();
  expect(sound.samples.length).toBeGreaterThan(3.4 * 48_000);
});
