/** Which sources a scene shows. */
import { expect, test } from 'vitest';
import { shownSources, soundFade } from '../../../../../renderer/media/canvas/canvas-scene.ts';
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

const fadeMs = (before: CanvasScene | undefined, next: CanvasScene): number =>
  soundFade(before, next, { sourceId: 'clip', isComing: true }).fadeMs;

test('a sound fades as long as the scene’s transition, not at all by a cut, and with its item while the scene stays', () => {
  const main = sceneOf();
  expect(fadeMs(main, sceneOf({ sceneId: 'next' }))).toBe(300);
  expect(fadeMs(main, sceneOf({ sceneId: 'next', transition: { kind: 'cut' } }))).toBe(0);
  expect(fadeMs(main, sceneOf({ arrival: 2 }))).toBe(300);
  expect(fadeMs(undefined, main)).toBe(0);
  const shown = sceneOf({
    layers: [
      { ...layer('clip'), show: { kind: 'fade', durationMs: 700 }, hide: { kind: 'fade', durationMs: 900 } },
    ],
  });
  expect(fadeMs(main, shown)).toBe(700);
  expect(fadeMs(shown, main)).toBe(900);
  expect(fadeMs(main, sceneOf({ layers: [layer('clip')] }))).toBe(0);
});

test('what the T-bar brings follows the T-bar', () => {
  const transition = { kind: 'fade', durationMs: 300 } as const;
  const byHand = sceneOf({ coming: { layers: [layer('clip')], transition, share: 0.5 } });
  expect(fadeMs(sceneOf(), byHand)).toBe(50);
});

test('over a stinger what goes is gone at the cut and what comes begins there, or both cross-fade', () => {
  const stinger = { kind: 'stinger', sourceId: 'sting', cutMs: 400, durationMs: 1000 } as const;
  const fadesOf = (transition: CanvasScene['transition']) =>
    [false, true].map((isComing) =>
      soundFade(sceneOf(), sceneOf({ sceneId: 'next', transition }), { sourceId: 'clip', isComing }),
    );
  expect(fadesOf(stinger)).toEqual([
    { delayMs: 0, fadeMs: 400 },
    { delayMs: 400, fadeMs: 600 },
  ]);
  expect(fadesOf({ ...stinger, soundFade: 'cross' })).toEqual([
    { delayMs: 0, fadeMs: 1000 },
    { delayMs: 0, fadeMs: 1000 },
  ]);
  // A stinger that is shorter than its cut.
  expect(fadesOf({ ...stinger, durationMs: 300 })[1]).toEqual({ delayMs: 300, fadeMs: 0 });
});
