/**
 * Cuts a live FLV byte stream into packets, whatever the split of the bytes. No resynchronisation: the stream comes
 * over a lossless pipe, so anything unexpected is fatal and said so. Copies nothing but what a split cuts in two, and
 * holds at most that one tag.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import { badData } from './bit-reader.ts';
import { PacketClassifier } from './classify.ts';
import type { MediaPacket, ParsedPacket } from './packet.ts';
import { TimestampUnwrapper } from './timestamp.ts';

const FILE_HEADER_BYTES = 9;
const MAX_FILE_HEADER_BYTES = 1024;
const TAG_HEADER_BYTES = 11;
const PREVIOUS_SIZE_BYTES = 4;
const MAX_TAG_BYTES = 0xffffff;
/** Room for a tag that is cut in two; beyond it room grows with what came, whatever the header claims. */
const FIRST_ROOM_BYTES = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

/** How much an `FlvDemuxer` takes. */
export interface FlvDemuxerOptions {
  /** Largest tag body accepted, in bytes; the format's own limit when absent. */
  readonly maxTagBytes?: number;
}

type Stage = 'fileHeader' | 'headerRest' | 'firstSize' | 'tagHeader' | 'body' | 'size';
interface Tag {
  readonly kind: MediaPacket['kind'];
  readonly isAmf3: boolean;
  readonly size: number;
  readonly rawTimestamp: number;
}

const KINDS: Readonly<Record<number, MediaPacket['kind']>> = {
  8: 'audio',
  9: 'video',
  15: 'script',
  18: 'script',
};

/**
 * Cuts a live FLV byte stream, such as an encoder's output, into packets, whatever the split of the bytes. Strict: anything
 * unexpected is an error. Holds at most one tag.
 */
export class FlvDemuxer {
  readonly #maxTagBytes: number;
  readonly #classifier = new PacketClassifier();
  readonly #unwrapper = new TimestampUnwrapper();
  #stage: Stage = 'fileHeader';
  #needed = FILE_HEADER_BYTES;
  /** The beginning of what is needed, when the bytes so far held no more of it. */
  #partial = NO_BYTES;
  #held = 0;
  #tag: Tag | undefined;
  #failure: AppError | undefined;

  constructor(options: FlvDemuxerOptions = {}) {
    this.#maxTagBytes = Math.min(options.maxTagBytes ?? MAX_TAG_BYTES, MAX_TAG_BYTES);
  }

  /**
   * Takes the next bytes, in any split, and returns the packets they complete. A body that lies within `bytes` is a view
   * of them: it holds for as long as the caller leaves them alone. What is kept for the next call is a copy.
   * @throws AppError `flv/bad-data`, and the same again on every later call.
   */
  push(bytes: Uint8Array): ParsedPacket[] {
    if (this.#failure !== undefined) throw this.#failure;
    const packets: ParsedPacket[] = [];
    try {
      let position = 0;
      for (;;) {
        const missing = this.#needed - this.#held;
        const end = position + missing;
        if (end > bytes.length) break;
        const piece = bytes.subarray(position, end);
        position = end;
        this.#step(this.#held === 0 ? piece : this.#complete(piece), packets);
      }
      if (position < bytes.length) this.#hold(bytes.subarray(position));
    } catch (error) {
      if (error instanceof AppError) this.#failure = error;
      throw error;
    }
    return packets;
  }

  /** True when the stream may end here: not inside a tag. */
  get isAtBoundary(): boolean {
    return this.#stage === 'tagHeader' ? this.#held === 0 : this.#stage === 'size';
  }

  #hold(piece: Uint8Array): void {
    const total = this.#held + piece.length;
    if (total > this.#partial.length) {
      const room = Math.max(total, this.#partial.length * 2, FIRST_ROOM_BYTES);
      const grown = new Uint8Array(Math.min(this.#needed, room));
      grown.set(this.#partial.subarray(0, this.#held));
      this.#partial = grown;
    }
    this.#partial.set(piece, this.#held);
    this.#held = total;
  }

  #complete(piece: Uint8Array): Uint8Array {
    this.#hold(piece);
    const whole = this.#partial;
    this.#partial = NO_BYTES;
    this.#held = 0;
    return whole;
  }

  #expect(stage: Stage, bytes: number): void {
    this.#stage = stage;
    this.#needed = bytes;
  }

  #step(bytes: Uint8Array, packets: ParsedPacket[]): void {
    switch (this.#stage) {
      case 'fileHeader':
        return this.#expect('headerRest', readFileHeader(bytes));
      case 'headerRest':
        return this.#expect('firstSize', PREVIOUS_SIZE_BYTES);
      case 'firstSize':
        return this.#expect('tagHeader', TAG_HEADER_BYTES);
      case 'tagHeader':
        this.#tag = this.#readTagHeader(bytes);
        return this.#expect('body', this.#tag.size);
      case 'body':
        this.#readBody(bytes, packets);
        return this.#expect('size', PREVIOUS_SIZE_BYTES);
      case 'size':
        return this.#readSize(bytes);
    }
  }

  #readTagHeader(bytes: Uint8Array): Tag {
    const first = bytes[0] ?? 0;
    if ((first & 0x20) !== 0) throw badData('the stream is encrypted');
    const type = first & 0x1f;
    const kind = KINDS[type];
    if (kind === undefined || (first & 0xc0) !== 0) throw badData(`unknown tag type ${first}`);
    const size = unsigned(bytes, 1, 3);
    if (size > this.#maxTagBytes)
      throw badData(`a tag of ${size} bytes is over the limit of ${this.#maxTagBytes}`);
    const rawTimestamp = ((bytes[7] ?? 0) & 0x7f) * 0x1000000 + unsigned(bytes, 4, 3);
    return { kind, isAmf3: type === 15, size, rawTimestamp };
  }

  #readBody(bytes: Uint8Array, packets: ParsedPacket[]): void {
    const tag = this.#tag;
    if (tag === undefined) return;
    const body = tag.isAmf3 && bytes[0] === 0 ? bytes.subarray(1) : bytes;
    const packet = this.#classifier.classify(tag.kind, this.#unwrapper.unwrap(tag.rawTimestamp), body);
    if (packet !== undefined) packets.push(packet);
  }

  #readSize(bytes: Uint8Array): void {
    const expected = (this.#tag?.size ?? 0) + TAG_HEADER_BYTES;
    const found = unsigned(bytes, 0, 4);
    if (found !== expected) throw badData(`a tag of ${expected} bytes is followed by the size ${found}`);
    this.#expect('tagHeader', TAG_HEADER_BYTES);
  }
}

/** @returns how many more header bytes follow. */
function readFileHeader(bytes: Uint8Array): number {
  if (bytes[0] !== 0x46 || bytes[1] !== 0x4c || bytes[2] !== 0x56) throw badData('this is not an FLV stream');
  if (bytes[3] !== 1) throw badData(`FLV version ${bytes[3] ?? 0} is unknown`);
  const length = unsigned(bytes, 5, 4);
  if (length < FILE_HEADER_BYTES || length > MAX_FILE_HEADER_BYTES)
    throw badData(`bad header length ${length}`);
  return length - FILE_HEADER_BYTES;
}

function unsigned(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[offset + index] ?? 0);
  return value;
}
