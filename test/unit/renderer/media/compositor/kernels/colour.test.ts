/** Colours by a table against plain arithmetic: every byte is the same. */
import { assert, boolean, integer, property } from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { allocatePicture, freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

const NODES = 33;

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

function makeTable(): Int16Array {
  let state = 5;
  return Int16Array.from({ length: NODES ** 3 * 4 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state % 32_700) - 8190;
  });
}

/** Cr first, then Cb, then Y, rounded each time. */
function find(table: Int16Array, y: number, cb: number, cr: number): readonly number[] {
  const node = (dy: number, db: number, dr: number, channel: number): number =>
    table[((((cb >> 3) + db) * NODES + (cr >> 3) + dr) * NODES + (y >> 3) + dy) * 4 + channel] ?? 0;
  const between = (one: number, other: number, value: number): number =>
    one + (((other - one) * ((value & 7) << 12) + 16_384) >> 15);
  return [0, 1, 2, 3].map((channel) => {
    const alongCr = (dy: number, db: number): number =>
      between(node(dy, db, 0, channel), node(dy, db, 1, channel), cr);
    const alongCb = (dy: number): number => between(alongCr(dy, 0), alongCr(dy, 1), cb);
    return Math.min(16_320, Math.max(0, between(alongCb(0), alongCb(1), y)));
  });
}

test('colours by a table', () => {
  const table = makeTable();
  const tableAt = memory.place(new Uint8Array(table.buffer));
  const sizes = [
    integer({ min: 1, max: 21 }),
    integer({ min: 1, max: 7 }),
    integer({ min: 1, max: 1e6 }),
  ] as const;
  assert(
    property(...sizes, boolean(), (width, height, seed, isTogether) => {
      const picture = placeNoise(memory, width, height, seed, isTogether ? 'together' : 'opaque');
      const source = readPicture(memory, picture);
      const target = allocatePicture(memory, { width, height }, true);
      const { y, cb, cr } = picture;
      memory.kernels.mapColours(
        ...[y.offset, y.stride, cb.offset, cr.offset, cb.stride, cb.step ?? 1, width, height, tableAt],
        ...[target.y.offset, target.cb.offset, target.cr.offset],
        ...[target.alpha?.offset ?? 0, target.alphaChroma?.offset ?? 0, target.y.stride, target.cb.stride],
      );
      const half = Math.ceil(width / 2);
      const pixel = (x: number, row: number): readonly number[] => {
        const [column, line] = [Math.min(x, width - 1), Math.min(row, height - 1)];
        const at = (line >> 1) * half + (column >> 1);
        const luma = source.y?.samples[line * width + column] ?? 0;
        return find(table, luma, source.cb?.samples[at] ?? 0, source.cr?.samples[at] ?? 0);
      };
      const got = readPicture(memory, target);
      const whole = (value: number): number => (value + 32) >> 6;
      const luma = (channel: number): Uint8Array =>
        Uint8Array.from({ length: width * height }, (_, at) =>
          whole(pixel(at % width, Math.floor(at / width))[channel] ?? 0),
        );
      const chroma = (channel: number): Uint8Array =>
        Uint8Array.from({ length: half * Math.ceil(height / 2) }, (_, at) => {
          const [x, row] = [2 * (at % half), 2 * Math.floor(at / half)];
          const value = (right: number, below: number): number => pixel(x + right, row + below)[channel] ?? 0;
          const mean = (one: number, other: number): number => (one + other + 1) >> 1;
          return whole(mean(mean(value(0, 0), value(1, 0)), mean(value(0, 1), value(1, 1))));
        });
      expect(got.y?.samples).toEqual(luma(0));
      expect(got.alpha?.samples).toEqual(luma(3));
      expect(got.cb?.samples).toEqual(chroma(1));
      expect(got.cr?.samples).toEqual(chroma(2));
      expect(got.alphaChroma?.samples).toEqual(chroma(3));
      if (isTogether) memory.free(picture.cb.offset);
      for (const each of [picture, target]) freePicture(memory, each);
    }),
  );
});
