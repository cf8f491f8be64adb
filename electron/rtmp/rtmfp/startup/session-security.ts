/** Joins what both sides said in their keying components to what protects each direction of their session. */
import { agree } from '../crypto/negotiation.ts';
import type { Wishes } from '../crypto/keying-component.ts';
import { DatagramOpener, DatagramSealer } from '../crypto/datagram.ts';
import type { Protection } from '../crypto/datagram.ts';
import type { DirectionKeys, SessionKeys } from '../crypto/session-keys.ts';
import type { SessionPacket } from '../wire/chunks.ts';
import type { SessionSecurity } from './startup-types.ts';

interface Agreements {
  readonly hmac: { readonly isSent: boolean; readonly isExpected: boolean };
  readonly sequence: { readonly isSent: boolean; readonly isExpected: boolean };
}

/** Undefined where they do not agree. */
export function agreeOnProtection(own: Wishes, peer: Wishes): Agreements | undefined {
  const hmac = agree(own.hmac, peer.hmac);
  const sequence = agree(own.sequence, peer.sequence);
  return hmac && sequence && { hmac, sequence };
}

interface SecurityParts {
  readonly ownSessionId: number;
  readonly peerSessionId: number;
  readonly role: 'initiator' | 'responder';
  readonly keys: SessionKeys;
  readonly own: Wishes;
  readonly peer: Wishes;
  readonly agreements: Agreements;
}

function protectionOf(
  { aesKey, hmacKey }: DirectionKeys,
  hmacBytes: number,
  hasHmac: boolean,
  hasSequence: boolean,
): Protection {
  return { aesKey, hmac: hasHmac ? { key: hmacKey, bytes: hmacBytes } : undefined, hasSequence };
}

export function buildSecurity(parts: SecurityParts): SessionSecurity {
  const { role, keys, own, peer, agreements, ownSessionId, peerSessionId } = parts;
  const { hmac, sequence } = agreements;
  const isInitiator = role === 'initiator';
  const [outgoing, incoming] = isInitiator
    ? [keys.fromInitiator, keys.fromResponder]
    : [keys.fromResponder, keys.fromInitiator];
  const sent = protectionOf(outgoing, own.hmacBytes, hmac.isSent, sequence.isSent);
  const expected = protectionOf(incoming, peer.hmacBytes, hmac.isExpected, sequence.isExpected);
  return {
    ownSessionId,
    peerSessionId,
    sealer: new DatagramSealer(sent),
    opener: new DatagramOpener<SessionPacket>(isInitiator ? 2 : 1, expected),
    isAuthenticated: hmac.isSent && hmac.isExpected,
  };
}
