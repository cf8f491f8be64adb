import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLayer } from '../../../renderer/media/canvas/layer-placement.ts';
import {
  canvasSizeOf,
  defaultDocument,
  groupOf,
  listedScenes,
  newItem,
} from '../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { Scene, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { rotate } from '../../../shared/studio/geometry/edit-transform.ts';
import { filterDefaults } from '../../../shared/studio/filters/filter.ts';
import { filteredSize } from '../../../shared/studio/filters/filtered-size.ts';
import { groupPlaceIn } from '../../../shared/studio/groups/group-place.ts';
import { inverse, mapPoint } from '../../../shared/studio/geometry/placement.ts';
import { framePixels, frameFrom } from '../../../shared/studio/groups/group-frame.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { composedScenesOf, filtersBySource, sceneLayersOf } from '../../../shared/studio/scene-layers.ts';
import { centredTransform } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';
import { countIds } from '../../support/studio/any-command.ts';
import { anyTransform } from '../../support/studio/any-transform.ts';

const canvas = canvasSizeOf(defaultDocument, 'main');
const picture = { width: 640, height: 360 };
const makeId = countIds();

function documentWith(...transforms: readonly Transform[]): StudioDocument {
  const items = transforms.map((transform, index) => newItem(`item-${index}`, 'video', transform));
  return { ...defaultDocument, scenes: [{ id: 'main', name: 'Scene', items }] };
}

const run = (document: StudioDocument, command: DocumentCommand) => reduceDocument(document, command, makeId);

function group(document: StudioDocument, itemIds: readonly string[]) {
  const frame = frameFrom({ x: 100, y: 50, width: 700, height: 500 }, canvas);
  const outcome = run(document, {
    ...{ type: 'groupItems', sceneId: 'main', itemIds: [...itemIds], name: 'Group', frame },
  });
  return { document: outcome.document, itemId: outcome.created?.itemId ?? '' };
}

/** Where each corner of each picture lies, back to front. */
function cornersOf(document: StudioDocument): readonly (readonly number[])[] {
  return sceneLayersOf(document, 'main').map((layer) => {
    const placed = placeLayer(layer, picture, canvas);
    if (placed === undefined) return [];
    const { crop, matrix } = placed;
    const [a, b, c, d, e, f] = matrix;
    const { x, y, width, height } = crop;
    return [x, y, e, f, a * width + e, b * width + f, c * height + e, d * height + f];
  });
}

function expectNear(
  found: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
  within: number,
) {
  expect(found.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
  for (const [index, corners] of found.entries())
    for (const [at, value] of corners.entries())
      expect(Math.abs(value - (wanted[index]?.[at] ?? NaN))).toBeLessThanOrEqual(within);
}

const sceneOf = ({ scenes }: StudioDocument): Scene =>
  scenes.find(({ id }) => id === 'main') ?? { id: '', name: '', items: [] };

describe('a group', () => {
  it('shows its items where they were, whatever their transforms', () => {
    fc.assert(
      fc.property(anyTransform(), anyTransform(), (one, other) => {
        const before = documentWith(one, other);
        const after = group(before, ['item-0', 'item-1']).document;
        expect(studioDocumentSchema.safeParse(after).error).toBeUndefined();
        // OBS rounds to half pixels; the frame here lies on whole ones.
        expectNear(cornersOf(after), cornersOf(before), 0.001);
      }),
    );
  });

  it('stands where the frontmost of its items stood, and keeps their order', () => {
    const transform = centredTransform(canvas);
    const before = documentWith(transform, transform, transform, transform);
    const { document, itemId } = group(before, ['item-2', 'item-0']);
    expect(sceneOf(document).items.map(({ id }) => id)).toEqual(['item-1', itemId, 'item-3']);
    const [item] = sceneOf(document).items.filter(({ id }) => id === itemId);
    const inner = item === undefined ? undefined : groupOf(document, item);
    expect(inner?.items.map(({ id }) => id)).toEqual(['item-0', 'item-2']);
  });

  it('is no scene that can be on air, listed, copied or removed by itself, and goes with its last item', () => {
    const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const [, inner] = document.scenes;
    const sceneId = inner?.id ?? '';
    expect(listedScenes(document).map(({ id }) => id)).toEqual(['main']);
    for (const command of [
      { type: 'switchScene', canvasId: 'main', sceneId },
      { type: 'duplicateScene', sceneId },
      { type: 'removeScene', sceneId },
      { type: 'moveScene', sceneId, index: 0 },
    ] as const)
      expect(() => run(document, command)).toThrow(
        expect.objectContaining({ code: 'studio/refused' }) as Error,
      );
    const gone = run(document, { type: 'removeItem', sceneId: 'main', itemId }).document;
    expect([gone.scenes.length, gone.sources.filter(({ kind }) => kind === 'video').length]).toEqual([1, 0]);
  });

  it('a new scene is listed before the groups, so that scenes keep their numbers', () => {
    const { document } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const more = run(document, { type: 'addScene', name: 'Second' }).document;
    expect(more.scenes.map(({ name }) => name)).toEqual(['Scene', 'Second', 'Group']);
    const moved = run(more, { type: 'moveScene', sceneId: 'main', index: 9 }).document;
    expect(moved.scenes.map(({ name }) => name)).toEqual(['Second', 'Scene', 'Group']);
  });
});

describe('a group with another frame', () => {
  const frame = frameFrom({ x: 180, y: 20, width: 900, height: 333 }, canvas);
  const changed = (document: StudioDocument, itemId: string, transform: Transform) => {
    const moved = run(document, {
      type: 'setTransform',
      sceneId: 'main',
      transforms: [{ itemId, transform }],
    });
    const inner = moved.document.scenes.find(({ group: own }) => own !== undefined);
    const [item] = inner?.items ?? [];
    if (inner === undefined || item === undefined) throw new Error('no group');
    const transforms = [{ itemId: item.id, transform: item.transform }];
    const after = run(moved.document, { type: 'setTransform', sceneId: inner.id, transforms, frame });
    return { before: moved.document, after: after.document };
  };

  it('shows its items where they were, however the group lies', () => {
    fc.assert(
      fc.property(anyTransform(), (outer) => {
        const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
        const uncut = { ...outer, crop: { left: 0, top: 0, right: 0, bottom: 0 } };
        const transform = { ...uncut, bounds: { ...outer.bounds, isCropped: false } };
        const { before, after } = changed(document, itemId, transform);
        expect(studioDocumentSchema.safeParse(after).error).toBeUndefined();
        // Half a pixel for each: positions and boxes are rounded; a box is scaled by what the frame is.
        const reach = Math.max(...cornersOf(before).flat().map(Math.abs));
        expectNear(cornersOf(after), cornersOf(before), 2 + reach * 0.02);
      }),
    );
  });

  it('encloses what it says, and a scene that is no group has none', () => {
    const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const [item] = sceneOf(document).items;
    if (item === undefined) throw new Error('no item');
    const { after } = changed(document, itemId, item.transform);
    expect(after.scenes.find(({ group: own }) => own !== undefined)?.group).toEqual(frame);
    const transforms = [{ itemId, transform: item.transform }];
    expect(() => run(document, { type: 'setTransform', sceneId: 'main', transforms, frame })).toThrow(
      expect.objectContaining({ details: { reason: 'notAGroup' } }) as Error,
    );
  });

  it('is found within another group, by the way that leads to the canvas', () => {
    const first = group(documentWith(centredTransform(canvas)), ['item-0']);
    const inner = first.document.scenes.find(({ group: own }) => own !== undefined);
    const { document, itemId } = group(first.document, [first.itemId]);
    const [item] = sceneOf(document).items;
    if (item === undefined || inner === undefined) throw new Error('no group');
    const transform = { ...item.transform, rotation: 30, scale: { x: 0.5, y: -2 } };
    const transforms = [{ itemId, transform }];
    const turned = run(document, { type: 'setTransform', sceneId: 'main', transforms }).document;
    const place = groupPlaceIn(turned, sceneOf(turned), inner.id);
    if (place === undefined) throw new Error('not found');
    expect([place.itemId, place.sceneId]).toEqual([first.itemId, groupOf(turned, item)?.id]);
    const [, , x = 0, y = 0] = cornersOf(documentWith(centredTransform(canvas)))[0] ?? [];
    const [, , shownX = 0, shownY = 0] = cornersOf(turned)[0] ?? [];
    const found = mapPoint(place.matrix, { x, y });
    expect(Math.hypot(found.x - shownX, found.y - shownY)).toBeLessThan(1);
    const back = inverse(place.matrix);
    const again = back && mapPoint(back, found);
    expect(Math.hypot((again?.x ?? NaN) - x, (again?.y ?? NaN) - y)).toBeLessThan(1e-6);
    expect(groupPlaceIn(turned, sceneOf(turned), 'main')).toBeUndefined();
  });
});

describe('a crop filter on a group', () => {
  const crop = { left: 20, top: 10, right: 30, bottom: 40 };
  const cropped = () => {
    const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const sourceId = sceneOf(document).items.find(({ id }) => id === itemId)?.sourceId ?? '';
    const changed = run(document, {
      ...{ type: 'addFilter', owner: { sourceId }, name: 'Crop', isEnabled: true },
      settings: { ...filterDefaults.crop, ...crop },
    }).document;
    return { document: changed, itemId, sourceId };
  };

  it('counts from the frame’s own box, as in OBS', () => {
    const { document, sourceId } = cropped();
    const [layer, ...others] = sceneLayersOf(document, 'main');
    if (layer === undefined) throw new Error('no layer');
    expect([layer.sourceId, layer.outer, others]).toEqual([sourceId, [], []]);
    const [composed] = composedScenesOf(document);
    if (composed?.group === undefined) throw new Error('no frame');
    expect(framePixels(composed.group, canvas)).toEqual({ x: 100, y: 50, width: 700, height: 500 });
    const size = filteredSize({ width: 700, height: 500 }, filtersBySource(document)[sourceId]);
    expect(placeLayer(layer, size, canvas)).toEqual({
      crop: { x: 0, y: 0, width: 650, height: 450 },
      matrix: [1, 0, 0, 1, 100, 50],
    });
  });

  it('leaves the items where they are when the group is taken apart', () => {
    const { document, itemId } = cropped();
    const [before] = cornersOf(documentWith(centredTransform(canvas)));
    const apart = run(document, { type: 'ungroupItem', sceneId: 'main', itemId }).document;
    const [, , x = 0, y = 0] = before ?? [];
    expect(cornersOf(apart)[0]?.slice(2, 4)).toEqual([x - crop.left, y - crop.top]);
  });
});

describe('a group that is taken apart', () => {
  it('leaves its items where they are, moved, scaled, turned and mirrored as the group was', () => {
    const size = fc.double({ min: 0.2, max: 3, noNaN: true });
    const sign = fc.constantFrom(1, -1);
    const outer = fc.record({ size, x: sign, y: sign, rotation: fc.integer({ min: -180, max: 180 }) });
    fc.assert(
      fc.property(anyTransform(), outer, (inner, change) => {
        // What a box cuts off is whole pixels of the source, however large these are.
        const uncut = { ...inner, bounds: { ...inner.bounds, isCropped: false } };
        const { document, itemId } = group(documentWith(uncut), ['item-0']);
        const [item] = sceneOf(document).items;
        if (item === undefined) return;
        const transform: Transform = {
          ...item.transform,
          scale: { x: change.size * change.x, y: change.size * change.y },
          rotation: change.rotation,
        };
        const moved = run(document, {
          ...{ type: 'setTransform', sceneId: 'main' },
          transforms: [{ itemId, transform }],
        }).document;
        const apart = run(moved, { type: 'ungroupItem', sceneId: 'main', itemId }).document;
        expect(studioDocumentSchema.safeParse(apart).error).toBeUndefined();
        // Positions and boxes are rounded to half pixels, aligned points to whole ones, before the group scales them or after.
        const reach = Math.max(...cornersOf(moved).flat().map(Math.abs));
        expectNear(cornersOf(apart), cornersOf(moved), 10 + reach * 0.05);
      }),
    );
  });

  it('is hidden, locked and as transparent as the group was', () => {
    const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const changed = run(document, {
      ...{ type: 'setItem', sceneId: 'main', itemId, isVisible: false, isLocked: true, opacity: 0.5 },
    }).document;
    const apart = run(changed, { type: 'ungroupItem', sceneId: 'main', itemId }).document;
    expect(sceneOf(apart).items[0]).toMatchObject({ isVisible: false, isLocked: true, opacity: 0.5 });
    expect(apart.scenes).toHaveLength(1);
  });

  it('stays a group where another scene shows it', () => {
    const { document, itemId } = group(documentWith(centredTransform(canvas)), ['item-0']);
    const copied = run(document, { type: 'duplicateScene', sceneId: 'main' }).document;
    const apart = run(copied, { type: 'ungroupItem', sceneId: 'main', itemId }).document;
    expect(apart.scenes).toHaveLength(3);
    expect(studioDocumentSchema.safeParse(apart).error).toBeUndefined();
  });

  it('only a group can be', () => {
    const turned = rotate(centredTransform(canvas), 90, picture, canvas);
    expect(() =>
      run(documentWith(turned), { type: 'ungroupItem', sceneId: 'main', itemId: 'item-0' }),
    ).toThrow(expect.objectContaining({ details: { reason: 'notAGroup' } }) as Error);
  });
});
