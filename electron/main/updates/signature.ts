/** Ed25519 over the bytes of a feed's file: whoever holds the server, and not the key, brings no update. */
import { createPublicKey, verify } from 'node:crypto';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** What comes before the raw key in SubjectPublicKeyInfo, RFC 8410. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @param publicKey the raw key in Base64. @param signature in Base64, blanks around it. */
export function isGenuine(data: Uint8Array, signature: string, publicKey: string): boolean {
  const key = Buffer.from(publicKey, 'base64');
  const signed = Buffer.from(signature.trim(), 'base64');
  if (key.length !== KEY_BYTES || signed.length !== SIGNATURE_BYTES) return false;
  try {
    const spki = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, key]), format: 'der', type: 'spki' });
    // oxlint-disable-next-line unicorn/no-null -- Ed25519 names its hash itself
    return verify(null, data, spki, signed);
  } catch {
    return false;
  }
}
