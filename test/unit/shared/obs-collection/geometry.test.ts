/**
 * Where items lie: what is read, placed by the studio, against a calculation of its own in the file's pixels, step by step as OBS draws
 * an item: crop, scale or bounds, alignment, rotation, position.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import { placeItem } from '../../../../shared/studio/geometry/placement.ts';
import type { Placement } from '../../../../shared/studio/geometry/placement.ts';
import { transformSchema } from '../../../../shared/studio/transform-schema.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import type { JsonObject } from '../../../../shared/obs-collection/json/parse-json.ts';
import { collection, item, oldCollection, relativeItem, scene, source } from './builders.ts';
import type { CanvasSize } from './builders.ts';

type Point = Readonly<Record<'x' | 'y', number>>;

/** As an item stands in a file of version 1. */
type Placed = Readonly<
  Record<'pos' | 'scale' | 'bounds', Point> &
    Record<'rot' | 'align' | 'bounds_type' | 'bounds_align', number> &
    Record<'crop_left' | 'crop_right' | 'crop_top' | 'crop_bottom', number>
>;

const CARD: CanvasSize = { width: 400, height: 300 };
const HD: CanvasSize = { width: 1280, height: 720 };
const FULL_HD: CanvasSize = { width: 1920, height: 1080 };

const side = fc.integer({ min: 0, max: 90 });
const half = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 * most }).map((twice) => twice / 2);
const factor = fc.constantFrom(0.25, 0.5, 1, 1.5, 3, -0.5, -1, -2);
const bits = fc.constantFrom(0, 1, 2, 4, 5, 6, 8, 9, 10);
const placed: fc.Arbitrary<Placed> = fc.record({
  pos: fc.record({ x: half(1280), y: half(720) }),
  scale: fc.record({ x: factor, y: factor }),
  rot: fc.constantFrom(0, 15, 45, 90, 180, 200.5, 270, -90, 359),
  align: bits,
  // Even numbers of whole pixels: OBS rounds half of an odd one down.
  bounds: fc.record({ x: fc.integer({ min: 1, max: 400 }), y: fc.integer({ min: 1, max: 400 }) }).map(even),
  bounds_type: fc.integer({ min: 0, max: 6 }),
  bounds_align: bits,
  crop_left: side,
  crop_right: side,
  crop_top: side,
  crop_bottom: side,
});

function even({ x, y }: Point): Point {
  return { x: 2 * x, y: 2 * y };
}

/** OBS cuts fractions of a pixel off the aligned point, in both directions; a turned item has both in one. */
const CUT = Math.SQRT2 + 0.01;

test('an item of version 1 lies where OBS draws it', () => {
  fc.assert(
    fc.property(placed, fc.constantFrom(HD, FULL_HD), (each, canvas) => {
      const text = oldCollection({ sources: sourcesWith(item('Card', { ...each })) });
      const found = corners(placeItem(transformIn(text, canvas), CARD, canvas));
      expectNear(found, cornersOf(each), CUT);
    }),
    { numRuns: 500 },
  );
});

test('an item of version 2 lies there on its own canvas, and at the same place of any other of that shape', () => {
  fc.assert(
    fc.property(placed, (each) => {
      const text = collection({
        resolution: { x: FULL_HD.width, y: FULL_HD.height },
        // What OBS leaves for older versions counts for nothing.
        sources: sourcesWith({
          ...relativeItem('Card', FULL_HD, each, { ...each }),
          pos: { x: 1, y: 1 },
          scale: { x: 9, y: 9 },
        }),
      });
      const transform = transformIn(text);
      expectNear(corners(placeItem(transform, CARD, FULL_HD)), cornersOf(each), CUT);
      const smaller = corners(placeItem(transform, CARD, HD, 'none')).map(({ x, y }) => ({
        x: x * 1.5,
        y: y * 1.5,
      }));
      // Cut and rounded on a canvas whose pixels are half as large again.
      expectNear(smaller, cornersOf(each), 1.5 * CUT + 0.75);
    }),
    { numRuns: 500 },
  );
});

describe('relative values', () => {
  const canvas = { width: 1280, height: 720 };
  const absolute = { pos: { x: 100, y: 200 }, scale: { x: 2, y: 2 }, bounds: { x: 10, y: 10 } };
  const whole = relativeItem('Card', canvas, absolute, { pos: { x: 5, y: 6 }, scale: { x: 3, y: 3 } });
  const at = (members: JsonObject, version: number | undefined, hasSize: boolean): Transform =>
    transformIn(
      collection({
        version,
        resolution: hasSize ? { x: 1280, y: 720 } : undefined,
        migration_resolution: { x: 1280, y: 720 },
        sources: sourcesWith(members),
      }),
    );
  const position = ({ position: { x, y } }: Transform): Point => ({
    x: (x * 720 + 1280) / 2,
    y: ((y + 1) * 720) / 2,
  });

  test('count when all three are there', () => {
    expect(position(at(whole, 2, true)).x).toBeCloseTo(100);
    for (const name of ['pos_rel', 'scale_rel', 'scale_ref']) {
      const found = at({ ...whole, [name]: 7 }, 2, true);
      expect(position(found).x).toBeCloseTo(5);
      expect(found.scale).toEqual({ x: 3, y: 3, referenceHeight: 720 });
      // Bounds count by themselves.
      expect(found.bounds.width).toBeCloseTo(20 / 720);
    }
  });

  test('count in a file of version 1 where OBS has its canvas, and else not', () => {
    expect(position(at(whole, undefined, true)).x).toBeCloseTo(100);
    expect(position(at(whole, 1, false)).x).toBeCloseTo(5);
    const box = at({ ...whole, bounds: { x: 72, y: 36 } }, 1, false).bounds;
    expect([box.width, box.height]).toEqual([0.2, 0.1]);
    expect(position(at(whole, 2, false)).x).toBeCloseTo(100);
  });

  test('keep the height of the canvas that a scale was made on', () => {
    const found = at({ ...whole, scale_ref: { x: 2560, y: 1440 } }, 2, true);
    expect(found.scale).toEqual({ x: 2, y: 2, referenceHeight: 1440 });
  });
});

describe('the canvas of a file of version 1', () => {
  const members = { sources: sourcesWith(item('Card')) };

  test('is the saved one, or else the given one', () => {
    expect(readCollection(oldCollection({ ...members, resolution: { x: 800, y: 600 } }), HD).canvas).toEqual({
      width: 800,
      height: 600,
    });
    expect(
      readCollection(oldCollection({ ...members, migration_resolution: { x: 640, y: 480 } }), HD).canvas,
    ).toEqual({ width: 640, height: 480 });
    expect(readCollection(oldCollection(members), HD).canvas).toEqual(HD);
    expect(readCollection(oldCollection({ ...members, resolution: { x: 0, y: -1 } }), HD).canvas).toEqual(HD);
  });

  test('is OBS’s usual one where nobody says, which is noted', () => {
    const { canvas, notes } = readCollection(oldCollection(members));
    expect(canvas).toEqual(FULL_HD);
    expect(notes.map(({ reason }) => reason)).toEqual(['canvasGuessed']);
    expect(readCollection(collection(members)).notes).toEqual([]);
  });
});

describe('an item', () => {
  test('without a place is at the top left in its own size, and hidden as in OBS', () => {
    const { scenes } = readCollection(collection({ sources: sourcesWith({ name: 'Card' }) }), HD);
    const [{ transform, isVisible, isLocked } = { transform: undefined }] = scenes.flatMap(
      ({ items }) => items,
    );
    expect({ isVisible, isLocked }).toEqual({ isVisible: false, isLocked: false });
    expect(transform).toMatchObject({
      alignment: 'topLeft',
      scale: { x: 1, y: 1 },
      rotation: 0,
      bounds: { type: 'none' },
    });
  });

  test('with any number in any member has a transform that the studio takes', () => {
    const names = [
      'rot',
      'align',
      'bounds_type',
      'bounds_align',
      'crop_left',
      'crop_top',
      'pos',
      'scale',
      'bounds',
      'visible',
    ];
    const more = ['pos_rel', 'scale_rel', 'scale_ref', 'bounds_rel', 'bounds_crop'];
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(0, -0, 5e-324, -1e308),
    );
    const value = fc.oneof(number, fc.record({ x: number, y: number }), fc.constantFrom('1', true, [], {}));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, ...more), value), (members) => {
        const text = collection({ sources: sourcesWith({ name: 'Card', ...(members as JsonObject) }) });
        expect(transformSchema.safeParse(transformIn(text)).error?.issues).toBeUndefined();
      }),
    );
  });
});

function sourcesWith(members: JsonObject): readonly JsonObject[] {
  return [source('color_source_v3', 'Card', { ...CARD }), scene('Main', [members])];
}

function transformIn(text: string, canvas?: CanvasSize): Transform {
  const transform = readCollection(text, canvas).scenes[0]?.items[0]?.transform;
  if (transform === undefined) throw new Error('no item');
  return transform;
}

/** Top left, top right, bottom left, bottom right of what shows of the source, on the canvas. */
function corners({ crop, matrix: [a, b, c, d, e, f] }: Placement): readonly Point[] {
  return unit.map(({ x, y }) => ({
    x: a * x * crop.width + c * y * crop.height + e,
    y: b * x * crop.width + d * y * crop.height + f,
  }));
}

const unit: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
];

/** The calculation of its own, without a box that cuts. */
function cornersOf(each: Placed): readonly Point[] {
  const width = CARD.width - each.crop_left - each.crop_right;
  const height = CARD.height - each.crop_top - each.crop_bottom;
  const scale = fitted(each, width, height);
  const size = { x: width * scale.x, y: height * scale.y };
  const hasBox = each.bounds_type !== 0;
  const outer = hasBox ? each.bounds : size;
  // The point that `align` names, from the top left of the picture or box.
  const origin = aligned(each.align, outer);
  const inBox = hasBox
    ? aligned(each.bounds_align, { x: outer.x - Math.abs(size.x), y: outer.y - Math.abs(size.y) })
    : { x: 0, y: 0 };
  // A mirrored picture stays in place in its box.
  const mirrored = { x: hasBox && size.x < 0 ? -size.x : 0, y: hasBox && size.y < 0 ? -size.y : 0 };
  const radians = (each.rot * Math.PI) / 180;
  return unit.map(({ x, y }) => {
    const atX = x * size.x + inBox.x + mirrored.x - origin.x;
    const atY = y * size.y + inBox.y + mirrored.y - origin.y;
    return {
      x: each.pos.x + atX * Math.cos(radians) - atY * Math.sin(radians),
      y: each.pos.y + atX * Math.sin(radians) + atY * Math.cos(radians),
    };
  });
}

function fitted(each: Placed, width: number, height: number): Point {
  const { bounds, scale } = each;
  const across = bounds.x / (width * Math.abs(scale.x));
  const down = bounds.y / (height * Math.abs(scale.y));
  const times = (by: number): Point => ({ x: scale.x * by, y: scale.y * by });
  switch (each.bounds_type) {
    case 1:
      return { x: scale.x * across, y: scale.y * down };
    case 2:
      return times(Math.min(across, down));
    case 3:
      return times(Math.max(across, down));
    case 4:
      return times(across);
    case 5:
      return times(down);
    case 6:
      return times(Math.min(across, down, 1));
    default:
      return scale;
  }
}

function aligned(align: number, size: Point): Point {
  const share = (least: boolean, most: boolean): number => (most ? 1 : least ? 0 : 0.5);
  return {
    x: share((align & 1) !== 0, (align & 2) !== 0) * size.x,
    y: share((align & 4) !== 0, (align & 8) !== 0) * size.y,
  };
}

function expectNear(found: readonly Point[], wanted: readonly Point[], pixels: number): void {
  for (const [index, { x, y }] of found.entries()) {
    expect(Math.abs(x - (wanted[index]?.x ?? Number.NaN))).toBeLessThan(pixels);
    expect(Math.abs(y - (wanted[index]?.y ?? Number.NaN))).toBeLessThan(pixels);
  }
}
