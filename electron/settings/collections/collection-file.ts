/** A collection as a file holds it: its name and its studio document, versioned. Pure. */
import * as z from 'zod';
import { cleanName, cutName } from '../../../shared/destinations/name.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { studioDocumentSchema } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';

export const COLLECTION_FORMAT = 'upcast-collection';
/**
 * Grows with what a document may hold: an older Upcast leaves a file of a newer version alone, and takes what it doesn't know for damage.
 * 1 had one channel of sound, without filters or tracks.
 */
export const COLLECTION_VERSION = 2;
/** A longer file is none of ours. */
export const MAX_COLLECTION_BYTES = 16 * 1024 * 1024;

export interface Collection {
  readonly name: string;
  readonly document: StudioDocument;
}

/** Cleans and cuts: a name is no reason to lose a collection. */
const nameSchema = z
  .string()
  .min(1)
  .overwrite((name) => cutName(cleanName(name)));

const collectionFileSchema = z.strictObject({
  format: z.literal(COLLECTION_FORMAT),
  version: z.number().int().min(1).max(COLLECTION_VERSION),
  name: nameSchema,
  document: studioDocumentSchema,
});

export function formatCollection({ name, document }: Collection): string {
  return formatExported(name, document);
}

/** @param document with files named otherwise than by absolute paths. */
export function formatExported(name: string, document: unknown): string {
  const file = { format: COLLECTION_FORMAT, version: COLLECTION_VERSION, name, document };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** @throws AppError `settings/newer-version` for a file of a newer Upcast, `settings/corrupt` for anything else that doesn't fit. */
export function parseCollection(text: string): Collection {
  return parseCollectionData(parseJson(text));
}

/** @throws AppError as `parseCollection` */
export function parseCollectionData(data: unknown): Collection {
  const result = collectionFileSchema.safeParse(checkedVersion(data));
  if (!result.success) throw new AppError('settings/corrupt', {}, result.error);
  const { name, document } = result.data;
  return { name, document };
}

/** The name alone, without a look at the document; undefined where there is none. */
export function nameIn(text: string): string | undefined {
  try {
    const result = z.object({ name: nameSchema }).safeParse(parseJson(text));
    return result.success ? result.data.name : undefined;
  } catch {
    return undefined;
  }
}

/** The data itself. @throws AppError `settings/newer-version` */
export function checkedVersion<T>(data: T): T {
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (typeof version === 'number' && version > COLLECTION_VERSION)
    throw new AppError('settings/newer-version', { version, knownVersion: COLLECTION_VERSION });
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AppError('settings/corrupt', {}, error);
  }
}
