/** Session keying components (RFC 7425 §4.3.4): the keys and wishes that both sides exchange. */
import { FieldReader } from '../wire/field-reader.ts';
import { buildOptions, numberedValue, parseOptions } from '../wire/options.ts';
import type { Option } from '../wire/chunks.ts';
import type { KeyPair } from './key-exchange.ts';
import { flagsByte, noFeature, readFlags } from './negotiation.ts';
import type { FeatureFlags } from './negotiation.ts';

const optionTypes = { ephemeralKey: 0x0d, randomness: 0x0e, hmac: 0x1a, groupSelect: 0x1d, sequence: 0x1e };
const MIN_HMAC_BYTES = 4;
const MAX_HMAC_BYTES = 32;

export interface KeyingComponent {
  /** Group and key of a side whose certificate is ephemeral. */
  readonly ephemeralKey: { readonly group: number; readonly key: Uint8Array } | undefined;
  /** Of an initiator whose certificate is static. */
  readonly selectedGroup: number | undefined;
  readonly hmac: FeatureFlags;
  /** Bytes of the HMACs that the component's sender appends. */
  readonly hmacBytes: number;
  readonly sequence: FeatureFlags;
}

/** Undefined where it is malformed. */
export function parseKeyingComponent(bytes: Uint8Array): KeyingComponent | undefined {
  const field = parseOptions(bytes);
  if (field === undefined) return undefined;
  let ephemeralKey: KeyingComponent['ephemeralKey'];
  let selectedGroup: number | undefined;
  let hmac = noFeature;
  let hmacBytes = 0;
  let sequence = noFeature;
  for (const { type, value } of field.options) {
    const fields = new FieldReader(value);
    if (type === optionTypes.ephemeralKey) ephemeralKey = { group: fields.vlu(), key: fields.rest() };
    if (type === optionTypes.groupSelect) selectedGroup = fields.vlu();
    if (type === optionTypes.hmac) {
      hmac = readFlags(fields.u8());
      hmacBytes = fields.vlu();
    }
    if (type === optionTypes.sequence) sequence = readFlags(fields.u8());
    if (fields.isMalformed) return undefined;
  }
  const isHmacUsed = hmac.always || hmac.onRequest;
  if (isHmacUsed && (hmacBytes < MIN_HMAC_BYTES || hmacBytes > MAX_HMAC_BYTES)) return undefined;
  return { ephemeralKey, selectedGroup, hmac, hmacBytes, sequence };
}

export interface Wishes {
  readonly hmac: FeatureFlags;
  readonly hmacBytes: number;
  readonly sequence: FeatureFlags;
}

function wishOptions({ hmac, hmacBytes, sequence }: Wishes): Option[] {
  return [
    { type: optionTypes.hmac, value: Uint8Array.of(flagsByte(hmac), hmacBytes) },
    { type: optionTypes.sequence, value: Uint8Array.of(flagsByte(sequence)) },
  ];
}

/** Of an initiator with a static certificate. `randomness`: 64 bytes. */
export function buildInitiatorComponent(group: number, randomness: Uint8Array, wishes: Wishes): Uint8Array {
  return buildOptions([
    { type: optionTypes.groupSelect, value: numberedValue(group) },
    { type: optionTypes.randomness, value: randomness },
    ...wishOptions(wishes),
  ]);
}

/** Of a responder with an ephemeral certificate, in the order of options that clients know. */
export function buildResponderComponent({ group, publicKey }: KeyPair, wishes: Wishes): Uint8Array {
  return buildOptions([
    ...wishOptions(wishes),
    { type: optionTypes.ephemeralKey, value: numberedValue(group, publicKey) },
  ]);
}
