/**
 * A collection that Upcast exported, read from a folder that may be a stranger's: it names files of that folder alone, by plain
 * relative names, and no link leads out of it.
 */
import { lstat, mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../../shared/errors/system-code.ts';
import { MAX_IMPORTED_FILES } from '../../../shared/studio/collections/collection-import.ts';
import type { ImportedFile } from '../../../shared/studio/collections/collection-import.ts';
import { mapPaths, pathsIn } from '../../../shared/studio/files/document-paths.ts';
import { diskDetails } from '../../settings/atomic-file.ts';
import { parseCollectionData } from '../../settings/collections/collection-file.ts';
import type { Collection } from '../../settings/collections/collection-file.ts';
import { bytesOf, CopyRun } from './copy-file.ts';
import { namesFor, plainName } from './exported-folder.ts';
import type { TransferWatch } from './exported-folder.ts';

/** Names tried for the folder of the files. */
const MAX_TRIES = 100;

export interface ExportedFolder {
  /** Its files are named as if they lay in the folder itself. */
  readonly collection: Collection;
  readonly folder: string;
  /** By their names in the folder. */
  readonly files: readonly ImportedFile[];
}

/** @param data of `collection.json`. @throws AppError `input/bad-file`, `settings/newer-version` */
export async function readExported(path: string, data: unknown): Promise<ExportedFolder> {
  const folder = dirname(path);
  const named = pathsIn(data);
  if (named.length > MAX_IMPORTED_FILES) throw withReason('input/bad-file', 'collectionTooLarge');
  const whole = mapPaths(data, (name) => join(folder, withinFolder(name)));
  let collection: Collection;
  try {
    collection = parseCollectionData(whole);
  } catch (cause) {
    const { code } = toAppError(cause);
    if (code === 'settings/newer-version') throw withReason(code, 'importNewer', {}, cause);
    throw withReason('input/bad-file', 'collectionUnfit', {}, cause);
  }
  const files = await Promise.all(
    named.map(async (name) => ({ path: name, isThere: await isPlainFile(folder, withinFolder(name)) })),
  );
  return { collection, folder, files };
}

/**
 * The collection with copies of its files, in a new folder below `parent`. Files that are missing are named there too, so that they
 * can be put there. @throws AppError `settings/write-failed`, or the signal's reason; what was copied by then is removed
 */
export async function copyFiles(
  { collection, folder, files }: ExportedFolder,
  parent: string,
  { signal, onProgress }: TransferWatch,
): Promise<Collection> {
  const target = await makeFolder(parent, plainName(collection.name));
  const names = namesFor(files.map(({ path }) => join(folder, withinFolder(path))));
  try {
    const there = files.flatMap(({ path, isThere }) => (isThere ? [join(folder, withinFolder(path))] : []));
    const copies = new CopyRun(signal, await bytesOf(there), onProgress);
    for (const { path, isThere } of files) {
      const source = join(folder, withinFolder(path));
      const copy = join(target, names.get(source) ?? '');
      // oxlint-disable-next-line no-await-in-loop -- one file after the other: a disk is no faster with several
      if (isThere) await copies.copy(source, copy);
    }
  } catch (cause) {
    await rm(target, { recursive: true, force: true }).catch(() => undefined);
    signal.throwIfAborted();
    throw withReason('settings/write-failed', 'importNotCopied', diskDetails(cause), cause);
  }
  const copied = mapPaths(collection.document, (path) => join(target, names.get(path) ?? ''));
  return { name: collection.name, document: copied as Collection['document'] };
}

/** A name with parts that lead nowhere else; of any other the last part, as a name that isn't there. */
function withinFolder(name: string): string {
  const parts = name.split('/');
  const isPlain = parts.every(
    (part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part),
  );
  return isPlain ? join(...parts) : join('outside', plainName(parts.at(-1) ?? ''));
}

async function isPlainFile(folder: string, name: string): Promise<boolean> {
  try {
    const [whole, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return path.startsWith(`${whole}${sep}`) && (await lstat(join(folder, name))).isFile();
  } catch {
    return false;
  }
}

async function makeFolder(parent: string, name: string): Promise<string> {
  for (let count = 1; count <= MAX_TRIES; count += 1) {
    const folder = join(parent, count === 1 ? name : `${name} ${count}`);
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next name only where this one is taken
      await mkdir(folder);
      return folder;
    } catch (cause) {
      if (systemCodeOf(cause) !== 'EEXIST')
        throw withReason('settings/write-failed', 'importNotCopied', diskDetails(cause), cause);
    }
  }
  throw new AppError('settings/write-failed');
}
