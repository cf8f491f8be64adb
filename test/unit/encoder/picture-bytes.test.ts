import { expect, test } from 'vitest';
import { PictureBytes } from '../../../electron/encoder/picture-bytes.ts';

test('memory is given back with the last release, not before, where the engine can do so', () => {
  const canGiveBack = 'transfer' in ArrayBuffer.prototype;
  const bytes = new PictureBytes([new ArrayBuffer(8), new ArrayBuffer(4)]);
  expect(bytes.byteLength).toBe(12);
  bytes.hold();
  bytes.hold();
  bytes.release();
  expect(bytes.byteLength).toBe(12);
  bytes.release();
  expect(bytes.byteLength).toBe(canGiveBack ? 0 : 12);
});
