/** Frames and sound made up for the encoder's tests, and what the far end says about the result. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { locateFfmpeg } from '../../../../electron/engine/ffmpeg/locate-ffmpeg.ts';
import type { ProgramEncoder } from '../../../../electron/engine/encode/program-encoder.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../../shared/encoding/profile.ts';
import { PictureBytes } from '../../../../electron/engine/frames/picture-bytes.ts';
import type { CapturedFrame } from '../../../../electron/engine/frames/picture-bytes.ts';

const run = promisify(execFile);

export const smallProfile: EncodingProfile = {
  ...defaultEncodingProfile,
  width: 320,
  height: 180,
  videoKbps: 400,
  encoder: 'libx264',
};

export async function findFfmpeg(): Promise<string> {
  return (await locateFfmpeg({ searchPath: process.env['PATH'] })).path;
}

/** A picture with detail that moves: its number decides it. */
export function makeFrame(
  number: number,
  timestampUs: number,
  size: { width: number; height: number },
): CapturedFrame {
  const { width, height } = size;
  const bytes = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      bytes[y * width + x] = 16 + ((x * 3 + y * 5 + number * 7 + ((x ^ y) & 15)) % 220);
  }
  return {
    timestampUs,
    width,
    height,
    format: 'I420',
    colour: 'bt709-limited',
    data: new PictureBytes(bytes),
  };
}

export function makeTone(
  firstSample: number,
  samples: number,
  baseUs: number,
  sampleRate = 48_000,
): {
  type: 'audio';
  timestampUs: number;
  sampleRate: number;
  channels: 2;
  data: ArrayBuffer;
} {
  const data = new Float32Array(samples * 2);
  for (let index = 0; index < samples; index += 1) {
    const value = 0.25 * Math.sin((2 * Math.PI * 440 * (firstSample + index)) / sampleRate);
    data[index * 2] = value;
    data[index * 2 + 1] = value;
  }
  return {
    type: 'audio',
    timestampUs: baseUs + (firstSample * 1e6) / sampleRate,
    sampleRate,
    channels: 2,
    data: data.buffer,
  };
}

const CREDITS = 3;
/** When frame 0 was captured. */
export const BASE_US = 5_000_000_000;

/** Feeds frames one by one, as fast as credits come back; sound goes along unless `isSilent`. */
export async function feed(
  program: ProgramEncoder,
  options: {
    from: number;
    to: number;
    fps: number;
    size: { width: number; height: number };
    isSilent?: boolean;
    skip?: (number: number) => boolean;
    onFrame?: (number: number) => Promise<void> | void;
  },
): Promise<void> {
  const baseUs = BASE_US;
  let credits = CREDITS;
  let wake: (() => void) | undefined;
  const listener = program.onVideoConsumed.on(() => {
    credits += 1;
    wake?.();
  });
  const blockSamples = 480;
  let sample = Math.ceil((options.from * 48_000) / options.fps / blockSamples) * blockSamples;
  for (let number = options.from; number < options.to; number += 1) {
    await options.onFrame?.(number);
    if (options.skip?.(number) === true) continue;
    if (credits === 0) await new Promise<void>((resolve) => (wake = resolve));
    wake = undefined;
    credits -= 1;
    program.pushVideo(makeFrame(number, baseUs + (number * 1e6) / options.fps, options.size));
    for (
      ;
      options.isSilent !== true && sample / 48_000 < (number + 1) / options.fps;
      sample += blockSamples
    ) {
      program.pushAudio(makeTone(sample, blockSamples, baseUs));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  while (credits < CREDITS && program.profile !== undefined)
    await new Promise<void>((resolve) => (wake = resolve));
  listener.dispose();
}

export interface ProbedPacket {
  readonly kind: 'audio' | 'video';
  readonly ptsMs: number;
  readonly dtsMs: number;
  readonly isKey: boolean;
  readonly bytes: number;
}

export interface Probed {
  readonly packets: readonly ProbedPacket[];
  readonly video: Readonly<Record<string, string | number>>;
  readonly audio: Readonly<Record<string, string | number>>;
  /** What a decoder that stops at the first error said; empty is clean. */
  readonly decodeErrors: string;
  readonly frames: number;
}

const isMedia = (packet: Record<string, string>): boolean =>
  packet['codec_type'] === 'video' || packet['codec_type'] === 'audio';

/** Writes the packets as FLV and has ffprobe and ffmpeg read them. */
export async function probe(packets: readonly MediaPacket[], ffmpegPath: string): Promise<Probed> {
  const folder = await mkdtemp(join(tmpdir(), 'upcast-encoder-'));
  try {
    const path = join(folder, 'out.flv');
    const writer = new FlvWriter();
    const header = writer.header({ hasAudio: true, hasVideo: true });
    await writeFile(path, Buffer.concat([header, ...packets.map((packet) => writer.tag(packet))]));
    const options = ['-v', 'error', '-show_streams', '-show_packets', '-of', 'json', path];
    const { stdout } = await run(join(ffmpegPath, '..', 'ffprobe'), options, { maxBuffer: 1e8 });
    const parsed: unknown = JSON.parse(stdout);
    const { streams, packets: found } = parsed as {
      streams: Record<string, string | number>[];
      packets: Record<string, string>[];
    };
    const decoded = await run(ffmpegPath, [
      '-v',
      'error',
      '-xerror',
      '-i',
      path,
      '-fps_mode',
      'passthrough',
      '-f',
      'null',
      '-',
    ]);
    return {
      video: streams.find((stream) => stream['codec_type'] === 'video') ?? {},
      audio: streams.find((stream) => stream['codec_type'] === 'audio') ?? {},
      decodeErrors: decoded.stderr.trim(),
      frames: found.filter((packet) => packet['codec_type'] === 'video').length,
      packets: found.filter(isMedia).map((packet) => ({
        kind: packet['codec_type'] === 'video' ? 'video' : 'audio',
        ptsMs: Math.round(Number(packet['pts_time']) * 1000),
        dtsMs: Math.round(Number(packet['dts_time']) * 1000),
        isKey: (packet['flags'] ?? '').startsWith('K'),
        bytes: Number(packet['size']),
      })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
