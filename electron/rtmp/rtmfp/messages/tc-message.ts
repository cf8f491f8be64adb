/** An RTMP message as one message of a flow: type, time, payload; the flow says which message stream (RFC 7425 §5.1.2). */
import type { RtmpMessage } from '../../message/message-types.ts';

const HEAD_BYTES = 5;

export function buildTcMessage(type: number, timestampMs: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + body.length);
  bytes[0] = type;
  new DataView(bytes.buffer).setUint32(1, timestampMs % 0x100000000);
  bytes.set(body, HEAD_BYTES);
  return bytes;
}

/** Undefined for a message without its head. The body is a view. */
export function parseTcMessage(bytes: Uint8Array, streamId: number): RtmpMessage | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const timestampMs = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  return { chunkStreamId: 0, type: bytes[0] ?? 0, streamId, timestampMs, body: bytes.subarray(HEAD_BYTES) };
}
