/** Addresses and CSS of a collection's browser pages: secrets, for the keychain alone. Pure. */
import { MAX_PAGE_ADDRESS_LENGTH, MAX_PAGE_CSS_LENGTH, readPageAddress } from '../studio/pages/page-input.ts';
import type { PageAddress } from '../studio/pages/page-input.ts';
import type { StudioDocument } from '../studio/document-schema.ts';
import type { ObsCollection, Place } from './collection.ts';
import { EMPTY_OBJECT, flagAt, isObject, memberOf, textAt } from './json/fields.ts';
import type { JsonObject, JsonValue } from './json/parse-json.ts';
import { settingsOf } from './parts/defaults.ts';

export interface ImportedPage {
  /** In the document. */
  readonly sourceId: string;
  readonly host: string;
  /** A secret. */
  readonly address: string;
  /** A secret. */
  readonly css: string;
}

/** Undefined for a local file, and for what is no web address. */
export function pageAddressOf(settings: JsonObject): PageAddress | undefined {
  if (flagAt(settings, 'is_local_file')) return undefined;
  // One character more: an address that is too long is none.
  return readPageAddress(textAt(settings, 'url', MAX_PAGE_ADDRESS_LENGTH + 1));
}

/** Those that `toDocument` has taken into the document. */
export function importedPages(
  { sources, original }: ObsCollection,
  document: StudioDocument,
): readonly ImportedPage[] {
  const taken = new Set(document.sources.filter(({ input }) => input.type === 'page').map(({ id }) => id));
  return sources
    .filter(({ key }) => taken.has(key))
    .flatMap(({ key, kind, place }) => {
      const settings = settingsOf(kind, elementAt(original.root, place));
      const address = pageAddressOf(settings);
      const css = textAt(settings, 'css', MAX_PAGE_CSS_LENGTH);
      return address === undefined ? [] : [{ sourceId: key, ...address, css }];
    });
}

function elementAt(root: JsonObject, { member, index }: Place): JsonObject {
  const value = memberOf(root, member);
  const element = index === undefined ? value : listed(value)[index];
  return isObject(element) ? element : EMPTY_OBJECT;
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
