import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isEncodedMedia,
  retime,
  toEncodedPacket,
} from '../../../../electron/engine/encode/encoded-packet.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { PacketClassifier } from '../../../../electron/rtmp/flv/classify.ts';
import type { ParsedPacket } from '../../../../electron/rtmp/flv/packet.ts';
import { bodyOf } from '../../rtmp/flv/vectors.ts';
import type { TagName } from '../../rtmp/flv/vectors.ts';

function parse(kind: 'audio' | 'video', body: Uint8Array): ParsedPacket {
  const packet = new PacketClassifier().classify(kind, 0, body);
  if (packet === undefined) throw new Error('this body is not forwarded');
  return packet;
}

function encoded(name: TagName, timestampMs: number): EncodedPacket {
  return toEncodedPacket(parse('video', bodyOf(name)), 'main', timestampMs);
}

/** What a receiver reads from the body. */
function readBack({
  body,
  timestampMs,
}: EncodedPacket): Pick<EncodedPacket, 'codec' | 'data' | 'compositionMs'> {
  const { codec, data, compositionMs } = toEncodedPacket(parse('video', body), 'main', timestampMs);
  return { codec, data, compositionMs };
}

describe('an encoded packet', () => {
  it('says codec, data and times, and its data are a view of the body that RTMP sends', () => {
    const packet = encoded('avcKey', 40);
    expect(packet).toMatchObject({ kind: 'video', codec: 'avc1', timestampMs: 40, compositionMs: 80 });
    expect(packet).toMatchObject({ encodingId: 'main', isKeyframe: true, isSequenceHeader: false });
    expect(packet.data.buffer).toBe(packet.body.buffer);
    expect(packet.data).toEqual(packet.body.subarray(5));
  });

  it.each(['avcKey', 'avcReferenced', 'hevcFrame'] as const)(
    'of %s is shown on time however late it is decoded',
    (name) => {
      const packet = encoded(name, 200);
      const late = retime(packet, 217);
      expect(late.timestampMs + late.compositionMs).toBe(packet.timestampMs + packet.compositionMs);
      expect(readBack(late)).toEqual({
        codec: packet.codec,
        data: packet.data,
        compositionMs: late.compositionMs,
      });
      expect(late).toMatchObject({ isKeyframe: packet.isKeyframe, encodingId: packet.encodingId });
    },
  );

  it('is the same object when its time stays, and keeps its body where the codec has no composition offset', () => {
    const packet = encoded('avcHeader', 5);
    expect(retime(packet, 5)).toBe(packet);
    expect(retime(packet, 9)).toMatchObject({ timestampMs: 9, body: packet.body });
  });

  it('is made of metadata, configuration and frames alone', () => {
    const { body } = parse('video', bodyOf('colorInfo'));
    expect(isEncodedMedia(parse('video', body))).toBe(false);
    expect(isEncodedMedia(parse('video', bodyOf('avcHeader')))).toBe(true);
    expect(isEncodedMedia(parse('video', bodyOf('avcKey')))).toBe(true);
  });

  it('is parsed once: nothing in the engine takes a tag body apart', () => {
    const engine = join(import.meta.dirname, '../../../../electron/engine');
    const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const parsing = files.filter((name) =>
      /import (?!type).*\/tag-body\.ts'/.test(readFileSync(join(engine, name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(parsing).toEqual([]);
  });
});
