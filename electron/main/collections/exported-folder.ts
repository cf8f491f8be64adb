/**
 * A collection as a folder: `collection.json`, with the files that it shows beside it in `media`. The folder is whole once
 * `collection.json` is there, which is written last; `npm run live -- --collection` plays it as it is.
 */
import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join, posix, win32 } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../../shared/errors/system-code.ts';
import type {
  ExportedCollection,
  TransferProgress,
} from '../../../shared/studio/collections/collection-import.ts';
import { mapPaths, pathsIn } from '../../../shared/studio/files/document-paths.ts';
import { cutWhole } from '../../../shared/whole-characters.ts';
import { diskDetails, writeFileAtomically } from '../../settings/atomic-file.ts';
import { formatExported } from '../../settings/collections/collection-file.ts';
import type { Collection } from '../../settings/collections/collection-file.ts';
import { bytesOf, CopyRun } from './copy-file.ts';

/** Of whoever waits for a transfer. */
export interface TransferWatch {
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TransferProgress) => void;
}

export const COLLECTION_FILE = 'collection.json';
export const MEDIA_FOLDER = 'media';
const MAX_NAME = 100;

/** @throws AppError `settings/write-failed`, or the signal's reason; what was made by then is removed */
export async function exportCollection(
  collection: Collection,
  target: string,
  { signal, onProgress }: TransferWatch,
): Promise<ExportedCollection> {
  const isNew = await makeFolder(target);
  const media = join(target, MEDIA_FOLDER);
  const names = namesFor(pathsIn(collection.document));
  const missing: string[] = [];
  try {
    await mkdir(media);
    const copies = new CopyRun(signal, await bytesOf([...names.keys()]), onProgress);
    for (const [path, name] of names)
      // oxlint-disable-next-line no-await-in-loop -- one file after the other: a disk is no faster with several
      if (!(await copyMedia(copies, path, join(media, name)))) missing.push(baseName(path));
    const document = mapPaths(collection.document, (path) => `${MEDIA_FOLDER}/${names.get(path) ?? ''}`);
    await writeFileAtomically(join(target, COLLECTION_FILE), formatExported(collection.name, document));
  } catch (cause) {
    await rm(media, { recursive: true, force: true }).catch(() => undefined);
    if (isNew) await rmdir(target).catch(() => undefined);
    signal.throwIfAborted();
    throw cause instanceof AppError
      ? cause
      : withReason('settings/write-failed', 'exportNotWritten', diskDetails(cause), cause);
  }
  return { folder: basename(target), files: names.size - missing.length, missing };
}

/** A folder of its own: nothing that is there already gets mixed up with it. @returns whether there was none. */
async function makeFolder(target: string): Promise<boolean> {
  try {
    await mkdir(target);
    return true;
  } catch (cause) {
    const isEmptyFolder = await readdir(target).then(
      (found) => found.length === 0,
      () => false,
    );
    if (isEmptyFolder) return false;
    if (systemCodeOf(cause) === 'EEXIST')
      throw withReason('settings/write-failed', 'exportFolderTaken', { folder: basename(target) }, cause);
    throw withReason('settings/write-failed', 'exportNotWritten', diskDetails(cause), cause);
  }
}

/** False where there is no such file, or none that can be read. @throws what the file system says of the copy's place */
async function copyMedia(copies: CopyRun, path: string, target: string): Promise<boolean> {
  // Opening a pipe would wait for its other end.
  const isPlain = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isPlain) return false;
  try {
    await copies.copy(path, target);
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'ENOENT'].includes(systemCodeOf(error))) throw error;
    await rm(target, { force: true });
    return false;
  }
}

/** A name for each file that every system takes, none twice, whatever the case. */
export function namesFor(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    paths.map((path) => {
      const name = plainName(baseName(path));
      const ending = posix.extname(name);
      const stem = name.slice(0, name.length - ending.length);
      let free = name;
      for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} ${count}${ending}`;
      taken.add(free.toLowerCase());
      return [path, free];
    }),
  );
}

/** Of a path of any system. */
export function baseName(path: string): string {
  return path.startsWith('/') ? posix.basename(path) : win32.basename(path);
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Such a name of any. */
export function plainName(name: string): string {
  const clean = name
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '-')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const ending = posix.extname(clean).slice(0, MAX_NAME / 2);
  const stem = cutWhole(clean.slice(0, clean.length - posix.extname(clean).length), MAX_NAME - ending.length);
  const whole = `${stem}${ending}`;
  if (whole === '') return 'file';
  return RESERVED.test(whole) ? `_${whole}` : whole;
}
