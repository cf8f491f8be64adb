/**
 * Script data between its two homes: an FLV script tag body, and the RTMP data message that wraps metadata in
 * `@setDataFrame` (reference §6.6).
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import { decodeAmf0 } from '../amf/amf0-decoder.ts';
import { encodeAmf0 } from '../amf/amf0-encoder.ts';
import { amfProperties } from '../amf/amf-value.ts';
import type { AmfValue } from '../amf/amf-value.ts';
import { concatBytes, equalBytes } from '../../../shared/bytes.ts';

const setDataFrame = encodeAmf0(['@setDataFrame']);
const wrappedNames = ['onMetaData', '|RtmpSampleAccess'].map((name) => encodeAmf0([name]));

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return equalBytes(bytes.subarray(0, prefix.length), prefix);
}

/** The message body for an FLV script tag body: metadata is wrapped, anything else passes unchanged. */
export function wrapScriptBody(body: Uint8Array): Uint8Array {
  return wrappedNames.some((name) => startsWith(body, name)) ? concatBytes([setDataFrame, body]) : body;
}

/** The FLV script tag body of a data message body. A view. */
export function unwrapScriptBody(body: Uint8Array): Uint8Array {
  return startsWith(body, setDataFrame) ? body.subarray(setDataFrame.length) : body;
}

/** The properties of an `onMetaData` script body; undefined for other names and for bad AMF. */
export function parseMetadata(body: Uint8Array): ReadonlyMap<string, AmfValue> | undefined {
  try {
    const [name, value] = decodeAmf0(body, { allowsUnterminated: true });
    return name === 'onMetaData' ? amfProperties(value) : undefined;
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'rtmp/bad-amf') throw error;
    return undefined;
  }
}
