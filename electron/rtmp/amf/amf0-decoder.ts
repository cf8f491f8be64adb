/**
 * AMF0 values from bytes (AMF0 specification, all markers), switching to AMF3 where marker 0x11 says so.
 * Depth, number of values and of properties are limited; counts are never trusted for allocation.
 */
import type { AppError } from '../../../shared/errors/app-error.ts';
import { ByteReader } from '../bytes/byte-reader.ts';
import { MAX_AMF_MESSAGE_BYTES, MAX_AMF_PROPERTIES } from '../limits.ts';
import { AmfBudget } from './amf-budget.ts';
import type { Referable } from './amf-budget.ts';
import type { AmfComplex, AmfValue } from './amf-value.ts';
import { Amf3Decoder } from './amf3-decoder.ts';

export interface Amf0Options {
  /** Takes the end of the data for the end of open objects, as some encoders write it. Default false. */
  readonly allowsUnterminated?: boolean;
}

/** One message's worth of AMF0: its reference table and budgets live as long as the decoder. */
export class Amf0Decoder {
  readonly #reader: ByteReader;
  readonly #budget: AmfBudget;
  readonly #allowsUnterminated: boolean;
  readonly #references: Referable[] = [];
  #amf3: Amf3Decoder | undefined;

  /** @throws AppError `rtmp/bad-amf` when the message is longer than any AMF message may be. */
  constructor(bytes: Uint8Array, options: Amf0Options = {}) {
    this.#reader = new ByteReader(bytes, 'rtmp/bad-amf');
    if (bytes.length > MAX_AMF_MESSAGE_BYTES) throw this.#reader.error('message too long for AMF');
    this.#budget = new AmfBudget(this.#reader);
    this.#allowsUnterminated = options.allowsUnterminated ?? false;
  }

  get hasMore(): boolean {
    return this.#reader.remaining > 0;
  }

  get offset(): number {
    return this.#reader.offset;
  }

  /** @throws AppError `rtmp/bad-amf`; the decoder is of no use after it. */
  readValue(): AmfValue {
    this.#budget.spend(1);
    const reader = this.#reader;
    const marker = reader.u8();
    switch (marker) {
      case 0x00:
        return reader.f64();
      case 0x01:
        return reader.u8() !== 0;
      case 0x02:
        return reader.utf8(reader.u16());
      case 0x03:
        return this.#complex(() => ({ type: 'object', className: '', properties: this.#properties() }));
      case 0x05:
        // oxlint-disable-next-line unicorn/no-null -- AMF's null, beside its undefined
        return null;
      case 0x06:
        return undefined;
      case 0x07:
        return this.#budget.refer(this.#references, reader.u16());
      case 0x08:
        reader.u32();
        return this.#complex(() => ({ type: 'ecmaArray', properties: this.#properties() }));
      case 0x0a:
        return this.#complex(() => ({ type: 'strictArray', items: this.#items(reader.u32()) }));
      case 0x0b: {
        const epochMs = reader.f64();
        reader.u16();
        return { type: 'date', epochMs };
      }
      case 0x0c:
        return reader.utf8(reader.u32());
      case 0x0d:
        return { type: 'unsupported' };
      case 0x0f:
        return { type: 'xml', text: reader.utf8(reader.u32()) };
      case 0x10: {
        const className = reader.utf8(reader.u16());
        return this.#complex(() => ({ type: 'object', className, properties: this.#properties() }));
      }
      case 0x11:
        this.#amf3 ??= new Amf3Decoder(reader, this.#budget);
        return this.#amf3.readValue();
      default:
        throw this.#unexpected(marker);
    }
  }

  #unexpected(marker: number): AppError {
    return this.#reader.error(`unexpected AMF0 marker ${marker}`);
  }

  #complex(read: () => AmfComplex): AmfComplex {
    return this.#budget.nest(this.#references, read);
  }

  #properties(): Map<string, AmfValue> {
    const reader = this.#reader;
    const properties = new Map<string, AmfValue>();
    for (let count = 0; ; count += 1) {
      if (reader.remaining === 0 && this.#allowsUnterminated) return properties;
      const key = reader.utf8(reader.u16());
      if (key === '' && reader.peekU8() === 0x09) {
        reader.u8();
        return properties;
      }
      if (count >= MAX_AMF_PROPERTIES) throw reader.error('too many properties');
      properties.set(key, this.readValue());
    }
  }

  #items(count: number): AmfValue[] {
    if (count > this.#reader.remaining) throw this.#reader.error('array longer than its message');
    const items: AmfValue[] = [];
    for (let index = 0; index < count; index += 1) items.push(this.readValue());
    return items;
  }
}

/**
 * All values of a message payload.
 * @throws AppError `rtmp/bad-amf` at the first byte that makes no sense.
 */
export function decodeAmf0(bytes: Uint8Array, options: Amf0Options = {}): AmfValue[] {
  const decoder = new Amf0Decoder(bytes, options);
  const values: AmfValue[] = [];
  while (decoder.hasMore) values.push(decoder.readValue());
  return values;
}
