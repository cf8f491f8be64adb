import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../../../shared/bytes.ts';
import { buildHex, parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { parseBasicHeader, writeBasicHeader } from '../../../../electron/rtmp/chunk/chunk-header.ts';
import { ChunkReader } from '../../../../electron/rtmp/chunk/chunk-reader.ts';
import type { ChunkReaderOptions } from '../../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import type { OutgoingMessage } from '../../../../electron/rtmp/chunk/chunk-writer.ts';
import {
  buildControlMessage,
  parseControlMessage,
} from '../../../../electron/rtmp/message/control-message.ts';
import type { ControlMessage } from '../../../../electron/rtmp/message/control-message.ts';
import type { RtmpMessage } from '../../../../electron/rtmp/message/message-types.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { vectors } from '../vectors.ts';

type VectorName = keyof typeof vectors;

function read(
  pieces: readonly Uint8Array[],
  options?: ChunkReaderOptions,
  chunkSize?: number,
): RtmpMessage[] {
  const reader = new ChunkReader(options);
  if (chunkSize !== undefined) {
    reader.push(
      concatBytes([
        parseHex('02000000000004010000000000'),
        Uint8Array.of(chunkSize >>> 16, chunkSize >>> 8, chunkSize),
      ]),
    );
    reader.next();
  }
  const messages: RtmpMessage[] = [];
  for (const piece of pieces) {
    reader.push(piece);
    for (let message = reader.next(); message !== undefined; message = reader.next()) messages.push(message);
    reader.releaseInput();
  }
  return messages;
}

/** The same messages from every cut in two and from single bytes. */
function readEverySplit(hex: string, options?: ChunkReaderOptions, chunkSize?: number): RtmpMessage[] {
  const bytes = parseHex(hex);
  const whole = read([bytes], options, chunkSize);
  for (let at = 1; at < bytes.length; at += 1) {
    expect(read([bytes.subarray(0, at), bytes.subarray(at)], options, chunkSize)).toEqual(whole);
  }
  expect(
    read(
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
      options,
      chunkSize,
    ),
  ).toEqual(whole);
  return whole;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as AppError).code;
  }
  return 'no error';
}

describe('basic headers (V23, R17, R18)', () => {
  it.each([
    [2, '02', 'c2'],
    [3, '03', 'c3'],
    [4, '04', 'c4'],
    [6, '06', 'c6'],
    [63, '3f', 'ff'],
    [64, '0000', 'c000'],
    [65, '0001', 'c001'],
    [319, '00ff', 'c0ff'],
    [320, '010001', 'c10001'],
    [365, '012d01', 'c12d01'],
    [65599, '01ffff', 'c1ffff'],
  ])('reads and writes %d', (chunkStreamId, format0, format3) => {
    for (const [format, hex] of [
      [0, format0],
      [3, format3],
    ] as const) {
      expect(parseBasicHeader(parseHex(hex))).toEqual({ format, chunkStreamId, size: hex.length / 2 });
      const target = new Uint8Array(3);
      const size = writeBasicHeader(target, 0, format, chunkStreamId);
      expect(buildHex(target.subarray(0, size))).toBe(hex);
    }
  });

  it('reads the 3-byte form of 64', () => {
    expect(parseBasicHeader(parseHex('010000'))?.chunkStreamId).toBe(64);
    expect(parseBasicHeader(parseHex('0100'))).toBeUndefined();
  });
});

const controls: readonly { readonly name: VectorName; readonly value: ControlMessage }[] = [
  { name: 'V24', value: { type: 'setChunkSize', bytes: 4096 } },
  { name: 'V25', value: { type: 'abort', chunkStreamId: 6 } },
  { name: 'V26', value: { type: 'acknowledgement', totalBytes: 1048576 } },
  { name: 'V27', value: { type: 'windowAcknowledgementSize', bytes: 2500000 } },
  { name: 'V28', value: { type: 'setPeerBandwidth', windowBytes: 2500000, limitType: 'dynamic' } },
  { name: 'V29', value: { type: 'streamBegin', streamId: 1 } },
  { name: 'V30', value: { type: 'setBufferLength', streamId: 1, bufferMs: 3000 } },
  { name: 'V31', value: { type: 'pingRequest', time: 0x12345678 } },
  { name: 'V32', value: { type: 'pingResponse', time: 0x12345678 } },
];

describe('control messages', () => {
  it.each(controls)('read and write $name', ({ name, value }) => {
    const [message] = readEverySplit(vectors[name].bytes);
    expect(message).toBeDefined();
    expect(message && parseControlMessage(message.type, message.body)).toEqual(value);
    if (value.type === 'unknownUserControl') return;
    const writer = new ChunkWriter();
    writer.writeMessage({ chunkStreamId: 2, streamId: 0, timestampMs: 0, ...buildControlMessage(value) });
    expect(buildHex(concatBytes(writer.takeOutput()))).toBe(vectors[name].bytes);
  });
});

describe('the chunk reader', () => {
  it('reads the captured connect in any split (V33)', () => {
    const [message, ...more] = readEverySplit(vectors.V33.bytes);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ chunkStreamId: 3, type: 20, streamId: 0, timestampMs: 0 });
    expect(message?.body.length).toBe(150);
    const writer = new ChunkWriter();
    if (message) writer.writeMessage(message);
    expect(buildHex(concatBytes(writer.takeOutput()))).toBe(vectors.V33.bytes);
  });

  it('reads and writes publish (V38)', () => {
    const [message] = readEverySplit(vectors.V38.bytes);
    expect(message).toMatchObject({ chunkStreamId: 8, type: 20, streamId: 1 });
    const writer = new ChunkWriter();
    if (message) writer.writeMessage(message);
    expect(buildHex(concatBytes(writer.takeOutput()))).toBe(vectors.V38.bytes);
  });

  it.each([
    ['V42', [0xffffff]],
    ['V43', [0xfffffe]],
    ['V47', [0xfffffff0, 0x10]],
  ] as const)('reads and writes the times of %s (R16)', (name, times) => {
    const messages = readEverySplit(vectors[name].bytes);
    expect(messages.map((message) => message.timestampMs)).toEqual(times);
    const writer = new ChunkWriter();
    messages.forEach((message, index) => {
      writer.writeMessage({
        ...message,
        timestampMs: message.timestampMs + (index > 0 ? 2 ** 32 : 0),
        hasDeltas: true,
      });
    });
    expect(buildHex(concatBytes(writer.takeOutput()))).toBe(vectors[name].bytes);
  });

  it('reads format 3 as a new message (V48)', () => {
    const messages = readEverySplit(vectors.V48.bytes);
    expect(messages.map(({ timestampMs, body }) => [timestampMs, buildHex(body)])).toEqual([
      [1000, 'aaaa'],
      [1020, 'bbbb'],
      [1040, 'cccc'],
    ]);
  });

  it.each(['always', 'peek'] as const)(
    'reads repeated extended timestamps, %s (V44, R15)',
    (extendedTimestamps) => {
      const [message] = readEverySplit(vectors.V44.bytes, { extendedTimestamps }, 4);
      expect(message).toMatchObject({ timestampMs: 0x1000000, body: parseHex('000102030405') });
    },
  );

  it('reads omitted and zero-filled ones when it peeks (V45, R15)', () => {
    const peek = { extendedTimestamps: 'peek' } as const;
    const next = '0200000000000401000000000000008000';
    const [omitted] = readEverySplit(vectors.V45.bytes + next, peek, 4);
    expect(omitted?.body).toEqual(parseHex('000102030405'));
    const zeroFilled = vectors.V44.bytes.replace(/c401000000/, 'c400000000');
    expect(readEverySplit(zeroFilled, peek, 4)[0]?.body).toEqual(parseHex('000102030405'));
  });

  it('reads an extended delta and its repetition (V46)', () => {
    const [header, continuation] = [vectors.V46.bytes.slice(0, 24), vectors.V46.bytes.slice(24)];
    const start = '04000005000001080100000000';
    const hex =
      start + header + '11'.repeat(128) + continuation + '22'.repeat(128) + continuation + '33'.repeat(26);
    const [, message] = readEverySplit(hex);
    expect(message).toMatchObject({ timestampMs: 5 + 0x010058e9 });
    expect(message?.body.length).toBe(282);
  });

  it('inherits from the header before it (V35)', () => {
    const [, message] = readEverySplit(`030000000000011400000000ff${vectors.V35.bytes}${'aa'.repeat(47)}`);
    expect(message).toMatchObject({ type: 20, streamId: 0, timestampMs: 0 });
    expect(message?.body.length).toBe(47);
  });

  it.each([
    ['R8: format 2 on a new stream', '83000014', 'rtmp/protocol'],
    ['R8: format 3 on a new stream', 'c3', 'rtmp/protocol'],
    [
      'R9: format 0 within a message',
      `03000000000096140000000000${'00'.repeat(127)}03000000000096140000000000`,
      'rtmp/protocol',
    ],
    [
      'R9: format 1 within a message',
      `03000000000096140000000000${'00'.repeat(127)}4300000000000114`,
      'rtmp/protocol',
    ],
    ['R13: chunk size 0', '0200000000000401000000000000000000', 'rtmp/protocol'],
    ['R13: chunk size 0x80000000', '02000000000004010000000080000000', 'rtmp/protocol'],
    ['R13: chunk size 0xffffffff', '020000000000040100000000ffffffff', 'rtmp/protocol'],
    ['R13: chunk size in 2 bytes', '0200000000000201000000000080', 'rtmp/protocol'],
  ])('refuses %s', (_name, hex, code) => {
    expect(codeOf(() => read([parseHex(hex)]))).toBe(code);
  });

  it('takes format 1 on a new stream (R8)', () => {
    expect(readEverySplit('430000050000011499')).toMatchObject([{ timestampMs: 5, streamId: 0, type: 20 }]);
  });

  it('holds what has arrived, not what was announced (R10)', () => {
    const reader = new ChunkReader();
    reader.push(parseHex('03000000ffffff1400000000aabbcc'));
    expect(reader.next()).toBeUndefined();
    expect(reader.bufferedBytes).toBeLessThan(64);
    const small = new ChunkReader({ maxMessageBytes: 4096 });
    small.push(parseHex('03000000ffffff1400000000'));
    expect(codeOf(() => small.next())).toBe('rtmp/limit');
  });

  it('refuses too many chunk streams (R11)', () => {
    const header = (id: number) =>
      concatBytes([
        Uint8Array.of(1, (id - 64) & 0xff, (id - 64) >>> 8),
        parseHex(`0000000000811400000000${'00'.repeat(128)}`),
      ]);
    const all = Array.from({ length: 200 }, (_, index) => header(64 + index));
    expect(codeOf(() => read(all))).toBe('rtmp/limit');
  });

  it('completes interleaved messages, whatever changes between (R12, R14, R19)', () => {
    const hex =
      `04000000000084080100000011` +
      '11'.repeat(127) + // audio, 4 bytes short
      `06000000000082090100000022` +
      '22'.repeat(127) + // video, 2 bytes short
      '020000000000040100000000' +
      '00000001' + // chunks of one byte from here
      'c411' +
      'c622' +
      'c411' +
      'c622' +
      'c411' +
      'c411' +
      '0200000000000402000000' +
      '00' +
      '00' +
      'c200' +
      'c200' +
      'c206'; // abort 6, byte by byte
    const messages = readEverySplit(hex);
    expect(messages.map(({ type, body }) => [type, body.length])).toEqual([
      [1, 4],
      [9, 130],
      [8, 132],
      [2, 4],
    ]);
  });

  it('drops the message that is aborted, and no other (R19)', () => {
    const hex =
      `04000000000084080100000011` +
      '11'.repeat(127) +
      vectors.V25.bytes.replace(/06$/, '04') + // abort 4
      vectors.V25.bytes.replace(/06$/, '63') + // abort of what is not there
      '04000000000001080100000077';
    expect(readEverySplit(hex).map(({ type, body }) => [type, body[0]])).toEqual([
      [2, 0],
      [2, 0],
      [8, 0x77],
    ]);
  });

  it('delivers empty messages', () => {
    expect(readEverySplit('040000050000000801000000')).toMatchObject([{ type: 8, timestampMs: 5 }]);
  });
});

describe('the chunk writer', () => {
  function write(messages: readonly Partial<OutgoingMessage>[], chunkSize: number): Uint8Array[] {
    const writer = new ChunkWriter();
    writer.setChunkSize(chunkSize);
    for (const message of messages) {
      writer.writeMessage({
        chunkStreamId: 6,
        type: 9,
        streamId: 1,
        timestampMs: 0,
        body: new Uint8Array(1),
        hasDeltas: true,
        ...message,
      });
    }
    return writer.takeOutput();
  }

  it('hands large bodies out as they are', () => {
    const body = new Uint8Array(100_000);
    const pieces = write([{ body }], 65_536);
    expect(pieces.map((piece) => piece.length)).toEqual([12, 65_536, 1, 34_464]);
    expect(pieces[1]?.buffer).toBe(body.buffer);
    expect(pieces[3]?.buffer).toBe(body.buffer);
  });

  it('puts small messages into one piece', () => {
    expect(
      write(
        Array.from({ length: 20 }, (_, index) => ({ timestampMs: index })),
        4096,
      ),
    ).toHaveLength(1);
  });

  it('repeats extended timestamps in every continuation (V44)', () => {
    const body = parseHex('000102030405');
    const pieces = write([{ chunkStreamId: 4, type: 8, timestampMs: 0x1000000, body }], 4);
    expect(buildHex(concatBytes(pieces))).toBe(vectors.V44.bytes);
  });

  it('never needs an extension for a stream that runs', () => {
    const messages = Array.from({ length: 3_000 }, (_, index) => ({ timestampMs: index * 10_000 }));
    const bytes = concatBytes(write(messages, 4096));
    expect(bytes.length).toBe(12 + 1 + 2_999 * 9);
  });
});
