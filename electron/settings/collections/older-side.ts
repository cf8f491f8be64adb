/**
 * The side of the microphone that was heard on both: settings of before the mixer had it for all collections, now each main channel has
 * its own. Moved into every collection once.
 */
import type { MicChannel } from '../../../shared/settings/settings.ts';
import { channelOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { withChannel } from '../../../shared/studio/mixer/channels.ts';
import type { CollectionFolder } from './collection-folder.ts';

export type OlderSide = Exclude<MicChannel, 'stereo'>;

/** The same document where the main channel has a side already. */
export function withOlderSide(document: StudioDocument, side: OlderSide): StudioDocument {
  const main = channelOf(document);
  return main.side === undefined ? withChannel(document, { ...main, side }) : document;
}

/** Into all but the open one. False where one couldn't be saved; one that is damaged is left to whoever opens it. */
export async function moveOlderSide(
  folder: Pick<CollectionFolder, 'list' | 'peek' | 'save'>,
  side: OlderSide,
  openId: string,
): Promise<boolean> {
  let isMoved = true;
  for (const { id } of await folder.list()) {
    if (id === openId) continue;
    // One after the other: there may be many.
    // oxlint-disable no-await-in-loop
    const collection = await folder.peek(id);
    if (collection === undefined) continue;
    const document = withOlderSide(collection.document, side);
    if (document === collection.document) continue;
    await folder.save(id, { ...collection, document }).catch(() => {
      isMoved = false;
    });
    // oxlint-enable no-await-in-loop
  }
  return isMoved;
}
