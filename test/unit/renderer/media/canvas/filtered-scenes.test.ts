/** Filters in the worker: on a source, and on scenes that are composed before they show. */
import { expect, it } from 'vitest';
import { drawColour } from '../../../../../renderer/media/canvas/draw-colour.ts';
import { NestedScene } from '../../../../../renderer/media/canvas/nested-scene.ts';
import { layersOf } from '../../../../../renderer/media/canvas/layers-of.ts';
import type { Picture } from '../../../../../renderer/media/compositor/picture.ts';
import { FilteredLayer } from '../../../../../renderer/media/layers/filtered-layer.ts';
import type { LayerSource } from '../../../../../renderer/media/layers/layer-source.ts';
import { filterDefaults } from '../../../../../shared/studio/filters/filter.ts';
import type { SceneLayer } from '../../../../../shared/studio/scene-layers.ts';
import { frameFrom } from '../../../../../shared/studio/groups/group-frame.ts';
import type { Transform } from '../../../../../shared/studio/transform-schema.ts';
import { canvasTransform, centredTransform } from '../../../../../shared/studio/transform.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';
import { readPicture } from '../../../../support/compositor/plain-scene.ts';

const canvas = { width: 32, height: 18 };
const contents = { revision: 0, get: () => undefined };
const half = {
  ...{ id: 'half', name: 'Half', isEnabled: true },
  settings: { ...filterDefaults.colourCorrection, opacity: 0.5 },
};

class Still implements LayerSource {
  picture: Picture | undefined;
  asked = 0;

  constructor(picture: Picture | undefined) {
    this.picture = picture;
  }

  prepare(): Picture | undefined {
    this.asked += 1;
    return this.picture;
  }

  end(): void {}
}

const layer = (sourceId: string, change: Partial<SceneLayer> = {}): SceneLayer => ({
  ...{ id: sourceId, sourceId, outer: [], opacity: 1 },
  transform: canvasTransform('stretch', canvas),
  ...change,
});

it('a layer without filters gives the very picture of its source, without a promise', () => {
  const memory = openMemory();
  const picture = drawColour(memory, '#ff0000ff');
  const filtered = new FilteredLayer(new Still(picture), memory, contents);
  expect(filtered.prepare(0)).toBe(picture);
  filtered.setFilters([half]);
  filtered.setFilters(undefined);
  expect(filtered.prepare(0)).toBe(picture);
});

it('a layer with filters gives the changed picture, the same as long as nothing changes', async () => {
  const memory = openMemory();
  const still = new Still(drawColour(memory, '#ff0000ff'));
  const filtered = new FilteredLayer(still, memory, contents);
  filtered.setFilters([half]);
  const shown = await filtered.prepare(0);
  expect(shown).toMatchObject({ width: 2, height: 2, isOpaque: false });
  expect(await filtered.prepare(40_000)).toBe(shown);
  still.picture = undefined;
  expect(await filtered.prepare(80_000)).toBe(undefined);
});

it('a nested scene is composed on nothing, and waits for its sources at the beginning', async () => {
  const memory = openMemory();
  const red = new Still(undefined);
  const sources = new Map<string, LayerSource>([['red', red]]);
  const nested = new NestedScene(memory, sources, () => canvas);
  const own = { ...centredTransform(canvas), scale: { x: 4, y: 4 } };
  nested.show({ layers: [layer('red', { transform: own })] });
  expect(await nested.prepare(0)).toBe(undefined);
  expect(await nested.prepare(200_000)).toMatchObject({ ...canvas, isOpaque: false });
  red.picture = drawColour(memory, '#ff0000ff');
  const shown = await nested.prepare(233_000);
  if (shown === undefined) throw new Error('nothing shown');
  const { alpha, y } = readPicture(memory, shown);
  expect([alpha?.samples[0], alpha?.samples[9 * 32 + 16]]).toEqual([0, 255]);
  expect([y?.samples[0], y?.samples[9 * 32 + 16]]).toEqual([16, 63]);
  expect(await nested.prepare(266_000)).toBe(shown);
  nested.end();
  expect(await nested.prepare(300_000)).toBe(undefined);
});

it('a group’s own picture is what its frame encloses, also with odd sides', async () => {
  const memory = openMemory();
  const sources = new Map<string, LayerSource>([['red', new Still(drawColour(memory, '#ff0000ff'))]]);
  const nested = new NestedScene(memory, sources, () => canvas);
  // 2 by 2 pixels, five times as large, at 4, 3.
  const own: Transform = {
    ...centredTransform(canvas),
    ...{ alignment: 'topLeft', scale: { x: 5, y: 5 }, position: { x: (2 * 4 - 32) / 18, y: 6 / 18 - 1 } },
  };
  const group = frameFrom({ x: 4, y: 3, width: 11, height: 9 }, canvas);
  nested.show({ layers: [layer('red', { transform: own })], group });
  const shown = await nested.prepare(0);
  if (shown === undefined) throw new Error('nothing shown');
  expect(shown).toMatchObject({ width: 11, height: 9 });
  const { alpha } = readPicture(memory, shown);
  expect([0, 9, 10].map((x) => alpha?.samples[x])).toEqual([255, 255, 0]);
  expect([0, 8].map((row) => alpha?.samples[row * 11])).toEqual([255, 255]);
  expect(await nested.prepare(40_000)).toBe(shown);
  nested.end();
});

it('corners are as round as their canvas is high, and smaller in a nested scene that is', () => {
  const memory = openMemory();
  const pictures = new Map([['red', drawColour(memory, '#ff0000ff')]]);
  const round = layer('red', { cornerRadius: 0.5 });
  expect(layersOf([round], pictures, canvas)[0]?.cornerRadius).toBe(4.5);
  const quarter = { ...centredTransform(canvas), scale: { x: 0.5, y: 0.5 } };
  expect(layersOf([{ ...round, outer: [quarter] }], pictures, canvas)[0]?.cornerRadius).toBeCloseTo(2.25);
});
