/**
 * The pictures of a media source that have come from the engine and don't show yet, and the one that shows, in the compositor's memory.
 * Only a picture that shows is read; a slot goes back as soon as its picture is read or passed over.
 */
import {
  MAX_MEDIA_PICTURE_BYTES,
  mediaFileBytes,
  mediaFileOffset,
} from '../../../../shared/media/media-source-port.ts';
import type { MediaFile, MediaPassBegan, MediaPicture } from '../../../../shared/media/media-source-port.ts';
import {
  allocatePicture,
  convertPixels,
  freePicture,
  halfOf,
  pixelStride,
} from '../../compositor/picture.ts';
import type { Picture, Plane } from '../../compositor/picture.ts';
import type { PlaneMemory } from '../../compositor/memory.ts';
import { createMarkedFile } from '../../worker/private-file.ts';
import type { DirectFile, MarkedFile } from '../../worker/private-file.ts';

export interface HeldPicture {
  readonly lineUs: number;
  readonly positionUs: number;
  readonly pass: MediaPassBegan;
  readonly slot: number;
  readonly bytes: { readonly file: DirectFile; readonly at: number } | { readonly data: Uint8Array };
}

interface OpenFile extends MarkedFile {
  readonly number: number;
  readonly slotBytes: number;
  /** A picture came by it: the engine has it open. */
  isTaken: boolean;
}

export interface MediaPicturesParts {
  readonly memory: PlaneMemory;
  /** The slot of a picture of the present run is free. */
  onFree(slot: number): void;
  /** A file for the engine; or why there is none. */
  onFile(file: Pick<MediaFile, 'file' | 'mark' | 'slotBytes'> | { readonly reason: string }): void;
}

export class MediaPictures {
  readonly #parts: MediaPicturesParts;
  #pass: MediaPassBegan | undefined;
  #file: OpenFile | undefined;
  #files = 0;
  /** In place of which another came; pictures that wait may lie in them. */
  #replaced: OpenFile[] = [];
  #held: HeldPicture[] = [];
  /** To be shown next, not read yet. */
  #due: HeldPicture | undefined;
  #shown: { readonly lineUs: number; readonly positionUs: number; readonly pass: MediaPassBegan } | undefined;
  #picture: Picture | undefined;
  #revision = 0;
  #row = new Uint8Array(0);
  #isEnded = false;

  constructor(parts: MediaPicturesParts) {
    this.#parts = parts;
  }

  /** All that follow are of this pass. */
  begin(pass: MediaPassBegan): void {
    this.#pass = pass;
    const { pictureBytes } = pass;
    if (this.#file !== undefined && this.#file.slotBytes >= pictureBytes) return;
    if (pictureBytes > MAX_MEDIA_PICTURE_BYTES) return;
    this.#files += 1;
    void this.#openFile(this.#files, pictureBytes);
  }

  /** The engine is another one, which has no file of ours. */
  forgetFile(): void {
    this.#replaceFile(undefined);
    // One that is being made is of no use either.
    this.#files += 1;
  }

  add({ lineUs, positionUs, slot, file, data }: MediaPicture): void {
    const pass = this.#pass;
    if (pass === undefined) return;
    const picture = { lineUs, positionUs, pass, slot };
    if (data !== undefined) {
      if (data.byteLength === pass.pictureBytes)
        this.#held.push({ ...picture, bytes: { data: new Uint8Array(data) } });
      return;
    }
    const open = this.#file;
    // Its file was replaced meanwhile.
    if (open?.number !== file) return this.#parts.onFree(slot);
    open.isTaken = true;
    this.#held.push({ ...picture, bytes: { file: open.file, at: mediaFileOffset(slot, open.slotBytes) } });
  }

  /** A run begins: the slots of the one before are the engine's. What shows stays. */
  beginRun(): void {
    this.#held = [];
    this.#due = undefined;
    this.#shown = undefined;
    for (const file of this.#replaced.splice(0)) void file.release();
  }

  get first(): HeldPicture | undefined {
    return this.#due ?? this.#held[0];
  }

  /** Nothing waits. */
  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  /** What shows, or is to be shown next. */
  get newest():
    { readonly lineUs: number; readonly positionUs: number; readonly pass: MediaPassBegan } | undefined {
    return this.#due ?? this.#shown;
  }

  /** The picture that belongs nearest to a place of the run is due. Those before it are passed over. */
  pass(lineUs: number): void {
    for (;;) {
      const [next] = this.#held;
      if (next === undefined) return;
      const { newest } = this;
      const isNearer =
        newest === undefined || Math.abs(next.lineUs - lineUs) <= Math.abs(newest.lineUs - lineUs);
      if (!isNearer) return;
      this.#held.shift();
      if (this.#due !== undefined) this.#parts.onFree(this.#due.slot);
      this.#due = next;
    }
  }

  /** What shows now; the same object while nothing has changed. */
  read(): Picture | undefined {
    const due = this.#due;
    if (due === undefined || this.#isEnded) return this.#picture;
    this.#due = undefined;
    this.#shown = due;
    const before = this.#picture;
    try {
      this.#picture = this.#load(due);
    } catch (error) {
      // The picture before stays where there is room for it, and the next ones come over the port.
      if (this.#picture !== before) this.#free();
      this.#refuseFile(error);
    }
    this.#parts.onFree(due.slot);
    return this.#picture;
  }

  /** Nothing shows. Only while no picture is being composed. */
  clear(): void {
    this.#free();
  }

  end(): void {
    this.#isEnded = true;
    this.#replaceFile(undefined);
    this.beginRun();
    this.#free();
  }

  async #openFile(number: number, slotBytes: number): Promise<void> {
    const { onFile } = this.#parts;
    try {
      const marked = await createMarkedFile('media', mediaFileBytes(slotBytes));
      if (number !== this.#files || this.#isEnded) return await marked.release();
      this.#replaceFile({ ...marked, number, slotBytes, isTaken: false });
      onFile({ file: number, mark: marked.mark, slotBytes });
    } catch (error) {
      if (number === this.#files) this.#refuseFile(error);
    }
  }

  /** One that the engine may still be opening is left to be collected. */
  #replaceFile(file: OpenFile | undefined): void {
    if (this.#file?.isTaken === true) this.#replaced.push(this.#file);
    this.#file = file;
  }

  #refuseFile(error: unknown): void {
    this.#replaceFile(undefined);
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.#parts.onFile({ reason });
  }

  #load({ pass, bytes }: HeldPicture): Picture {
    const { memory } = this.#parts;
    const { width, height, pictureWidth, pictureHeight, format } = pass;
    const size = { width: pictureWidth, height: pictureHeight };
    const hasAlpha = format !== 'I420';
    const picture = this.#reuse(size, hasAlpha);
    const sourceSize = { width, height };
    this.#revision += 1;
    if (!hasAlpha) {
      const half = { width: halfOf(pictureWidth), height: halfOf(pictureHeight) };
      const luma = pictureWidth * pictureHeight;
      this.#readRows(bytes, 0, picture.y, pictureWidth, pictureHeight);
      this.#readRows(bytes, luma, picture.cb, half.width, half.height);
      this.#readRows(bytes, luma + half.width * half.height, picture.cr, half.width, half.height);
      return { ...picture, sourceSize, revision: this.#revision };
    }
    const stride = pixelStride(pictureWidth);
    const offset = memory.allocate(stride * pictureHeight);
    try {
      this.#readRows(bytes, 0, { offset, stride }, 4 * pictureWidth, pictureHeight);
      const alpha = format === 'RGBA' ? 'straight' : 'premultiplied';
      const converted = convertPixels(memory, offset, { order: 'RGBA', alpha }, picture);
      return { ...converted, sourceSize, revision: this.#revision };
    } finally {
      memory.free(offset);
    }
  }

  /** Rows without padding, to a place in the memory. */
  #readRows(
    from: HeldPicture['bytes'],
    at: number,
    { offset, stride }: Plane,
    width: number,
    rows: number,
  ): void {
    const { bytes } = this.#parts.memory;
    if (stride === width) return readInto(from, at, bytes.subarray(offset, offset + width * rows));
    if (this.#row.length < width * rows) this.#row = new Uint8Array(width * rows);
    const packed = this.#row.subarray(0, width * rows);
    readInto(from, at, packed);
    for (let row = 0; row < rows; row += 1)
      bytes.set(packed.subarray(row * width, (row + 1) * width), offset + row * stride);
  }

  /** A picture of this shape, of the one before where that fits. */
  #reuse(size: { readonly width: number; readonly height: number }, hasAlpha: boolean): Picture {
    const before = this.#picture;
    if (
      before?.width === size.width &&
      before.height === size.height &&
      (before.alpha !== undefined) === hasAlpha
    )
      return before;
    this.#free();
    this.#picture = allocatePicture(this.#parts.memory, size, hasAlpha);
    return this.#picture;
  }

  #free(): void {
    if (this.#picture !== undefined) freePicture(this.#parts.memory, this.#picture);
    this.#picture = undefined;
  }
}

/** Throws where the file can't be read: a picture of half its bytes would be another picture. */
function readInto(from: HeldPicture['bytes'], at: number, target: Uint8Array): void {
  if ('data' in from) return target.set(from.data.subarray(at, at + target.length));
  if (from.file.read(target, { at: from.at + at }) !== target.length)
    throw new Error('a picture of a media source could not be read');
}
