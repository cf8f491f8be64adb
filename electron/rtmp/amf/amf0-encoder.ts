/** AMF0 bytes from values (AMF0 specification). References are never written: each value stands for itself. */
import { AppError } from '../../../shared/errors/app-error.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { MAX_AMF_DEPTH, MAX_SHORT_STRING_BYTES } from '../limits.ts';
import type { AmfComplex, AmfValue } from './amf-value.ts';

/**
 * @throws AppError `internal/bug` for what AMF0 cannot express: byte arrays, dictionaries, keys over 65535
 * bytes, nesting deeper than a peer would read.
 */
export function encodeAmf0(values: readonly AmfValue[]): Uint8Array {
  const writer = new ByteWriter();
  for (const value of values) writeValue(writer, value, 0);
  return writer.take();
}

function writeValue(writer: ByteWriter, value: AmfValue, depth: number): void {
  if (value === null) {
    writer.u8(0x05);
  } else if (value === undefined) {
    writer.u8(0x06);
  } else if (typeof value === 'number') {
    writer.u8(0x00);
    writer.f64(value);
  } else if (typeof value === 'boolean') {
    writer.u8(0x01);
    writer.u8(value ? 1 : 0);
  } else if (typeof value === 'string') {
    writeString(writer, value);
  } else {
    writeComplex(writer, value, depth);
  }
}

function writeString(writer: ByteWriter, text: string): void {
  const bytes = encodeUtf8(text);
  if (bytes.length <= MAX_SHORT_STRING_BYTES) {
    writer.u8(0x02);
    writer.u16(bytes.length);
  } else {
    writer.u8(0x0c);
    writer.u32(bytes.length);
  }
  writer.bytes(bytes);
}

function writeComplex(writer: ByteWriter, value: AmfComplex, depth: number): void {
  if (depth >= MAX_AMF_DEPTH) throw new AppError('internal/bug', { message: 'AMF0 value nested too deep' });
  switch (value.type) {
    case 'object':
      writer.u8(value.className === '' ? 0x03 : 0x10);
      if (value.className !== '') writeShortText(writer, value.className);
      writeProperties(writer, value.properties, depth);
      return;
    case 'ecmaArray':
      writer.u8(0x08);
      writer.u32(value.properties.size);
      writeProperties(writer, value.properties, depth);
      return;
    case 'strictArray':
      writer.u8(0x0a);
      writer.u32(value.items.length);
      for (const item of value.items) writeValue(writer, item, depth + 1);
      return;
    case 'date':
      writer.u8(0x0b);
      writer.f64(value.epochMs);
      writer.u16(0);
      return;
    case 'xml': {
      const bytes = encodeUtf8(value.text);
      writer.u8(0x0f);
      writer.u32(bytes.length);
      writer.bytes(bytes);
      return;
    }
    case 'unsupported':
      writer.u8(0x0d);
      return;
    case 'bytes':
    case 'dictionary':
      throw new AppError('internal/bug', { message: `AMF0 cannot express ${value.type}` });
  }
}

function writeShortText(writer: ByteWriter, text: string): void {
  const bytes = encodeUtf8(text);
  if (bytes.length > MAX_SHORT_STRING_BYTES)
    throw new AppError('internal/bug', { message: 'AMF0 key too long' });
  writer.u16(bytes.length);
  writer.bytes(bytes);
}

function writeProperties(writer: ByteWriter, properties: ReadonlyMap<string, AmfValue>, depth: number): void {
  for (const [key, value] of properties) {
    writeShortText(writer, key);
    writeValue(writer, value, depth + 1);
  }
  writer.u16(0);
  writer.u8(0x09);
}
