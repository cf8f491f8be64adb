/**
 * The keys of one attempt to open a session: made for the group that the server's certificate prefers, fresh for each attempt since
 * servers know clients by their keys.
 */
import { buildClientCertificate } from '../crypto/certificate.ts';
import type { Certificate } from '../crypto/certificate.ts';
import { buildKeyPair, computeSecret, isKnownGroup } from '../crypto/key-exchange.ts';
import type { KeyPair } from '../crypto/key-exchange.ts';
import { buildInitiatorComponent, parseKeyingComponent } from '../crypto/keying-component.ts';
import type { KeyingComponent, Wishes } from '../crypto/keying-component.ts';
import { deriveSessionKeys } from '../crypto/session-keys.ts';
import { MAX_COMPONENT_BYTES } from '../limits.ts';
import type { ResponderKeying } from '../wire/chunks.ts';
import { agreeOnProtection, buildSecurity } from './session-security.ts';
import { randomSessionId } from './startup-types.ts';
import type { Random, SessionSecurity } from './startup-types.ts';

const RANDOMNESS_BYTES = 64;

/** What every server understands, and all that one may ask for. */
const wishes: Wishes = {
  hmac: { always: false, onRequest: true, asks: false },
  hmacBytes: 16,
  sequence: { always: false, onRequest: true, asks: false },
};

export class InitiatorKeys {
  /** Random and not 0: all that somebody off the path would have to guess. */
  readonly sessionId: number;
  readonly certificate: Uint8Array;
  readonly component: Uint8Array;
  readonly #responder: Certificate;
  readonly #keyPair: KeyPair;

  /** Undefined where the certificate has no group that is known here. */
  static for(responder: Certificate, random: Random): InitiatorKeys | undefined {
    const group = [...responder.ephemeralGroups, ...responder.staticKeys.keys()].find(isKnownGroup);
    return group === undefined
      ? undefined
      : new InitiatorKeys(responder, buildKeyPair(group, random), random);
  }

  private constructor(responder: Certificate, keyPair: KeyPair, random: Random) {
    this.#responder = responder;
    this.#keyPair = keyPair;
    this.sessionId = randomSessionId(random);
    this.certificate = buildClientCertificate(keyPair);
    this.component = buildInitiatorComponent(keyPair.group, random(RANDOMNESS_BYTES), wishes);
  }

  /** Undefined for an answer that no honest server gives; it may be a stranger's. */
  finish({ sessionId: peerSessionId, component }: ResponderKeying): SessionSecurity | undefined {
    if (peerSessionId === 0 || component.length > MAX_COMPONENT_BYTES) return undefined;
    const peer = parseKeyingComponent(component);
    const agreements = peer && agreeOnProtection(wishes, peer);
    const peerKey = peer && this.#peerKey(peer);
    const secret = peerKey && computeSecret(this.#keyPair, peerKey);
    if (!secret || !agreements) return undefined;
    const keys = deriveSessionKeys(secret, this.component, component);
    const ownSessionId = this.sessionId;
    return buildSecurity({
      role: 'initiator',
      ownSessionId,
      peerSessionId,
      keys,
      own: wishes,
      peer,
      agreements,
    });
  }

  #peerKey({ ephemeralKey }: KeyingComponent): Uint8Array | undefined {
    const { group } = this.#keyPair;
    const { staticKeys } = this.#responder;
    if (staticKeys.size > 0) return staticKeys.get(group);
    return ephemeralKey?.group === group ? ephemeralKey.key : undefined;
  }
}
