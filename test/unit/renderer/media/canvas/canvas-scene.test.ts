/** Which sources a scene shows. */
import { expect, test } from 'vitest';
import { shownSources } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import type { SceneLayer } from '../../../../../shared/studio/scene-layers.ts';
import { canvasTransform } from '../../../../../shared/studio/transform.ts';

const layer = (sourceId: string): SceneLayer => ({
  ...{ id: `item-${sourceId}`, sourceId, outer: [], opacity: 1 },
  transform: canvasTransform('inner', { width: 1280, height: 720 }),
});

test('shows the sources of a scene within it, and no scene that nothing shows', () => {
  const scene = {
    ...{ sceneId: 'main', layers: [layer('camera'), layer('inner')], transition: { kind: 'cut' as const } },
    composed: [
      { id: 'inner', layers: [layer('clip')] },
      { id: 'other', layers: [layer('hidden')] },
    ],
  };
  expect(shownSources(scene)).toEqual(['camera', 'clip']);
  expect(shownSources(undefined)).toEqual([]);
});
