/**
 * Answers initiators, without I/O (RFC 7016 §3.5.1): datagrams of the startup session and time in, datagrams and open sessions out.
 * Until an initiator has brought its cookie back nothing is kept of it, and it gets little more bytes than it sent.
 */
import { assert } from '../../../../shared/assert.ts';
import { copyBytes, equalBytes } from '../../../../shared/bytes.ts';
import { RateLimit } from '../../session/rate-limit.ts';
import { buildServerCertificate, parseCertificate } from '../crypto/certificate.ts';
import type { Certificate } from '../crypto/certificate.ts';
import { CookieIssuer } from '../crypto/cookie.ts';
import { DatagramOpener, DatagramSealer } from '../crypto/datagram.ts';
import type { DatagramDrops } from '../crypto/datagram.ts';
import { selectsCertificate } from '../crypto/discriminator.ts';
import { MAX_AMPLIFICATION, MAX_KEYINGS_PER_SECOND, MAX_SESSIONS, MAX_UNPROVEN_SESSIONS } from '../limits.ts';
import type { InitiatorHello, InitiatorKeying, StartupChunk, StartupPacket } from '../wire/chunks.ts';
import { HelloLimit } from './hello-limit.ts';
import { answerKeying, responderGroups } from './responder-keys.ts';
import { STARTUP_SESSION_ID, startupPacket, UNSIGNED } from './startup-packet.ts';
import { endpointName, randomSessionId } from './startup-types.ts';
import type { Endpoint, OutgoingDatagram, Random, SessionSecurity } from './startup-types.ts';

const SECRET_BYTES = 32;
/** As other servers have; fewer, where the answer would have too many bytes: a hello for a short address is short. */
const RANDOMNESS_BYTES = [64, 32] as const;

export interface ResponderOptions {
  /** Whether initiators must send HMACs and sequence numbers. Old clients cannot. */
  readonly isProtectionRequired: boolean;
  readonly random: Random;
}

export type ResponderEvent =
  | { readonly type: 'sessionOpened'; readonly security: SessionSecurity; readonly address: Endpoint }
  /** Its peer has begun anew from the same address: it is over. */
  | { readonly type: 'sessionReplaced'; readonly ownSessionId: number };

interface KnownSession {
  readonly address: string;
  readonly keying: InitiatorKeying;
  readonly answer: StartupChunk;
  isProven: boolean;
}

export class Responder {
  readonly #options: ResponderOptions;
  /** The longest first. They differ in their random bytes alone. */
  readonly #certificates: readonly Certificate[];
  readonly #cookies: CookieIssuer;
  readonly #sealer = new DatagramSealer();
  readonly #opener = new DatagramOpener<StartupPacket>(3);
  readonly #hellos = new HelloLimit();
  readonly #keyings = new RateLimit(MAX_KEYINGS_PER_SECOND);
  readonly #sessions = new Map<number, KnownSession>();
  #output: OutgoingDatagram[] = [];
  #events: ResponderEvent[] = [];

  constructor(options: ResponderOptions) {
    const { random } = options;
    this.#options = options;
    this.#certificates = RANDOMNESS_BYTES.map((count) => {
      const certificate = parseCertificate(buildServerCertificate(random(count), responderGroups));
      assert(certificate, 'the certificate is none');
      return certificate;
    });
    this.#cookies = new CookieIssuer(random(SECRET_BYTES));
  }

  get drops(): DatagramDrops {
    return this.#opener.drops;
  }

  takeOutput(): readonly OutgoingDatagram[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }

  takeEvents(): readonly ResponderEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The peer has sent a packet within the session: it has the keys. */
  sessionProved(ownSessionId: number): void {
    const session = this.#sessions.get(ownSessionId);
    if (session) session.isProven = true;
  }

  sessionClosed(ownSessionId: number): void {
    this.#sessions.delete(ownSessionId);
  }

  /** A datagram of session id 0. */
  receive(datagram: Uint8Array, from: Endpoint, nowMs: number): void {
    // An honest packet has one chunk; answers to many would be more than was asked.
    const chunk = this.#opener.open(datagram)?.chunks[0];
    if (chunk?.type === 'initiatorHello') this.#receiveHello(chunk, datagram.length, from, nowMs);
    if (chunk?.type === 'initiatorKeying') this.#receiveKeying(chunk, datagram.length, from, nowMs);
  }

  #receiveHello({ discriminator, tag }: InitiatorHello, bytes: number, from: Endpoint, nowMs: number): void {
    const selected = this.#certificates.filter((one) => selectsCertificate(discriminator, one));
    if (selected.length === 0 || !this.#hellos.allows(from.host, nowMs)) return;
    const cookie = this.#cookies.issue(endpointName(from), nowMs);
    for (const { bytes: certificate } of selected) {
      const hello: StartupChunk = { type: 'responderHello', tag, cookie, certificate };
      if (this.#sendUnproven(hello, STARTUP_SESSION_ID, bytes, from, nowMs)) return;
    }
  }

  #receiveKeying(keying: InitiatorKeying, bytes: number, from: Endpoint, nowMs: number): void {
    if (keying.sessionId === 0) return;
    const address = endpointName(from);
    const verdict = this.#cookies.judge(keying.cookie, address, nowMs);
    if (verdict === 'bad') return;
    if (verdict === 'moved') {
      if (!this.#hellos.allows(from.host, nowMs)) return;
      const newCookie = this.#cookies.issue(address, nowMs);
      const change: StartupChunk = { type: 'cookieChange', oldCookie: keying.cookie, newCookie };
      this.#sendUnproven(change, keying.sessionId, bytes, from, nowMs);
      return;
    }
    const [knownId, known] = this.#sessionAt(address) ?? [];
    if (!known || knownId === undefined) return this.#accept(keying, from, nowMs);
    if (isRepeated(keying, known.keying)) return this.#send(known.answer, keying.sessionId, from, nowMs);
    // Another client at the same address would be a stranger's.
    if (equalBytes(keying.certificate, known.keying.certificate)) this.#accept(keying, from, nowMs, knownId);
  }

  #sessionAt(address: string): readonly [number, KnownSession] | undefined {
    for (const entry of this.#sessions) if (entry[1].address === address) return entry;
    return undefined;
  }

  #accept(keying: InitiatorKeying, from: Endpoint, nowMs: number, replacedId?: number): void {
    const unproven = [...this.#sessions.values()].filter(({ isProven }) => !isProven).length;
    const isFull = this.#sessions.size >= MAX_SESSIONS || unproven >= MAX_UNPROVEN_SESSIONS;
    if ((isFull && replacedId === undefined) || !this.#keyings.allows(nowMs)) return;
    const { isProtectionRequired, random } = this.#options;
    const ownSessionId = this.#unusedSessionId();
    const answer = answerKeying(keying, ownSessionId, isProtectionRequired, random);
    if (!answer) return;
    if (replacedId !== undefined) {
      this.#sessions.delete(replacedId);
      this.#events.push({ type: 'sessionReplaced', ownSessionId: replacedId });
    }
    const { component, security } = answer;
    const type = 'responderKeying';
    const chunk: StartupChunk = { type, sessionId: ownSessionId, component, signature: UNSIGNED };
    const address = endpointName(from);
    this.#sessions.set(ownSessionId, { address, keying: copyOf(keying), answer: chunk, isProven: false });
    this.#events.push({ type: 'sessionOpened', security, address: from });
    this.#send(chunk, keying.sessionId, from, nowMs);
  }

  #unusedSessionId(): number {
    for (;;) {
      const id = randomSessionId(this.#options.random);
      if (!this.#sessions.has(id)) return id;
    }
  }

  /**
   * Nothing where the answer would be much longer than the question: its sender may have named another's address.
   * @returns whether it is sent.
   */
  #sendUnproven(chunk: StartupChunk, sessionId: number, asked: number, to: Endpoint, nowMs: number): boolean {
    const bytes = this.#sealer.seal(startupPacket(chunk, nowMs), sessionId);
    if (bytes.length > asked * MAX_AMPLIFICATION) return false;
    this.#output.push({ bytes, to });
    return true;
  }

  #send(chunk: StartupChunk, sessionId: number, to: Endpoint, nowMs: number): void {
    this.#output.push({ bytes: this.#sealer.seal(startupPacket(chunk, nowMs), sessionId), to });
  }
}

function isRepeated(keying: InitiatorKeying, known: InitiatorKeying): boolean {
  return keying.sessionId === known.sessionId && equalBytes(keying.component, known.component);
}

/** Of what is kept; a view would keep the whole datagram. */
function copyOf(keying: InitiatorKeying): InitiatorKeying {
  const nothing = new Uint8Array(0);
  const [certificate, component] = [copyBytes(keying.certificate), copyBytes(keying.component)];
  return { ...keying, cookie: nothing, signature: nothing, certificate, component };
}
