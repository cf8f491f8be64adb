import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slidesAt } from '../../../../../../renderer/media/stills/slideshow/slide-plan.ts';
import type { SlidePlan } from '../../../../../../renderer/media/stills/slideshow/slide-plan.ts';

const plan: SlidePlan = { slideCount: 3, slideMs: 1000, fadeMs: 0, order: 'loop', seed: 1 };
const second = 1_000_000;

/** The slides of the first seconds. */
const slides = (changed: Partial<SlidePlan>, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => slidesAt({ ...plan, ...changed }, index * second).index);

describe('the slides of a slide show', () => {
  it('come one after the other, round after round', () => {
    expect(slides({}, 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
    expect(slidesAt(plan, second - 1)).toEqual({
      index: 0,
      fading: undefined,
      following: 1,
      changeUs: second,
    });
    expect(slidesAt(plan, 3_000_000 * second).changeUs).toBe(3_000_001 * second);
  });

  it('end with the last one where they come once', () => {
    expect(slides({ order: 'once' }, 5)).toEqual([0, 1, 2, 2, 2]);
    const end = { index: 2, fading: undefined, following: undefined, changeUs: Infinity };
    expect(slidesAt({ ...plan, order: 'once' }, 2 * second)).toEqual(end);
    expect(slidesAt({ ...plan, order: 'once' }, 99 * second)).toEqual(end);
  });

  it('fade at the start of each but the first', () => {
    const fading = { ...plan, fadeMs: 400 };
    expect(slidesAt(fading, 100_000).fading).toBeUndefined();
    expect(slidesAt(fading, second)).toMatchObject({ index: 1, fading: { index: 0, share: 0 } });
    expect(slidesAt(fading, second + 100_000)).toEqual({
      index: 1,
      fading: { index: 0, share: 0.25 },
      following: 2,
      changeUs: second + 100_000,
    });
    expect(slidesAt(fading, second + 400_000)).toMatchObject({ fading: undefined, changeUs: 2 * second });
  });

  it('fade into the last one, too, and then stand', () => {
    const fading: SlidePlan = { ...plan, fadeMs: 400, order: 'once' };
    expect(slidesAt(fading, 2 * second + 200_000)).toMatchObject({
      index: 2,
      fading: { index: 1, share: 0.5 },
    });
    expect(slidesAt(fading, 2 * second + 400_000)).toMatchObject({ fading: undefined, changeUs: Infinity });
    expect(slidesAt(fading, 99 * second)).toMatchObject({ index: 2, fading: undefined });
  });

  it('that is alone stands', () => {
    expect(slidesAt({ ...plan, slideCount: 1, fadeMs: 400 }, 9 * second)).toEqual({
      index: 0,
      fading: undefined,
      following: undefined,
      changeUs: Infinity,
    });
  });

  it('begins with the first one, before it too', () => {
    expect(slidesAt(plan, -5)).toMatchObject({ index: 0, changeUs: second });
  });

  it('in random order come once in each round, and never twice in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.integer(), (slideCount, seed) => {
        const shown = slides({ slideCount, seed, order: 'random' }, slideCount * 5);
        for (let round = 0; round < 5; round += 1) {
          const inRound = shown.slice(round * slideCount, (round + 1) * slideCount);
          expect(new Set(inRound).size).toBe(slideCount);
        }
        for (const [index, slide] of shown.entries()) expect(slide).not.toBe(shown[index + 1]);
      }),
    );
  });

  it('in random order are not in the order of the list', () => {
    const orders = Array.from({ length: 20 }, (_, seed) =>
      slides({ slideCount: 6, seed, order: 'random' }, 6).join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(15);
  });
});
