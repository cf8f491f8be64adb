/** Metadata of flows that carry RTMP messages: which message stream (RFC 7425 §5.1.1). */
import { ByteWriter } from '../../bytes/byte-writer.ts';
import { FieldReader } from '../wire/field-reader.ts';
import { writeVlu } from '../wire/vlu.ts';

const T = 0x54;
const C = 0x43;
const HAS_STREAM_ID = 0x04;
const MAX_STREAM_ID = 0xffffff;

/** Of a flow whose messages come in order. */
export function buildTcMetadata(streamId: number): Uint8Array {
  const writer = new ByteWriter(8);
  writer.u8(T);
  writer.u8(C);
  writer.u8(HAS_STREAM_ID);
  writeVlu(writer, streamId);
  return writer.take();
}

/** The message stream of a flow; undefined for flows of another kind. Either order of messages is taken for that of the flow. */
export function parseTcMetadata(metadata: Uint8Array): number | undefined {
  const reader = new FieldReader(metadata);
  if (reader.u8() !== T || reader.u8() !== C) return undefined;
  if ((reader.u8() & HAS_STREAM_ID) === 0) return undefined;
  const streamId = reader.vlu();
  return reader.isMalformed || streamId > MAX_STREAM_ID ? undefined : streamId;
}
