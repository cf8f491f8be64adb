/**
 * The engine's end of a frame file: finds the page's file in the browser profile by its mark, reads frames from it and
 * counts them. The file loses its name as soon as it is open, where the system allows it: no picture outlives the two
 * processes that hold it.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync, unlinkSync, writeSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import {
  FRAME_FILE_COUNT_OFFSET,
  FRAME_FILE_MARK_BYTES,
  FRAME_FILE_SLOTS,
  FRAME_FILE_TRACK_OFFSET,
  MAX_FRAME_FILE_SLOT_BYTES,
  frameFileBytes,
  frameFileOffset,
  frameFileTrack,
} from '../../../shared/media/frame-file.ts';
import type { FrameFileMessage } from '../../../shared/media/media-port.ts';
import type { PictureBytes } from '../frames/picture-bytes.ts';
import { PicturePool } from '../frames/picture-pool.ts';

/** Where Chromium keeps the private files of pages, in a profile: in the one or, by its version, the other. */
const PRIVATE_FILES = ['File System', 'WebStorage'] as const;
/** Levels below it: the page's origin, the kind of storage, a number. */
const MAX_DEPTH = 4;
/** Entries looked at; a profile of ours has some ten. */
const MAX_ENTRIES = 2000;

export class FrameFileReader {
  readonly #file: number;
  readonly #slotBytes: number;
  readonly #pool = new PicturePool();
  readonly #count = new Uint32Array(1);

  private constructor(file: number, slotBytes: number) {
    this.#file = file;
    this.#slotBytes = slotBytes;
  }

  /**
   * @param profileFolder of the browser session that the page belongs to. @returns undefined when there is no such file in it.
   */
  static open(
    profileFolder: string,
    { mark, slotBytes, trackId }: FrameFileMessage,
  ): FrameFileReader | undefined {
    const wanted = frameFileBytes(slotBytes);
    const paths = PRIVATE_FILES.flatMap((name) => [...filesBelow(join(profileFolder, name))]);
    for (const path of paths) {
      const file = openMarked(path, mark, wanted, trackId);
      if (file === undefined) continue;
      dropName(path);
      return new FrameFileReader(file, slotBytes);
    }
    return undefined;
  }

  /** Reads what the page left in `slot`; the slot is the page's again. @returns undefined when it cannot be read. */
  read(slot: number, byteLength: number): PictureBytes | undefined {
    if (byteLength > this.#slotBytes) return undefined;
    const picture = this.#pool.take(byteLength);
    try {
      const at = frameFileOffset(slot, this.#slotBytes);
      const isWhole = readSync(this.#file, picture.bytes, 0, byteLength, at) === byteLength;
      return this.skip() && isWhole ? picture : undefined;
    } catch (error) {
      if (isSystemError(error)) return undefined;
      throw error;
    }
  }

  /** Gives the oldest slot back unread. @returns false when the file cannot be written. */
  skip(): boolean {
    this.#count[0] = (this.#count[0] ?? 0) + 1;
    try {
      return writeSync(this.#file, this.#count, 0, 4, FRAME_FILE_COUNT_OFFSET) === 4;
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Is this a message that `FrameFileReader.open` may be given? */
export function isFrameFile(fields: Readonly<Record<string, unknown>>): boolean {
  const { mark, slotBytes } = fields;
  if (typeof mark !== 'string' || mark.length !== 2 * FRAME_FILE_MARK_BYTES) return false;
  if (typeof slotBytes !== 'number' || !Number.isInteger(slotBytes)) return false;
  return slotBytes > 0 && slotBytes <= MAX_FRAME_FILE_SLOT_BYTES;
}

export function isSlot(slot: unknown): slot is number {
  return typeof slot === 'number' && Number.isInteger(slot) && slot >= 0 && slot < FRAME_FILE_SLOTS;
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

/** The descriptor of the file if it is the one with the mark, for this track. */
function openMarked(path: string, mark: string, wantedBytes: number, trackId: string): number | undefined {
  let file: number;
  try {
    file = openSync(path, 'r+');
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  let isIt = false;
  try {
    isIt = fstatSync(file).size === wantedBytes && readMark(file) === mark && isForTrack(file, trackId);
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

function isForTrack(file: number, trackId: string): boolean {
  const wanted = frameFileTrack(trackId);
  const found = new Uint8Array(wanted.length);
  const length = readSync(file, found, 0, found.length, FRAME_FILE_TRACK_OFFSET);
  return length === wanted.length && Buffer.compare(found, wanted) === 0;
}

/** Windows keeps the name of a file that another process has open; the page then removes it when it starts again. */
function dropName(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
