import { describe, expect, it } from 'vitest';
import { FlvDemuxer } from '../../../../electron/rtmp/flv/demuxer.ts';
import { FlvWriter } from '../../../../electron/rtmp/flv/writer.ts';
import { TimestampUnwrapper, unwrapTimestamp } from '../../../../electron/rtmp/flv/timestamp.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { concat, fileHeader, tags } from './vectors.ts';
import type { TagName } from './vectors.ts';

/** name, forwarded, key, sequence header, disposable */
const table: readonly [TagName, boolean, boolean, boolean, boolean][] = [
  ['script', true, false, false, false],
  ['aacHeader', true, false, true, false],
  ['aacPending', false, false, false, false],
  ['aacFrame', true, false, false, false],
  ['avcHeader', true, false, true, false],
  ['avcPending', false, false, false, false],
  ['avcKey', true, true, false, false],
  ['avcDisposable', true, false, false, true],
  ['avcReferenced', true, false, false, false],
  ['avcEnd', true, false, false, false],
  ['av1Pending', false, false, false, false],
  ['av1Header', true, false, true, false],
  ['hevcFrame', true, false, false, false],
  ['hevcKeyX', true, true, false, false],
  ['hevcEnd', true, false, false, false],
  ['modEx', true, false, false, false],
  ['oneTrack', true, false, true, false],
  ['manyTracks', true, true, false, false],
  ['manyCodecs', true, false, false, false],
  ['colorInfo', true, false, false, false],
  ['opusHeader', true, false, true, false],
  ['channelConfig', true, false, false, false],
  ['opusFrame', true, false, false, false],
  ['audioTrack', true, false, true, false],
];
const stream = concat([fileHeader, ...table.map(([name]) => tags[name])]);

function failure(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('FlvDemuxer', () => {
  it.each(table)('classifies %s', (name, isForwarded, isKeyframe, isSequenceHeader, isDisposable) => {
    const packets = new FlvDemuxer().push(concat([fileHeader, tags[name]]));
    if (!isForwarded) return expect(packets).toEqual([]);
    expect(packets).toHaveLength(1);
    expect(packets[0]).toMatchObject({ isKeyframe, isSequenceHeader, isDisposable });
    expect(packets[0]?.body).toEqual(tags[name].subarray(11, -4));
  });

  it('gives the same packets for every split in two, and byte by byte', () => {
    const whole = new FlvDemuxer().push(stream);
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const demuxer = new FlvDemuxer();
      expect([...demuxer.push(stream.subarray(0, cut)), ...demuxer.push(stream.subarray(cut))]).toEqual(
        whole,
      );
    }
    const demuxer = new FlvDemuxer();
    expect([...stream].flatMap((byte) => demuxer.push(Uint8Array.of(byte)))).toEqual(whole);
    expect(demuxer.isAtBoundary).toBe(true);
    demuxer.push(Uint8Array.of(8));
    expect(demuxer.isAtBoundary).toBe(false);
  });

  it('is reversed by the writer', () => {
    const writer = new FlvWriter();
    const packets = new FlvDemuxer().push(stream);
    const rewritten = concat([
      writer.header({ hasAudio: true, hasVideo: true }),
      ...packets.map((p) => writer.tag(p)),
    ]);
    expect(new FlvDemuxer().push(rewritten)).toEqual(packets);
    expect(
      writer.tag({ kind: 'audio', timestampMs: 0x7ffffff0, body: Uint8Array.of(0xaf, 1, 0x21, 0x10) }),
    ).toEqual(tags.late);
  });

  it('unwraps the 31-bit time', () => {
    const packets = new FlvDemuxer().push(concat([fileHeader, tags.late, tags.wrapped]));
    expect(packets.map((packet) => packet.timestampMs)).toEqual([0x7ffffff0, 2 ** 31 + 7]);
    expect(unwrapTimestamp(2 ** 31 + 7, 0x7ffffff0)).toBe(0x7ffffff0);
    expect(unwrapTimestamp(5 * 2 ** 31, 40)).toBe(5 * 2 ** 31 + 40);
    expect(new TimestampUnwrapper().unwrap(70)).toBe(70);
  });

  it.each([
    ['another format', Uint8Array.of(0x47, 0x40, 0, 0, 0, 0, 0, 0, 0)],
    ['another version', Uint8Array.from(fileHeader, (byte, index) => (index === 3 ? 2 : byte))],
    ['a header that is too long', Uint8Array.from(fileHeader, (byte, index) => (index === 5 ? 9 : byte))],
    ['an unknown tag type', concat([fileHeader, Uint8Array.of(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['an encrypted tag', concat([fileHeader, Uint8Array.of(0x29, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)])],
    ['a wrong previous size', concat([fileHeader, tags.aacFrame.subarray(0, -1), Uint8Array.of(9)])],
    [
      'a body shorter than its header',
      concat([fileHeader, Uint8Array.of(9, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0x90, 0x61)]),
    ],
  ])('refuses %s, and keeps refusing', (_name, bytes) => {
    const demuxer = new FlvDemuxer();
    const first = failure(() => demuxer.push(bytes));
    expect(first.code).toBe('flv/bad-data');
    expect(failure(() => demuxer.push(tags.aacFrame))).toBe(first);
  });

  it('refuses a tag over the limit before it comes', () => {
    const demuxer = new FlvDemuxer({ maxTagBytes: 1000 });
    const header = Uint8Array.of(9, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(failure(() => demuxer.push(concat([fileHeader, header]))).code).toBe('flv/bad-data');
  });
});
