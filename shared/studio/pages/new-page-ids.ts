/** Other ids for the browser pages of a document: an address is kept by its page's id, and no two collections may share one. Pure. */
import type { StudioDocument } from '../document-schema.ts';

/** The new id of each page, by the one of before. */
export type PageIds = ReadonlyMap<string, string>;

export interface Renumbered {
  readonly document: StudioDocument;
  readonly ids: PageIds;
}

export function withNewPageIds(document: StudioDocument, newId: () => string): Renumbered {
  const pages = document.sources.filter(({ input }) => input.type === 'page');
  const ids = new Map(pages.map(({ id }) => [id, newId()]));
  if (ids.size === 0) return { document, ids };
  const sources = document.sources.map((source) => ({ ...source, id: ids.get(source.id) ?? source.id }));
  return { document: { ...(renamed(document, ids) as StudioDocument), sources }, ids };
}

/** Wherever a source is named: by items, by those on air, by channels, by stingers. */
function renamed(value: unknown, ids: PageIds): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]: [string, unknown]) => [
      key,
      key === 'sourceId' && typeof member === 'string' ? (ids.get(member) ?? member) : renamed(member, ids),
    ]),
  );
}
