/**
 * The page's end of a frame file (shared/media/frame-file.ts): makes it in the page's private storage and writes frames into
 * free slots.
 */
import {
  FRAME_FILE_COUNT_OFFSET,
  FRAME_FILE_SLOTS,
  FRAME_FILE_TRACK_OFFSET,
  frameFileBytes,
  frameFileOffset,
  frameFileTrack,
} from '../../../shared/media/frame-file.ts';
import type { FrameFileMessage } from '../../../shared/media/media-port.ts';
import { createMarkedFile } from './private-file.ts';
import type { DirectFile, MarkedFile } from './private-file.ts';

export class FrameFileWriter {
  readonly #marked: MarkedFile;
  readonly #file: DirectFile;
  readonly #slotBytes: number;
  readonly #trackId: string;
  readonly #count = new Uint32Array(1);
  readonly #countBytes = new Uint8Array(this.#count.buffer);
  #free = Array.from({ length: FRAME_FILE_SLOTS }, (_, slot) => slot);
  /** Written and not known to be read, oldest first. */
  #underWay: number[] = [];
  #read = 0;

  private constructor(marked: MarkedFile, slotBytes: number, trackId: string) {
    this.#marked = marked;
    this.#file = marked.file;
    this.#slotBytes = slotBytes;
    this.#trackId = trackId;
  }

  /** Rejects when the browser gives no storage, or too little. */
  static async create(slotBytes: number, trackId: string): Promise<FrameFileWriter> {
    const marked = await createMarkedFile('frames', frameFileBytes(slotBytes));
    try {
      marked.file.write(frameFileTrack(trackId), { at: FRAME_FILE_TRACK_OFFSET });
      return new FrameFileWriter(marked, slotBytes, trackId);
    } catch (error) {
      marked.file.close();
      throw error;
    }
  }

  /** What the engine needs to find it. */
  get message(): FrameFileMessage {
    const { mark } = this.#marked;
    return { type: 'frameFile', trackId: this.#trackId, mark, slotBytes: this.#slotBytes };
  }

  /** Nothing more is written, see `MarkedFile`. */
  release(): void {
    void this.#marked.release();
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
