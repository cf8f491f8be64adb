/** Filters of the document on pictures: what each does, in order, once for each picture. */
import { describe, expect, test } from 'vitest';
import { FilterChain } from '../../../../../../renderer/media/compositor/filters/filter-chain.ts';
import type {
  FilterContent,
  FilterContents,
} from '../../../../../../renderer/media/compositor/filters/make-stages.ts';
import { maskImageOf } from '../../../../../../renderer/media/compositor/filters/image-mask.ts';
import { freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import type { Filter } from '../../../../../../shared/studio/document-schema.ts';
import { filterDefaults, filterKinds } from '../../../../../../shared/studio/filters/filter.ts';
import type { FilterSettings } from '../../../../../../shared/studio/filters/filter.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

class Contents implements FilterContents {
  revision = 0;
  readonly #found = new Map<string, FilterContent>();

  set(id: string, content: FilterContent): void {
    this.#found.set(id, content);
    this.revision += 1;
  }

  get(id: string): FilterContent | undefined {
    return this.#found.get(id);
  }
}

function filtersOf(...settings: readonly FilterSettings[]): readonly Filter[] {
  return settings.map((each, index) => ({
    id: `f${index}`,
    name: `F${index}`,
    isEnabled: true,
    settings: each,
  }));
}

function begin(
  filters: readonly Filter[],
  kind: 'opaque' | 'alpha' | 'together' = 'opaque',
  width = 32,
  height = 18,
) {
  const memory = openMemory();
  const picture = placeNoise(memory, width, height, 7, kind);
  const contents = new Contents();
  const chain = new FilterChain(memory, contents);
  chain.set(filters);
  const end = (): number => {
    chain.end();
    if (kind === 'together') memory.free(picture.cb.offset);
    freePicture(memory, picture);
    return memory.usedBytes;
  };
  return { memory, picture, contents, chain, end };
}

const next = (picture: Picture): Picture => ({ ...picture, revision: picture.revision + 1 });
const BLUR = { kind: 'blur', form: 'box', radius: 2 } as const;
const half = { ...filterDefaults.colourCorrection, opacity: 0.5 };

describe.each(['opaque', 'alpha', 'together'] as const)('a picture that is %s', (kind) => {
  const strong: readonly FilterSettings[] = [
    { kind: 'crop', left: 3, top: 1, right: 2, bottom: 5 },
    { kind: 'crop', left: -3, top: -1, right: 2, bottom: -5 },
    half,
    { ...filterDefaults.chromaKey, brightness: 0.1 },
    filterDefaults.colourKey,
    { ...filterDefaults.lumaKey, least: 0.5 },
    BLUR,
    { kind: 'sharpen', sharpness: 0.5 },
    { ...filterDefaults.scroll, speedX: 30, speedY: -10 },
    { kind: 'delay', delayMs: 100 },
  ];

  test.each(strong)('is another by $kind, and the same as long as nothing changes', (settings) => {
    const { chain, picture, end, memory } = begin(filtersOf(settings), kind);
    const first = chain.apply(picture, 0);
    expect(chain.apply(picture, 0)).toBe(first);
    const later = chain.apply(next(picture), 50_000);
    expect(later === first).toBe(settings.kind === 'delay');
    for (const plane of Object.values(readPicture(memory, later)))
      expect(plane.samples.length).toBeGreaterThan(0);
    expect(end()).toBe(0);
  });

  test.each(filterKinds)('passes %s with its first settings in its own size', (filterKind) => {
    const { chain, picture, end } = begin(filtersOf(filterDefaults[filterKind]), kind, 33, 17);
    expect(chain.apply(picture, 0)).toMatchObject({ width: 33, height: 17 });
    expect(end()).toBe(0);
  });

  test('is what it was with filters that change nothing', () => {
    const { chain, picture, memory, end } = begin(
      filtersOf(filterDefaults.crop, filterDefaults.mask, filterDefaults.lut, filterDefaults.scroll, {
        ...filterDefaults.delay,
      }),
      kind,
    );
    expect(chain.apply(picture, 0)).toBe(picture);
    expect(memory.usedBytes).toBeGreaterThan(0);
    expect(end()).toBe(0);
  });

  test('is half there by half the opacity', () => {
    const { chain, picture, memory, end } = begin(filtersOf(half), kind);
    const before = readPicture(memory, picture);
    const after = readPicture(memory, chain.apply(picture, 0));
    after.alpha?.samples.forEach((alpha, at) => {
      const own = kind === 'alpha' ? (before.alpha?.samples[at] ?? 0) : 255;
      expect(Math.abs(alpha - own / 2)).toBeLessThanOrEqual(1);
    });
    expect(end()).toBe(0);
  });
});

test('a crop from even pixels lies where the picture lies', () => {
  const crop = { kind: 'crop', left: 4, top: 2, right: 6, bottom: 0 } as const;
  const { chain, picture } = begin(filtersOf(crop));
  const cut = chain.apply(picture, 0);
  expect(cut).toMatchObject({ width: 22, height: 16, isOpaque: true });
  expect(cut.y.offset).toBe(picture.y.offset + 2 * picture.y.stride + 4);
  expect(cut.cr.offset).toBe(picture.cr.offset + picture.cr.stride + 2);
});

test('a crop from an odd pixel has the mean of two samples of chroma', () => {
  const { chain, picture, memory } = begin(filtersOf({ kind: 'crop', left: 1, top: 0, right: 0, bottom: 0 }));
  const before = readPicture(memory, picture);
  const after = readPicture(memory, chain.apply(picture, 0));
  expect(after.y?.samples[0]).toBe(before.y?.samples[1]);
  const [one = 0, other = 0] = before.cb?.samples ?? [];
  expect(Math.abs((after.cb?.samples[0] ?? 0) - (one + other) / 2)).toBeLessThanOrEqual(0.5);
});

test('a picture with room around it is transparent there', () => {
  const { chain, picture, memory } = begin(
    filtersOf({ kind: 'crop', left: -4, top: -2, right: 0, bottom: 0 }),
  );
  const padded = chain.apply(picture, 0);
  expect(padded).toMatchObject({ width: 36, height: 20, isOpaque: false });
  const { alpha, y } = readPicture(memory, padded);
  expect([alpha?.samples[0], alpha?.samples[2 * 36 + 4]]).toEqual([0, 255]);
  expect(y?.samples[2 * 36 + 4]).toBe(readPicture(memory, picture).y?.samples[0]);
});

test('a picture is blurred to the mean of what is around', () => {
  const { chain, picture, memory } = begin(filtersOf(BLUR));
  const { y } = readPicture(memory, picture);
  const after = readPicture(memory, chain.apply(picture, 0)).y?.samples ?? new Uint8Array();
  const at = (x: number, row: number): number => y?.samples[row * 32 + x] ?? 0;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const near = [-2, -1, 0, 1, 2];
  const expected = mean(near.flatMap((right) => near.map((below) => at(10 + right, 9 + below))));
  expect(Math.abs((after[9 * 32 + 10] ?? 0) - expected)).toBeLessThanOrEqual(1);
});

test('a scroll comes back at the other side', () => {
  const scroll = { ...filterDefaults.scroll, speedX: 10 };
  const { chain, picture, memory } = begin(filtersOf(scroll));
  const before = readPicture(memory, picture).y?.samples ?? new Uint8Array();
  chain.apply(picture, 1_000_000);
  const after = readPicture(memory, chain.apply(picture, 1_400_000)).y?.samples ?? new Uint8Array();
  expect(after[0]).toBe(before[4]);
  expect(after[31]).toBe(before[3]);
});

test('a scroll without a loop leaves nothing behind', () => {
  const scroll = { ...filterDefaults.scroll, speedX: -10, isLooping: false };
  const { chain, picture, memory } = begin(filtersOf(scroll));
  chain.apply(picture, 0);
  expect(readPicture(memory, chain.apply(picture, 400_000)).alpha?.samples.slice(3, 5)).toEqual(
    Uint8Array.from([0, 255]),
  );
});

test('a picture shows as late as its delay says, with what it was then', () => {
  const { chain, picture, memory, end } = begin(filtersOf({ kind: 'delay', delayMs: 100 }));
  const lumas: (number | undefined)[] = [];
  for (let frame = 0; frame < 8; frame += 1) {
    memory.kernels.fill(picture.y.offset, picture.y.stride, 32, 18, 100 + frame);
    const shown = chain.apply({ ...picture, revision: frame }, Math.round((frame * 1e6) / 30));
    lumas.push(readPicture(memory, shown).y?.samples[0]);
  }
  // Three frames of 30 fps.
  expect(lumas).toEqual([100, 100, 100, 100, 101, 102, 103, 104]);
  expect(end()).toBe(0);
});

test('a delay of large pictures keeps no more than its bounds', () => {
  const { chain, picture, memory } = begin(filtersOf({ kind: 'delay', delayMs: 500 }), 'opaque', 4096, 2160);
  for (let frame = 0; frame < 30; frame += 1) chain.apply({ ...picture, revision: frame }, frame * 16_667);
  expect(memory.usedBytes).toBeLessThan(4096 * 2160 * 1.5 + 110_000_000);
});

describe('a mask', () => {
  const mask = { ...filterDefaults.mask, path: '/masks/half.png', isStretched: true };
  /** White at the left, black at the right; the lower half is transparent. */
  const image = maskImageOf({
    ...{ width: 2, height: 2 },
    pixels: Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0]),
  });
  const corners = (settings: typeof mask): readonly (number | undefined)[] => {
    const { chain, picture, contents, memory } = begin(filtersOf(settings));
    expect(chain.apply(picture, 0)).toBe(picture);
    contents.set('f0', { kind: 'mask', image });
    const { alpha } = readPicture(memory, chain.apply(picture, 0));
    return [0, 31, 17 * 32, 18 * 32 - 1].map((at) => alpha?.samples[at]);
  };

  test('shows what is bright in its image', () => {
    expect(corners(mask)).toEqual([255, 0, 0, 0]);
  });

  test('shows what its image covers', () => {
    expect(corners({ ...mask, by: 'alpha' } as unknown as typeof mask)).toEqual([255, 255, 0, 0]);
  });

  test('shows all else when inverted, as much as its opacity says', () => {
    expect(corners({ ...mask, isInverted: true, opacity: 0.6 })).toEqual([0, 153, 153, 153]);
  });
});

test('a LUT counts as much as its amount says', () => {
  const lut = { kind: 'lut', path: '/luts/dark.cube', amount: 0.5 } as const;
  const { chain, picture, contents, memory } = begin(filtersOf(lut));
  memory.kernels.fill(picture.y.offset, picture.y.stride, 32, 18, 236);
  memory.kernels.fill(picture.cb.offset, picture.cb.stride, 16, 9, 128);
  memory.kernels.fill(picture.cr.offset, picture.cr.stride, 16, 9, 128);
  contents.set('f0', { kind: 'lut', lut: ([, , , alpha]) => [0, 0, 0, alpha] });
  const luma = readPicture(memory, chain.apply(next(picture), 0)).y?.samples[0] ?? 0;
  expect(Math.abs(luma - (16 + 236) / 2)).toBeLessThanOrEqual(1);
});

test('colours that change one after the other are changed at once', () => {
  const { chain, picture, memory, end } = begin(filtersOf(half, { ...half, brightness: 0.1 }, BLUR));
  const used = memory.usedBytes;
  chain.apply(picture, 0);
  // One table of colours, not two.
  expect(memory.usedBytes - used).toBeLessThan(2 * 33 ** 3 * 8);
  expect(end()).toBe(0);
});

test('what stays the same when another filter changes is not made anew', () => {
  const filters = filtersOf({ ...filterDefaults.scroll, speedX: 30 }, BLUR);
  const { chain, picture, memory } = begin(filters);
  const samples = (): Uint8Array =>
    readPicture(memory, chain.apply(picture, 1_000_000)).y?.samples ?? new Uint8Array();
  chain.apply(picture, 0);
  const moved = samples();
  chain.set(filters.map((filter) => ({ ...filter, settings: { ...filter.settings } })));
  expect(samples()).toEqual(moved);
});

test('a filter that is turned off does nothing', () => {
  const { chain, picture } = begin(filtersOf(BLUR).map((filter) => ({ ...filter, isEnabled: false })));
  expect(chain.apply(picture, 0)).toBe(picture);
});
