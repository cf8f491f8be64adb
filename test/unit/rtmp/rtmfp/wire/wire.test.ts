import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../../../../shared/bytes.ts';
import { buildHex, parseHex } from '../../../../../electron/rtmp/bytes/hex.ts';
import { ByteWriter } from '../../../../../electron/rtmp/bytes/byte-writer.ts';
import { chunkSize } from '../../../../../electron/rtmp/rtmfp/wire/chunk-writer.ts';
import type { Chunk, Option, Packet, UserData } from '../../../../../electron/rtmp/rtmfp/wire/chunks.ts';
import { FieldReader } from '../../../../../electron/rtmp/rtmfp/wire/field-reader.ts';
import { buildOptions, parseOptions } from '../../../../../electron/rtmp/rtmfp/wire/options.ts';
import { readPacket } from '../../../../../electron/rtmp/rtmfp/wire/packet-reader.ts';
import { writePacket } from '../../../../../electron/rtmp/rtmfp/wire/packet-writer.ts';
import {
  readSocketAddress,
  writeSocketAddress,
} from '../../../../../electron/rtmp/rtmfp/wire/socket-address.ts';
import { vluSize, writeVlu } from '../../../../../electron/rtmp/rtmfp/wire/vlu.ts';
import { rtmfpVectors } from '../vectors.ts';
import { anyPacket } from './arbitrary-packets.ts';

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter(8);
  write(writer);
  return buildHex(writer.take());
}

function buildPacket(packet: Packet): Uint8Array {
  const writer = new ByteWriter(8);
  writePacket(writer, packet);
  return writer.take();
}

/** Chunks in a packet of an initiator, without timestamps. */
function readChunks(hex: string): readonly Chunk[] {
  return readPacket(parseHex(`01${hex}`))?.chunks ?? [];
}

function sessionPacket(...chunks: Extract<Packet, { mode: 1 | 2 }>['chunks'][number][]): Packet {
  const flags = { isTimeCritical: false, isTimeCriticalReverse: false };
  return { mode: 1, ...flags, timestamp: undefined, timestampEcho: undefined, chunks };
}

const fragment: UserData = {
  type: 'userData',
  flowId: 4,
  sequence: 1,
  fsnOffset: 1,
  part: 'whole',
  isAbandoned: false,
  isFinal: false,
  options: undefined,
  data: new Uint8Array(0),
};

describe('numbers of variable length', () => {
  const known = Object.entries(rtmfpVectors.vlu).filter(([value]) => Number.isSafeInteger(Number(value)));

  it.each(known)('writes and reads %s as %s', (value, hex) => {
    expect(written((writer) => writeVlu(writer, Number(value)))).toBe(hex);
    expect(vluSize(Number(value))).toBe(hex.length / 2);
    expect(new FieldReader(parseHex(hex)).vlu()).toBe(Number(value));
  });

  it('returns any safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const hex = written((writer) => writeVlu(writer, value));
        expect(vluSize(value) * 2).toBe(hex.length);
        expect(new FieldReader(parseHex(hex)).vlu()).toBe(value);
      }),
    );
  });

  it('reads leading zeros', () => {
    expect(new FieldReader(parseHex('80808001')).vlu()).toBe(1);
  });

  it.each([
    ['one over 2^53 - 1', '9080808080808000'],
    ['2^64 - 1', rtmfpVectors.vlu['18446744073709551615']],
    ['one without an end', 'ffff'],
    ['none at all', ''],
  ])('§7.1 refuses %s', (_name, hex) => {
    const reader = new FieldReader(parseHex(hex));
    expect(reader.vlu()).toBe(0);
    expect(reader.isMalformed).toBe(true);
  });
});

describe('options', () => {
  const vectors: readonly (readonly [string, Option])[] = [
    [rtmfpVectors.md_conn, { type: 0, value: parseHex('54430400') }],
    [rtmfpVectors.md_stream300, { type: 0, value: parseHex('544304822c') }],
    [rtmfpVectors.md_p2p, { type: 0, value: parseHex('544304fa8901') }],
    [rtmfpVectors.rfa2, { type: 10, value: parseHex('02') }],
    [rtmfpVectors.rfa300, { type: 10, value: parseHex('822c') }],
  ];

  it.each(vectors)('writes and reads %s', (hex, option) => {
    expect(buildHex(buildOptions([option]))).toBe(hex);
    expect(parseOptions(parseHex(hex))?.options).toEqual([option]);
  });

  it('ends the canonical part of a field with its marker', () => {
    const field = parseOptions(parseHex('020a020002150e'));
    expect(field).toEqual({ options: [{ type: 10, value: parseHex('02') }], canonicalBytes: 4 });
  });

  it.each([
    ['an option longer than its field', '050a02'],
    ['an option without a type', '0180'],
    ['more than 16 options', '0101'.repeat(17)],
  ])('§7.1 refuses %s', (_name, hex) => {
    expect(parseOptions(parseHex(hex))).toBeUndefined();
  });
});

describe('socket addresses', () => {
  it.each([
    [rtmfpVectors.addr4, { origin: 'observed', host: '192.0.2.1', port: 1935 }],
    [rtmfpVectors.addr6, { origin: 'observed', host: '2001:db8::1', port: 1935 }],
    ['800000000000000000000000000000000004d2', { origin: 'unknown', host: '::', port: 1234 }],
    ['83fe800000000000010001000000000000ffff', { origin: 'relay', host: 'fe80::1:1:0:0:0', port: 65535 }],
  ] as const)('writes and reads %s', (hex, address) => {
    const bytes = parseHex(hex);
    const read = readSocketAddress(new FieldReader(bytes));
    expect(read.port).toBe(address.port);
    expect(read.origin).toBe(address.origin);
    expect(written((writer) => writeSocketAddress(writer, address))).toBe(hex);
    expect(written((writer) => writeSocketAddress(writer, read))).toBe(hex);
  });

  it('writes the longest run of zeros as two colons', () => {
    const read = (hex: string): string => readSocketAddress(new FieldReader(parseHex(`80${hex}0001`))).host;
    expect(read('20010db8000000000001000000000001')).toBe('2001:db8::1:0:0:1');
    expect(read('20010db8000000010001000100010001')).toBe('2001:db8:0:1:1:1:1:1');
    expect(read('00010002000300040005000600000000')).toBe('1:2:3:4:5:6::');
  });

  it('takes IPv4 within IPv6 as the system writes it', () => {
    const address = { origin: 'unknown', host: '::ffff:192.0.2.1', port: 1 } as const;
    expect(written((writer) => writeSocketAddress(writer, address))).toBe(
      '8000000000000000000000ffffc00002010001',
    );
  });
});

describe('chunks of the reference', () => {
  const ack: Chunk = {
    type: 'ack',
    flowId: 5,
    bufferBlocks: 127,
    cumulative: 16,
    received: [
      { first: 18, last: 18 },
      { first: 21, last: 24 },
      { first: 27, last: 28 },
    ],
  };

  it.each([
    ['ranges', rtmfpVectors.ack_ranges, ack],
    ['an exception', rtmfpVectors.exception, { type: 'flowException', flowId: 5, code: 0 }],
    ['a buffer probe', rtmfpVectors.probe, { type: 'bufferProbe', flowId: 5 }],
    [
      'a forward sequence number alone',
      rtmfpVectors.fsn_update,
      { ...fragment, sequence: 60, fsnOffset: 0, isAbandoned: true },
    ],
    [
      'the end of a flow',
      rtmfpVectors.final,
      { ...fragment, sequence: 61, fsnOffset: 0, isAbandoned: true, isFinal: true },
    ],
    [
      'the end of a flow as others write it',
      rtmfpVectors.final_m2,
      { ...fragment, sequence: 61, fsnOffset: 1, isAbandoned: true, isFinal: true },
    ],
  ] as const)('writes and reads %s', (_name, hex, chunk) => {
    expect(readChunks(hex)).toEqual([chunk]);
    expect(buildHex(buildPacket(sessionPacket(chunk)))).toBe(`01${hex}`);
    expect(chunkSize(chunk, undefined)).toBe(hex.length / 2);
  });

  it('reads a bitmap as the same ranges', () => {
    expect(readChunks(rtmfpVectors.ack_bitmap)).toEqual([ack]);
  });

  it('writes one message in three fragments of one packet, the later ones as Next User Data', () => {
    const chunks = readChunks(rtmfpVectors.video_chunks);
    const options = [
      { type: 0, value: parseHex('54430401') },
      { type: 10, value: parseHex('03') },
    ];
    expect(chunks).toEqual([
      { ...fragment, part: 'first', options, data: parseHex('09000123451701000000') },
      { ...fragment, sequence: 2, fsnOffset: 2, part: 'middle', data: parseHex('aabbccdd') },
      { ...fragment, sequence: 3, fsnOffset: 3, part: 'last', data: parseHex('eeff') },
    ]);
    const packet = readPacket(parseHex(`01${rtmfpVectors.video_chunks}`));
    expect(packet && buildHex(buildPacket(packet))).toBe(`01${rtmfpVectors.video_chunks}`);
  });

  it.each(['ihello', 'rhello', 'iikeying', 'rikeying', 'connectA', 'ackA', 'connectB', 'ackB'] as const)(
    'returns the packet %s byte for byte',
    (name) => {
      const { plain } = rtmfpVectors[name];
      const packet = readPacket(parseHex(plain));
      expect(packet?.chunks).toHaveLength(1);
      expect(packet && buildHex(buildPacket(packet))).toBe(plain);
    },
  );
});

describe('packets', () => {
  it('come back as they were written, whatever is in them, with padding behind', () => {
    fc.assert(
      fc.property(anyPacket, fc.integer({ min: 0, max: 15 }), (packet, padding) => {
        const bytes = buildPacket(packet);
        expect(readPacket(concatBytes([bytes, new Uint8Array(padding).fill(0xff)]))).toEqual(packet);
      }),
    );
  });

  it('are as long as the sizes of their chunks say', () => {
    fc.assert(
      fc.property(anyPacket, (packet) => {
        let previous: UserData | undefined;
        let bytes = 1;
        for (const stamp of [packet.timestamp, packet.timestampEcho]) bytes += stamp === undefined ? 0 : 2;
        for (const chunk of packet.chunks) {
          bytes += chunkSize(chunk, previous);
          if (chunk.type === 'userData') previous = chunk;
        }
        expect(buildPacket(packet)).toHaveLength(bytes);
      }),
    );
  });

  it('read any bytes without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readPacket(bytes);
      }),
    );
  });

  it('§7.1 mode 0 is dropped, and a head that is cut off', () => {
    expect(readPacket(parseHex('00'))).toBeUndefined();
    expect(readPacket(parseHex('0901'))).toBeUndefined();
    expect(readPacket(parseHex(''))).toBeUndefined();
  });

  it.each([
    ['a chunk longer than the packet', '180005', []],
    ['an unknown chunk', `7700021234${rtmfpVectors.probe}`, ['bufferProbe']],
    ['a number without an end', `18000285ff${rtmfpVectors.probe}`, ['bufferProbe']],
    ['options without a marker', `10000880040101020a0201${rtmfpVectors.probe}`, ['bufferProbe']],
    ['sequence number 0', `10000403040000${rtmfpVectors.probe}`, ['bufferProbe']],
    ['a forward number below zero', `10000400040102${rtmfpVectors.probe}`, ['bufferProbe']],
    ['a startup chunk in a session', `71000100${rtmfpVectors.probe}`, ['bufferProbe']],
    ['Next User Data with nothing before it', `11000100${rtmfpVectors.probe}`, ['bufferProbe']],
    [
      'Next User Data after malformed User Data',
      `1000040304000011000100${rtmfpVectors.probe}`,
      ['bufferProbe'],
    ],
  ])('§7.1 skip %s and go on with the next', (_name, hex, types) => {
    expect(readChunks(hex).map(({ type }) => type)).toEqual(types);
  });

  it('skip session chunks in startup mode', () => {
    expect(readPacket(parseHex(`03${rtmfpVectors.probe}`))?.chunks).toEqual([]);
  });

  it('keep the ranges before one that is cut off', () => {
    expect(readChunks('51000705010500000081')).toEqual([
      { type: 'ack', flowId: 5, bufferBlocks: 1, cumulative: 5, received: [{ first: 7, last: 7 }] },
    ]);
  });
});
