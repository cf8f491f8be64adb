/** The reference's FLV vectors, read and written, in every split of their bytes. */
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../../../shared/bytes.ts';
import { buildHex, parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { FlvDemuxer } from '../../../../electron/rtmp/flv/demuxer.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { flvVectors } from './reference-vectors.ts';

type VectorName = keyof typeof flvVectors;
const header = parseHex(flvVectors.V49.bytes);
const tagNames = (Object.keys(flvVectors) as VectorName[]).filter((name) => name !== 'V49');
/** Configurations that are announced and empty: they are not passed on. */
const pending: readonly VectorName[] = ['V61'];

function demux(pieces: readonly Uint8Array[]): MediaPacket[] {
  const demuxer = new FlvDemuxer();
  // The bodies of one batch hold until the next.
  return pieces.flatMap((piece) =>
    demuxer.push(piece).map((packet) => ({ ...packet, body: packet.body.slice() })),
  );
}

/** The same packets from every cut in two and from single bytes. */
function demuxEverySplit(bytes: Uint8Array): MediaPacket[] {
  const whole = demux([bytes]);
  for (let at = 0; at <= bytes.length; at += 1) {
    expect(demux([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
  }
  expect(demux(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  return whole;
}

describe('the FLV vectors of the reference', () => {
  it('V49: the file header is written as it is read', () => {
    const flags = (header[4] ?? 0) & 5;
    const written = new FlvWriter().header({ hasAudio: (flags & 4) !== 0, hasVideo: (flags & 1) !== 0 });
    expect(buildHex(written)).toBe(flvVectors.V49.bytes);
  });

  it.each(tagNames)('%s is read in every split and written again', (name) => {
    const bytes = parseHex(flvVectors[name].bytes);
    const packets = demuxEverySplit(concatBytes([header, bytes]));
    if (pending.includes(name)) return expect(packets).toEqual([]);
    expect(packets).toHaveLength(1);
    for (const packet of packets) expect(buildHex(new FlvWriter().tag(packet))).toBe(flvVectors[name].bytes);
  });
});
