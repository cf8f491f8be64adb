import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { movedOrder } from '../../../../../renderer/features/sources/item-commands.ts';
import { placeOf } from '../../../../../renderer/features/sources/item-place.ts';
import { EditSender } from '../../../../../renderer/state/editing/use-edit.ts';
import { newItem } from '../../../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../../../shared/studio/document-commands.ts';
import { transformFrom } from '../../../../../shared/studio/geometry/edit-transform.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import { texts } from '../../../../../shared/text/text.ts';

const canvas = { width: 1280, height: 720 };
const transform = canvasTransform('inner', canvas);
const items = ['a', 'b', 'c', 'd'].map((id) => newItem(id, id, transform));
const named = (ids: string) => items.filter(({ id }) => ids.includes(id));

describe('the order of items, back to front', () => {
  it.each([
    ['b', 'forward', 'acbd'],
    ['b', 'backward', 'bacd'],
    ['d', 'forward', 'abcd'],
    ['a', 'backward', 'abcd'],
    ['ac', 'front', 'bdac'],
    ['bd', 'back', 'bdac'],
    ['bc', 'forward', 'adbc'],
    ['cd', 'forward', 'abcd'],
  ] as const)('%s goes %s: %s', (moving, to, wanted) => {
    expect(
      movedOrder(items, named(moving), to)
        .map(({ id }) => id)
        .join(''),
    ).toBe(wanted);
  });

  it('keeps every item', () => {
    const some = fc.subarray(items);
    const way = fc.constantFrom('front' as const, 'forward' as const, 'backward' as const, 'back' as const);
    fc.assert(
      fc.property(some, way, (moving, to) => {
        expect(new Set(movedOrder(items, moving, to))).toEqual(new Set(items));
      }),
    );
  });
});

describe('where an item lies', () => {
  const source = { width: 640, height: 360 };
  const at = (x: number, y: number, width: number, height: number) =>
    placeOf(
      transformFrom(centredTransform(canvas), { box: { x, y, width, height, rotation: 0 } }, source, canvas),
      source,
      canvas,
    );

  it.each([
    [[0, 0, 320, 180], 'topLeft'],
    [[480, 270, 320, 180], 'centre'],
    [[886, 484, 346, 195], 'bottomRight'],
    [[0, 0, 1280, 720], 'whole'],
    [[-10, -10, 1300, 740], 'whole'],
    [[1300, 0, 100, 100], 'outside'],
    [[480, 500, 320, 180], 'bottom'],
  ] as const)('%j is %s', ([x, y, width, height], name) => {
    expect(at(x, y, width, height)).toEqual({ name, width, height });
  });

  it('is said with its size and what it is', () => {
    const { name, ...size } = at(886, 484, 346, 195);
    const facts = { name: 'Camera', ...size, isVisible: true, isLocked: false, state: undefined };
    expect(texts.items.spoken({ ...facts, place: texts.items.places[name] })).toBe(
      'Camera, 346 by 195, bottom right, visible',
    );
    expect(texts.items.spoken({ ...facts, place: 'left', isVisible: false, isLocked: true })).toBe(
      'Camera, 346 by 195, left, hidden, locked',
    );
  });
});

describe('what a field changes', () => {
  const command = (opacity: number, gestureId: string): DocumentCommand => ({
    ...{ type: 'setItem', sceneId: 'main', itemId: 'a', opacity, gestureId },
  });

  it('is sent in order, one at a time, and of a gesture only the newest waits', async () => {
    const sent: DocumentCommand[] = [];
    const open: (() => void)[] = [];
    const sender = new EditSender(async (each) => {
      sent.push(each);
      return await new Promise((resolve) => open.push(() => resolve({})));
    });
    const done = sender.send(command(0.1, 'one'));
    for (const [opacity, gesture] of [
      [0.2, 'one'],
      [0.3, 'one'],
      [0.4, 'two'],
      [0.5, 'two'],
    ] as const)
      void sender.send(command(opacity, gesture));
    expect(sent).toHaveLength(1);
    while (sent.length < 3 || open.length > 0) {
      await vi.waitUntil(() => open.length > 0);
      open.shift()?.();
    }
    await done;
    expect(sent.map((each) => 'opacity' in each && each.opacity)).toEqual([0.1, 0.3, 0.5]);
  });
});
