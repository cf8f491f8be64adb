/** Holds what a far end recorded against its source: payload for payload, timestamp for timestamp. */
import { readFile } from 'node:fs/promises';
import { FlvDemuxer } from '../../../electron/rtmp/flv/demuxer.ts';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';

export interface MediaDifference {
  readonly audioFrames: number;
  readonly videoFrames: number;
  /** Human-readable, empty when all is the same. At most ten. */
  readonly differences: readonly string[];
}

/** All packets of an FLV file. */
export async function readFlv(path: string): Promise<readonly MediaPacket[]> {
  return new FlvDemuxer().push(await readFile(path));
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && Buffer.compare(left, right) === 0;
}

/** Frames alone: recorders repeat codec configurations and may leave out the end-of-sequence mark. */
function isFrame(packet: MediaPacket, kind: 'audio' | 'video'): boolean {
  return packet.kind === kind && !packet.isSequenceHeader && !(kind === 'video' && packet.body.length <= 5);
}

/** The first codec configuration of the kind. */
function configuration(packets: readonly MediaPacket[], kind: 'audio' | 'video'): Uint8Array {
  return packets.find((packet) => packet.kind === kind && packet.isSequenceHeader)?.body ?? new Uint8Array(0);
}

/**
 * Compares audio and video of two streams; script data differs by design. `offsetMs`: `by-first` lets the
 * recorder begin its clock elsewhere, 0 wants the very same timestamps.
 */
export function compareMedia(
  source: readonly MediaPacket[],
  received: readonly MediaPacket[],
  offsetMs: number | 'by-first' = 0,
): MediaDifference {
  const differences: string[] = [];
  const counts = { audio: 0, video: 0 };
  const first = (packets: readonly MediaPacket[]): number =>
    packets.find((packet) => isFrame(packet, 'audio') || isFrame(packet, 'video'))?.timestampMs ?? 0;
  const shiftMs = offsetMs === 'by-first' ? first(received) - first(source) : offsetMs;
  for (const kind of ['audio', 'video'] as const) {
    const sent = source.filter((packet) => isFrame(packet, kind));
    const got = received.filter((packet) => isFrame(packet, kind));
    counts[kind] = got.length;
    if (!sameBytes(configuration(source, kind), configuration(received, kind))) {
      differences.push(`${kind}: another codec configuration`);
    }
    if (sent.length !== got.length)
      differences.push(`${kind}: ${got.length} of ${sent.length} packets arrived`);
    sent.forEach((packet, index) => {
      const other = got[index];
      if (!other) return;
      if (!sameBytes(packet.body, other.body)) differences.push(`${kind} ${index}: another payload`);
      const wanted = packet.timestampMs + shiftMs;
      if (wanted !== other.timestampMs)
        differences.push(`${kind} ${index}: at ${other.timestampMs}, not ${wanted} ms`);
    });
  }
  return { audioFrames: counts.audio, videoFrames: counts.video, differences: differences.slice(0, 10) };
}
