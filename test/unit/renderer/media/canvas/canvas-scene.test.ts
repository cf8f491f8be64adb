/** Which sources a scene shows. */
import { expect, test } from 'vitest';
import { shownSources, soundFadeMs } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import type { CanvasScene } from '../../../../../renderer/media/canvas/canvas-scene.ts';
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

const sceneOf = (more: Partial<CanvasScene> = {}): CanvasScene => ({
  ...{ sceneId: 'main', layers: [], transition: { kind: 'fade', durationMs: 300 } },
  ...more,
});

test('a sound fades as long as the scene’s transition, not at all by a cut, and with its item while the scene stays', () => {
  const main = sceneOf();
  expect(soundFadeMs(main, sceneOf({ sceneId: 'next' }), 'clip')).toBe(300);
  expect(soundFadeMs(main, sceneOf({ sceneId: 'next', transition: { kind: 'cut' } }), 'clip')).toBe(0);
  expect(soundFadeMs(main, sceneOf({ arrival: 2 }), 'clip')).toBe(300);
  expect(soundFadeMs(undefined, main, 'clip')).toBe(0);
  const shown = sceneOf({
    layers: [
      { ...layer('clip'), show: { kind: 'fade', durationMs: 700 }, hide: { kind: 'fade', durationMs: 900 } },
    ],
  });
  expect(soundFadeMs(main, shown, 'clip')).toBe(700);
  expect(soundFadeMs(shown, main, 'clip')).toBe(900);
  expect(soundFadeMs(main, sceneOf({ layers: [layer('clip')] }), 'clip')).toBe(0);
});

test('what the T-bar brings follows the T-bar', () => {
  const transition = { kind: 'fade', durationMs: 300 } as const;
  const byHand = sceneOf({ coming: { layers: [layer('clip')], transition, share: 0.5 } });
  expect(soundFadeMs(sceneOf(), byHand, 'clip')).toBe(50);
});
