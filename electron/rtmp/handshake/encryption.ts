/** What RTMPE does after the handshake: an RC4 key stream for each direction (reference §1.5.2). */
import { Rc4 } from '../bytes/rc4.ts';
import { hmacSha256 } from '../bytes/sha256.ts';
import { PACKET_BYTES } from './digest.ts';
import { computeSharedSecret } from './diffie-hellman.ts';
import type { KeyPair } from './diffie-hellman.ts';

export interface HandshakeCiphers {
  readonly outgoing: Rc4;
  readonly incoming: Rc4;
}

/** What one side sends is keyed by the other side's public key. */
export function deriveCiphers(own: KeyPair, peerPublicKey: Uint8Array): HandshakeCiphers {
  const secret = computeSharedSecret(own, peerPublicKey);
  return {
    outgoing: startCipher(hmacSha256(secret, peerPublicKey)),
    incoming: startCipher(hmacSha256(secret, own.publicKey)),
  };
}

function startCipher(hmac: Uint8Array): Rc4 {
  const cipher = new Rc4(hmac.subarray(0, 16));
  cipher.skip(PACKET_BYTES);
  return cipher;
}
