/**
 * Messages from a chunk stream (RTMP 1.0 §5.3, reference §3.3). Takes bytes in any split. Set Chunk Size and
 * Abort act here, at once, since they change how the very next byte is read; they are handed on as messages
 * all the same. Knows nothing of what messages mean.
 */
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  DEFAULT_CHUNK_SIZE_BYTES,
  MAX_CHUNK_STREAMS,
  MAX_MESSAGE_BYTES,
  MAX_PARTIAL_SLACK_BYTES,
} from '../limits.ts';
import { messageTypes } from '../message/message-types.ts';
import type { RtmpMessage } from '../message/message-types.ts';
import {
  EXTENDED_TIMESTAMP_MARK,
  MAX_CHUNK_HEADER_BYTES,
  messageHeaderSize,
  parseBasicHeader,
  parseMessageHeader,
} from './chunk-header.ts';
import { ChunkInput } from './chunk-input.ts';
import { PartialMessage } from './partial-message.ts';

export interface ChunkReaderOptions {
  /** Longest message taken. Default 16777215. */
  readonly maxMessageBytes?: number;
  /**
   * Continuation chunks of a message with an extended timestamp: `always` repeats it (RTMP 1.0); `peek` takes
   * four bytes for the timestamp only if they are the remembered ones or zero, for peers that omit it.
   */
  readonly extendedTimestamps?: 'always' | 'peek';
}

export class ChunkReader {
  readonly #input = new ChunkInput();
  readonly #streams = new Map<number, PartialMessage>();
  #maxMessageBytes: number;
  readonly #extendedTimestamps: 'always' | 'peek';
  #chunkSizeBytes = DEFAULT_CHUNK_SIZE_BYTES;
  /** The chunk stream whose payload is being read, and how much of this chunk is still to come. */
  #current: PartialMessage | undefined;
  #currentId = 0;
  #payloadLeft = 0;
  #heldBytes = 0;

  constructor(options: ChunkReaderOptions = {}) {
    this.#maxMessageBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
    this.#extendedTimestamps = options.extendedTimestamps ?? 'always';
  }

  /** The peer's chunk size. */
  get chunkSizeBytes(): number {
    return this.#chunkSizeBytes;
  }

  /** From the next message header on. */
  allowMessages(maxBytes: number): void {
    this.#maxMessageBytes = maxBytes;
  }

  /** Bytes held for unfinished messages and unread input. */
  get bufferedBytes(): number {
    return this.#heldBytes + this.#input.available;
  }

  /** The bytes must not change before `releaseInput`. */
  push(bytes: Uint8Array): void {
    this.#input.push(bytes);
  }

  /** Copies the few unread bytes, so that the pushed arrays may be used again by their owner. */
  releaseInput(): void {
    this.#input.release();
  }

  /**
   * The next complete message, or undefined until more bytes come. Its body is the caller's.
   * @throws AppError `rtmp/protocol` or `rtmp/limit`; the reader is of no use after it.
   */
  next(): RtmpMessage | undefined {
    for (;;) {
      const stream = this.#current ?? this.#readHeader();
      if (stream === undefined) return undefined;
      this.#readPayload(stream);
      if (this.#payloadLeft > 0) return undefined;
      this.#current = undefined;
      if (stream.received === stream.length) return this.#complete(stream);
    }
  }

  /** Reads one whole chunk header, or nothing of it. */
  #readHeader(): PartialMessage | undefined {
    const bytes = this.#input.peek(MAX_CHUNK_HEADER_BYTES);
    const basic = parseBasicHeader(bytes);
    if (basic === undefined) return undefined;
    const { format, chunkStreamId } = basic;
    const known = this.#streams.get(chunkStreamId);
    const size = basic.size + messageHeaderSize(format);
    if (bytes.length < size) return undefined;
    if (format !== 3) return this.#readFullHeader(bytes, format, chunkStreamId, basic.size, known);
    if (known === undefined) throw protocolError(`chunk stream ${chunkStreamId} starts with format 3`);
    let consumed = size;
    if (known.hasExtendedTimestamp) {
      if (bytes.length < size + 4) return undefined;
      if (this.#isExtendedTimestamp(readU32(bytes, size), known)) consumed += 4;
    }
    if (!known.isInProgress) known.timestampMs = (known.timestampMs + known.deltaMs) >>> 0;
    return this.#beginChunk(known, chunkStreamId, consumed);
  }

  #isExtendedTimestamp(value: number, stream: PartialMessage): boolean {
    return this.#extendedTimestamps === 'always' || value === stream.extendedTimestamp || value === 0;
  }

  #readFullHeader(
    bytes: Uint8Array,
    format: 0 | 1 | 2,
    chunkStreamId: number,
    basicSize: number,
    known: PartialMessage | undefined,
  ): PartialMessage | undefined {
    if (known === undefined && format === 2) {
      throw protocolError(`chunk stream ${chunkStreamId} starts with format 2`);
    }
    if (known?.isInProgress === true) {
      throw protocolError(`new header within a message on chunk stream ${chunkStreamId}`);
    }
    const header = parseMessageHeader(bytes, basicSize, format, known ?? { length: 0, type: 0, streamId: 0 });
    let size = basicSize + messageHeaderSize(format);
    const isExtended = header.timeField === EXTENDED_TIMESTAMP_MARK;
    if (isExtended && bytes.length < size + 4) return undefined;
    const time = isExtended ? readU32(bytes, size) : header.timeField;
    if (isExtended) size += 4;
    if (header.length > this.#maxMessageBytes) {
      throw new AppError('rtmp/limit', {
        message: 'the peer announced a message that is too long',
        bytes: header.length,
        limitBytes: this.#maxMessageBytes,
      });
    }
    const stream = known ?? this.#openStream(chunkStreamId);
    stream.timestampMs = format === 0 ? time : (stream.timestampMs + time) >>> 0;
    stream.deltaMs = time;
    stream.hasExtendedTimestamp = isExtended;
    stream.extendedTimestamp = isExtended ? time : 0;
    stream.length = header.length;
    stream.type = header.type;
    stream.streamId = header.streamId;
    return this.#beginChunk(stream, chunkStreamId, size);
  }

  #openStream(chunkStreamId: number): PartialMessage {
    if (this.#streams.size >= MAX_CHUNK_STREAMS) {
      throw new AppError('rtmp/limit', { message: 'the peer opened too many chunk streams' });
    }
    const stream = new PartialMessage();
    this.#streams.set(chunkStreamId, stream);
    return stream;
  }

  #beginChunk(stream: PartialMessage, chunkStreamId: number, headerBytes: number): PartialMessage {
    this.#input.skip(headerBytes);
    stream.isInProgress = true;
    this.#current = stream;
    this.#currentId = chunkStreamId;
    this.#payloadLeft = Math.min(this.#chunkSizeBytes, stream.length - stream.received);
    return stream;
  }

  #readPayload(stream: PartialMessage): void {
    while (this.#payloadLeft > 0) {
      const bytes = this.#input.take(this.#payloadLeft);
      if (bytes.length === 0) return;
      const heldBefore = stream.heldBytes;
      stream.append(bytes);
      this.#payloadLeft -= bytes.length;
      this.#heldBytes += stream.heldBytes - heldBefore;
      const slackBytes = Math.min(MAX_PARTIAL_SLACK_BYTES, this.#maxMessageBytes);
      if (this.#heldBytes > this.#maxMessageBytes + slackBytes) {
        throw new AppError('rtmp/limit', { message: 'too many bytes in unfinished messages' });
      }
    }
  }

  #complete(stream: PartialMessage): RtmpMessage {
    this.#heldBytes -= stream.heldBytes;
    const message: RtmpMessage = {
      chunkStreamId: this.#currentId,
      type: stream.type,
      streamId: stream.streamId,
      timestampMs: stream.timestampMs,
      body: stream.takeBody(),
    };
    if (message.type === messageTypes.setChunkSize) this.#setChunkSize(message.body);
    else if (message.type === messageTypes.abort) this.#abort(message.body);
    return message;
  }

  #setChunkSize(body: Uint8Array): void {
    if (body.length < 4) throw protocolError('Set Chunk Size shorter than 4 bytes');
    const bytes = readU32(body, 0);
    if (bytes === 0 || bytes > 0x7fffffff) throw protocolError(`Set Chunk Size to ${bytes}`);
    this.#chunkSizeBytes = Math.min(bytes, MAX_MESSAGE_BYTES);
  }

  #abort(body: Uint8Array): void {
    if (body.length < 4) return;
    const stream = this.#streams.get(readU32(body, 0));
    if (stream === undefined) return;
    this.#heldBytes -= stream.heldBytes;
    stream.discard();
  }
}

function protocolError(message: string): AppError {
  return new AppError('rtmp/protocol', { message });
}

function readU32(bytes: Uint8Array, offset: number): number {
  const at = (index: number) => bytes[offset + index] ?? 0;
  return ((at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)) >>> 0;
}
