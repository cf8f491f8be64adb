/**
 * The engine's end of a media source's file: which slots are free, and pictures on their way into them. A picture is written as its
 * bytes come from ffmpeg, so that none is gathered in memory. Where there is no file, pictures are gathered and travel on the port.
 */
import { closeSync, writeSync } from 'node:fs';
import {
  MEDIA_FILE_SLOTS,
  mediaFileBytes,
  mediaFileOffset,
} from '../../../shared/media/media-source-port.ts';
import type { MediaFile, MediaPicture } from '../../../shared/media/media-source-port.ts';
import { isSystemError, openPrivateFile } from '../frames/private-file.ts';

interface OpenFile {
  readonly number: number;
  readonly descriptor: number;
  readonly slotBytes: number;
}

interface OpenPicture {
  readonly slot: number;
  readonly file: OpenFile | undefined;
  readonly data: Uint8Array<ArrayBuffer> | undefined;
  filled: number;
}

export class PictureSlots {
  readonly #profileFolder: string | undefined;
  #free: number[] = [];
  #file: OpenFile | undefined;
  #isWithoutFile: boolean;
  #picture: OpenPicture | undefined;
  #isUntouched = true;

  constructor(profileFolder: string | undefined) {
    this.#profileFolder = profileFolder;
    this.#isWithoutFile = profileFolder === undefined;
    this.reset();
  }

  /** A run begins: what was on its way is void. */
  reset(): void {
    this.#free = Array.from({ length: MEDIA_FILE_SLOTS }, (_, slot) => slot);
    this.#picture = undefined;
    this.#isUntouched = true;
  }

  /** No picture of the run was taken yet. */
  get isUntouched(): boolean {
    return this.#isUntouched;
  }

  /** False where it can't be found: pictures go over the port from now on. */
  useFile({ file, mark, slotBytes }: MediaFile): boolean {
    this.#closeFile();
    const bytes = mediaFileBytes(slotBytes);
    const descriptor =
      this.#profileFolder === undefined ? undefined : openPrivateFile(this.#profileFolder, { mark, bytes });
    this.#isWithoutFile = descriptor === undefined;
    if (descriptor === undefined) return false;
    this.#file = { number: file, descriptor, slotBytes };
    return true;
  }

  useNoFile(): void {
    this.#closeFile();
    this.#isWithoutFile = true;
  }

  takeBack(slot: number): void {
    this.#isUntouched = false;
    if (!this.#free.includes(slot)) this.#free.push(slot);
  }

  /** False while no slot is free, or the file is too small for it: another comes. */
  begin(bytes: number): boolean {
    const { length } = this.#free;
    if (length === 0 || (!this.#isWithoutFile && (this.#file?.slotBytes ?? 0) < bytes)) return false;
    const slot = this.#free.shift() ?? 0;
    const file = this.#isWithoutFile ? undefined : this.#file;
    this.#picture = { slot, file, data: file ? undefined : new Uint8Array(bytes), filled: 0 };
    return true;
  }

  write(bytes: Uint8Array): void {
    const picture = this.#picture;
    if (picture === undefined) return;
    const at = picture.filled;
    picture.filled += bytes.length;
    if (picture.data !== undefined) return picture.data.set(bytes, at);
    if (picture.file === undefined || picture.file !== this.#file) return;
    const { descriptor, slotBytes } = picture.file;
    try {
      const place = mediaFileOffset(picture.slot, slotBytes) + at;
      if (writeSync(descriptor, bytes, 0, bytes.length, place) !== bytes.length) this.useNoFile();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.useNoFile();
    }
  }

  /** Undefined where its bytes were lost with its file; the slot is free again. */
  finish(): Pick<MediaPicture, 'slot' | 'file' | 'data'> | undefined {
    const picture = this.#picture;
    this.#picture = undefined;
    if (picture === undefined) return undefined;
    const { slot, file, data } = picture;
    if (data !== undefined) return { slot, file: 0, data: data.buffer };
    if (file !== undefined && file === this.#file) return { slot, file: file.number };
    this.takeBack(slot);
    return undefined;
  }

  close(): void {
    this.#closeFile();
  }

  #closeFile(): void {
    if (this.#file !== undefined) closeSync(this.#file.descriptor);
    this.#file = undefined;
  }
}
