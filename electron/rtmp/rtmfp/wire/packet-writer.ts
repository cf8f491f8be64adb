/** Writes plain packets (RFC 7016 §2.2.4), without padding. */
import type { ByteWriter } from '../../bytes/byte-writer.ts';
import { writeChunk } from './chunk-writer.ts';
import type { Packet, UserData } from './chunks.ts';
import { packetFlags } from './packet-flags.ts';

export function writePacket(writer: ByteWriter, packet: Packet): void {
  const { timestamp, timestampEcho } = packet;
  writer.u8(
    packet.mode |
      (packet.isTimeCritical ? packetFlags.timeCritical : 0) |
      (packet.isTimeCriticalReverse ? packetFlags.timeCriticalReverse : 0) |
      (timestamp === undefined ? 0 : packetFlags.timestamp) |
      (timestampEcho === undefined ? 0 : packetFlags.timestampEcho),
  );
  if (timestamp !== undefined) writer.u16(timestamp);
  if (timestampEcho !== undefined) writer.u16(timestampEcho);
  let userData: UserData | undefined;
  for (const chunk of packet.chunks) {
    writeChunk(writer, chunk, userData);
    if (chunk.type === 'userData') userData = chunk;
  }
}
