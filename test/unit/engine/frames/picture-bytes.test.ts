import { expect, test } from 'vitest';
import { PictureBytes } from '../../../../electron/engine/frames/picture-bytes.ts';
import { PicturePool } from '../../../../electron/engine/frames/picture-pool.ts';

test('memory is given back with the last release, not before, and once', () => {
  let given = 0;
  const picture = new PictureBytes(new Uint8Array(8), () => {
    given += 1;
  });
  picture.hold();
  picture.hold();
  picture.release();
  expect(given).toBe(0);
  picture.release();
  expect(given).toBe(1);
});

test('a picture’s memory is used again, never while somebody holds it', () => {
  const pool = new PicturePool();
  const first = pool.take(12);
  first.hold();
  const second = pool.take(12);
  expect(second.bytes.buffer).not.toBe(first.bytes.buffer);
  first.release();
  expect(pool.take(12).bytes.buffer).toBe(first.bytes.buffer);
});

test('pictures of another size get memory of that size', () => {
  const pool = new PicturePool();
  const small = pool.take(12);
  small.hold();
  expect(pool.take(24).bytes).toHaveLength(24);
  small.release();
  expect(pool.take(24).bytes).toHaveLength(24);
});
