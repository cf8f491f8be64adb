/** FLV packets as an encoder of ours gives them to the outputs. */
import { isEncodedMedia, toEncodedPacket } from '../../../electron/engine/encode/encoded-packet.ts';
import type { EncodedPacket } from '../../../electron/engine/encode/encoded-packet.ts';
import { PacketClassifier } from '../../../electron/rtmp/flv/classify.ts';
import type { MediaPacket } from '../../../electron/rtmp/flv/packet.ts';

export function encodedPackets(packets: readonly MediaPacket[]): readonly EncodedPacket[] {
  const classifier = new PacketClassifier();
  return packets
    .map(({ kind, timestampMs, body }) => classifier.classify(kind, timestampMs, body))
    .filter((packet) => packet !== undefined)
    .filter(isEncodedMedia)
    .map((packet) => toEncodedPacket(packet, 'main', packet.timestampMs));
}
