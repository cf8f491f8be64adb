/**
 * Files of a page's private storage that the engine has open as well: found in the browser profile by the mark at their beginning. A
 * file loses its name as soon as it is open, where the system allows it: no picture outlives the two processes that hold it.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync, unlinkSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { FRAME_FILE_MARK_BYTES } from '../../../shared/media/frame-file.ts';

/** Where Chromium keeps the private files of pages, in a profile: in the one or, by its version, the other. */
const PRIVATE_FILES = ['File System', 'WebStorage'] as const;
/** Levels below it: the page's origin, the kind of storage, a number. */
const MAX_DEPTH = 4;
/** Entries looked at; a profile of ours has some ten. */
const MAX_ENTRIES = 2000;

export interface WantedFile {
  /** 32 digits, hexadecimal. */
  readonly mark: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** What else must be true of the open file; all is when absent. */
  readonly isIt?: (file: number) => boolean;
}

/**
 * @param profileFolder of the browser session that the page belongs to.
 * @returns the descriptor, for reading and writing, which is the caller's to close; undefined when there is no such file.
 */
export function openPrivateFile(profileFolder: string, wanted: WantedFile): number | undefined {
  const paths = PRIVATE_FILES.flatMap((name) => [...filesBelow(join(profileFolder, name))]);
  for (const path of paths) {
    const file = openMarked(path, wanted);
    if (file === undefined) continue;
    dropName(path);
    return file;
  }
  return undefined;
}

export function isMark(value: unknown): value is string {
  return typeof value === 'string' && value.length === 2 * FRAME_FILE_MARK_BYTES;
}

/** Bounded, since a profile can hold anything. */
function* filesBelow(folder: string, depth = 0, seen = { entries: 0 }): Generator<string> {
  for (const entry of entriesOf(folder)) {
    seen.entries += 1;
    if (seen.entries > MAX_ENTRIES) return;
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth < MAX_DEPTH) yield* filesBelow(path, depth + 1, seen);
  }
}

/** Chromium makes and removes folders meanwhile: one that is gone holds nothing. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** The descriptor of the file if it is the one with the mark. */
function openMarked(path: string, { mark, bytes, isIt: isWanted }: WantedFile): number | undefined {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  let isIt = false;
  try {
    isIt = fstatSync(file).size === bytes && readMark(file) === mark && isWanted?.(file) !== false;
  } catch (error) {
    if (!isSystemError(error)) throw error;
  } finally {
    if (!isIt) closeSync(file);
  }
  return isIt ? file : undefined;
}

function readMark(file: number): string {
  const found = Buffer.alloc(FRAME_FILE_MARK_BYTES);
  return readSync(file, found, 0, found.length, 0) === found.length ? found.toString('hex') : '';
}

/** Windows keeps the name of a file that another process has open; the page then removes the file once it is done with. */
function dropName(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
