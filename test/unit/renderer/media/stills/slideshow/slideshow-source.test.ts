import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../../../../../renderer/media/stills/drawn-picture.ts';
import { SlideshowSource } from '../../../../../../renderer/media/stills/slideshow/slideshow-source.ts';
import type { SlidePlan } from '../../../../../../renderer/media/stills/slideshow/slide-plan.ts';

const plan: SlidePlan = { slideCount: 5, slideMs: 1000, fadeMs: 500, order: 'loop', seed: 1 };
const ORIGIN_US = 7_000_000;

/** A slide is one opaque grey pixel: ten times its index. */
const slide = (index: number): Pixels => ({
  width: 1,
  height: 1,
  pixels: Uint8Array.of(index * 10, index * 10, index * 10, 255).buffer,
});

function showOf(broken: number[] = []) {
  const loaded: number[] = [];
  const failed: number[] = [];
  const source = new SlideshowSource(plan, ORIGIN_US, {
    async load(index) {
      loaded.push(index);
      await Promise.resolve();
      if (broken.includes(index)) throw new Error('not there');
      return slide(index);
    },
    failed: (index) => failed.push(index),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const greyAt = (seconds: number): number | undefined => {
    const picture = source.pictureAt(ORIGIN_US + seconds * 1_000_000);
    return picture && new Uint8Array(picture.pixels)[0];
  };
  return { source, loaded, failed, settle, greyAt, broken };
}

describe('a slide show', () => {
  it('holds the slide that shows and the next one, and loads nothing twice in a round', async () => {
    const { loaded, settle, greyAt } = showOf();
    expect(greyAt(0)).toBeUndefined();
    await settle();
    expect(loaded).toEqual([0, 1]);
    for (let seconds = 0.9; seconds < 5; seconds += 1) {
      expect(greyAt(seconds)).toBe(Math.floor(seconds) * 10);
      await settle();
    }
    expect(loaded).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it('loads a slide anew when its file has changed, also one of two that are both held all the time', async () => {
    const { source, loaded, failed, settle, greyAt, broken } = showOf();
    greyAt(0.9);
    await settle();
    source.reload(0);
    source.reload(3);
    await settle();
    expect(loaded).toEqual([0, 1, 0]);
    broken.push(1);
    source.reload(1);
    await settle();
    expect(failed).toEqual([1]);
    // What was held of it shows.
    expect(greyAt(1.9)).toBe(10);
  });

  it('fades from slide to slide, and is the same picture between fades', async () => {
    const { source, settle, greyAt } = showOf();
    for (const seconds of [0.5, 1, 2.9]) {
      greyAt(seconds);
      await settle();
    }
    expect([3, 3.25, 3.4, 3.5, 3.9].map(greyAt)).toEqual([20, 25, 28, 30, 30]);
    const standing = source.pictureAt(ORIGIN_US + 3_600_000);
    expect(source.pictureAt(ORIGIN_US + 3_900_000)).toBe(standing);
    expect(source.nextChangeUs(ORIGIN_US + 3_900_000)).toBe(ORIGIN_US + 4_000_000);
  });

  it('leaves the slide before one that can’t be shown, and says which one it is', async () => {
    const { failed, settle, greyAt } = showOf([2]);
    const seen = [];
    for (let seconds = 0.6; seconds < 5; seconds += 1) {
      greyAt(seconds);
      await settle();
      seen.push(greyAt(seconds));
    }
    expect(seen).toEqual([0, 10, 10, 30, 40]);
    expect(failed).toEqual([2]);
  });

  it('shows nothing once it has ended, whatever is loaded then', async () => {
    const { source, settle, greyAt } = showOf();
    greyAt(0);
    source.end();
    await settle();
    expect(greyAt(0.1)).toBeUndefined();
    expect(source.nextChangeUs(ORIGIN_US)).toBe(Infinity);
  });
});
