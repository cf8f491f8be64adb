/** Diffie-Hellman as RTMFP uses it (RFC 7425 §4.1): minimal keys, checked peers, secrets without leading zeros. */
import { oakleyPrime, oakleyPrimeBytes, powerModulo, toBytes, toInteger } from '../../bytes/oakley-groups.ts';
import type { OakleyGroup } from '../../bytes/oakley-groups.ts';

const generator = 2n;
/** Twice the strength that each group has. */
const exponentBytes: Readonly<Record<OakleyGroup, number>> = { 2: 32, 5: 36, 14: 40, 16: 60 };
const MIN_KEY = 1n << 24n;
const MIN_EQUAL_BITS = 16;

export interface KeyPair {
  readonly group: OakleyGroup;
  readonly privateKey: bigint;
  /** Big-endian without leading zeros. */
  readonly publicKey: Uint8Array;
}

export function isKnownGroup(group: number): group is OakleyGroup {
  return group in exponentBytes;
}

/** `random(count)` gives that many cryptographically random bytes. */
export function buildKeyPair(group: OakleyGroup, random: (count: number) => Uint8Array): KeyPair {
  return keyPairFrom(group, random(exponentBytes[group]));
}

export function keyPairFrom(group: OakleyGroup, exponent: Uint8Array): KeyPair {
  const privateKey = toInteger(exponent);
  const publicKey = toBytes(powerModulo(generator, privateKey, oakleyPrime(group)), 1);
  return { group, privateKey, publicKey };
}

/** The secret without leading zeros; undefined for a key that no honest peer sends. */
export function computeSecret(own: KeyPair, peerKey: Uint8Array): Uint8Array | undefined {
  const prime = oakleyPrime(own.group);
  if (peerKey.length > oakleyPrimeBytes(own.group)) return undefined;
  const peer = toInteger(peerKey);
  if (peer < MIN_KEY || peer > prime - MIN_KEY || !hasBothBits(peer, oakleyPrimeBytes(own.group) * 8))
    return undefined;
  return toBytes(powerModulo(peer, own.privateKey, prime), 1);
}

/** Keys of hardly any ones, or zeros, have a small power. */
function hasBothBits(key: bigint, bits: number): boolean {
  const ones = key.toString(2).replaceAll('0', '').length;
  return ones >= MIN_EQUAL_BITS && bits - ones >= MIN_EQUAL_BITS;
}
