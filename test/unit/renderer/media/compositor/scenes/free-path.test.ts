/** A picture that lies ever so slightly slanted looks as one that lies upright, of every kind and at every size. */
import { beforeAll, expect, test } from 'vitest';
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import { scaleFilters } from '../../../../../../shared/studio/filters/look.ts';
import type { ScaleFilter } from '../../../../../../shared/studio/filters/look.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';
import type { PlainPicture } from '../../../../../support/compositor/plain-scene.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const SIZE = { width: 96, height: 54 };
/** By so much the far corner lies elsewhere: some hundredths of a pixel. */
const SLANT = 1e-4;

/** Soft slopes in every plane, premultiplied already. */
function placeSlopes(kind: 'opaque' | 'alpha' | 'together'): Picture {
  const picture = placeNoise(memory, 121, 83, 1, kind);
  const planes = [picture.y, picture.cb, picture.cr, picture.alpha, picture.alphaChroma];
  planes.forEach((plane, index) => {
    if (plane === undefined) return;
    const part = index === 0 || index === 3 ? 1 : 2;
    for (let y = 0; y < Math.ceil(83 / part); y += 1)
      for (let x = 0; x < Math.ceil(121 / part); x += 1) {
        const at = plane.offset + y * plane.stride + x * (plane.step ?? 1);
        memory.bytes[at] = index < 3 ? 40 + ((x + y) * part) / 4 : 200 - ((x + 2 * y) * part) / 4;
      }
  });
  return picture;
}

function compose(
  picture: Picture,
  matrix: Layer['placement']['matrix'],
  scaleFilter: ScaleFilter = 'auto',
): PlainPicture {
  const crop = { x: 5, y: 2, width: 111, height: 79 };
  const compositor = new Compositor(memory, SIZE, 'transparent');
  const layer = { id: 'a', picture, placement: { crop, matrix }, opacity: 0.8, isVisible: true, scaleFilter };
  const composed = readPicture(memory, compositor.compose([layer]));
  compositor.end();
  return composed;
}

test.each([
  ['opaque', 1],
  ['alpha', 1],
  ['together', 1],
  ['opaque', 1.7],
  ['alpha', 0.5],
  ['together', 0.3],
  ['opaque', -0.6],
] as const)('%s, %d times as large', (kind, scale) => {
  const picture = placeSlopes(kind);
  const [x, y] = scale < 0 ? [80, 50] : [7, 5];
  const upright = compose(picture, [scale, 0, 0, scale, x, y]);
  const slanted = compose(picture, [scale, SLANT, -SLANT, scale, x, y]);
  for (const [name, plane] of Object.entries(upright)) {
    const part = name === 'y' || name === 'alpha' ? 1 : 2;
    const other = slanted[name as keyof PlainPicture]?.samples;
    const width = Math.abs(111 * scale);
    const height = Math.abs(79 * scale);
    const [left, top] = scale < 0 ? [x - width, y - height] : [x, y];
    plane.samples.forEach((sample, at) => {
      const column = (at % plane.width) * part - left;
      const row = Math.floor(at / plane.width) * part - top;
      const isInside = column > 3 && row > 3 && column < width - 5 && row < height - 5;
      if (isInside) expect(Math.abs((other?.[at] ?? 0) - sample)).toBeLessThanOrEqual(2);
    });
  }
});

/** By the nearest sample, a place in the very middle goes either way. */
const smooth = scaleFilters.filter((filter) => filter !== 'point');

test.each(
  smooth.flatMap((filter) => (['opaque', 'together'] as const).map((kind) => [filter, kind] as const)),
)('%s scales noise alike, slanted or upright (%s)', (filter, kind) => {
  const picture = placeNoise(memory, 121, 83, 1, kind);
  const upright = compose(picture, [2.3, 0, 0, 3.1, -90, -80], filter);
  const slanted = compose(picture, [2.3, SLANT, -SLANT, 3.1, -90, -80], filter);
  for (const name of ['y', 'cb', 'cr'] as const) {
    const [one, other] = [upright[name]?.samples, slanted[name]?.samples];
    if (one === undefined || other === undefined) throw new Error('no plane');
    let total = 0;
    for (const [at, sample] of one.entries()) total += Math.abs(sample - (other[at] ?? 0));
    expect(total / one.length).toBeLessThan(2);
  }
});
