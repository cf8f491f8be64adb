/** Which sources the canvases show: by it browser pages are painted, paused or closed. */
import { expect, it } from 'vitest';
import { defaultDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { reduceDocument } from '../../../shared/studio/reduce/reduce.ts';
import { pagesOf, shownSources } from '../../../shared/studio/pages/shown-sources.ts';

let ids = 0;
const makeId = (): string => `id-${(ids += 1)}`;
const apply = (document: StudioDocument, command: DocumentCommand) =>
  reduceDocument(document, command, makeId);
const page = {
  ...{ type: 'page' as const, host: 'a.example', width: 8, height: 8 },
  ...{ fps: 30, whenHidden: 'pause' as const },
};

it('a page shows in a scene on air and in scenes within it, unless its item is hidden', () => {
  const other = apply(defaultDocument, { type: 'addScene', name: 'Other' });
  const sceneId = other.created?.sceneId ?? '';
  const added = apply(other.document, { type: 'addSource', sceneId, name: 'Page', input: page });
  const { sourceId = '', itemId = '' } = added.created ?? {};
  expect(pagesOf(added.document)).toEqual([{ id: sourceId, input: page }]);
  expect(shownSources(added.document).ids.has(sourceId)).toBe(false);
  const nested = apply(added.document, {
    ...{ type: 'addSource', sceneId: 'main', name: 'Nested', input: { type: 'scene', sceneId } },
  });
  expect(shownSources(nested.document).ids.has(sourceId)).toBe(true);
  const hidden = apply(nested.document, { type: 'setItem', sceneId, itemId, isVisible: false });
  expect(shownSources(hidden.document).ids.has(sourceId)).toBe(false);
  const switched = apply(added.document, { type: 'switchScene', canvasId: 'main', sceneId });
  expect(shownSources(switched.document).ids.has(sourceId)).toBe(true);
});

it('the scene before shows for as long as the transition, which is the next scene’s own where it has one', () => {
  const canvasId = 'main';
  const slow = apply(defaultDocument, {
    ...{ type: 'setTransition', canvasId, transition: { kind: 'fade', durationMs: 2000 } },
  }).document;
  expect(shownSources(slow).changeMs).toBe(2000);
  const own = apply(slow, { type: 'setSceneTransition', sceneId: 'main', transition: { kind: 'cut' } });
  expect(shownSources(own.document).changeMs).toBe(0);
});

it('a page shows while it is on air, also when its item is gone from the prepared scene', () => {
  const added = apply(defaultDocument, {
    ...{ type: 'addSource', sceneId: 'main', name: 'Page', input: page },
  });
  const { sourceId = '', itemId = '' } = added.created ?? {};
  const studio = apply(added.document, { type: 'setStudioMode', canvasId: 'main', isOn: true }).document;
  const removed = apply(studio, { type: 'setItem', sceneId: 'main', itemId, isVisible: false }).document;
  expect(shownSources(removed).ids.has(sourceId)).toBe(true);
});

it('a page in a scene with filters shows', () => {
  const added = apply(defaultDocument, {
    ...{ type: 'addSource', sceneId: 'main', name: 'Page', input: page },
  });
  const filtered = apply(added.document, {
    ...{ type: 'addFilter', owner: { sceneId: 'main' }, name: 'Sharper' },
    settings: { kind: 'sharpen', sharpness: 0.5 },
  });
  expect(shownSources(filtered.document).ids.has(added.created?.sourceId ?? '')).toBe(true);
});
