/**
 * The page's end of a frame file (shared/media/frame-file.ts): makes it in the page's private storage, writes frames into
 * free slots, and removes files that earlier runs left. Lives in the worker: only there is such a file written directly.
 *
 * A file that the engine has taken has no name any more, and Chromium never answers when such a one is to be closed: the
 * worker would stand still. One that is done with is let go; it is closed when it is collected.
 */
import {
  FRAME_FILE_COUNT_OFFSET,
  FRAME_FILE_MARK_BYTES,
  FRAME_FILE_SLOTS,
  FRAME_FILE_TRACK_OFFSET,
  frameFileBytes,
  frameFileOffset,
  frameFileTrack,
} from '../../../shared/media/frame-file.ts';
import type { FrameFileMessage } from '../../../shared/media/media-port.ts';

/** What a worker gets beyond the type that pages have of these. */
interface DirectFile {
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<DirectFile> };
type WorkerDirectory = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

const NAME = /^frames-/;

export class FrameFileWriter {
  readonly #file: DirectFile;
  readonly #mark: string;
  readonly #slotBytes: number;
  readonly #trackId: string;
  readonly #count = new Uint32Array(1);
  readonly #countBytes = new Uint8Array(this.#count.buffer);
  #free = Array.from({ length: FRAME_FILE_SLOTS }, (_, slot) => slot);
  /** Written and not known to be read, oldest first. */
  #underWay: number[] = [];
  #read = 0;

  private constructor(file: DirectFile, mark: string, slotBytes: number, trackId: string) {
    this.#file = file;
    this.#mark = mark;
    this.#slotBytes = slotBytes;
    this.#trackId = trackId;
  }

  /** Rejects when the browser gives no storage, or too little. */
  static async create(slotBytes: number, trackId: string): Promise<FrameFileWriter> {
    const folder = await navigator.storage.getDirectory();
    await removeOld(folder);
    const handle = await folder.getFileHandle(`frames-${crypto.randomUUID()}`, { create: true });
    const file = await (handle as WorkerFileHandle).createSyncAccessHandle();
    try {
      const mark = crypto.getRandomValues(new Uint8Array(FRAME_FILE_MARK_BYTES));
      file.truncate(frameFileBytes(slotBytes));
      file.write(mark, { at: 0 });
      file.write(frameFileTrack(trackId), { at: FRAME_FILE_TRACK_OFFSET });
      return new FrameFileWriter(file, toHex(mark), slotBytes, trackId);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** What the engine needs to find it. */
  get message(): FrameFileMessage {
    return { type: 'frameFile', trackId: this.#trackId, mark: this.#mark, slotBytes: this.#slotBytes };
  }

  takes(byteLength: number): boolean {
    return byteLength <= this.#slotBytes;
  }

  /**
   * @returns the slot that the frame lies in now, undefined while none is free. @throws when the disk does not take it.
   */
  write(frame: Uint8Array): number | undefined {
    this.#takeBack();
    const slot = this.#free.pop();
    if (slot === undefined) return undefined;
    const written = this.#file.write(frame, { at: frameFileOffset(slot, this.#slotBytes) });
    if (written !== frame.length) throw new Error(`only ${written} bytes of ${frame.length} were written`);
    this.#underWay.push(slot);
    return slot;
  }

  /** The engine reads in the order of writing, so that its count says which slots are free. */
  #takeBack(): void {
    if (this.#file.read(this.#countBytes, { at: FRAME_FILE_COUNT_OFFSET }) !== 4) return;
    const count = this.#count[0] ?? 0;
    const fresh = (count - this.#read) >>> 0;
    if (fresh > this.#underWay.length) return;
    this.#read = count;
    this.#free.push(...this.#underWay.splice(0, fresh).reverse());
  }
}

/** One that another page still has open stays. */
async function removeOld(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of (folder as WorkerDirectory).keys()) {
    if (NAME.test(name)) await folder.removeEntry(name).catch(() => undefined);
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
