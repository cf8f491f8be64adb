import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import type { ProgramEncoderEvent } from '../../../../electron/engine/encode/program-encoder.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import type { EncodingProfile } from '../../../../shared/encoding/profile.ts';
import { BASE_US, feed, findFfmpeg, makeFrame, makeTone, probe, smallProfile } from './synthetic.ts';
import type { ProbedPacket } from './synthetic.ts';

const size = { width: 320, height: 180 };
let ffmpegPath = '';
let running: ProgramEncoder[] = [];

beforeAll(async () => {
  ffmpegPath = await findFfmpeg();
});
afterEach(async () => {
  await Promise.all(running.map((program) => program.stop()));
  running = [];
});

/** What each program gives out. */
const given = new WeakMap<ProgramEncoder, Emitter<EncodedPacket>>();

function startProgram(profile: EncodingProfile): {
  program: ProgramEncoder;
  packets: EncodedPacket[];
  events: ProgramEncoderEvent[];
} {
  const packets: EncodedPacket[] = [];
  const events: ProgramEncoderEvent[] = [];
  const onPacket = new Emitter<EncodedPacket>();
  onPacket.on((packet) => packets.push(packet));
  const sink = { push: (packet: EncodedPacket) => onPacket.emit(packet) };
  const program = new ProgramEncoder({ encodingId: 'main', sink, ffmpegPath, log: () => {} });
  given.set(program, onPacket);
  program.onEvent.on((event) => events.push(event));
  program.start(profile);
  running.push(program);
  return { program, packets, events };
}

const until = (program: ProgramEncoder, isReached: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isReached()) return resolve();
    const listener = given.get(program)?.on(() => {
      if (!isReached()) return;
      listener?.dispose();
      resolve();
    });
  });

const times = (packets: readonly ProbedPacket[], kind: 'audio' | 'video', isKey = false): number[] =>
  packets
    .filter((packet) => packet.kind === kind && (!isKey || packet.isKey))
    .map((packet) => packet.ptsMs)
    .sort((a, b) => a - b);
const steps = (list: readonly number[]): number[] =>
  list.slice(1).map((value, index) => value - (list[index] ?? 0));

function expectRegular(list: readonly number[], stepMs: number): void {
  for (const step of steps(list)) expect(Math.abs(step - stepMs)).toBeLessThanOrEqual(1.5);
}

describe('one encoder', () => {
  it.each(['low', 'quality'] as const)(
    '%s latency: every frame, exact keyframes, tagged colours',
    async (latency) => {
      const { program, packets, events } = startProgram({ ...smallProfile, latency });
      await feed(program, { from: 0, to: 150, fps: 30, size });
      await program.stop();
      expect(packets.every(({ encodingId }) => encodingId === 'main')).toBe(true);
      const result = await probe(packets, ffmpegPath);
      expect(result.decodeErrors).toBe('');
      expect(result.frames).toBe(150);
      expectRegular(times(result.packets, 'video'), 1000 / 30);
      expect(steps(times(result.packets, 'video', true))).toEqual([2000, 2000]);
      expect(times(result.packets, 'video')[0]).toBe(250);
      expectRegular(times(result.packets, 'audio'), 1024 / 48);
      expect(result.video).toMatchObject({
        codec_name: 'h264',
        profile: 'High',
        width: 320,
        height: 180,
        color_space: 'bt709',
        color_transfer: 'bt709',
        color_primaries: 'bt709',
        color_range: 'tv',
        has_b_frames: latency === 'low' ? 0 : 2,
      });
      expect(result.audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
      const lengths = (['video', 'audio'] as const).map(
        (kind) => steps([250, times(result.packets, kind).at(-1) ?? 0])[0] ?? 0,
      );
      expect(Math.abs((lengths[0] ?? 0) - (lengths[1] ?? 0))).toBeLessThan(60);
      expect(program.stats).toMatchObject({
        capturedFrames: 150,
        skippedFrames: 0,
        encodedFrames: 150,
        lagMs: 0,
      });
      expect(events).toEqual([{ type: 'started', encoder: 'libx264', videoKbps: 400 }]);
    },
  );

  it('fills a gap in the picture and silence where no sound comes', async () => {
    const { program, packets } = startProgram(smallProfile);
    await feed(program, {
      from: 0,
      to: 90,
      fps: 30,
      size,
      isSilent: true,
      skip: (number) => number > 30 && number < 46,
    });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.frames).toBe(90);
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
    expect(times(result.packets, 'audio').length).toBeGreaterThan(135);
    expect(program.stats.filledFrames).toBe(15);
  });

  it('letterboxes a picture of another shape', async () => {
    const { program, packets } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 10, fps: 30, size: { width: 120, height: 200 } });
    await program.stop();
    expect((await probe(packets, ffmpegPath)).video).toMatchObject({
      width: 320,
      height: 180,
      sample_aspect_ratio: '1:1',
    });
  });
});

describe('hand-over', () => {
  it('changes bitrate and size without losing a frame or a beat', async () => {
    const { program, packets, events } = startProgram(smallProfile);
    const handedOver = (count: number): boolean =>
      events.filter((event) => event.type === 'handedOver').length >= count;
    let number = 0;
    const feedUntil = async (isReached: () => boolean): Promise<void> => {
      const first = number;
      for (; number < first + 15 || !isReached(); number += 1) {
        await feed(program, { from: number, to: number + 1, fps: 30, size });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await feedUntil(() => true);
    program.changeProfile({ ...smallProfile, videoKbps: 900 });
    await feedUntil(() => handedOver(1));
    program.changeProfile({ ...smallProfile, videoKbps: 300, width: 480, height: 270 });
    await feedUntil(() => handedOver(2));
    await feedUntil(() => true);
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expect(result.frames).toBe(number);
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
    expect(packets.filter((packet) => packet.isKeyframe).length).toBeGreaterThanOrEqual(3);
    expect(program.stats).toMatchObject({ skippedFrames: 0, restarts: 0 });
  });

  it('goes on in another shape of picture at once', async () => {
    const { program, packets } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 20, fps: 30, size });
    await feed(program, { from: 20, to: 40, fps: 30, size: { width: 640, height: 480 } });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.frames).toBe(40);
    expectRegular(times(result.packets, 'video'), 1000 / 30);
  });

  it('begins after the picture that was repeated for a frame that came late', async () => {
    const { program, packets } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 30, fps: 30, size });
    // Sound alone: the last picture is repeated.
    const repeated = program.stats.filledFrames;
    for (let block = 0; program.stats.filledFrames === repeated; block += 1)
      program.pushAudio(makeTone(48_000 + block * 480, 480, BASE_US));
    await feed(program, { from: 31, to: 90, fps: 30, size: { width: 640, height: 480 }, isSilent: true });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
  });

  // ffmpeg repeats its last picture when it ends, as often as it repeated those before.
  it.each([
    [2, 41],
    [3, 40],
    [4, 41],
    [5, 41],
  ])('begins after what an encoder repeats at its end that got one frame in %i', async (oneIn, end) => {
    const { program, packets } = startProgram(smallProfile);
    const skip = (number: number): boolean => number > 10 && number % oneIn !== 0;
    await feed(program, { from: 0, to: end, fps: 30, size, skip });
    await feed(program, { from: end, to: 80, fps: 30, size: { width: 640, height: 480 } });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
  });

  it('replaces an encoder on request within the program: no time goes back and no frame is lost', async () => {
    const { program, packets, events } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 60, fps: 30, size });
    await until(program, () => program.stats.encodedFrames > 30);
    program.restart(new AppError('encoder/stalled'));
    let number = 60;
    for (; !events.some((event) => event.type === 'restarted'); number += 1) {
      await feed(program, { from: number, to: number + 1, fps: 30, size });
      await new Promise((resolve) => setTimeout(resolve, 1000 / 30));
    }
    await feed(program, { from: number, to: number + 30, fps: 30, size });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expectRegular(times(result.packets, 'video'), 1000 / 30);
  });

  it('replaces an encoder that was killed, with the sound unbroken', async () => {
    const { program, packets, events } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 60, fps: 30, size });
    await until(program, () => program.stats.encodedFrames > 30);
    const [pid] = program.stats.pids;
    process.kill(pid ?? 0, 'SIGKILL');
    let number = 60;
    const isRestarted = (): boolean => events.some((event) => event.type === 'restarted');
    for (; !isRestarted(); number += 1) {
      await feed(program, { from: number, to: number + 1, fps: 30, size });
      await new Promise((resolve) => setTimeout(resolve, 1000 / 30));
    }
    await feed(program, { from: number, to: number + 30, fps: 30, size });
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expect(program.stats.restarts).toBe(1);
  });

  it('lets x264 take over from an encoder that does not work, without a lost frame', async () => {
    const { program, packets, events } = startProgram(smallProfile);
    let number = 0;
    const feedUntil = async (isReached: () => boolean): Promise<void> => {
      const first = number;
      for (; number < first + 15 || !isReached(); number += 1) {
        await feed(program, { from: number, to: number + 1, fps: 30, size });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await feedUntil(() => program.stats.encodedFrames > 10);
    // None of these machines has one.
    program.changeProfile({ ...smallProfile, encoder: 'h264_nvenc', videoKbps: 700 });
    await feedUntil(() => events.some((event) => event.type === 'restarted' || event.type === 'handedOver'));
    await feedUntil(() => program.stats.encodedFrames > number - 10);
    await program.stop();
    const result = await probe(packets, ffmpegPath);
    expect(result.decodeErrors).toBe('');
    expect(result.frames).toBe(number);
    expectRegular(times(result.packets, 'video'), 1000 / 30);
    expectRegular(times(result.packets, 'audio'), 1024 / 48);
    expect(events.at(-1)).toMatchObject({ encoder: 'libx264', videoKbps: 700 });
  });
});

describe('the codec', () => {
  it('stays for as long as the program runs', async () => {
    const { program, events } = startProgram(smallProfile);
    await feed(program, { from: 0, to: 5, fps: 30, size });
    for (const encoder of ['libx265', 'av1_nvenc'] as const) {
      const change = () => program.changeProfile({ ...smallProfile, encoder });
      expect(change).toThrow(/encoder\/unsupported/);
      expect(change).toThrow(
        expect.objectContaining({
          details: expect.objectContaining({ reason: 'codecFixed', from: 'H.264' }),
        }),
      );
    }
    await feed(program, { from: 5, to: 10, fps: 30, size });
    await program.stop();
    expect(program.stats.encodedFrames).toBe(10);
    expect(events).toEqual([{ type: 'started', encoder: 'libx264', videoKbps: smallProfile.videoKbps }]);
  });
});

describe('failure', () => {
  it('gives up on an encoder that cannot be started, and says so once', async () => {
    const sink = { push: () => undefined };
    const program = new ProgramEncoder({
      ...{ encodingId: 'main', sink, ffmpegPath: process.execPath },
      log: () => {},
    });
    const events: ProgramEncoderEvent[] = [];
    program.onEvent.on((event) => events.push(event));
    program.start(smallProfile);
    running.push(program);
    const failed = new Promise<void>((resolve) => {
      program.onEvent.on((event) => event.type === 'failed' && resolve());
    });
    for (let number = 0; program.profile !== undefined; number += 1) {
      program.pushVideo(makeFrame(number, 1e9 + number * 33_333, size));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await failed;
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'encoder/failed-to-start' } });
  });
});
