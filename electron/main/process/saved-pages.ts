/** Which sources the saved studios have, by a look at the text of their files. A look that finds too much does no harm. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS_FOLDER, SETTINGS_FILE } from '../../settings/settings-store.ts';

/** Whether a source of this id may be in any. */
export function savedSources(folder: string): (sourceId: string) => boolean {
  const texts = textsIn(folder);
  return (sourceId) => texts.some((text) => text.includes(JSON.stringify(sourceId)));
}

/** Of the settings and of every collection, also of those that were put aside. */
function textsIn(folder: string): readonly string[] {
  const collections = join(folder, COLLECTIONS_FOLDER);
  return [
    join(folder, SETTINGS_FILE),
    ...namesIn(collections).map((name) => join(collections, name)),
  ].flatMap(textOf);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Nothing where there is no such file, or it can't be read: the settings' own store says so. */
function textOf(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return [];
  }
}
