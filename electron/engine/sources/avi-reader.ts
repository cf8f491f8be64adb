/**
 * Cuts an AVI stream of raw pictures and PCM, as ffmpeg writes it into a pipe, into pictures and pieces of sound. Pure:
 * bytes in, any split. Such a stream has no times: pictures and samples are counted from its start. Lists, indexes and
 * the `AVIX` parts of long streams are walked over; nothing larger than one picture is kept.
 */
import { AppError } from '../../../shared/errors/app-error.ts';

export type AviItem =
  /** Undefined: the picture before, once more. */
  | { readonly type: 'picture'; readonly data: ArrayBuffer | undefined }
  | { readonly type: 'sound'; readonly data: ArrayBuffer };

export interface AviFormat {
  /** Of every picture, packed. */
  readonly pictureBytes: number;
  /** Of one sample of all channels. */
  readonly sampleBytes: number;
}

/** Samples of all channels in one piece of sound at most. */
const PIECE_SAMPLES = 1024;
const CHUNK_HEADER_BYTES = 8;
/** A list and a RIFF part have a type after their size. */
const LIST_HEADER_BYTES = 12;

type Kind = 'picture' | 'sound' | 'skipped';

export class AviReader {
  readonly #format: AviFormat;
  readonly #header = new Uint8Array(LIST_HEADER_BYTES);
  #headerFilled = 0;
  #isBegun = false;
  #kind: Kind = 'skipped';
  /** Bytes of the chunk under way that are still to come; its padding not counted. */
  #left = 0;
  #isPadded = false;
  #piece = new Uint8Array(0);
  #pieceFilled = 0;

  constructor(format: AviFormat) {
    this.#format = format;
  }

  /** @throws AppError `capture/file-unreadable` for what is no such stream; the reader is of no use afterwards. */
  push(bytes: Uint8Array): AviItem[] {
    const items: AviItem[] = [];
    let at = 0;
    while (at < bytes.length) {
      if (this.#left > 0) at += this.#takeBody(bytes.subarray(at), items);
      else if (this.#isPadded) {
        this.#isPadded = false;
        at += 1;
      } else at += this.#takeHeader(bytes.subarray(at), items);
    }
    return items;
  }

  #takeHeader(bytes: Uint8Array, items: AviItem[]): number {
    const wanted = this.#headerFilled < CHUNK_HEADER_BYTES ? CHUNK_HEADER_BYTES : LIST_HEADER_BYTES;
    const taken = bytes.subarray(0, wanted - this.#headerFilled);
    this.#header.set(taken, this.#headerFilled);
    this.#headerFilled += taken.length;
    if (this.#headerFilled < wanted) return taken.length;
    const id = this.#name(0);
    if (!this.#isBegun && id !== 'RIFF') throw unreadable('it does not begin as AVI');
    if (id !== 'RIFF' && id !== 'LIST') this.#beginChunk(id, items);
    else if (wanted === LIST_HEADER_BYTES) this.#beginList(id);
    return taken.length;
  }

  #beginList(id: 'RIFF' | 'LIST'): void {
    this.#headerFilled = 0;
    this.#isBegun = true;
    const type = this.#name(8);
    if (id === 'RIFF') {
      if (type !== 'AVI ' && type !== 'AVIX') throw unreadable('a part of it is not AVI');
      return;
    }
    // What matters of a list is in it; the size of one that is still being written says nothing.
    if (type === 'movi' || type === 'rec ') return;
    const size = this.#size();
    if (size < 4) throw unreadable('a list is too short');
    this.#begin('skipped', size - 4, size);
  }

  #beginChunk(id: string, items: AviItem[]): void {
    this.#headerFilled = 0;
    const size = this.#size();
    if (id === '00dc' || id === '00db') {
      if (size === 0) items.push({ type: 'picture', data: undefined });
      else if (size !== this.#format.pictureBytes) throw unreadable('a picture has another size');
      else this.#piece = new Uint8Array(size);
      this.#begin('picture', size, size);
    } else if (id === '01wb') {
      if (size % this.#format.sampleBytes !== 0) throw unreadable('a sample is cut in two');
      this.#begin('sound', size, size);
      this.#newPiece();
    } else if (/^(JUNK|idx1|ix\d\d)$/.test(id)) {
      this.#begin('skipped', size, size);
    } else throw unreadable('there is a chunk that is not known');
  }

  #begin(kind: Kind, left: number, size: number): void {
    this.#kind = kind;
    this.#left = left;
    this.#isPadded = size % 2 === 1;
    this.#pieceFilled = 0;
  }

  #newPiece(): void {
    this.#piece = new Uint8Array(Math.min(this.#left, PIECE_SAMPLES * this.#format.sampleBytes));
    this.#pieceFilled = 0;
  }

  #takeBody(bytes: Uint8Array, items: AviItem[]): number {
    if (this.#kind === 'skipped') {
      const skipped = Math.min(this.#left, bytes.length);
      this.#left -= skipped;
      return skipped;
    }
    const taken = bytes.subarray(0, this.#piece.length - this.#pieceFilled);
    this.#piece.set(taken, this.#pieceFilled);
    this.#pieceFilled += taken.length;
    this.#left -= taken.length;
    if (this.#pieceFilled === this.#piece.length) {
      items.push({ type: this.#kind, data: this.#piece.buffer });
      if (this.#left > 0) this.#newPiece();
    }
    return taken.length;
  }

  #name(at: number): string {
    return String.fromCharCode(...this.#header.subarray(at, at + 4));
  }

  #size(): number {
    return new DataView(this.#header.buffer).getUint32(4, true);
  }
}

function unreadable(reason: string): AppError {
  return new AppError('capture/file-unreadable', { message: `ffmpeg’s AVI is damaged: ${reason}` });
}
