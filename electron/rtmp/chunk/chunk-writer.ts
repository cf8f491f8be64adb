/**
 * A chunk stream from messages (RTMP 1.0 §5.3, reference §3.4). Headers and small bodies go into slabs that
 * are made beforehand; large bodies are never copied but handed out as views between the headers.
 *
 * Media starts each chunk stream with format 0 and goes on with format 1 deltas, so that no extended
 * timestamp appears however long a stream runs, and the 32-bit wrap is nothing special.
 */
import { assert } from '../../../shared/assert.ts';
import { DEFAULT_CHUNK_SIZE_BYTES, MAX_MESSAGE_BYTES } from '../limits.ts';
import { EXTENDED_TIMESTAMP_MARK, MAX_CHUNK_HEADER_BYTES, writeBasicHeader } from './chunk-header.ts';

/** Bodies up to this size are copied beside their header: one piece costs a socket less than two. */
const COPIED_BODY_BYTES = 2_048;
/** The first slab holds a handshake and the commands; those that media needs are larger. */
const FIRST_SLAB_BYTES = 6 * 1024;
const SLAB_BYTES = 64 * 1024;

interface OutgoingStream {
  timestampMs: number;
  streamId: number;
}

export interface OutgoingMessage {
  readonly chunkStreamId: number;
  readonly type: number;
  readonly streamId: number;
  /** Unwrapped, 0 to 2^53: reduced modulo 2^32 on the wire. */
  readonly timestampMs: number;
  /** Must not change until it is written. At most 16777215 bytes. */
  readonly body: Uint8Array;
  /** Allows format 1. Off for control and commands, which every peer then reads without state. */
  readonly hasDeltas?: boolean;
}

export class ChunkWriter {
  readonly #streams = new Map<number, OutgoingStream>();
  #chunkSizeBytes = DEFAULT_CHUNK_SIZE_BYTES;
  #pieces: Uint8Array[] = [];
  #slab = new Uint8Array(FIRST_SLAB_BYTES);
  /** Where the bytes not yet in a piece begin, and where the next byte goes. */
  #slabStart = 0;
  #slabEnd = 0;
  #bytesQueued = 0;

  get chunkSizeBytes(): number {
    return this.#chunkSizeBytes;
  }

  /** Total of everything ever queued. */
  get bytesQueued(): number {
    return this.#bytesQueued;
  }

  /** Applies to the messages that follow. The Set Chunk Size message itself is the caller's to write. */
  setChunkSize(bytes: number): void {
    assert(Number.isInteger(bytes) && bytes >= 1 && bytes <= 0x7fffffff, 'bad chunk size');
    this.#chunkSizeBytes = Math.min(bytes, MAX_MESSAGE_BYTES);
  }

  /** Queues bytes that are not chunks: the handshake. */
  writeRaw(bytes: Uint8Array): void {
    this.#bytesQueued += bytes.length;
    this.#writeBytes(bytes);
  }

  writeMessage(message: OutgoingMessage): void {
    const { body, chunkStreamId } = message;
    assert(body.length <= MAX_MESSAGE_BYTES, 'message too long for RTMP');
    const extendedTimestamp = this.#writeHeader(message);
    let offset = Math.min(body.length, this.#chunkSizeBytes);
    this.#writeBytes(offset === body.length ? body : body.subarray(0, offset));
    let headerBytes = 0;
    while (offset < body.length) {
      const end = Math.min(body.length, offset + this.#chunkSizeBytes);
      headerBytes += this.#writeContinuation(chunkStreamId, extendedTimestamp);
      this.#writeBytes(body.subarray(offset, end));
      offset = end;
    }
    this.#bytesQueued += headerBytes + body.length;
  }

  /** What is to be written, in this order; the caller owns it. */
  takeOutput(): Uint8Array[] {
    this.#flushSlab();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Returns the extended timestamp that continuation chunks repeat, if there is one. */
  #writeHeader(message: OutgoingMessage): number | undefined {
    const { chunkStreamId, streamId, timestampMs } = message;
    const stream = this.#streams.get(chunkStreamId);
    const deltaMs = stream === undefined ? -1 : timestampMs - stream.timestampMs;
    const isDelta =
      message.hasDeltas === true &&
      stream?.streamId === streamId &&
      deltaMs >= 0 &&
      deltaMs < EXTENDED_TIMESTAMP_MARK;
    if (stream === undefined) this.#streams.set(chunkStreamId, { timestampMs, streamId });
    else {
      stream.timestampMs = timestampMs;
      stream.streamId = streamId;
    }

    const wireTime = isDelta ? deltaMs : timestampMs >>> 0;
    const isExtended = wireTime >= EXTENDED_TIMESTAMP_MARK;
    this.#reserve(MAX_CHUNK_HEADER_BYTES);
    const slab = this.#slab;
    const start = this.#slabEnd;
    let at = start + writeBasicHeader(slab, start, isDelta ? 1 : 0, chunkStreamId);
    at = writeU24(slab, at, isExtended ? EXTENDED_TIMESTAMP_MARK : wireTime);
    at = writeU24(slab, at, message.body.length);
    slab[at++] = message.type;
    if (!isDelta) {
      slab[at++] = streamId & 0xff;
      slab[at++] = (streamId >>> 8) & 0xff;
      slab[at++] = (streamId >>> 16) & 0xff;
      slab[at++] = streamId >>> 24;
    }
    if (isExtended) at = writeU32(slab, at, wireTime);
    this.#slabEnd = at;
    this.#bytesQueued += at - start;
    return isExtended ? wireTime : undefined;
  }

  #writeContinuation(chunkStreamId: number, extendedTimestamp: number | undefined): number {
    this.#reserve(MAX_CHUNK_HEADER_BYTES);
    const start = this.#slabEnd;
    let at = start + writeBasicHeader(this.#slab, start, 3, chunkStreamId);
    if (extendedTimestamp !== undefined) at = writeU32(this.#slab, at, extendedTimestamp);
    this.#slabEnd = at;
    return at - start;
  }

  #writeBytes(bytes: Uint8Array): void {
    if (bytes.length > COPIED_BODY_BYTES) {
      this.#flushSlab();
      this.#pieces.push(bytes);
      return;
    }
    this.#reserve(bytes.length);
    this.#slab.set(bytes, this.#slabEnd);
    this.#slabEnd += bytes.length;
  }

  #reserve(count: number): void {
    if (this.#slabEnd + count <= this.#slab.length) return;
    this.#flushSlab();
    this.#slab = new Uint8Array(SLAB_BYTES);
    this.#slabStart = 0;
    this.#slabEnd = 0;
  }

  #flushSlab(): void {
    if (this.#slabEnd === this.#slabStart) return;
    this.#pieces.push(this.#slab.subarray(this.#slabStart, this.#slabEnd));
    this.#slabStart = this.#slabEnd;
  }
}

function writeU24(target: Uint8Array, offset: number, value: number): number {
  target[offset] = value >>> 16;
  target[offset + 1] = (value >>> 8) & 0xff;
  target[offset + 2] = value & 0xff;
  return offset + 3;
}

function writeU32(target: Uint8Array, offset: number, value: number): number {
  target[offset] = value >>> 24;
  target[offset + 1] = (value >>> 16) & 0xff;
  target[offset + 2] = (value >>> 8) & 0xff;
  target[offset + 3] = value & 0xff;
  return offset + 4;
}
