/** A person before a green wall: the wall goes, the person stays. */
import { expect, test } from 'vitest';
import { ChromaKey } from '../../../../../../renderer/media/compositor/filters/chroma-key.ts';
import { freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

/** Of #00ff00: luma 173. */
const GREEN = { cb: 42, cr: 26 };
const SKIN = { luma: 160, cb: 110, cr: 150 };
const settings = { ...GREEN, similarity: 0.2, smoothness: 0.08, spill: 0.1 };

test.each(['opaque', 'together'] as const)('%s: green is nothing, all else is as it was', (kind) => {
  const memory = openMemory();
  const picture = placeNoise(memory, 64, 32, 1, kind);
  for (let y = 0; y < 32; y += 1)
    for (let x = 0; x < 64; x += 1) {
      const isWall = x < 32;
      memory.bytes[picture.y.offset + y * picture.y.stride + x] = isWall ? 173 : SKIN.luma;
      const at = (y >> 1) * picture.cb.stride + (x >> 1) * (picture.cb.step ?? 1);
      memory.bytes[picture.cb.offset + at] = isWall ? GREEN.cb : SKIN.cb;
      memory.bytes[picture.cr.offset + at] = isWall ? GREEN.cr : SKIN.cr;
    }
  const key = new ChromaKey(memory, settings);
  const keyed = key.apply(picture);
  expect(keyed.isOpaque).toBe(false);
  expect(key.apply(picture)).toBe(keyed);
  const planes = readPicture(memory, keyed);
  const at = (name: 'y' | 'cb' | 'cr' | 'alpha' | 'alphaChroma', x: number): number | undefined => {
    const plane = planes[name];
    return plane?.samples[8 * plane.width + (plane.width === 64 ? x : x / 2)];
  };
  expect([at('y', 10), at('cb', 10), at('cr', 10), at('alpha', 10), at('alphaChroma', 10)]).toEqual([
    ...[16, 128, 128],
    ...[0, 0],
  ]);
  expect([at('y', 50), at('cb', 50), at('cr', 50), at('alpha', 50), at('alphaChroma', 50)]).toEqual([
    ...[SKIN.luma, SKIN.cb, SKIN.cr],
    ...[255, 255],
  ]);
  // Alpha is soft where luma's samples lie between two of chroma.
  expect(at('alpha', 31)).toBe(64);
  expect(at('alpha', 32)).toBe(191);
  key.end();
  if (kind === 'together') memory.free(picture.cb.offset);
  freePicture(memory, picture);
  expect(memory.usedBytes).toBe(0);
});

test('colours near the key lose their tint before they are gone', () => {
  const memory = openMemory();
  const picture = placeNoise(memory, 16, 16, 1, 'opaque');
  const fill = (cb: number, cr: number): void => {
    memory.kernels.fill(picture.y.offset, picture.y.stride, 16, 16, 150);
    memory.kernels.fill(picture.cb.offset, picture.cb.stride, 8, 8, cb);
    memory.kernels.fill(picture.cr.offset, picture.cr.stride, 8, 8, cr);
  };
  const key = new ChromaKey(memory, settings);
  const tints: number[] = [];
  const alphas: number[] = [];
  for (let distance = 40; distance < 90; distance += 5) {
    fill(GREEN.cb + distance, GREEN.cr);
    const planes = readPicture(memory, key.apply({ ...picture, revision: distance }));
    alphas.push(planes.alpha?.samples[0] ?? -1);
    tints.push(Math.abs((planes.cr?.samples[0] ?? 0) - 128));
  }
  expect(alphas).toEqual(alphas.toSorted((one, other) => one - other));
  expect(tints).toEqual(tints.toSorted((one, other) => one - other));
  expect([alphas[0], alphas.at(-1)]).toEqual([0, 255]);
  expect([tints[0], tints.at(-1)]).toEqual([0, 102]);
});
