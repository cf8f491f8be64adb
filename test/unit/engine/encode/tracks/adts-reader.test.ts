import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AdtsReader } from '../../../../../electron/engine/encode/tracks/adts-reader.ts';
import { concatBytes } from '../../../../../shared/bytes.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';

function frame(data: readonly number[], hasChecksum = false): Uint8Array {
  const length = data.length + (hasChecksum ? 9 : 7);
  return Uint8Array.from([
    ...[0xff, hasChecksum ? 0xf0 : 0xf1, 0x4c, 0x80 | (length >> 11)],
    ...[(length >> 3) & 255, ((length & 7) << 5) | 0x1f, 0xfc],
    ...(hasChecksum ? [1, 2] : []),
    ...data,
  ]);
}

const frames = [[1, 2, 3], [4], Array.from({ length: 900 }, (_, index) => index & 255)];
const stream = concatBytes([frame(frames[0] ?? []), frame(frames[1] ?? [], true), frame(frames[2] ?? [])]);

test('gives the frames without their headers, however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 }), (lengths) => {
      const reader = new AdtsReader();
      const seen: number[][] = [];
      for (let at = 0, part = 0; at < stream.length; part += 1) {
        const length = lengths[part % lengths.length] ?? 1;
        for (const each of reader.push(stream.subarray(at, at + length))) seen.push([...each]);
        at += length;
      }
      expect(seen).toEqual(frames);
    }),
  );
});

test('refuses what is no ADTS', () => {
  expect(() => new AdtsReader().push(new Uint8Array(7))).toThrow(AppError);
  expect(() => new AdtsReader().push(concatBytes([stream, new Uint8Array(7).fill(0x47)]))).toThrow(AppError);
});
