/**
 * Certificates of RTMFP's profile (RFC 7425 §4.3.2). Nobody signs them: their fingerprint says who it is, and only where it is
 * expected.
 */
import { sha256 } from '../../bytes/sha256.ts';
import type { OakleyGroup } from '../../bytes/oakley-groups.ts';
import { buildOptions, numberedValue, parseOptions } from '../wire/options.ts';
import { FieldReader } from '../wire/field-reader.ts';
import type { KeyPair } from './key-exchange.ts';

const optionTypes = {
  hostname: 0x00,
  acceptsAncillary: 0x0a,
  randomness: 0x0e,
  ephemeralGroup: 0x15,
  staticKey: 0x1d,
};

export interface Certificate {
  readonly bytes: Uint8Array;
  /** SHA-256 of the canonical part: the peer id. */
  readonly fingerprint: Uint8Array;
  readonly hostname: Uint8Array | undefined;
  readonly acceptsAncillary: boolean;
  /** In the owner's order. One of the two is empty. */
  readonly ephemeralGroups: readonly number[];
  readonly staticKeys: ReadonlyMap<number, Uint8Array>;
}

/** Undefined for bytes that are no certificate, or one that is both static and ephemeral, or neither. */
export function parseCertificate(bytes: Uint8Array): Certificate | undefined {
  const field = parseOptions(bytes);
  if (field === undefined) return undefined;
  let hostname: Uint8Array | undefined;
  let acceptsAncillary = false;
  const ephemeralGroups: number[] = [];
  const staticKeys = new Map<number, Uint8Array>();
  for (const { type, value } of field.options) {
    const fields = new FieldReader(value);
    if (type === optionTypes.hostname) hostname = value;
    if (type === optionTypes.acceptsAncillary) acceptsAncillary = true;
    if (type === optionTypes.ephemeralGroup) ephemeralGroups.push(fields.vlu());
    if (type === optionTypes.staticKey) staticKeys.set(fields.vlu(), fields.rest());
    if (fields.isMalformed) return undefined;
  }
  if (ephemeralGroups.length > 0 === staticKeys.size > 0) return undefined;
  const fingerprint = sha256(bytes.subarray(0, field.canonicalBytes));
  return { bytes, fingerprint, hostname, acceptsAncillary, ephemeralGroups, staticKeys };
}

/** The certificate of a client: one static key and nothing else, since servers look at that place alone. */
export function buildClientCertificate({ group, publicKey }: KeyPair): Uint8Array {
  return buildOptions([{ type: optionTypes.staticKey, value: numberedValue(group, publicKey) }]);
}

/** The certificate of a server, in the order of options that clients know. `randomness`: 32 to 64 bytes. */
export function buildServerCertificate(randomness: Uint8Array, groups: readonly OakleyGroup[]): Uint8Array {
  return buildOptions([
    { type: optionTypes.acceptsAncillary, value: new Uint8Array(0) },
    { type: optionTypes.randomness, value: randomness },
    ...groups.map((group) => ({ type: optionTypes.ephemeralGroup, value: numberedValue(group) })),
  ]);
}
