/** Imports a collection in a test, and finds things in what came of it by their names. */
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { readCollection } from '../../../../shared/obs-collection/read-collection.ts';
import { toDocument } from '../../../../shared/obs-collection/to-document.ts';
import type { ImportedDocument } from '../../../../shared/obs-collection/to-document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';

export const encoding = { ...defaultEncodingProfile, width: 1280, height: 720 };

export function imported(text: string): ImportedDocument {
  return toDocument(readCollection(text), encoding);
}

export function sceneNamed({ document }: ImportedDocument, name: string): StudioDocument['scenes'][number] {
  const found = document.scenes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no scene ${name}`);
  return found;
}

export function sourceNamed({ document }: ImportedDocument, name: string): StudioDocument['sources'][number] {
  const found = document.sources.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no source ${name}`);
  return found;
}

/** `taken reason` of each entry of that name. */
export function entriesOf({ report }: ImportedDocument, name: string): readonly string[] {
  return report
    .filter((entry) => entry.name === name)
    .map(({ subject, taken, reason }) =>
      [subject, taken, reason].filter((each) => each !== undefined).join(' '),
    );
}
