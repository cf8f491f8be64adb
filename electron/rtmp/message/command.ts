/** Commands: name, transaction, values (RTMP 1.0 §7.1.1, reference §6.1), from both AMF forms, to AMF0. */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { Amf0Decoder } from '../amf/amf0-decoder.ts';
import { encodeAmf0 } from '../amf/amf0-encoder.ts';
import { amfProperties } from '../amf/amf-value.ts';
import type { AmfValue } from '../amf/amf-value.ts';
import { messageTypes } from './message-types.ts';

export interface Command {
  readonly name: string;
  /** 0 asks for no answer. NaN if the sender gave none. */
  readonly transactionId: number;
  /** Command object and arguments. */
  readonly values: readonly AmfValue[];
  /** What stopped decoding before the end; the values before it are good. */
  readonly error?: AppError;
}

/** The AMF0 part of an AMF3 command or data message: behind a format byte that some senders leave out. */
export function stripFormatByte(body: Uint8Array): Uint8Array {
  return body[0] === 0 && (body.length === 1 || isLikelyMarker(body[1] ?? 0)) ? body.subarray(1) : body;
}

/** A body without the format byte begins with a name: a string, not a number that starts with 0. */
function isLikelyMarker(byte: number): boolean {
  return byte === 0x02 || byte === 0x0c || byte === 0x11;
}

/** Undefined if the first value is no name. Decoding errors behind the name are kept, not thrown. */
export function parseCommand(messageType: number, body: Uint8Array): Command | undefined {
  const payload = messageType === messageTypes.commandAmf3 ? stripFormatByte(body) : body;
  const values: AmfValue[] = [];
  let error: AppError | undefined;
  try {
    const decoder = new Amf0Decoder(payload, { allowsUnterminated: true });
    while (decoder.hasMore) values.push(decoder.readValue());
  } catch (thrown) {
    error = toAppError(thrown);
    if (error.code !== 'rtmp/bad-amf') throw error;
  }
  const [name, transaction, ...rest] = values;
  if (typeof name !== 'string') return undefined;
  const transactionId = typeof transaction === 'number' ? transaction : NaN;
  return { name, transactionId, values: rest, ...(error && { error }) };
}

export function buildCommand(name: string, transactionId: number, values: readonly AmfValue[]): Uint8Array {
  return encodeAmf0([name, transactionId, ...values]);
}

/** The information object: the first object with a `code` or `level`, else the last object, among the values. */
export function findInformation(values: readonly AmfValue[]): ReadonlyMap<string, AmfValue> | undefined {
  const objects = values.map(amfProperties).filter((properties) => properties !== undefined);
  return objects.find((object) => object.has('code') || object.has('level')) ?? objects.at(-1);
}
