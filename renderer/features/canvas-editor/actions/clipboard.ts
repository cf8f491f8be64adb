/** Copied items and a copied transform, for as long as the window lives: items go from one place or scene to another. */
import { createStore } from 'zustand/vanilla';
import { filtersOf } from '../../../../shared/studio/document-schema.ts';
import type { Item, Scene, Source } from '../../../../shared/studio/document-schema.ts';
import type { Transform } from '../../../../shared/studio/transform-schema.ts';
import { selectItems } from '../../../state/selection.ts';
import type { Services } from '../../../state/services.ts';

interface CopiedItem {
  readonly item: Item;
  /** A source goes with its last item, and comes back with a copy. */
  readonly source: Source;
}

export interface Clipboard {
  /** From back to front. */
  readonly items: readonly CopiedItem[];
  readonly transform: Transform | undefined;
}

export const clipboard = createStore<Clipboard>(() => ({ items: [], transform: undefined }));

export function copyItems(items: readonly Item[], sources: readonly Source[]): void {
  if (items.length === 0) return;
  const copied = items.flatMap((item) => {
    const source = sources.find(({ id }) => id === item.sourceId);
    return source === undefined ? [] : [{ item, source }];
  });
  clipboard.setState({ items: copied });
}

export function copyTransform(item: Item | undefined): void {
  if (item !== undefined) clipboard.setState({ transform: item.transform });
}

/** Of a source that is there again. */
async function addFilters(
  source: Source,
  sourceId: string,
  run: Services['run'],
  gestureId: string,
): Promise<void> {
  for (const { name, settings, isEnabled } of filtersOf(source)) {
    const owner = { sourceId };
    // oxlint-disable-next-line no-await-in-loop -- in order
    await run({ type: 'addFilter', owner, name, settings, isEnabled, gestureId });
  }
}

/** In front of the others, where the originals lie, as one step of undo. The copies are selected. */
export async function pasteItems({ run, settings }: Services, { id: sceneId }: Scene): Promise<void> {
  const gestureId = crypto.randomUUID();
  const made: string[] = [];
  const returned = new Map<string, string>();
  for (const { item, source } of clipboard.getState().items) {
    const { id: _id, sourceId: _source, transform, ...look } = item;
    const { sources } = settings.store.getState().studio;
    const sourceId = returned.get(source.id) ?? source.id;
    const isThere = sources.some(({ id }) => id === sourceId) || returned.has(source.id);
    if (!isThere && source.kind !== 'video') continue;
    // In order: each one meets what the one before left.
    // oxlint-disable no-await-in-loop
    const created =
      isThere || source.kind !== 'video'
        ? await run({ type: 'addItem', sceneId, sourceId, transform, gestureId })
        : await run({
            ...{ type: 'addSource', sceneId, name: source.name, input: source.input },
            ...{ transform, gestureId },
          });
    const { itemId } = created;
    if (created.sourceId !== undefined) returned.set(source.id, created.sourceId);
    if (itemId === undefined) continue;
    made.push(itemId);
    await run({ type: 'setItem', sceneId, itemId, ...look, gestureId });
    if (created.sourceId !== undefined) await addFilters(source, created.sourceId, run, gestureId);
    // oxlint-enable no-await-in-loop
  }
  if (made.length > 0) selectItems(sceneId, made);
}
