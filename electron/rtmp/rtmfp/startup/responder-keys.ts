/** The responder's half of a key exchange: a fresh key for each session. */
import { parseCertificate } from '../crypto/certificate.ts';
import { buildKeyPair, computeSecret } from '../crypto/key-exchange.ts';
import { buildResponderComponent, parseKeyingComponent } from '../crypto/keying-component.ts';
import type { Wishes } from '../crypto/keying-component.ts';
import { answerFlags } from '../crypto/negotiation.ts';
import { deriveSessionKeys } from '../crypto/session-keys.ts';
import type { OakleyGroup } from '../../bytes/oakley-groups.ts';
import { MAX_CERTIFICATE_BYTES, MAX_COMPONENT_BYTES } from '../limits.ts';
import type { InitiatorKeying } from '../wire/chunks.ts';
import { agreeOnProtection, buildSecurity } from './session-security.ts';
import type { Random, SessionSecurity } from './startup-types.ts';

const HMAC_BYTES = 16;

/** What a responder's certificate offers, the strongest first. */
export const responderGroups: readonly OakleyGroup[] = [14, 5, 2];

export interface KeyingAnswer {
  readonly component: Uint8Array;
  readonly security: SessionSecurity;
}

/** Undefined for a keying that no honest initiator sends. Costs two powers: ask for the cookie first. */
export function answerKeying(
  keying: InitiatorKeying,
  ownSessionId: number,
  isProtectionRequired: boolean,
  random: Random,
): KeyingAnswer | undefined {
  const { certificate: certificateBytes, component, sessionId: peerSessionId } = keying;
  if (certificateBytes.length > MAX_CERTIFICATE_BYTES || component.length > MAX_COMPONENT_BYTES)
    return undefined;
  const certificate = parseCertificate(certificateBytes);
  const peer = parseKeyingComponent(component);
  if (!certificate || !peer) return undefined;
  const wishes: Wishes = {
    hmac: answerFlags(peer.hmac, isProtectionRequired),
    hmacBytes: 0,
    sequence: answerFlags(peer.sequence, isProtectionRequired),
  };
  const own = wishes.hmac.always ? { ...wishes, hmacBytes: HMAC_BYTES } : wishes;
  const agreements = agreeOnProtection(own, peer);
  const offered = peer.ephemeralKey?.group ?? peer.selectedGroup;
  const group = responderGroups.find((known) => known === offered);
  if (!agreements || group === undefined) return undefined;
  const peerKey = peer.ephemeralKey?.key ?? certificate.staticKeys.get(group);
  if (peerKey === undefined) return undefined;
  const keyPair = buildKeyPair(group, random);
  const secret = computeSecret(keyPair, peerKey);
  if (!secret) return undefined;
  const answer = buildResponderComponent(keyPair, own);
  const keys = deriveSessionKeys(secret, component, answer);
  const security = buildSecurity({
    role: 'responder',
    ownSessionId,
    peerSessionId,
    keys,
    own,
    peer,
    agreements,
  });
  return { component: answer, security };
}
