/** The studio document of the open collection, as a profile's files have it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCollection } from '../../../electron/settings/collections/collection-file.ts';
import { FIRST_ID } from '../../../electron/settings/collections/open-current.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import { savedSettingsSchema } from '../../../shared/settings/settings.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';

export function readOpenDocument(userDataDir: string): StudioDocument {
  const text = readFileSync(join(userDataDir, 'settings.json'), 'utf8');
  const { collectionId = FIRST_ID } = savedSettingsSchema.parse(JSON.parse(text));
  const file = join(userDataDir, 'collections', `${collectionId}.json`);
  // As long as nothing was changed there is no file.
  if (!existsSync(file)) return defaultDocument;
  return parseCollection(readFileSync(file, 'utf8')).document;
}
