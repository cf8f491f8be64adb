/** Real media as packets, at the pace of a live program. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { FlvDemuxer } from '../../../../electron/rtmp/flv/demuxer.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';

export function readFlv(path: string): readonly MediaPacket[] {
  return new FlvDemuxer().push(readFileSync(path));
}

/** Hands each packet over when its time has come. `isOver` ends it early. */
export async function play(
  packets: readonly MediaPacket[],
  push: (packet: MediaPacket) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const startedMs = performance.now();
  for (const packet of packets) {
    const earlyMs = packet.timestampMs - (performance.now() - startedMs);
    if (earlyMs > 0) await delay(earlyMs);
    if (isOver()) return;
    push(packet);
  }
}
