/** Points of turned boxes, what lies under the pointer, handles and turning. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../../../../shared/studio/geometry/edit-transform.ts';
import { mapPoint } from '../../../../../shared/studio/geometry/placement.ts';
import {
  boxWith,
  isInside,
  middle,
  pointIn,
} from '../../../../../renderer/features/canvas-editor/geometry/box-points.ts';
import {
  cursorOf,
  handles,
  oppositeShare,
  shareOf,
} from '../../../../../renderer/features/canvas-editor/geometry/handles.ts';
import { hitTest } from '../../../../../renderer/features/canvas-editor/geometry/hit-test.ts';
import { pointOfShown, shownBox } from '../../../../../renderer/features/canvas-editor/geometry/shown-box.ts';
import { normalTurn, turnBox, turnTo } from '../../../../../renderer/features/canvas-editor/geometry/turn.ts';
import { anyBox, anyPoint, expectPoint } from './any-box.ts';

const box = (x: number, y: number, width: number, height: number, rotation = 0) => ({
  ...{ x, y, width, height, rotation },
});

describe('a point', () => {
  it.each([
    [box(10, 20, 100, 50), { x: 10, y: 20 }, true],
    [box(10, 20, 100, 50), { x: 110, y: 70 }, true],
    [box(10, 20, 100, 50), { x: 9, y: 20 }, false],
    // Turned by a quarter about the top left corner, the box lies to the left of it.
    [box(100, 100, 80, 40, 90), { x: 80, y: 150 }, true],
    [box(100, 100, 80, 40, 90), { x: 120, y: 120 }, false],
    // By an eighth the corner of the upright extent is empty.
    [box(100, 100, 100, 100, 45), { x: 100, y: 170 }, true],
    [box(100, 100, 100, 100, 45), { x: 35, y: 105 }, false],
  ])('in %o: %o is inside %s', (of, point, isIn) => {
    expect(isInside(of, point)).toBe(isIn);
  });

  it('at a share of a box is found again, however the box is turned', () => {
    const share = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.constant(0.5) });
    fc.assert(
      fc.property(anyBox, share, (of, at) => {
        const again = boxWith(pointIn(of, at), at, of, of.rotation);
        expectPoint(again, of);
      }),
    );
  });

  it('beyond an edge is outside, before it inside', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...handles), (of, handle) => {
        const { x, y } = shareOf(handle);
        const at = (by: number) => pointIn(of, { x: 0.5 + (x - 0.5) * by, y: 0.5 + (y - 0.5) * by });
        expect(isInside(of, at(0.99))).toBe(true);
        expect(isInside(of, at(1.01))).toBe(false);
      }),
    );
  });
});

describe('hitTest', () => {
  const items = [
    { id: 'back', box: box(0, 0, 1000, 1000) },
    { id: 'front', box: box(100, 100, 100, 100, 45) },
  ];

  it.each([
    [{ x: 100, y: 170 }, 'front'],
    [{ x: 35, y: 105 }, 'back'],
    [{ x: 2000, y: 0 }, undefined],
  ])('at %o finds %s', (point, id) => {
    expect(hitTest(items, point)?.id).toBe(id);
  });
});

describe('a handle', () => {
  it.each([
    ['top', 0, 'ns-resize'],
    ['right', 0, 'ew-resize'],
    ['topLeft', 0, 'nwse-resize'],
    ['bottomLeft', 0, 'nesw-resize'],
    ['top', 90, 'ew-resize'],
    ['topLeft', 45, 'ns-resize'],
    ['topLeft', -360, 'nwse-resize'],
  ] as const)('%s of a box turned by %d° has the cursor %s', (handle, rotation, cursor) => {
    expect(cursorOf(handle, shownBox(box(0, 0, 10, 10, rotation)))).toBe(cursor);
  });

  it('of a mirrored group’s item has the cursor of the other diagonal', () => {
    expect(cursorOf('topLeft', shownBox(box(0, 0, 10, 10), [-2, 0, 0, 2, 0, 0]))).toBe('nesw-resize');
  });

  it('lies across the middle from its opposite point', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...handles), (of, handle) => {
        const [one, other] = [pointIn(of, shareOf(handle)), pointIn(of, oppositeShare(handle))];
        expectPoint({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, pointIn(of, middle));
      }),
    );
  });
});

describe('a box in a group', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const anyShare = fc.record({ x: part, y: part });
  const anyMatrix = fc
    .tuple(...Array.from({ length: 6 }, () => fc.double({ min: -3, max: 3, noNaN: true })))
    .filter(([a = 0, b = 0, c = 0, d = 0]) => Math.abs(a * d - b * c) > 0.1);

  it('shows each of its points where the group has it, however the group lies', () => {
    fc.assert(
      fc.property(anyBox, anyMatrix, anyShare, (of, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0], share) => {
        const matrix = [a, b, c, d, e, f] as const;
        expectPoint(pointOfShown(shownBox(of, matrix), share), mapPoint(matrix, pointIn(of, share)));
      }),
    );
  });

  it('of a scene shows as it is', () => {
    const of = shownBox(box(10, 20, 100, 50, 90));
    expectPoint(of.corner, { x: 10, y: 20 });
    expectPoint(of.across, { x: 0, y: 1 });
    expectPoint(of.down, { x: -1, y: 0 });
    expect([of.width, of.height]).toEqual([100, 50]);
  });
});

describe('turning', () => {
  it('leaves the middle where it is', () => {
    fc.assert(
      fc.property(anyBox, fc.double({ min: -720, max: 720, noNaN: true }), (of, rotation) => {
        const turned = turnBox(of, rotation);
        expectPoint(pointIn(turned, middle), pointIn(of, middle));
        expect([turned.width, turned.height]).toEqual([of.width, of.height]);
        expect(turned.rotation).toBeGreaterThan(-180 - 1e-6);
        expect(turned.rotation).toBeLessThanOrEqual(180);
      }),
    );
  });

  const square = box(0, 0, 100, 100);
  const above = { x: 50, y: -30 };
  it.each([
    ['to the right', { x: 130, y: 50 }, false, 90],
    ['to the left', { x: -30, y: 50 }, false, -90],
    ['downwards', { x: 50, y: 200 }, false, 180],
    ['nearly upright', { x: 51, y: -30 }, false, 0],
    ['by a bit more', { x: 50 + Math.tan(Math.PI / 36) * 80, y: -30 }, false, 5],
    ['with Ctrl, by a bit more', { x: 50 + Math.tan(Math.PI / 36) * 80, y: -30 }, true, 0],
    ['with Ctrl, by twelve degrees', { x: 50 + Math.tan(Math.PI / 15) * 80, y: -30 }, true, 15],
  ])('the handle %s turns a square to %o', (_name, point, isStepped, wanted) => {
    expect(turnTo(square, above, point, isStepped)).toBe(wanted);
  });

  it('with Ctrl always ends at a multiple of 15°', () => {
    fc.assert(
      fc.property(anyBox, anyPoint, anyPoint, (of, grabbed, point) => {
        expect(Math.abs(turnTo(of, grabbed, point, true) % 15)).toBe(0);
      }),
    );
  });

  it.each([
    [0, 0],
    [180, 180],
    [-180, 180],
    [270, -90],
    [-350, 10],
    [725.5, 5.5],
  ])('%d° is %d°', (degrees, wanted) => {
    expect(normalTurn(degrees)).toBe(wanted);
  });

  it('by a quarter swaps the sides of what the box covers', () => {
    const { left, right, top, bottom } = extentOf(turnBox(box(100, 100, 200, 100), 90));
    expect([left, right, top, bottom]).toEqual([150, 250, 50, 250]);
  });
});
