/** Diffie-Hellman over Oakley group 2 (RFC 2409 §6.2), generator 2, as RTMPE uses it (reference §1.5.3). */
import { AppError } from '../../../shared/errors/app-error.ts';
import { oakleyPrime, powerModulo, toBytes, toInteger } from '../bytes/oakley-groups.ts';
import { PUBLIC_KEY_BYTES } from './digest.ts';

const generator = 2n;

export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** `privateKey`: 128 random bytes. */
export function buildKeyPair(privateKey: Uint8Array): KeyPair {
  const power = powerModulo(generator, toInteger(privateKey), oakleyPrime(2));
  return { privateKey, publicKey: toBytes(power, PUBLIC_KEY_BYTES) };
}

/** @throws AppError `rtmp/handshake-failed` for a peer key outside the group's proper subgroup. */
export function computeSharedSecret(own: KeyPair, peerPublicKey: Uint8Array): Uint8Array {
  const peer = toInteger(peerPublicKey);
  const prime = oakleyPrime(2);
  const isInRange = peer >= 2n && peer <= prime - 2n;
  if (!isInRange || powerModulo(peer, (prime - 1n) / 2n, prime) !== 1n) {
    throw new AppError('rtmp/handshake-failed', { message: 'the peer sent an invalid RTMPE key' });
  }
  return toBytes(powerModulo(peer, toInteger(own.privateKey), prime), PUBLIC_KEY_BYTES);
}
