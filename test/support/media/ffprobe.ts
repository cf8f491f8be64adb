/** Judges media at the far end with ffprobe: streams, packets, keyframes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ProbedStream {
  readonly type: 'video' | 'audio';
  readonly codec: string;
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  readonly sampleRate: number;
  readonly channels: number;
}

export interface ProbedPacket {
  readonly type: 'video' | 'audio';
  readonly ptsMs: number;
  readonly dtsMs: number;
  readonly sizeBytes: number;
  readonly isKeyframe: boolean;
}

export interface Probe {
  readonly video: ProbedStream | undefined;
  readonly audio: ProbedStream | undefined;
  readonly videoPackets: readonly ProbedPacket[];
  readonly audioPackets: readonly ProbedPacket[];
  /** Decode times of video keyframes, ms. */
  readonly keyframesMs: readonly number[];
}

interface RawProbe {
  readonly streams: readonly Record<string, unknown>[];
  readonly packets: readonly Record<string, unknown>[];
}

/** The ffprobe beside the chosen ffmpeg, else the one on the search path. */
function ffprobePath(): string {
  return process.env['UPCAST_FFPROBE'] ?? 'ffprobe';
}

const numberOf = (value: unknown): number => Number(value ?? 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const milliseconds = (value: unknown): number => Math.round(numberOf(value) * 1000);

export async function probe(file: string): Promise<Probe> {
  const { stdout } = await run(
    ffprobePath(),
    ['-v', 'error', '-show_streams', '-show_packets', '-of', 'json', file],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  const raw = JSON.parse(stdout) as RawProbe;
  const stream = (type: 'video' | 'audio'): ProbedStream | undefined => {
    const found = raw.streams.find((candidate) => candidate['codec_type'] === type);
    if (!found) return undefined;
    return {
      type,
      codec: textOf(found['codec_name']),
      profile: textOf(found['profile']),
      width: numberOf(found['width']),
      height: numberOf(found['height']),
      sampleRate: numberOf(found['sample_rate']),
      channels: numberOf(found['channels']),
    };
  };
  const packets = (type: 'video' | 'audio'): readonly ProbedPacket[] =>
    raw.packets
      .filter((packet) => packet['codec_type'] === type)
      .map((packet) => ({
        type,
        ptsMs: milliseconds(packet['pts_time'] ?? packet['dts_time']),
        dtsMs: milliseconds(packet['dts_time'] ?? packet['pts_time']),
        sizeBytes: numberOf(packet['size']),
        isKeyframe: textOf(packet['flags']).includes('K'),
      }));
  const videoPackets = packets('video');
  return {
    video: stream('video'),
    audio: stream('audio'),
    videoPackets,
    audioPackets: packets('audio'),
    keyframesMs: videoPackets.filter((packet) => packet.isKeyframe).map((packet) => packet.dtsMs),
  };
}
