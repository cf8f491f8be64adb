/** Real media as packets, at the pace of a live program. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { FlvDemuxer } from '../../../../electron/rtmp/flv/demuxer.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { encodedPackets } from '../../../support/media/encoded-packets.ts';

export function readFlv(path: string): readonly EncodedPacket[] {
  return encodedPackets(new FlvDemuxer().push(readFileSync(path)));
}

/** Hands each packet over when its time has come. `isOver` ends it early. */
export async function play(
  packets: readonly EncodedPacket[],
  push: (packet: EncodedPacket) => void,
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
