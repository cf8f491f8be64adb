/**
 * The engine's end of a frame file: reads frames from it and counts them.
 */
import { closeSync, readSync, writeSync } from 'node:fs';
import {
  FRAME_FILE_COUNT_OFFSET,
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
import { isMark, isSystemError, openPrivateFile } from '../frames/private-file.ts';

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
    const file = openPrivateFile(profileFolder, {
      mark,
      bytes: frameFileBytes(slotBytes),
      isIt: (open) => isForTrack(open, trackId),
    });
    return file === undefined ? undefined : new FrameFileReader(file, slotBytes);
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
  if (!isMark(mark)) return false;
  if (typeof slotBytes !== 'number' || !Number.isInteger(slotBytes)) return false;
  return slotBytes > 0 && slotBytes <= MAX_FRAME_FILE_SLOT_BYTES;
}

export function isSlot(slot: unknown): slot is number {
  return typeof slot === 'number' && Number.isInteger(slot) && slot >= 0 && slot < FRAME_FILE_SLOTS;
}

function isForTrack(file: number, trackId: string): boolean {
  const wanted = frameFileTrack(trackId);
  const found = new Uint8Array(wanted.length);
  const length = readSync(file, found, 0, found.length, FRAME_FILE_TRACK_OFFSET);
  return length === wanted.length && Buffer.compare(found, wanted) === 0;
}
