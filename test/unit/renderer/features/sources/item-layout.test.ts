import { expect, it } from 'vitest';
import { alignShift, alignTarget, boxAround } from '../../../../../renderer/features/sources/item-layout.ts';
import { touchedBy } from '../../../../../renderer/features/canvas-editor/geometry/hit-test.ts';

const canvas = { width: 1280, height: 720 };
const one = { left: 100, top: 50, right: 300, bottom: 150 };
const other = { left: 400, top: 20, right: 500, bottom: 300 };

it('one item is aligned to the canvas', () => {
  const target = alignTarget([one], canvas);
  expect(alignShift(one, target, 'left')).toEqual({ x: -100, y: 0 });
  expect(alignShift(one, target, 'bottom')).toEqual({ x: 0, y: 570 });
});

it('several items are aligned to what they cover together', () => {
  const target = alignTarget([one, other], canvas);
  expect(alignShift(one, target, 'right')).toEqual({ x: 200, y: 0 });
  expect(alignShift(other, target, 'right')).toEqual({ x: 0, y: 0 });
  expect(alignShift(one, target, 'top')).toEqual({ x: 0, y: -30 });
});

it('a group’s frame is whole pixels around its items', () => {
  expect(boxAround({ left: -10.5, top: 0, right: 20.2, bottom: 9 })).toEqual({
    x: -11,
    y: 0,
    width: 32,
    height: 9,
  });
});

it('a rectangle selects what it touches, and of what is turned all that it reaches over', () => {
  const upright = { id: 'a', box: { x: 0, y: 0, width: 100, height: 100, rotation: 0 } };
  const turned = { id: 'b', box: { x: 300, y: 0, width: 100, height: 100, rotation: 45 } };
  const touched = (x: number, width: number) =>
    touchedBy([upright, turned], { x, y: 20, width, height: 20 }).map(({ id }) => id);
  expect(touched(99, 50)).toEqual(['a']);
  expect(touched(100, 50)).toEqual([]);
  expect(touched(50, 190)).toEqual(['a', 'b']);
});
