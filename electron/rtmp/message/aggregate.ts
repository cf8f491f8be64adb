/** Aggregate messages: several messages in one body, in FLV's tag form (RTMP 1.0 §7.1.6). */
import { copyBytes } from '../../../shared/bytes.ts';
import type { RtmpMessage } from './message-types.ts';

const HEADER_BYTES = 11;
const BACK_POINTER_BYTES = 4;

/**
 * The messages within, with times moved so that the first has the aggregate's own. Stops at the first part
 * that is cut short.
 */
export function splitAggregate(aggregate: RtmpMessage): RtmpMessage[] {
  const { body } = aggregate;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const messages: RtmpMessage[] = [];
  let firstTimeMs: number | undefined;
  let offset = 0;
  while (offset + HEADER_BYTES <= body.length) {
    const size = view.getUint32(offset) & 0xffffff;
    const end = offset + HEADER_BYTES + size;
    if (end > body.length) break;
    const timeMs = ((view.getUint32(offset + 4) >>> 8) | (view.getUint8(offset + 7) << 24)) >>> 0;
    firstTimeMs ??= timeMs;
    messages.push({
      chunkStreamId: aggregate.chunkStreamId,
      type: view.getUint8(offset),
      streamId: aggregate.streamId,
      timestampMs: (aggregate.timestampMs + timeMs - firstTimeMs) >>> 0,
      body: copyBytes(body, offset + HEADER_BYTES, end),
    });
    offset = end + BACK_POINTER_BYTES;
  }
  return messages;
}
