/** Resizing about the opposite point, and sticking to lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointIn } from '../../../../../renderer/features/canvas-editor/geometry/box-points.ts';
import {
  handles,
  oppositeShare,
  shareOf,
} from '../../../../../renderer/features/canvas-editor/geometry/handles.ts';
import {
  ratioOf,
  resizeBox,
  resizeBy,
} from '../../../../../renderer/features/canvas-editor/geometry/resize.ts';
import {
  snapLines,
  snapMove,
  wholeOf,
} from '../../../../../renderer/features/canvas-editor/geometry/snap.ts';
import { anyBox, anyPoint, expectPoint } from './any-box.ts';

const canvas = { width: 1280, height: 720 };
const upright = { x: 100, y: 100, width: 320, height: 180, rotation: 0 };
const lines = snapLines([wholeOf(canvas)]);
const plain = { lines: [], reach: 0 } as const;
const sides = ({ x, y, width, height }: typeof upright) => [x, y, width, height];

describe('resizeBox', () => {
  it('leaves the opposite point where it is, however the box is turned', () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.constantFrom(...handles),
        anyPoint,
        fc.boolean(),
        fc.constantFrom(0, 10, 50),
        (box, handle, point, isKept, reach) => {
          const ratio = isKept ? box.width / box.height : undefined;
          const next = resizeBox(box, { handle, point, ratio, lines, reach }).box;
          expectPoint(pointIn(next, oppositeShare(handle)), pointIn(box, oppositeShare(handle)));
          expect(next.rotation).toBe(box.rotation);
          expect(Math.min(next.width, next.height)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it('without a ratio the corner follows the pointer to half a pixel', () => {
    const grown = fc.record({ x: fc.double({ min: 5, max: 900, noNaN: true }), y: fc.constant(77.3) });
    fc.assert(
      fc.property(anyBox, grown, (box, { x, y }) => {
        const point = pointIn(box, { x: x / box.width, y: y / box.height });
        const next = resizeBox(box, { ...plain, handle: 'bottomRight', point, ratio: undefined }).box;
        expectPoint(pointIn(next, shareOf('bottomRight')), point, Math.SQRT1_2 + 1e-6);
      }),
    );
  });

  it('keeps the ratio to half a pixel a side', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...handles), anyPoint, (box, handle, point) => {
        const ratio = box.width / box.height;
        const next = resizeBox(box, { ...plain, handle, point, ratio }).box;
        const [long, short] = ratio >= 1 ? [next.width, next.height] : [next.height, next.width];
        const proportion = ratio >= 1 ? 1 / ratio : ratio;
        expect(Number.isInteger(long)).toBe(true);
        expect(Math.abs(short - Math.max(1, long * proportion))).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it.each([
    ['bottomRight', { x: 580, y: 280 }, [100, 100, 480, 270]],
    // The larger side counts.
    ['bottomRight', { x: 580, y: 1000 }, [100, 100, 1600, 900]],
    ['topLeft', { x: 260, y: 190 }, [260, 190, 160, 90]],
    // An edge grows to both sides of its middle.
    ['right', { x: 740, y: 0 }, [100, 10, 640, 360]],
    ['top', { x: 0, y: 190 }, [180, 190, 160, 90]],
    // Past the opposite point nothing is mirrored.
    ['bottomRight', { x: 0, y: 0 }, [100, 100, 1, 1]],
  ] as const)('by %s to %o, ratio kept', (handle, point, wanted) => {
    expect(sides(resizeBox(upright, { ...plain, handle, point, ratio: 16 / 9 }).box)).toEqual(wanted);
  });

  it.each([
    ['bottomRight', { x: 580.4, y: 300 }, [100, 100, 480, 200]],
    ['left', { x: 50, y: 700 }, [50, 100, 370, 180]],
    ['bottom', { x: 0, y: 130 }, [100, 100, 320, 30]],
  ] as const)('by %s to %o, ratio free', (handle, point, wanted) => {
    expect(sides(resizeBox(upright, { ...plain, handle, point, ratio: undefined }).box)).toEqual(wanted);
  });

  it.each([
    ['upright', upright, 'right', { x: 635, y: 0 }, [100, 100, 540, 180]],
    // Turned by a quarter about 500, 100 the box grows downwards by its width.
    ['on its side', { ...upright, x: 500, rotation: 90 }, 'right', { x: 0, y: 715 }, [500, 100, 620, 180]],
    ['askew', { ...upright, rotation: 45 }, 'right', { x: 632, y: 632 }, [100, 100, 752, 180]],
  ] as const)('%s, sticks to a line only along the canvas', (_name, box, handle, point, wanted) => {
    const { box: next } = resizeBox(box, { handle, point, ratio: undefined, lines, reach: 10 });
    expect(sides(next).map((side) => Math.round(side * 1e6) / 1e6)).toEqual(wanted);
  });

  it('sticks by the nearer side alone while the ratio is kept, and shows that line', () => {
    const point = { x: 1272, y: 758 };
    const resized = resizeBox(upright, { handle: 'bottomRight', point, ratio: 16 / 9, lines, reach: 10 });
    expect(sides(resized.box)).toEqual([100, 100, 1180, 664]);
    expect(resized.guides.map(({ axis, at }) => [axis, at])).toEqual([['x', 1280]]);
  });
});

describe('ratioOf', () => {
  it.each([
    [{ width: 347, height: 195 }, { width: 1920, height: 1080 }, 16 / 9],
    [{ width: 347, height: 300 }, { width: 1920, height: 1080 }, 347 / 300],
  ])('of %o with a picture of %o is %d', (box, picture, wanted) => {
    expect(ratioOf(box, picture)).toBe(wanted);
  });
});

describe('resizeBy', () => {
  it.each([
    ['width', 10, [100, 100, 330, 186]],
    ['width', -20, [100, 100, 300, 169]],
    ['height', 9, [100, 100, 336, 189]],
    ['height', -500, [100, 100, 2, 1]],
  ] as const)('%s by %d', (side, by, wanted) => {
    expect(sides(resizeBy(upright, side, by, { width: 320, height: 180 }))).toEqual(wanted);
  });
});

describe('snapMove', () => {
  const other = { left: 300, right: 500, top: 400, bottom: 600 };
  const all = snapLines([wholeOf(canvas), other]);
  const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 50 });

  it.each([
    ['an edge of the canvas', at(4, 200), { x: -4, y: 0 }, [['x', 0]]],
    ['the far edge', at(1175, 200), { x: 5, y: 0 }, [['x', 1280]]],
    [
      'the middle both ways',
      at(585, 331),
      { x: 5, y: 4 },
      [
        ['x', 640],
        ['y', 360],
      ],
    ],
    ['an edge of another item', at(507, 200), { x: -7, y: 0 }, [['x', 500]]],
    ['the middle of another item', at(347, 200), { x: 3, y: 0 }, [['x', 400]]],
    ['nothing', at(700, 200), { x: 0, y: 0 }, []],
  ] as const)('sticks to %s', (_name, extent, shift, guides) => {
    const snapped = snapMove(extent, all, 10);
    expect(snapped.shift).toEqual(shift);
    expect(snapped.guides.map(({ axis, at: line }) => [axis, line])).toEqual(guides);
  });

  it('moves no further than the reach, and without a reach not at all', () => {
    const anyAt = fc.record({
      x: fc.integer({ min: -500, max: 1500 }),
      y: fc.integer({ min: -500, max: 1500 }),
    });
    fc.assert(
      fc.property(anyAt, fc.constantFrom(0, 5, 10), ({ x, y }, reach) => {
        const { shift, guides } = snapMove(at(x, y), all, reach);
        expect(Math.abs(shift.x)).toBeLessThanOrEqual(reach);
        expect(Math.abs(shift.y)).toBeLessThanOrEqual(reach);
        if (reach === 0) expect(guides).toEqual([]);
      }),
    );
  });

  it('a guide reaches from one item to the other', () => {
    const [guide] = snapMove(at(507, 200), all, 10).guides;
    expect(guide).toEqual({ axis: 'x', at: 500, from: 200, to: 600 });
  });
});
