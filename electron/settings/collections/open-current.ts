/** The collection that a start opens: the one that the settings name, or the document that an older version kept in the settings. */
import { randomUUID } from 'node:crypto';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { isSameData } from '../../../shared/is-same-data.ts';
import { newDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { texts } from '../../../shared/text/text.ts';
import type { Collection } from './collection-file.ts';
import type { CollectionFolder, CollectionHead, OpenedCollection } from './collection-folder.ts';

/** Of the first collection of a profile. */
export const FIRST_ID = 'main';

export interface CurrentCollection extends Collection, CollectionHead {
  /** False: the next save writes its file. */
  readonly isSaved: boolean;
  /** Nothing of it is in a file, and nothing needs to be as long as it stays as it is and open. */
  readonly isFresh?: boolean;
  /** What was wrong with the file, for the user to read. */
  readonly problem?: AppError;
}

/** Never fails. @param older the document of the settings file. */
export async function openCurrent(
  folder: CollectionFolder,
  id: string,
  older: StudioDocument | undefined,
): Promise<CurrentCollection> {
  const fresh = {
    name: texts.collections.newName,
    document: older ?? newDocument(),
    isSaved: older === undefined,
  };
  let opened: OpenedCollection | undefined;
  try {
    opened = await folder.open(id);
  } catch (error) {
    // The file is kept aside or stays where it is: nothing is written in its place.
    return { ...fresh, id: randomUUID(), problem: toAppError(error) };
  }
  if (opened === undefined) return { ...fresh, id, isFresh: true };
  const { collection, ...rest } = opened;
  if (older === undefined || isSameData(older, collection.document))
    return { ...collection, ...rest, id, isSaved: opened.problem === undefined };
  // A settings file of before came back: both documents stay.
  return { ...fresh, id: randomUUID(), ...rest };
}
