/**
 * Options (RFC 7016 §2.1.3): of user data, where a marker ends the list, and of endpoint discriminators, certificates and keying
 * components, which end with their field.
 */
import { ByteWriter } from '../../bytes/byte-writer.ts';
import { MAX_RTMFP_OPTIONS } from '../limits.ts';
import type { Option } from './chunks.ts';
import { FieldReader } from './field-reader.ts';
import { vluSize, writeVlu } from './vlu.ts';

const EMPTY = new Uint8Array(0);

/** Undefined is the marker. */
function readOption(reader: FieldReader): Option | undefined {
  const bytes = reader.sized();
  if (bytes.length === 0) return undefined;
  const fields = new FieldReader(bytes);
  const option = { type: fields.vlu(), value: fields.rest() };
  if (fields.isMalformed) reader.refuse();
  return option;
}

/** Up to the marker, which it takes; a list without one is malformed. */
export function readOptionList(reader: FieldReader): Option[] {
  const options: Option[] = [];
  for (;;) {
    const option = readOption(reader);
    if (option === undefined) return options;
    options.push(option);
    if (options.length > MAX_RTMFP_OPTIONS) reader.refuse();
  }
}

export interface OptionField {
  readonly options: readonly Option[];
  /** Bytes of the options, with the marker where one ends them before the field does. */
  readonly canonicalBytes: number;
}

/** The options of a field, up to a marker. Undefined where they are malformed or too many. */
export function parseOptions(bytes: Uint8Array): OptionField | undefined {
  const reader = new FieldReader(bytes);
  const options: Option[] = [];
  while (reader.remaining > 0) {
    const option = readOption(reader);
    if (option === undefined) break;
    options.push(option);
    if (options.length > MAX_RTMFP_OPTIONS) reader.refuse();
  }
  if (reader.isMalformed) return undefined;
  return { options, canonicalBytes: bytes.length - reader.remaining };
}

function optionSize({ type, value }: Option): number {
  const length = vluSize(type) + value.length;
  return vluSize(length) + length;
}

/** With the marker. */
export function optionListSize(options: readonly Option[]): number {
  return options.reduce((sum, option) => sum + optionSize(option), 1);
}

function writeOption(writer: ByteWriter, { type, value }: Option): void {
  writeVlu(writer, vluSize(type) + value.length);
  writeVlu(writer, type);
  writer.bytes(value);
}

export function writeOptionList(writer: ByteWriter, options: readonly Option[]): void {
  for (const option of options) writeOption(writer, option);
  writer.u8(0);
}

/** Without a marker. */
export function buildOptions(options: readonly Option[]): Uint8Array {
  const writer = new ByteWriter(64);
  for (const option of options) writeOption(writer, option);
  return writer.take();
}

/** A number and bytes after it, as an option's value. */
export function numberedValue(value: number, bytes: Uint8Array = EMPTY): Uint8Array {
  const writer = new ByteWriter(8 + bytes.length);
  writeVlu(writer, value);
  writer.bytes(bytes);
  return writer.take();
}
