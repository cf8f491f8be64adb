/** The file of a stinger, which a person chooses in main's own dialog. */
import { cleanName } from '../../../shared/destinations/name.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import type { Services } from '../../state/services.ts';
import { texts } from '../../../shared/text/text.ts';

export type Stinger = Extract<Transition, { kind: 'stinger' }>;

const NEW: Omit<Stinger, 'sourceId'> = { kind: 'stinger', durationMs: 1000, cutMs: 500 };

/** The transition that plays the file, as a step of undo together with its new source; undefined where nothing else has to change. */
export async function chooseStinger(
  { client, settings }: Services,
  before: Stinger | undefined,
): Promise<{ readonly transition: Stinger; readonly gestureId: string } | undefined> {
  if (before !== undefined && isStingerAlone(settings.store.getState().studio, before.sourceId)) {
    await client.invoke('sourceFiles:chooseStinger', { sourceId: before.sourceId });
    return undefined;
  }
  const gestureId = crypto.randomUUID();
  const name = cleanName(texts.transitions.stingerName);
  const created = await client.invoke('sourceFiles:chooseStinger', { name, gestureId });
  const sourceId = created?.sourceId;
  return sourceId === undefined ? undefined : { transition: { ...(before ?? NEW), sourceId }, gestureId };
}

/** A media source that no item shows: another file for it changes nothing else. */
function isStingerAlone({ sources, scenes, canvases }: StudioDocument, sourceId: string): boolean {
  const isMedia = sources.some(({ id, input }) => id === sourceId && input.type === 'media');
  const onAir = canvases.flatMap(({ preview }) => preview?.itemsOnAir ?? []);
  return (
    isMedia && ![...scenes.flatMap(({ items }) => items), ...onAir].some((item) => item.sourceId === sourceId)
  );
}
