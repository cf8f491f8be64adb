/** Diffie-Hellman over Oakley group 2 (RFC 2409 §6.2), generator 2, as RTMPE uses it (reference §1.5.3). */
import { AppError } from '../../../shared/errors/app-error.ts';
import { buildHex, parseHex } from '../bytes/hex.ts';
import { PUBLIC_KEY_BYTES } from './digest.ts';

const prime = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74' +
    '020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437' +
    '4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF',
);
const generator = 2n;

function powerModPrime(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % prime;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${buildHex(bytes)}`);
}

/** Exactly 128 bytes, padded with zeros on the left. */
function toBytes(value: bigint): Uint8Array {
  return parseHex(value.toString(16).padStart(PUBLIC_KEY_BYTES * 2, '0'));
}

export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** `privateKey`: 128 random bytes. */
export function buildKeyPair(privateKey: Uint8Array): KeyPair {
  return { privateKey, publicKey: toBytes(powerModPrime(generator, toInteger(privateKey))) };
}

/** @throws AppError `rtmp/handshake-failed` for a peer key outside the group's proper subgroup. */
export function computeSharedSecret(own: KeyPair, peerPublicKey: Uint8Array): Uint8Array {
  const peer = toInteger(peerPublicKey);
  const isInRange = peer >= 2n && peer <= prime - 2n;
  if (!isInRange || powerModPrime(peer, (prime - 1n) / 2n) !== 1n) {
    throw new AppError('rtmp/handshake-failed', { message: 'the peer sent an invalid RTMPE key' });
  }
  return toBytes(powerModPrime(peer, toInteger(own.privateKey)));
}
