import { expect, test } from 'vitest';
import { defaultDocument, newItem } from '../../../../shared/studio/document.ts';
import { studioDocumentSchema } from '../../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { withNewPageIds } from '../../../../shared/studio/pages/new-page-ids.ts';
import { centredTransform } from '../../../../shared/studio/transform.ts';

const page = { type: 'page' as const, host: 'a.example', ...{ width: 320, height: 180, fps: 30 } };
const item = newItem('item', 'page', centredTransform({ width: 1280, height: 720 }));
const stinger = { kind: 'stinger' as const, sourceId: 'page', durationMs: 1000, cutMs: 500 };
const document: StudioDocument = {
  ...defaultDocument,
  sources: [
    ...defaultDocument.sources,
    { id: 'page', name: 'Page', kind: 'video', input: { ...page, whenHidden: 'pause' } },
  ],
  scenes: [{ id: 'main', name: 'Scene', items: [item], transition: stinger }],
  canvases: defaultDocument.canvases.map((canvas) => ({
    ...canvas,
    preview: { sceneId: 'main', itemsOnAir: [item] },
    quickTransitions: [stinger],
  })),
  channels: [...defaultDocument.channels, { id: 'sound', sourceId: 'page', isMuted: false, gain: 1 }],
};

test('a page gets its new id wherever the document names it, and nothing else changes', () => {
  const { document: copy, ids } = withNewPageIds(document, () => 'other');
  expect([...ids]).toEqual([['page', 'other']]);
  expect(studioDocumentSchema.safeParse(copy).error).toBeUndefined();
  expect(JSON.stringify(copy)).toBe(
    JSON.stringify(document)
      .replaceAll('"sourceId":"page"', '"sourceId":"other"')
      .replace('"id":"page"', '"id":"other"'),
  );
});

test('a document without pages stays the very same', () => {
  expect(withNewPageIds(defaultDocument, () => 'other').document).toBe(defaultDocument);
});
