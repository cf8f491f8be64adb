/**
 * Cuts a Matroska stream of raw pictures and sound, as ffmpeg writes it into a pipe, into blocks (RFC 9559). Pure: bytes in, any
 * split. Nothing is gathered: bytes are handed on as they come. Everything but clusters and blocks is walked over.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';

export type MatroskaItem =
  /** A picture of `size` bytes begins. */
  | { readonly type: 'picture'; readonly timeMs: number; readonly size: number }
  /** The next bytes of the picture that began last. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** The next bytes of the sound, whose samples follow each other without a gap. */
  | { readonly type: 'sound'; readonly bytes: Uint8Array };

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** Their contents are elements too. */
const parents: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, BLOCK_GROUP]);

/** An id of 4 bytes and a size of 8. */
const MAX_HEAD_BYTES = 12;
/** Track, time in the cluster and flags. */
const BLOCK_HEAD_BYTES = 4;

export class MatroskaReader {
  /** Of an element's head, or of a value or block head that is still incomplete. */
  #head = new Uint8Array(0);
  #clusterMs = 0;
  #isBegun = false;
  /** The element whose first bytes are awaited. */
  #awaited: { readonly id: number; readonly size: number } | undefined;
  #left = 0;
  #content: 'picture' | 'sound' | 'nothing' = 'nothing';
  readonly #soundTrack: number | undefined;

  /** @param soundTrack number of the stream's track of sound; every other one holds pictures. */
  constructor(soundTrack?: number) {
    this.#soundTrack = soundTrack;
  }

  /** @throws AppError `source/file-unreadable` for what is no such stream; the reader is of no use afterwards. */
  push(chunk: Uint8Array): MatroskaItem[] {
    const items: MatroskaItem[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#left > 0) {
        const bytes = chunk.subarray(at, at + this.#left);
        if (this.#content === 'picture') items.push({ type: 'bytes', bytes });
        if (this.#content === 'sound') items.push({ type: 'sound', bytes });
        this.#left -= bytes.length;
        at += bytes.length;
      } else at += this.#takeHead(chunk.subarray(at), items);
    }
    return items;
  }

  /** Gathers the few bytes of a head. @returns how many were used. */
  #takeHead(chunk: Uint8Array, items: MatroskaItem[]): number {
    const before = this.#head.length;
    const bytes = new Uint8Array(Math.min(MAX_HEAD_BYTES, before + chunk.length));
    bytes.set(this.#head);
    bytes.set(chunk.subarray(0, bytes.length - before), before);
    const used = this.#awaited === undefined ? this.#readHead(bytes) : this.#readStart(bytes, items);
    if (used === undefined) {
      if (bytes.length === MAX_HEAD_BYTES) throw damaged();
      this.#head = bytes;
      return bytes.length - before;
    }
    this.#head = new Uint8Array(0);
    return used - before;
  }

  #readHead(bytes: Uint8Array): number | undefined {
    const id = readNumber(bytes, 0, true);
    const size = id === undefined ? undefined : readNumber(bytes, id.length, false);
    if (id === undefined || size === undefined) return undefined;
    if (!this.#isBegun && id.value !== EBML) throw damaged();
    this.#isBegun = true;
    const used = id.length + size.length;
    if (parents.has(id.value)) return used;
    if (!Number.isSafeInteger(size.value)) throw damaged();
    const isStartRead = id.value === TIMESTAMP || id.value === SIMPLE_BLOCK || id.value === BLOCK;
    if (isStartRead) this.#awaited = { id: id.value, size: size.value };
    else this.#begin(size.value, 'nothing');
    return used;
  }

  /** A cluster's time, or the head of a block. */
  #readStart(bytes: Uint8Array, items: MatroskaItem[]): number | undefined {
    const { id, size } = this.#awaited ?? { id: 0, size: 0 };
    const wanted = id === TIMESTAMP ? size : BLOCK_HEAD_BYTES;
    if (id === TIMESTAMP ? size > 8 : size < BLOCK_HEAD_BYTES) throw damaged();
    if (bytes.length < wanted) return undefined;
    this.#awaited = undefined;
    if (id === TIMESTAMP) {
      this.#clusterMs = bytes.subarray(0, wanted).reduce((sum, byte) => sum * 256 + byte, 0);
      return wanted;
    }
    // Our own streams have a few tracks: their numbers take one byte.
    if (((bytes[0] ?? 0) & 0x7f) === this.#soundTrack) {
      this.#begin(size - BLOCK_HEAD_BYTES, 'sound');
      return wanted;
    }
    const timeMs = this.#clusterMs + new DataView(bytes.buffer, bytes.byteOffset).getInt16(1);
    this.#begin(size - BLOCK_HEAD_BYTES, 'picture');
    items.push({ type: 'picture', timeMs, size: size - BLOCK_HEAD_BYTES });
    return wanted;
  }

  #begin(size: number, content: 'picture' | 'sound' | 'nothing'): void {
    this.#left = size;
    this.#content = content;
  }
}

/** A number of variable length (RFC 8794 §4); `isId` keeps the marker. A size of ones alone, unknown, is infinite. */
function readNumber(
  bytes: Uint8Array,
  at: number,
  isId: boolean,
): { readonly value: number; readonly length: number } | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > (isId ? 4 : 8)) throw damaged();
  if (at + length > bytes.length) return undefined;
  const marker = 0x80 >> (length - 1);
  let value = isId ? first : first & (marker - 1);
  let isUnknown = (first & (marker - 1)) === marker - 1;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 256 + byte;
    isUnknown &&= byte === 255;
  }
  return { value: isUnknown && !isId ? Infinity : value, length };
}

function damaged(): AppError {
  return withReason('source/file-unreadable', 'ffmpegStopped');
}
