/** Matroska as ffmpeg writes it into a pipe, cut anywhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MatroskaReader } from '../../../../electron/engine/media-source/matroska-reader.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const id = (hex: string): number[] => [...Buffer.from(hex, 'hex')];
const size = (bytes: number): number[] => [
  0x10 | (bytes >> 24),
  (bytes >> 16) & 255,
  (bytes >> 8) & 255,
  bytes & 255,
];
const element = (hex: string, content: readonly number[]): number[] => [
  ...id(hex),
  ...size(content.length),
  ...content,
];

const block = (offsetMs: number, picture: readonly number[]): number[] =>
  element('a3', [0x81, (offsetMs >> 8) & 255, offsetMs & 255, 0x80, ...picture]);

const stream = new Uint8Array([
  ...element('1a45dfa3', [1, 2, 3]),
  ...[...id('18538067'), 0x01, 255, 255, 255, 255, 255, 255, 255],
  ...element('ec', Array<number>(9).fill(0)),
  ...element('1654ae6b', [0xa3, 0xa1, 0xe7]),
  ...element('1f43b675', [...element('e7', [5]), ...block(3, [1, 2, 3, 4]), ...block(-2, [5])]),
  ...element('1f43b675', [
    ...[...element('e7', [1, 0]), ...element('bf', [9, 9, 9, 9])],
    ...element('a0', [...element('a1', [0x81, 0, 7, 0, 6, 7]), ...element('9b', [4])]),
  ]),
  ...element('1c53bb6b', [0xa3, 0xa3]),
]);

const wanted = [
  { timeMs: 8, size: 4, bytes: [1, 2, 3, 4] },
  { timeMs: 3, size: 1, bytes: [5] },
  { timeMs: 263, size: 2, bytes: [6, 7] },
];

function read(parts: readonly Uint8Array[]): unknown[] {
  const reader = new MatroskaReader();
  const pictures: { timeMs: number; size: number; bytes: number[] }[] = [];
  for (const item of parts.flatMap((part) => reader.push(part))) {
    if (item.type === 'picture') pictures.push({ timeMs: item.timeMs, size: item.size, bytes: [] });
    else pictures.at(-1)?.bytes.push(...item.bytes);
  }
  return pictures;
}

test('finds pictures and their times, in one piece, byte by byte and in any split', () => {
  expect(read([stream])).toEqual(wanted);
  expect(read([...stream].map((byte) => Uint8Array.of(byte)))).toEqual(wanted);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (lengths) => {
      const parts: Uint8Array[] = [];
      for (let at = 0, part = 0; at < stream.length; part += 1) {
        const length = lengths[part % lengths.length] ?? 1;
        parts.push(stream.subarray(at, at + length));
        at += length;
      }
      expect(read(parts)).toEqual(wanted);
    }),
  );
});

test('tells sound from pictures by its track', () => {
  const sound = element('a3', [0x82, 0, 1, 0x80, 8, 9]);
  const bytes = new Uint8Array([
    ...element('1a45dfa3', [1]),
    ...element('1f43b675', [...element('e7', [5]), ...sound, ...block(3, [1, 2]), ...sound]),
  ]);
  for (const parts of [[bytes], [...bytes].map((byte) => Uint8Array.of(byte))]) {
    const reader = new MatroskaReader(2);
    const items = parts.flatMap((part) => reader.push(part));
    const bytesOf = (type: string): number[] =>
      items.flatMap((item) => (item.type === type && 'bytes' in item ? [...item.bytes] : []));
    expect(bytesOf('sound')).toEqual([8, 9, 8, 9]);
    expect(bytesOf('bytes')).toEqual([1, 2]);
    expect(items.filter(({ type }) => type === 'picture')).toEqual([{ type: 'picture', timeMs: 8, size: 2 }]);
  }
});

test('refuses what is no such stream, and never reads beyond it', () => {
  expect(() => read([Uint8Array.of(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4)])).toThrow(AppError);
  fc.assert(
    fc.property(fc.nat(stream.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const broken = stream.slice();
      broken[at] = byte;
      try {
        read([broken]);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
  );
});
