import { describe, expect, it } from 'vitest';
import { faultNotices } from '../../../../electron/media-file/file-notices.ts';
import type { FaultCounts } from '../../../../electron/rtmp/flv/file-faults.ts';
import { format, texts } from '../../../../shared/text/text.ts';
import { FlvFileReader } from '../../../../electron/rtmp/flv/file-reader.ts';
import type { MediaPacket } from '../../../../electron/rtmp/flv/packet.ts';
import {
  bodyAlone,
  buildFlv,
  joinBytes,
  oneLess,
  parseFlv,
  rightSize,
  tagBytes,
  zeroSize,
} from '../../../support/media/flv-damage.ts';
import type { SizeOf } from '../../../support/media/flv-damage.ts';
import { concat, fileHeader, tags } from './vectors.ts';

const describeFaults = (faults: FaultCounts): string[] => faultNotices(faults).map(texts.mediaFile.notice);

const names = [
  'script',
  'aacHeader',
  'avcHeader',
  'avcKey',
  'aacFrame',
  'avcDisposable',
  'avcReferenced',
] as const;
const good = concat([fileHeader, ...names.map((name) => tags[name])]);
const flv = parseFlv(good);
const whole = flv.tags.length;
const bodies = (packets: readonly MediaPacket[]): string[] =>
  packets.map(({ body }) => Buffer.from(body).toString('hex'));
const all = bodies(readAll([good]).packets);

function readAll(pieces: readonly Uint8Array[]): {
  packets: MediaPacket[];
  told: string[];
  reader: FlvFileReader;
} {
  const reader = new FlvFileReader();
  const packets = pieces.flatMap((piece) => reader.push(piece));
  packets.push(...reader.end());
  return { packets, told: describeFaults(reader.faults), reader };
}

/** The same at every split in two and byte by byte. */
function read(bytes: Uint8Array): { bodies: string[]; told: string[] } {
  const { packets, told } = readAll([bytes]);
  const expected = { bodies: bodies(packets), told };
  const step = Math.max(1, Math.floor(bytes.length / 400));
  for (let cut = 0; cut <= bytes.length; cut += step) {
    // What is left over may not depend on the caller's memory.
    const first = bytes.slice(0, cut);
    const reader = new FlvFileReader();
    const found = bodies(reader.push(first));
    first.fill(0xff);
    found.push(...bodies(reader.push(bytes.slice(cut))), ...bodies(reader.end()));
    expect({ bodies: found, told: describeFaults(reader.faults) }).toEqual(expected);
  }
  if (bytes.length < 2000) {
    const single = readAll(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect({ bodies: bodies(single.packets), told: single.told }).toEqual(expected);
  }
  return expected;
}

describe('FlvFileReader', () => {
  it('reads a faultless file without a word', () => {
    expect(all).toHaveLength(whole);
    expect(read(good)).toEqual({ bodies: all, told: [] });
  });

  it.each<[string, SizeOf]>([
    ['one too small, as OBS before 30.2 wrote them', oneLess],
    ['zero', zeroSize],
    ['the size of the body', bodyAlone],
    ['the size of the tag before', (size) => size + 300],
    ['all ones', () => 0xffffffff],
  ])('F1: sizes behind tags are %s: the whole file is read and told once', (_what, sizeOf) => {
    const { bodies: found, told } = read(buildFlv(flv, sizeOf));
    expect(found).toEqual(all);
    expect(told).toEqual([`Ignored ${whole} incorrect tag sizes.`]);
  });

  it('F1: a wrong size behind some of the tags alone', () => {
    const mixed = joinBytes([
      flv.header,
      new Uint8Array(4),
      ...flv.tags.map((tag, index) => tagBytes(tag, index % 2 === 0 ? oneLess : rightSize)),
    ]);
    expect(read(mixed).bodies).toEqual(all);
  });

  it('F1: no sizes at all', () => {
    const bare = joinBytes([flv.header, ...flv.tags.map((tag) => tagBytes(tag).subarray(0, -4))]);
    expect(read(bare).bodies).toEqual(all);
  });

  it.each([
    ['100000 zeros', new Uint8Array(100_000)],
    ['three zeros', new Uint8Array(3)],
    ['all ones', new Uint8Array(500).fill(0xff)],
    ['bytes that look like tags of 14 MB', new Uint8Array(500).fill(9)],
    ['words', new TextEncoder().encode('nginx: worker process exited on signal 9\n')],
  ])('F2: %s after the last tag are left out and told', (_what, rubbish) => {
    const { bodies: found, told } = read(joinBytes([good, rubbish]));
    expect(found).toEqual(all);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${format.number(rubbish.length)} bytes`);
  });

  it.each([
    ['zeros', new Uint8Array(5000)],
    ['zeros of the length of a tag', new Uint8Array(15)],
    ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 7919) >> 3)],
  ])('F2: %s between two tags cost no tag', (_what, rubbish) => {
    const cut = 13 + flv.tags.slice(0, 4).reduce((sum, { body }) => sum + body.length + 15, 0);
    const { bodies: found, told } = read(joinBytes([good.slice(0, cut), rubbish, good.slice(cut)]));
    expect(found).toEqual(all);
    expect(told).toEqual([`The file is damaged in 1 place. Skipped ${format.number(rubbish.length)} bytes.`]);
  });

  it('F2: zeros in the place of whole tags cost these alone', () => {
    const from = 13 + 15 * 3 + flv.tags.slice(0, 3).reduce((sum, { body }) => sum + body.length, 0);
    const holed = good.slice();
    holed.fill(0, from, from + 15 + (flv.tags[3]?.body.length ?? 0));
    expect(read(holed).bodies).toEqual(all.filter((_, index) => index !== 3));
  });

  it('F2: the last tag is cut anywhere: what is whole before it is read', () => {
    const lastBytes = 15 + (flv.tags.at(-1)?.body.length ?? 0);
    for (let cut = 5; cut < lastBytes; cut += 1) {
      const { packets, told } = readAll([good.subarray(0, -cut)]);
      expect(bodies(packets)).toEqual(all.slice(0, -1));
      expect(told).toEqual([
        `The last tag is incomplete. Skipped its ${lastBytes - cut} ${lastBytes - cut === 1 ? 'byte' : 'bytes'}.`,
      ]);
    }
    // Of the trailing size alone nobody needs to hear.
    for (const cut of [1, 2, 3, 4]) expect(read(good.subarray(0, -cut))).toEqual({ bodies: all, told: [] });
  });

  it('F1: flags that are wrong or missing', () => {
    const flagless = good.slice();
    flagless[4] = 0;
    expect(read(flagless)).toEqual({
      bodies: all,
      told: ['The file header doesn’t match the file’s audio or video, so Upcast ignored the header.'],
    });
  });

  it('F4: several whole files in one', () => {
    expect(read(joinBytes([good, good, good]))).toEqual({
      bodies: [...all, ...all, ...all],
      told: ['Skipped 2 extra file headers inside the file.'],
    });
  });

  it('F1: tags of unknown types, encrypted tags and tags with an unreadable body are left out', () => {
    const odd = joinBytes([
      good,
      tagBytes({ type: 7, timeMs: 0, body: new Uint8Array(40) }),
      tagBytes({ type: 31, timeMs: 0, body: new Uint8Array(4) }),
      tagBytes({ type: 0x29, timeMs: 0, body: new Uint8Array(40) }),
      tagBytes({ type: 9, timeMs: 0, body: Uint8Array.of(0x17, 1) }),
      tags.avcReferenced,
    ]);
    const { bodies: found, told } = read(odd);
    expect(found).toEqual([...all, all.at(-1)]);
    expect(told).toEqual([
      'Skipped 2 tags of an unknown type.',
      'Skipped 1 encrypted tag.',
      'Skipped 1 unreadable tag.',
    ]);
  });

  it('F5: times before the beginning are negative', () => {
    const early = tagBytes({ type: 9, timeMs: -33, body: flv.tags[3]?.body ?? new Uint8Array(0) });
    const { packets } = readAll([fileHeader, early, tags.avcReferenced]);
    expect(packets.map(({ timestampMs }) => timestampMs)).toEqual([-33, 200]);
  });

  it.each([
    ['another format', Uint8Array.of(0x47, 0x4c, 0x56, 1, 5, 0, 0, 0, 9)],
    ['another version', Uint8Array.from(good, (byte, index) => (index === 3 ? 2 : byte))],
    ['nothing at all', new Uint8Array(0)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => readAll([bytes])).toThrow('flv/bad-data');
  });
});

it('what Node read may be overwritten as soon as the next bytes are asked for', () => {
  for (let cut = 1; cut < good.length; cut += 1) {
    const block = Buffer.alloc(good.length);
    const reader = new FlvFileReader();
    const give = (bytes: Uint8Array): string[] => {
      block.set(bytes);
      const found = bodies(reader.push(block.subarray(0, bytes.length)));
      block.fill(0xff);
      return found;
    };
    const found = [...give(good.subarray(0, cut)), ...give(good.subarray(cut)), ...bodies(reader.end())];
    expect({ cut, found, told: describeFaults(reader.faults) }).toEqual({ cut, found: all, told: [] });
  }
});
