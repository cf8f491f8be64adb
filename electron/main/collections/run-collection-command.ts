/** What the commands about collections do: the files, and which collection is open. One at a time. */
import { randomUUID } from 'node:crypto';
import { missingCase } from '../../../shared/assert.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type {
  CollectionCommand,
  CollectionList,
  CollectionName,
} from '../../../shared/studio/collections/collection-commands.ts';
import { audioInputOf, buildDocument, channelOf, encodingOf } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { withChannel } from '../../../shared/studio/mixer/channels.ts';
import { keepOutputs } from '../../../shared/studio/collections/keep-outputs.ts';
import { withNewPageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import { uniqueName } from '../../../shared/studio/reduce/unique-name.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Collection } from '../../settings/collections/collection-file.ts';

/** More would make a long list, and a slow start. */
const MAX_COLLECTIONS = 200;

/** What is open is listed, whether its file is there yet or not. */
export async function listCollections({ collections, collection }: SettingsStore): Promise<CollectionList> {
  const others = (await collections.list()).filter(({ id }) => id !== collection.id);
  const all = [...others, collection].toSorted((one, other) => one.name.localeCompare(other.name));
  return { openId: collection.id, collections: all };
}

/**
 * The id of the collection that the command made.
 * @param copyPages seals what is known of pages once more, for the same pages under other ids. @throws AppError `studio/refused`, `settings/…`
 */
export async function runCollectionCommand(
  settings: SettingsStore,
  command: CollectionCommand,
  copyPages: (ids: PageIds) => Promise<void>,
): Promise<string | undefined> {
  const { collections, collection: open } = settings;
  if (collections.isReadOnly) throw withReason('studio/refused', 'collectionsFixed');
  switch (command.type) {
    case 'newCollection': {
      const added = { name: command.name, document: emptyDocument(settings.get().studio) };
      const { id } = await addCollection(settings, added);
      await openSaved(settings, id);
      return id;
    }
    case 'duplicateCollection': {
      const { collectionId } = command;
      const original = await readOne(settings, collectionId);
      const { document, ids } = withNewPageIds(original.document, randomUUID);
      await copyPages(ids);
      const { id } = await addCollection(settings, { document, name: command.name ?? original.name });
      return id;
    }
    case 'renameCollection': {
      const { collectionId } = command;
      const { collections: others } = await listCollections(settings);
      const name = uniqueName(
        command.name,
        others.filter(({ id }) => id !== collectionId),
      );
      if (collectionId === open.id) await settings.renameCollection(name);
      else await collections.save(collectionId, { ...(await readOne(settings, collectionId)), name });
      return undefined;
    }
    case 'removeCollection':
      if (command.collectionId === open.id) throw withReason('studio/refused', 'collectionOpen');
      await collections.remove(command.collectionId);
      return undefined;
    case 'restoreCollection':
      await collections.restore(command.collectionId);
      return undefined;
    case 'switchCollection':
      if (command.collectionId !== open.id) await openSaved(settings, command.collectionId);
      return undefined;
    default:
      return missingCase(command);
  }
}

/** Saves a new collection, without opening it. @throws AppError `studio/refused`, `settings/write-failed` */
export async function addCollection(settings: SettingsStore, added: Collection): Promise<CollectionName> {
  const { collections: others } = await listCollections(settings);
  if (others.length >= MAX_COLLECTIONS)
    throw withReason('studio/refused', 'tooManyCollections', { maximum: MAX_COLLECTIONS });
  const id = randomUUID();
  const name = uniqueName(added.name, others);
  await settings.collections.save(id, { ...added, name });
  return { id, name };
}

async function openSaved(settings: SettingsStore, id: string): Promise<void> {
  const { name, document } = await readOne(settings, id);
  await settings.openCollection({ id, name, document: keepOutputs(document, settings.get().studio) });
}

/** @throws AppError `studio/refused` where there is none, `settings/corrupt`, `settings/newer-version` */
export async function readOne(settings: SettingsStore, id: string): Promise<Collection> {
  const { collection } = settings;
  if (id === collection.id) return { name: collection.name, document: settings.get().studio };
  const opened = await settings.collections.open(id);
  if (opened === undefined) throw withReason('studio/refused', 'collectionUnknown');
  return opened.collection;
}

/** An empty scene, and the microphone as it is. */
function emptyDocument(open: StudioDocument): StudioDocument {
  const audio = audioInputOf(open);
  const { isMuted, gain, side } = channelOf(open);
  const document = buildDocument({
    source: { type: 'none' },
    audio: audio.type === 'source' ? { type: 'none' } : audio,
    ...{ isMuted, gain, encoding: encodingOf(open) },
  });
  return withChannel(document, { ...channelOf(document), side });
}
