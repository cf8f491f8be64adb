/**
 * Opens a session as its initiator, without I/O (RFC 7016 §3.5.1): datagrams and time in, datagrams and the open session out.
 *
 * Order of calls: `receive` whatever arrives and `advance` at `dueMs`, send `takeOutput` after each, until `opened` or `hasFailed`.
 * Nothing that arrives ends an attempt: a stranger could have sent it. Only time does.
 */
import { equalBytes } from '../../../../shared/bytes.ts';
import { DatagramOpener, DatagramSealer, readSessionId } from '../crypto/datagram.ts';
import { parseCertificate } from '../crypto/certificate.ts';
import { selectsCertificate } from '../crypto/discriminator.ts';
import type { Redirect, ResponderHello, StartupChunk, StartupPacket } from '../wire/chunks.ts';
import {
  MAX_CANDIDATES,
  MAX_CERTIFICATE_BYTES,
  MAX_COOKIE_BYTES,
  MAX_EARLY_DATAGRAMS,
  OPEN_TIMEOUT_MS,
} from '../limits.ts';
import { InitiatorKeys } from './initiator-keys.ts';
import { RetryTimer } from './retry-timer.ts';
import { STARTUP_SESSION_ID, startupPacket, UNSIGNED } from './startup-packet.ts';
import { endpointName } from './startup-types.ts';
import type { Endpoint, OutgoingDatagram, Random, SessionSecurity } from './startup-types.ts';

const TAG_BYTES = 16;

export interface InitiatorOptions {
  /** Whom it wants to reach. */
  readonly discriminator: Uint8Array;
  /** Where it asks, all at once. */
  readonly candidates: readonly Endpoint[];
  /** Whether it may ask at an address that a redirect names. */
  readonly mayAsk: (endpoint: Endpoint) => boolean;
  readonly random: Random;
  readonly nowMs: number;
  /** At most 95000. */
  readonly timeoutMs?: number | undefined;
}

export interface OpenedSession {
  readonly security: SessionSecurity;
  readonly address: Endpoint;
  /** Datagrams of the session that came before it was open. */
  readonly early: readonly Uint8Array[];
}

interface Candidate {
  readonly endpoint: Endpoint;
  readonly retry: RetryTimer;
}

/** Somebody answered: everything later is between the two. */
interface Keying {
  readonly address: Endpoint;
  readonly keys: InitiatorKeys;
  readonly retry: RetryTimer;
  cookie: Uint8Array;
  isCookieChanged: boolean;
  readonly early: Uint8Array[];
}

type Phase =
  | { readonly phase: 'hello' }
  | { readonly phase: 'keying'; readonly keying: Keying }
  | { readonly phase: 'opened'; readonly opened: OpenedSession }
  | { readonly phase: 'failed' };

export class Initiator {
  readonly #options: InitiatorOptions;
  readonly #tag: Uint8Array;
  readonly #failsAtMs: number;
  readonly #candidates: Candidate[] = [];
  readonly #sealer = new DatagramSealer();
  readonly #opener = new DatagramOpener<StartupPacket>(3);
  #state: Phase = { phase: 'hello' };
  #output: OutgoingDatagram[] = [];

  constructor(options: InitiatorOptions) {
    const { candidates, random, nowMs, timeoutMs = OPEN_TIMEOUT_MS } = options;
    this.#options = options;
    this.#tag = random(TAG_BYTES);
    this.#failsAtMs = nowMs + Math.min(timeoutMs, OPEN_TIMEOUT_MS);
    for (const endpoint of candidates) this.#addCandidate(endpoint, nowMs);
    this.advance(nowMs);
  }

  get opened(): OpenedSession | undefined {
    return this.#state.phase === 'opened' ? this.#state.opened : undefined;
  }

  get hasFailed(): boolean {
    return this.#state.phase === 'failed';
  }

  /** Whether a server has answered at all, so that its silence is about the keys. */
  get isAnswered(): boolean {
    return this.#state.phase === 'keying' || this.#state.phase === 'opened';
  }

  /** When to call `advance`; Infinity once there is an outcome. */
  get dueMs(): number {
    const { phase } = this.#state;
    if (phase === 'opened' || phase === 'failed') return Infinity;
    const retries = this.#state.phase === 'keying' ? [this.#state.keying] : this.#candidates;
    return Math.min(this.#failsAtMs, ...retries.map(({ retry }) => retry.dueMs));
  }

  advance(nowMs: number): void {
    const state = this.#state;
    if (state.phase === 'opened' || state.phase === 'failed') return;
    if (nowMs >= this.#failsAtMs) {
      this.#state = { phase: 'failed' };
      return;
    }
    if (state.phase === 'keying') {
      if (state.keying.retry.fires(nowMs)) this.#sendKeying(state.keying, nowMs);
      return;
    }
    for (const { endpoint, retry } of this.#candidates)
      if (retry.fires(nowMs)) this.#sendHello(endpoint, nowMs);
  }

  takeOutput(): readonly OutgoingDatagram[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }

  receive(datagram: Uint8Array, from: Endpoint, nowMs: number): void {
    const sessionId = readSessionId(datagram);
    const state = this.#state;
    if (state.phase === 'hello' && sessionId === STARTUP_SESSION_ID) {
      for (const chunk of this.#opener.open(datagram)?.chunks ?? []) this.#receiveHello(chunk, from, nowMs);
    }
    if (state.phase === 'keying' && sessionId === state.keying.keys.sessionId) {
      const packet = this.#opener.open(datagram);
      if (packet) for (const chunk of packet.chunks) this.#receiveKeying(chunk, state.keying, nowMs);
      else if (state.keying.early.length < MAX_EARLY_DATAGRAMS) state.keying.early.push(datagram);
    }
  }

  #receiveHello(chunk: StartupChunk, from: Endpoint, nowMs: number): void {
    if (this.#state.phase !== 'hello') return;
    if (chunk.type === 'redirect' && equalBytes(chunk.tag, this.#tag)) this.#follow(chunk, from, nowMs);
    if (chunk.type === 'responderHello' && equalBytes(chunk.tag, this.#tag))
      this.#beginKeying(chunk, from, nowMs);
  }

  /** No address means the one that the redirect came from. */
  #follow({ addresses }: Redirect, from: Endpoint, nowMs: number): void {
    for (const endpoint of addresses.length === 0 ? [from] : addresses) {
      if (endpoint.port > 0 && this.#options.mayAsk(endpoint)) this.#addCandidate(endpoint, nowMs);
    }
    this.advance(nowMs);
  }

  #addCandidate({ host, port }: Endpoint, nowMs: number): void {
    const endpoint = { host, port };
    const isKnown = this.#candidates.some((known) => endpointName(known.endpoint) === endpointName(endpoint));
    if (isKnown || this.#candidates.length >= MAX_CANDIDATES) return;
    this.#candidates.push({ endpoint, retry: new RetryTimer(nowMs) });
  }

  #beginKeying({ cookie, certificate: bytes }: ResponderHello, from: Endpoint, nowMs: number): void {
    if (cookie.length > MAX_COOKIE_BYTES || bytes.length > MAX_CERTIFICATE_BYTES) return;
    const certificate = parseCertificate(bytes);
    if (!certificate || !selectsCertificate(this.#options.discriminator, certificate)) return;
    const keys = InitiatorKeys.for(certificate, this.#options.random);
    if (!keys) return;
    const keying: Keying = {
      address: from,
      keys,
      retry: new RetryTimer(nowMs),
      cookie,
      isCookieChanged: false,
      early: [],
    };
    this.#state = { phase: 'keying', keying };
    this.advance(nowMs);
  }

  #receiveKeying(chunk: StartupChunk, keying: Keying, nowMs: number): void {
    if (this.#state.phase !== 'keying') return;
    if (chunk.type === 'cookieChange') {
      const isOurs = equalBytes(chunk.oldCookie, keying.cookie) && chunk.newCookie.length <= MAX_COOKIE_BYTES;
      if (!isOurs || keying.isCookieChanged) return;
      keying.isCookieChanged = true;
      keying.cookie = chunk.newCookie;
      this.#sendKeying(keying, nowMs);
    }
    if (chunk.type === 'responderKeying') {
      const security = keying.keys.finish(chunk);
      if (!security) return;
      const { address, early } = keying;
      this.#state = { phase: 'opened', opened: { security, address, early } };
    }
  }

  #sendHello(to: Endpoint, nowMs: number): void {
    const { discriminator } = this.#options;
    this.#send({ type: 'initiatorHello', discriminator, tag: this.#tag }, to, nowMs);
  }

  #sendKeying({ keys, cookie, address }: Keying, nowMs: number): void {
    const { sessionId, certificate, component } = keys;
    const type = 'initiatorKeying';
    this.#send({ type, sessionId, cookie, certificate, component, signature: UNSIGNED }, address, nowMs);
  }

  #send(chunk: StartupChunk, to: Endpoint, nowMs: number): void {
    const bytes = this.#sealer.seal(startupPacket(chunk, nowMs), STARTUP_SESSION_ID);
    this.#output.push({ bytes, to });
  }
}
