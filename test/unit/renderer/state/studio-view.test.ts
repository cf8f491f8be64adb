/** What capture is to do of a document with filters. */
import { expect, it } from 'vitest';
import { viewOf } from '../../../../renderer/state/studio/studio-view.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { filterDefaults } from '../../../../shared/studio/filters/filter.ts';

const lut = (isEnabled: boolean) => ({
  ...{ id: 'lut', name: 'LUT', isEnabled },
  settings: { ...filterDefaults.lut, path: '/warm.cube' },
});
const onSource = (isEnabled: boolean): StudioDocument => ({
  ...defaultDocument,
  sources: defaultDocument.sources.map((source) =>
    source.kind === 'video' ? { ...source, filters: [lut(isEnabled)] } : source,
  ),
});

it('a single source goes straight through, and is composed as soon as it has a filter', () => {
  expect(viewOf(defaultDocument, true).scene.straightSourceId).toBe('video');
  expect(viewOf(onSource(true), true).scene.straightSourceId).toBe(undefined);
  expect(viewOf(onSource(false), true).scene.straightSourceId).toBe('video');
});

it('a single source of a scene with filters is composed, and the scene by itself', () => {
  const scenes = defaultDocument.scenes.map((scene) => ({ ...scene, filters: [lut(true)] }));
  const { scene } = viewOf({ ...defaultDocument, scenes }, true);
  expect(scene.straightSourceId).toBe(undefined);
  expect(scene.layers.map(({ sourceId }) => sourceId)).toEqual(['scene:main']);
  expect(scene.composed?.map(({ id }) => id)).toEqual(['scene:main']);
});

it('files of filters are wanted, also of one that is turned off', () => {
  expect(viewOf(onSource(false), true).filterFiles).toMatchObject([{ filterId: 'lut', path: '/warm.cube' }]);
  expect(viewOf(defaultDocument, true).scene.filters).toBe(undefined);
});
