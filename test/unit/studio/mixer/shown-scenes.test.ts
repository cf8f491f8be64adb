/** The scenes that show while one is on air: what is heard in one of them is heard then. */
import { expect, it } from 'vitest';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import { scenesShownIn } from '../../../../shared/studio/mixer/shown-scenes.ts';
import { does, doesTo } from '../../../support/studio/does.ts';

const nest = (sceneId: string, inner: string): DocumentCommand => ({
  ...{ type: 'addSource', sceneId, name: 'Nested', input: { type: 'scene', sceneId: inner } },
});
/** `main` holds `made-1` as item `made-4`, which holds `made-2`. */
const nested = does(
  { type: 'addScene', name: 'Inner' },
  { type: 'addScene', name: 'Innermost' },
  nest('main', 'made-1'),
  nest('made-1', 'made-2'),
);
const hidden = doesTo(nested, { type: 'setItem', sceneId: 'main', itemId: 'made-4', isVisible: false });

it('are the scene and those that stand in it, however deep', () => {
  expect(scenesShownIn(nested, 'main')).toEqual(new Set(['main', 'made-1', 'made-2']));
  expect(scenesShownIn(nested, 'made-1')).toEqual(new Set(['made-1', 'made-2']));
});

it('are none that stand there hidden', () => {
  expect(scenesShownIn(hidden, 'main')).toEqual(new Set(['main']));
});

it('are those of the items that are on air, where the scene was edited since', () => {
  expect(scenesShownIn(hidden, 'main', nested.scenes[0]?.items)).toEqual(
    new Set(['main', 'made-1', 'made-2']),
  );
});
