/**
 * AMF3 values from bytes (AMF3 specification, January 2013): enough to understand any answer. Externalizable
 * objects cannot be decoded by anyone who lacks their class and are an error. Nothing here encodes.
 */
import { copyBytes } from '../../../shared/bytes.ts';
import type { ByteReader } from '../bytes/byte-reader.ts';
import { MAX_AMF_PROPERTIES } from '../limits.ts';
import type { AmfBudget, Referable } from './amf-budget.ts';
import type { AmfComplex, AmfValue } from './amf-value.ts';

interface Traits {
  readonly className: string;
  readonly memberNames: readonly string[];
  readonly isDynamic: boolean;
}

/** The three reference tables live as long as the decoder: one message. */
export class Amf3Decoder {
  readonly #reader: ByteReader;
  readonly #budget: AmfBudget;
  readonly #strings: string[] = [];
  readonly #objects: Referable[] = [];
  readonly #traits: Traits[] = [];

  constructor(reader: ByteReader, budget: AmfBudget) {
    this.#reader = reader;
    this.#budget = budget;
  }

  /** @throws AppError `rtmp/bad-amf`. */
  readValue(): AmfValue {
    this.#budget.spend(1);
    const reader = this.#reader;
    const marker = reader.u8();
    switch (marker) {
      case 0x00:
        return undefined;
      case 0x01:
        // oxlint-disable-next-line unicorn/no-null -- AMF's null, beside its undefined
        return null;
      case 0x02:
        return false;
      case 0x03:
        return true;
      case 0x04:
        return (readU29(reader) << 3) >> 3;
      case 0x05:
        return reader.f64();
      case 0x06:
        return this.#string();
      case 0x07:
      case 0x0b:
        return this.#complex((length) => ({ type: 'xml', text: reader.utf8(length) }));
      case 0x08:
        return this.#complex(() => ({ type: 'date', epochMs: reader.f64() }));
      case 0x09:
        return this.#complex((denseCount) => this.#array(denseCount));
      case 0x0a:
        return this.#complex((header) => this.#object(header));
      case 0x0c:
        return this.#complex((length) => ({ type: 'bytes', bytes: copyBytes(reader.bytes(length)) }));
      case 0x0d:
        return this.#complex((count) => this.#vector(count, 4, () => reader.i32()));
      case 0x0e:
        return this.#complex((count) => this.#vector(count, 4, () => reader.u32()));
      case 0x0f:
        return this.#complex((count) => this.#vector(count, 8, () => reader.f64()));
      case 0x10:
        return this.#complex((count) => this.#objectVector(count));
      case 0x11:
        return this.#complex((count) => this.#dictionary(count));
      default:
        throw reader.error(`unexpected AMF3 marker ${marker}`);
    }
  }

  #string(): string {
    const header = readU29(this.#reader);
    if ((header & 1) === 0) {
      const text = this.#strings[header >>> 1];
      if (text === undefined) throw this.#reader.error('AMF3 string reference out of range');
      return text;
    }
    const text = this.#reader.utf8(header >>> 1);
    if (text !== '') this.#strings.push(text);
    return text;
  }

  /** Reads a reference, or hands what follows the low bit to `read` and enters the value into the table. */
  #complex(read: (rest: number) => AmfComplex): AmfComplex {
    const header = readU29(this.#reader);
    if ((header & 1) === 0) return this.#budget.refer(this.#objects, header >>> 1);
    return this.#budget.nest(this.#objects, () => read(header >>> 1));
  }

  #array(denseCount: number): AmfComplex {
    this.#checkCount(denseCount, 1);
    const named = this.#namedValues(new Map());
    const items: AmfValue[] = [];
    for (let index = 0; index < denseCount; index += 1) items.push(this.readValue());
    if (named.size === 0) return { type: 'strictArray', items };
    items.forEach((item, index) => named.set(String(index), item));
    return { type: 'ecmaArray', properties: named };
  }

  #object(header: number): AmfComplex {
    const traits = this.#readTraits(header);
    const properties = new Map<string, AmfValue>();
    for (const name of traits.memberNames) properties.set(name, this.readValue());
    if (traits.isDynamic) this.#namedValues(properties);
    return { type: 'object', className: traits.className, properties };
  }

  #readTraits(header: number): Traits {
    if ((header & 1) === 0) {
      const traits = this.#traits[header >>> 1];
      if (traits === undefined) throw this.#reader.error('AMF3 trait reference out of range');
      return traits;
    }
    if ((header & 2) !== 0) throw this.#reader.error('AMF3 externalizable object');
    const memberCount = header >>> 3;
    this.#checkCount(memberCount, 1);
    if (memberCount > MAX_AMF_PROPERTIES) throw this.#reader.error('too many properties');
    const className = this.#string();
    const memberNames: string[] = [];
    for (let index = 0; index < memberCount; index += 1) memberNames.push(this.#string());
    const traits: Traits = { className, memberNames, isDynamic: (header & 4) !== 0 };
    this.#traits.push(traits);
    return traits;
  }

  #namedValues(properties: Map<string, AmfValue>): Map<string, AmfValue> {
    for (let count = 0; ; count += 1) {
      const key = this.#string();
      if (key === '') return properties;
      if (count >= MAX_AMF_PROPERTIES) throw this.#reader.error('too many properties');
      properties.set(key, this.readValue());
    }
  }

  #vector(count: number, elementBytes: number, read: () => number): AmfComplex {
    this.#reader.u8();
    this.#checkCount(count, elementBytes);
    this.#budget.spend(count);
    const items: AmfValue[] = [];
    for (let index = 0; index < count; index += 1) items.push(read());
    return { type: 'strictArray', items };
  }

  #objectVector(count: number): AmfComplex {
    this.#reader.u8();
    this.#string();
    this.#checkCount(count, 1);
    const items: AmfValue[] = [];
    for (let index = 0; index < count; index += 1) items.push(this.readValue());
    return { type: 'strictArray', items };
  }

  #dictionary(count: number): AmfComplex {
    this.#reader.u8();
    this.#checkCount(count, 2);
    const entries: [AmfValue, AmfValue][] = [];
    for (let index = 0; index < count; index += 1) entries.push([this.readValue(), this.readValue()]);
    return { type: 'dictionary', entries };
  }

  /** A count that the rest of the message cannot hold is refused before anything is made of it. */
  #checkCount(count: number, elementBytes: number): void {
    if (count * elementBytes > this.#reader.remaining) {
      throw this.#reader.error('AMF3 count longer than its message');
    }
  }
}

/** Big-endian groups of seven bits; a fourth byte carries eight. 0 to 0x1FFFFFFF. Overlong forms are taken. */
export function readU29(reader: ByteReader): number {
  let value = 0;
  for (let index = 0; index < 3; index += 1) {
    const byte = reader.u8();
    if (byte < 0x80) return (value << 7) | byte;
    value = (value << 7) | (byte & 0x7f);
  }
  return (value << 8) | reader.u8();
}
