/** Collections as OBS 29 writes them, one for each thing that places an item: what both programs are to show alike. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paint, pngFile } from '../media/image-files.ts';

export const CANVAS = { width: 1280, height: 720 };

type Fields = Readonly<Record<string, unknown>>;

interface PlacedItem {
  readonly source: string;
  /** What differs from an item in the top left corner in its own size. */
  readonly item?: Fields;
}

const SCENE = 'Scene';

/** By name. @param folder for their images. */
export function placedCollections(folder: string): ReadonlyMap<string, object> {
  const sources = writeImages(folder);
  const make = (items: readonly PlacedItem[], more: readonly object[] = [], groups: readonly object[] = []) =>
    collectionOf([...sources, ...more], items, groups);
  const at = (x: number, y: number, item: Fields = {}) => ({ pos: { x, y }, ...item });
  const scaled = (x: number, y: number) => ({ scale: { x, y } });
  const box = (type: number, align: number) => ({
    ...{ bounds_type: type, bounds_align: align, bounds: { x: 220, y: 150 } },
  });
  return new Map<string, object>([
    [
      'position',
      make([
        { source: 'Card', item: at(100, 60) },
        { source: 'Bars', item: at(700, 401) },
      ]),
    ],
    [
      'scale',
      make([
        { source: 'Card', item: at(40, 40, scaled(1.5, 1.5)) },
        { source: 'Bars', item: at(640, 60, scaled(0.5, 0.5)) },
        { source: 'Bars', item: at(560, 420, scaled(1.75, 0.75)) },
      ]),
    ],
    [
      'rotation',
      make([
        { source: 'Card', item: at(320, 330, { rot: 90, align: 0 }) },
        { source: 'Bars', item: at(900, 360, { rot: 30, align: 0 }) },
        { source: 'Card', item: at(640, 120, { rot: 180, align: 0, ...scaled(0.5, 0.5) }) },
      ]),
    ],
    [
      'crop',
      make([
        {
          source: 'Card',
          item: at(60, 80, { crop_left: 40, crop_top: 20, crop_right: 10, crop_bottom: 30, ...scaled(2, 2) }),
        },
        { source: 'Bars', item: at(760, 300, { crop_left: 33, crop_bottom: 17 }) },
      ]),
    ],
    [
      'mirrored',
      make([
        { source: 'Card', item: at(500, 80, scaled(-1, 1)) },
        { source: 'Card', item: at(700, 500, scaled(1, -1.5)) },
        { source: 'Bars', item: at(400, 600, scaled(-0.5, -0.5)) },
      ]),
    ],
    [
      'bounds',
      make(
        [1, 2, 3, 4, 5, 6].map((type, index) => ({
          source: index % 2 === 0 ? 'Card' : 'Bars',
          item: at(
            60 + (index % 3) * 400,
            60 + Math.floor(index / 3) * 330,
            box(type, index % 2 === 0 ? 0 : 5),
          ),
        })),
      ),
    ],
    [
      'alignment',
      make(
        [5, 4, 6, 1, 0, 2, 9, 8, 10].map((align, index) => ({
          source: 'Card',
          item: at(230 + (index % 3) * 400, 130 + Math.floor(index / 3) * 220, {
            align,
            ...scaled(0.5, 0.5),
          }),
        })),
      ),
    ],
    [
      'order and visibility',
      make([
        { source: 'Blue' },
        { source: 'Card', item: at(200, 200, scaled(2, 2)) },
        { source: 'Bars', item: at(400, 260, { visible: false }) },
        { source: 'Bars', item: at(600, 300) },
      ]),
    ],
    [
      'scene in a scene',
      make(
        [
          { source: 'Bars', item: at(30, 30) },
          { source: 'Inner', item: at(600, 320, scaled(0.5, 0.5)) },
        ],
        [scene('Inner', [{ source: 'Blue' }, { source: 'Card', item: at(400, 200, scaled(1.5, 1.5)) }])],
      ),
    ],
    [
      'group',
      make(
        [{ source: 'Group', item: at(300, 160, scaled(1.25, 1.25)) }],
        [],
        [
          group('Group', 560, 320, [
            { source: 'Card', item: at(0, 0) },
            { source: 'Bars', item: at(240, 140) },
          ]),
        ],
      ),
    ],
    [
      'cropped group',
      make(
        [{ source: 'Group', item: at(300, 160, scaled(1.25, 1.25)) }],
        [],
        [
          {
            ...group('Group', 560, 320, [
              { source: 'Card', item: at(0, 0) },
              { source: 'Bars', item: at(240, 140) },
            ]),
            filters: [filter('crop_filter', { relative: true, left: 60, top: 20, right: 100, bottom: 40 })],
          },
        ],
      ),
    ],
    [
      'rotated and bicubic',
      make([
        {
          source: 'Card',
          item: at(400, 330, { rot: 20, align: 0, scale_filter: 'bicubic', ...scaled(2, 2) }),
        },
        { source: 'Bars', item: at(950, 360, { rot: 250, align: 0, scale_filter: 'bicubic' }) },
      ]),
    ],
  ]);
}

function writeImages(folder: string): readonly object[] {
  const card = paint(320, 180, (x, y) => {
    if (x < 8 || y < 8 || x >= 312 || y >= 172) return [255, 255, 255, 255];
    return [x < 160 ? 200 : 40, y < 90 ? 180 : 30, x < 160 === y < 90 ? 60 : 220, 255];
  });
  const bars = paint(320, 180, (x) => {
    if (x < 80) return [230, 40, 40, 255];
    if (x < 160) return [40, 200, 60, 255];
    return x < 240 ? [30, 60, 210, 255] : [240, 220, 40, 255];
  });
  const files = Object.entries({ Card: card, Bars: bars }).map(([name, picture]) => {
    const file = join(folder, `${name}.png`);
    writeFileSync(file, pngFile(picture));
    return source(name, 'image_source', { file });
  });
  // Alpha, blue, green, red.
  const blue = source('Blue', 'color_source_v3', { color: 0xff_a0_50_20, ...CANVAS });
  return [...files, blue];
}

function source(name: string, kind: string, settings: Fields): object {
  const id = kind.replace(/_v\d$/, '');
  return { name, id, versioned_id: kind, settings, mixers: 0, enabled: true, flags: 0 };
}

function filter(kind: string, settings: Fields): object {
  return { ...source('Filter', kind, settings) };
}

function scene(name: string, items: readonly PlacedItem[]): object {
  const settings = { id_counter: items.length, custom_size: false, items: items.map(itemOf) };
  return { ...source(name, 'scene', settings) };
}

function group(name: string, cx: number, cy: number, items: readonly PlacedItem[]): object {
  const settings = { id_counter: items.length, custom_size: true, cx, cy, items: items.map(itemOf) };
  return { ...source(name, 'group', settings) };
}

function itemOf({ source: name, item }: PlacedItem, index: number): object {
  return {
    ...{ name, id: index + 1, visible: true, locked: false, rot: 0, align: 5 },
    ...{ pos: { x: 0, y: 0 }, scale: { x: 1, y: 1 } },
    ...{ bounds_type: 0, bounds_align: 0, bounds: { x: 0, y: 0 } },
    ...{ crop_left: 0, crop_top: 0, crop_right: 0, crop_bottom: 0 },
    ...{ scale_filter: 'disable', blend_method: 'default', blend_type: 'normal', private_settings: {} },
    ...item,
  };
}

function collectionOf(
  sources: readonly object[],
  items: readonly PlacedItem[],
  groups: readonly object[],
): object {
  return {
    // OBS 29 doesn't write it: its profile has the size.
    resolution: { x: CANVAS.width, y: CANVAS.height },
    ...{ current_scene: SCENE, current_program_scene: SCENE, scene_order: [{ name: SCENE }] },
    ...{ sources: [...sources, scene(SCENE, items)], groups, transitions: [] },
    ...{ current_transition: 'Cut', transition_duration: 300 },
  };
}
