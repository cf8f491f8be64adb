import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decodeStamp, encodeStamp, readBarcode, STAMP_BYTES } from '../../../shared/pattern/barcode.ts';
import { PatternPicture } from '../../../shared/pattern/picture.ts';

const stamp = fc.record({
  frameNumber: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  captureTimeUs: fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((units) => units * 10),
});

describe('frame stamp', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(stamp, (value) => {
        const bytes = new Uint8Array(STAMP_BYTES);
        encodeStamp(value, bytes);
        expect(decodeStamp(bytes)).toEqual(value);
      }),
    );
  });

  it('is refused when any single bit is wrong', () => {
    const bytes = new Uint8Array(STAMP_BYTES);
    encodeStamp({ frameNumber: 4711, captureTimeUs: 1_800_000_000_123_450 }, bytes);
    for (let bit = 0; bit < STAMP_BYTES * 8; bit += 1) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeStamp(damaged)).toBeUndefined();
    }
  });

  it.each([
    [640, 360],
    [1280, 720],
    [1920, 1080],
    [360, 640],
    [160, 160],
  ])('is read from a picture of %i by %i, frame after frame', (width, height) => {
    const picture = new PatternPicture(width, height, 30);
    for (const frameNumber of [0, 1, 2, 29, 30, 65_535, 65_536]) {
      const captureTimeUs = 1_790_000_000_000_000 + frameNumber * 33_330;
      picture.render(frameNumber, captureTimeUs);
      expect(readBarcode(picture.data, picture.plan)).toEqual({ frameNumber, captureTimeUs });
    }
  });

  it('is not found in a picture without one', () => {
    const picture = new PatternPicture(640, 360, 30);
    expect(readBarcode(picture.data, picture.plan)).toBeUndefined();
  });
});
