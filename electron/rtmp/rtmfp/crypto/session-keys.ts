/** The keys of a session, from the shared secret and both keying components as they were sent (RFC 7425 §4.3.5). */
import { hmacSha256 } from '../../bytes/sha256.ts';

const AES_KEY_BYTES = 16;

export interface DirectionKeys {
  readonly aesKey: Uint8Array;
  readonly hmacKey: Uint8Array;
}

export interface SessionKeys {
  readonly fromInitiator: DirectionKeys;
  readonly fromResponder: DirectionKeys;
}

/** `secret` has no leading zeros. */
export function deriveSessionKeys(
  secret: Uint8Array,
  initiatorComponent: Uint8Array,
  responderComponent: Uint8Array,
): SessionKeys {
  // The sender's component is the message, the other side's the key.
  const keysOf = (sender: Uint8Array, other: Uint8Array): DirectionKeys => {
    const key = hmacSha256(secret, hmacSha256(other, sender));
    return { aesKey: key.subarray(0, AES_KEY_BYTES), hmacKey: hmacSha256(secret, key) };
  };
  return {
    fromInitiator: keysOf(initiatorComponent, responderComponent),
    fromResponder: keysOf(responderComponent, initiatorComponent),
  };
}

/** What startup packets are encrypted with: known to everybody, it hides nothing. */
export const DEFAULT_SESSION_KEY = Uint8Array.from('Adobe Systems 02', (letter) => letter.charCodeAt(0));
