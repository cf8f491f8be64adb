/** A program for the proofs: real media of a given bitrate, in a loop with time going on, handed over at its own pace. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EncodedPacket } from '../../../electron/engine/encode/encoded-packet.ts';
import { encodedPackets } from '../../support/media/encoded-packets.ts';
import { makeFlv } from '../../support/media/ffmpeg.ts';
import { readFlv } from '../../support/media/media-compare.ts';

const LOOP_SECONDS = 8;
const FPS = 30;

export interface Played {
  readonly videoFrames: number;
  /** The longest time a packet was handed over late, ms: how well the machine kept up. */
  readonly latestMs: number;
}

export interface TestProgram {
  readonly packets: readonly EncodedPacket[];
  readonly fps: number;
}

/** Picture, tone, a keyframe a second. */
export async function makeProgram(videoKbps: number): Promise<TestProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-media-'));
  try {
    const path = join(folder, 'media.flv');
    await makeFlv(path, { seconds: LOOP_SECONDS, videoKbps, fps: FPS });
    return { packets: encodedPackets(await readFlv(path)), fps: FPS };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays until `lengthMs` of media or `isOver`; headers come once. */
export async function playProgram(
  { packets }: TestProgram,
  push: (packet: EncodedPacket) => void,
  until: { readonly lengthMs: number; readonly isOver?: () => boolean },
): Promise<Played> {
  const startMs = performance.now();
  const headers = packets.filter((packet) => packet.isSequenceHeader || packet.kind === 'script');
  const media = packets.filter((packet) => !headers.includes(packet) && !isEndOfSequence(packet));
  for (const header of headers) push(header);
  let latestMs = 0;
  let videoFrames = 0;
  for (let loop = 0; ; loop += 1) {
    for (const packet of media) {
      const timestampMs = packet.timestampMs + loop * LOOP_SECONDS * 1000;
      if (timestampMs >= until.lengthMs || until.isOver?.() === true) return { videoFrames, latestMs };
      const earlyMs = timestampMs - (performance.now() - startMs);
      if (earlyMs > 0) await delay(earlyMs);
      latestMs = Math.max(latestMs, -earlyMs);
      if (packet.kind === 'video') videoFrames += 1;
      push(loop === 0 ? packet : { ...packet, timestampMs });
    }
  }
}

/** The file's last words; a loop goes on. */
function isEndOfSequence({ kind, body }: EncodedPacket): boolean {
  return kind === 'video' && body[1] === 2;
}
