/** Drags: what the transforms become, and what a screen reader is told of it. */
import { describe, expect, it } from 'vitest';
import { newItem } from '../../../../../shared/studio/document.ts';
import { boxOf } from '../../../../../shared/studio/geometry/edit-transform.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import type { Transform } from '../../../../../shared/studio/transform-schema.ts';
import { describeChange, describeItem } from '../../../../../renderer/features/canvas-editor/describe.ts';
import { beginDrag, dragTo, moveBy } from '../../../../../renderer/features/canvas-editor/drag.ts';
import type { Grip } from '../../../../../renderer/features/canvas-editor/drag.ts';
import { editorItems } from '../../../../../renderer/features/canvas-editor/editor-item.ts';
import type { EditorItem } from '../../../../../renderer/features/canvas-editor/editor-item.ts';

const canvas = { width: 1280, height: 720 };
const size = { width: 320, height: 180 };
const noKeys = { shiftKey: false, ctrlKey: false, altKey: false };

function item(id: string, transform: Transform): EditorItem {
  return { ...newItem(id, id, transform), name: id, size, box: boxOf(transform, size, canvas) };
}

/** From 480, 270 to 800, 450. */
const camera = item('Camera', centredTransform(canvas));

function drag(grip: Grip, from: readonly [number, number], to: readonly [number, number], keys = {}) {
  const begun = beginDrag(grip, { x: from[0], y: from[1] }, [camera], [camera], canvas);
  const { transforms, guides } = dragTo(begun, { x: to[0], y: to[1] }, { ...noKeys, ...keys }, 10);
  const [changed] = transforms.map(({ transform }) => item('Camera', transform));
  if (changed === undefined) throw new Error('nothing was dragged');
  const { x, y, width, height, rotation } = changed.box;
  return { box: [x, y, width, height, rotation], item: changed, guides: guides.map(({ at }) => at) };
}

describe('a drag', () => {
  it.each([
    ['the item', 'move', [500, 300], [600.4, 350.2], {}, [580, 320, 320, 180, 0]],
    ['the item, near the corner', 'move', [500, 300], [25, 36], {}, [0, 0, 320, 180, 0]],
    [
      'the item, near the corner with Ctrl',
      'move',
      [500, 300],
      [25, 36],
      { ctrlKey: true },
      [5, 6, 320, 180, 0],
    ],
    // A handle is grabbed beside its middle.
    ['a corner', 'bottomRight', [803, 452], [963, 452], {}, [480, 270, 480, 270, 0]],
    [
      'a corner with Shift',
      'bottomRight',
      [800, 450],
      [960, 460],
      { shiftKey: true },
      [480, 270, 480, 190, 0],
    ],
    ['an edge with Alt', 'left', [480, 300], [530, 400], { altKey: true }, [530, 270, 270, 180, 0]],
    ['the rotation handle', 'turn', [640, 240], [760, 360], {}, [730, 200, 320, 180, 90]],
  ] as const)('of %s', (_name, grip, from, to, keys, wanted) => {
    expect(drag(grip, from, to, keys).box).toEqual(wanted);
  });

  it('to an edge of another item shows where it sticks', () => {
    const other = item('Text', { ...centredTransform(canvas), position: { x: -1, y: 0 } });
    const begun = beginDrag('move', { x: 0, y: 0 }, [camera], [other, camera], canvas);
    // The other's right edge is at 440.
    const { guides } = dragTo(begun, { x: -43, y: 140 }, noKeys, 10);
    expect(guides).toEqual([{ axis: 'x', at: 440, from: 270, to: 590 }]);
  });

  it('of several moves all of them by the same, and nothing but their position', () => {
    const items = [camera, item('Text', { ...canvasTransform('inner', canvas), rotation: 30 })];
    const begun = beginDrag('move', { x: 0, y: 0 }, items, items, canvas);
    const { transforms } = dragTo(begun, { x: 100, y: 50 }, { ...noKeys, ctrlKey: true }, 10);
    for (const [index, { transform }] of transforms.entries()) {
      const before = items[index] as EditorItem;
      expect({ ...transform, position: before.transform.position }).toEqual(before.transform);
      const box = boxOf(transform, size, canvas);
      expect([box.x - before.box.x, box.y - before.box.y]).toEqual([100, 50]);
    }
  });

  it('by no pixels leaves the transform as it is', () => {
    expect(moveBy([camera], { x: 0, y: 0 }, canvas)).toEqual([
      { itemId: 'Camera', transform: camera.transform },
    ]);
  });
});

describe('a screen reader', () => {
  it('reads name, size, place and state of an item', () => {
    expect(describeItem(camera, canvas)).toBe('Camera, 320 by 180, center, visible');
    const small = item('Camera', { ...centredTransform(canvas), position: { x: 1.4, y: 0.7 } });
    expect(describeItem({ ...small, isVisible: false, isLocked: true }, canvas)).toBe(
      'Camera, 320 by 180, bottom right, hidden, locked',
    );
  });

  it.each([
    ['move', [500, 300], [600, 350], {}, 'Camera at 580, 320'],
    ['bottomRight', [800, 450], [960, 450], {}, 'Camera, 480 by 270'],
    ['left', [480, 300], [530, 400], { altKey: true }, 'Camera cropped to 270 by 180'],
    ['turn', [640, 240], [760, 360], {}, 'Camera rotated to 90°'],
    ['move', [500, 300], [500, 300], {}, ''],
  ] as const)('is told of a change by %s', (grip, from, to, keys, wanted) => {
    expect(describeChange(camera, drag(grip, from, to, keys).item)).toBe(wanted);
  });
});

describe('the items of a scene', () => {
  const scene = {
    ...{ id: 'main', name: 'Scene' },
    items: [newItem('a', 'camera', canvasTransform('inner', canvas)), newItem('b', 'text', camera.transform)],
  };
  const editor = { scene, canvas, sources: [], sizes: new Map<string, typeof size>() };

  it('without a known size have a box only where their bounds give one', () => {
    expect(editorItems(editor, {}).map(({ id }) => id)).toEqual(['a']);
    expect(editorItems({ ...editor, sizes: new Map([['text', size]]) }, {})).toHaveLength(2);
  });

  it('stand where they were dragged to before the document says so', () => {
    const moved = { ...canvasTransform('inner', canvas), position: { x: 0, y: 0 } };
    const [first] = editorItems(editor, { a: moved });
    expect(first?.box).toMatchObject({ x: 640, y: 360 });
  });
});
