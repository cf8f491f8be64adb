import { expect, test } from 'vitest';
import { AviReader } from '../../../../electron/engine/sources/avi-reader.ts';
import type { AviItem } from '../../../../electron/engine/sources/avi-reader.ts';

const format = { pictureBytes: 6, sampleBytes: 8 };

function chunk(id: string, body: readonly number[], size = body.length): number[] {
  const sizeBytes = [0, 8, 16, 24].map((shift) => (size >>> shift) & 0xff);
  return [...Buffer.from(id), ...sizeBytes, ...body, ...(body.length % 2 === 1 ? [0] : [])];
}

function list(type: string, body: readonly number[], size?: number): number[] {
  return chunk('LIST', [...Buffer.from(type), ...body], size);
}

const UNKNOWN = 0xffff_ffff;
const picture = (value: number): number[] =>
  chunk(
    '00dc',
    Array.from({ length: 6 }, () => value),
  );
const samples = (count: number): number[] => Array.from({ length: count * 8 }, (_, index) => index & 0xff);

/** All that ffmpeg may write: header lists, junk, an empty picture, an index, and a second part. */
const stream = Uint8Array.from([
  ...chunk(
    'RIFF',
    [
      ...Buffer.from('AVI '),
      ...list('hdrl', [1, 2, 3, 4]),
      ...list('INFO', [7, 7, 7]),
      ...chunk('JUNK', [0, 0, 0]),
      ...list(
        'movi',
        [
          ...picture(1),
          ...chunk('01wb', samples(2)),
          ...chunk('00dc', []),
          ...chunk('01wb', []),
          ...list('rec ', picture(2)),
          ...chunk('ix00', [9, 9, 9, 9]),
        ],
        UNKNOWN,
      ),
    ],
    UNKNOWN,
  ),
  ...chunk('idx1', [5, 5]),
  ...chunk('RIFF', [...Buffer.from('AVIX'), ...list('movi', [...chunk('01wb', samples(1)), ...picture(3)])]),
]);

function describe(items: readonly AviItem[]): string[] {
  return items.map(
    ({ type, data }) => `${type} ${data === undefined ? '-' : Buffer.from(data).toString('hex')}`,
  );
}

const expected = [
  'picture 010101010101',
  `sound ${Buffer.from(samples(2)).toString('hex')}`,
  'picture -',
  'picture 020202020202',
  `sound ${Buffer.from(samples(1)).toString('hex')}`,
  'picture 030303030303',
];

test('pictures and sound come out whole, in every split of the stream', () => {
  expect(describe(new AviReader(format).push(stream))).toEqual(expected);
  for (let cut = 1; cut < stream.length; cut += 1) {
    const reader = new AviReader(format);
    const items = [...reader.push(stream.subarray(0, cut)), ...reader.push(stream.subarray(cut))];
    expect(describe(items), `cut at ${cut}`).toEqual(expected);
  }
});

test('byte by byte', () => {
  const reader = new AviReader(format);
  const items = [...stream].flatMap((byte) => reader.push(Uint8Array.of(byte)));
  expect(describe(items)).toEqual(expected);
});

test('a long run of sound comes in pieces, its bytes in order', () => {
  const body = samples(2500);
  const start = stream.subarray(0, 12);
  const items = new AviReader(format).push(Uint8Array.from([...start, ...chunk('01wb', body)]));
  expect(items.map(({ data }) => data?.byteLength)).toEqual([8192, 8192, 2500 * 8 - 16_384]);
  const joined = Buffer.concat(items.map(({ data }) => new Uint8Array(data ?? new ArrayBuffer(0))));
  expect(joined.equals(Buffer.from(body))).toBe(true);
});

test.each([
  ['no AVI', [...Buffer.from('Dear viewer')]],
  ['another RIFF', chunk('RIFF', [...Buffer.from('WAVE')])],
  ['a picture of another size', [...stream.subarray(0, 12), ...chunk('00dc', [1, 2, 3, 4])]],
  ['a picture too large to be kept', [...stream.subarray(0, 12), ...chunk('00dc', [], UNKNOWN), 0]],
  ['half a sample', [...stream.subarray(0, 12), ...chunk('01wb', [1, 2, 3, 4])]],
  ['a third stream', [...stream.subarray(0, 12), ...chunk('02wb', [1, 2])]],
  ['a list without a type', [...stream.subarray(0, 12), ...list('hdrl', [], 2)]],
])('%s is refused', (_, bytes) => {
  expect(() => new AviReader(format).push(Uint8Array.from([...bytes, 0, 0, 0, 0]))).toThrow(
    expect.objectContaining({ code: 'capture/file-unreadable' }),
  );
});
