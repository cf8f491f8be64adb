/** The chunk header on the wire: basic header, message header, extended timestamp (RTMP 1.0 §5.3.1). */

/** Three basic, eleven message and four extended bytes. */
export const MAX_CHUNK_HEADER_BYTES = 18;

/** A 3-byte time field of this value announces the 4-byte one. */
export const EXTENDED_TIMESTAMP_MARK = 0xffffff;

const messageHeaderBytes = [11, 7, 3, 0] as const;

export interface BasicHeader {
  readonly format: 0 | 1 | 2 | 3;
  readonly chunkStreamId: number;
  /** Bytes of the basic header itself. */
  readonly size: number;
}

/** Undefined while the header is incomplete. The 2- and 3-byte forms of one id name the same stream. */
export function parseBasicHeader(bytes: Uint8Array): BasicHeader | undefined {
  const first = bytes[0];
  if (first === undefined) return undefined;
  const format = (first >>> 6) as 0 | 1 | 2 | 3;
  const low = first & 0x3f;
  if (low >= 2) return { format, chunkStreamId: low, size: 1 };
  const second = bytes[1];
  if (second === undefined) return undefined;
  if (low === 0) return { format, chunkStreamId: 64 + second, size: 2 };
  const third = bytes[2];
  if (third === undefined) return undefined;
  return { format, chunkStreamId: 64 + second + third * 256, size: 3 };
}

export interface MessageHeader {
  /** Absolute for format 0, delta for 1 and 2; before any extension. */
  readonly timeField: number;
  readonly length: number;
  readonly type: number;
  readonly streamId: number;
}

export function messageHeaderSize(format: 0 | 1 | 2 | 3): number {
  return messageHeaderBytes[format];
}

/** Reads the message header of formats 0 to 2 at `offset`; what a format leaves out comes from `previous`. */
export function parseMessageHeader(
  bytes: Uint8Array,
  offset: number,
  format: 0 | 1 | 2,
  previous: { readonly length: number; readonly type: number; readonly streamId: number },
): MessageHeader {
  const at = (index: number) => bytes[offset + index] ?? 0;
  const timeField = (at(0) << 16) | (at(1) << 8) | at(2);
  if (format === 2) {
    return { timeField, length: previous.length, type: previous.type, streamId: previous.streamId };
  }
  const length = (at(3) << 16) | (at(4) << 8) | at(5);
  if (format === 1) return { timeField, length, type: at(6), streamId: previous.streamId };
  // The message stream id is the one little-endian field of RTMP.
  const streamId = (at(7) | (at(8) << 8) | (at(9) << 16) | (at(10) << 24)) >>> 0;
  return { timeField, length, type: at(6), streamId };
}

/** Writes the basic header and returns its size. `chunkStreamId` from 2 to 65599. */
export function writeBasicHeader(
  target: Uint8Array,
  offset: number,
  format: number,
  chunkStreamId: number,
): number {
  const top = format << 6;
  if (chunkStreamId < 64) {
    target[offset] = top | chunkStreamId;
    return 1;
  }
  const rest = chunkStreamId - 64;
  if (rest < 256) {
    target[offset] = top;
    target[offset + 1] = rest;
    return 2;
  }
  target[offset] = top | 1;
  target[offset + 1] = rest & 0xff;
  target[offset + 2] = rest >>> 8;
  return 3;
}
