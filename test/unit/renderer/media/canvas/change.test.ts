import { describe, expect, it } from 'vitest';
import { Change, placesOf } from '../../../../../renderer/media/canvas/change.ts';
import type { PlacedTransition } from '../../../../../renderer/media/canvas/change.ts';

const canvas = { width: 640, height: 360 };
const fade: PlacedTransition = { kind: 'fade', durationMs: 300 };

/** The share in each frame, until the change is over. */
function sharesOf(transition: PlacedTransition, fps: number): readonly number[] {
  const change = new Change(transition, fps);
  const shares: number[] = [];
  for (let frame = 0; frame < 10_000; frame += 1) {
    const share = change.shareAt(Math.round(5_000_000 + (frame * 1_000_000) / fps));
    if (share === 1) return shares;
    shares.push(share);
  }
  throw new Error('the change never ends');
}

describe('a change from one scene to another', () => {
  it('of 300 ms has 9 frames at 30 fps, each with evenly more of the next scene', () => {
    const shares = sharesOf(fade, 30);
    expect(shares).toHaveLength(9);
    shares.forEach((share, frame) => expect(share).toBeCloseTo((frame + 1) / 10, 12));
  });

  it.each([
    [50, 30, 2],
    [300, 60, 18],
    [300, 30_000 / 1001, 9],
    [1000, 25, 25],
    [20_000, 30, 600],
    [50, 1, 1],
  ])('of %i ms has at %d fps so many frames: %i', (durationMs, fps, frames) => {
    expect(sharesOf({ kind: 'fade', durationMs }, fps)).toHaveLength(frames);
  });

  it('that misses frames is no longer for that', () => {
    const change = new Change(fade, 30);
    expect(change.shareAt(0)).toBeCloseTo(0.1);
    expect(change.shareAt(200_000)).toBeCloseTo(0.7);
    expect(change.shareAt(300_000)).toBe(1);
  });
});

describe('where both scenes lie', () => {
  const placed = (transition: PlacedTransition, share: number) => {
    const { before, next, colour } = placesOf(transition, share, canvas);
    const at = (place: typeof next) => place && [...place.placement.matrix.slice(4), place.opacity];
    return { before: at(before), next: at(next), colour };
  };

  it('a fade lays the next scene over the one before', () => {
    expect(placed(fade, 0.25)).toEqual({ before: [0, 0, 1], next: [0, 0, 0.25], colour: 0 });
  });

  it('a fade to a colour shows one scene at a time, and the colour alone in the middle', () => {
    const transition = { kind: 'fadeToColour', durationMs: 500, colour: '#000000ff' } as const;
    expect(placed(transition, 0.25)).toEqual({ before: [0, 0, 1], next: undefined, colour: 0.5 });
    expect(placed(transition, 0.5)).toEqual({ before: undefined, next: [0, 0, 1], colour: 1 });
    expect(placed(transition, 0.75)).toEqual({ before: undefined, next: [0, 0, 1], colour: 0.5 });
  });

  it.each([
    ['left', [480, 0], [-160, 0]],
    ['right', [-480, 0], [160, 0]],
    ['up', [0, 270], [0, -90]],
    ['down', [0, -270], [0, 90]],
  ] as const)(
    'a slide and a push to the %s bring the next scene in whole pixels',
    (direction, next, before) => {
      expect(placed({ kind: 'slide', durationMs: 500, direction }, 0.25)).toEqual({
        ...{ before: [0, 0, 1], next: [...next, 1], colour: 0 },
      });
      expect(placed({ kind: 'push', durationMs: 500, direction }, 0.25)).toEqual({
        ...{ before: [...before, 1], next: [...next, 1], colour: 0 },
      });
    },
  );

  it.each([
    ['left', { x: 480, y: 0, width: 160, height: 360 }],
    ['right', { x: 0, y: 0, width: 160, height: 360 }],
    ['up', { x: 0, y: 270, width: 640, height: 90 }],
    ['down', { x: 0, y: 0, width: 640, height: 90 }],
  ] as const)('a wipe to the %s uncovers the next scene in its place', (direction, crop) => {
    const { next } = placesOf({ kind: 'wipe', durationMs: 500, direction }, 0.25, canvas);
    expect(next?.placement).toEqual({ crop, matrix: [1, 0, 0, 1, crop.x, crop.y] });
  });
});
