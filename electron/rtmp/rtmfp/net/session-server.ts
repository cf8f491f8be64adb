/**
 * The receiving end of RTMFP on one UDP port: answers initiators, and runs the sessions that they open. What a session's messages mean is
 * its listener's business.
 */
import { randomBytes } from 'node:crypto';
import { readSessionId } from '../crypto/datagram.ts';
import type { OpenSessionOptions } from '../flows/open-session.ts';
import { TIME_CRITICAL_MS } from '../flows/timings.ts';
import { OPENING_MS } from '../limits.ts';
import { Responder } from '../startup/responder.ts';
import type { ResponderEvent } from '../startup/responder.ts';
import { STARTUP_SESSION_ID } from '../startup/startup-packet.ts';
import { endpointName } from '../startup/startup-types.ts';
import type { Endpoint, SessionSecurity } from '../startup/startup-types.ts';
import { DatagramSocket } from './datagram-socket.ts';
import { SessionRunner } from './session-runner.ts';
import type { SessionEnd } from './session-runner.ts';

const PATH_SECRET_BYTES = 32;

/** Somebody who has opened a session. */
export interface SessionPeer {
  /** For the session: how its peer may change its address, if it may. */
  readonly path: OpenSessionOptions['path'];
  /** After something is to be sent that is no answer to a packet at once. */
  wake(): void;
}

export interface SessionServerOptions {
  readonly host: string;
  /** Default: any that is free. */
  readonly port?: number | undefined;
  /** Whether initiators must send HMACs and sequence numbers; only then may they change their address. Old clients cannot. */
  readonly isProtectionRequired: boolean;
  /** This end of a session that somebody opens. */
  readonly accept: (peer: SessionPeer) => SessionEnd;
}

interface ServedSession {
  readonly runner: SessionRunner;
  /** Until its peer sends a packet of the session. */
  opening: NodeJS.Timeout | undefined;
}

export class SessionServer {
  /** Datagrams that belong to nothing. */
  strayDatagrams = 0;
  readonly #options: SessionServerOptions;
  readonly #responder: Responder;
  readonly #sessions = new Map<number, ServedSession>();
  #socket: DatagramSocket | undefined;

  /** @throws AppError `transport/*` where the port cannot be used. */
  static async open(options: SessionServerOptions): Promise<SessionServer> {
    const server = new SessionServer(options);
    const { host, port } = options;
    server.#socket = await DatagramSocket.open({
      family: host.includes(':') ? 6 : 4,
      localAddress: host,
      port,
      onDatagram: (datagram, from) => server.#receive(datagram, from),
    });
    return server;
  }

  private constructor(options: SessionServerOptions) {
    this.#options = options;
    const { isProtectionRequired } = options;
    this.#responder = new Responder({ isProtectionRequired, random: (count) => randomBytes(count) });
  }

  get port(): number {
    return this.#socket?.port ?? 0;
  }

  /** Ends every session with a last word. */
  close(): void {
    for (const { runner } of [...this.#sessions.values()]) runner.abort();
    this.#socket?.close();
  }

  #receive(datagram: Uint8Array, from: Endpoint): void {
    const sessionId = readSessionId(datagram);
    if (sessionId === STARTUP_SESSION_ID) {
      this.#responder.receive(datagram, from, performance.now());
      for (const event of this.#responder.takeEvents()) this.#handle(event);
      for (const { bytes, to } of this.#responder.takeOutput()) this.#socket?.send(bytes, to);
      return;
    }
    const served = sessionId === undefined ? undefined : this.#sessions.get(sessionId);
    if (served === undefined || sessionId === undefined) {
      this.strayDatagrams += 1;
      return;
    }
    if (!served.runner.receive(datagram, from) || served.opening === undefined) return;
    clearTimeout(served.opening);
    served.opening = undefined;
    this.#responder.sessionProved(sessionId);
  }

  #handle(event: ResponderEvent): void {
    if (event.type === 'sessionOpened') return this.#opened(event.security, event.address);
    const replaced = this.#sessions.get(event.ownSessionId);
    replaced?.runner.abort();
  }

  #opened(security: SessionSecurity, address: Endpoint): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    const { ownSessionId } = security;
    const path = { secret: randomBytes(PATH_SECRET_BYTES), address: endpointName(address) };
    const end = this.#options.accept({
      path: security.isAuthenticated ? path : undefined,
      wake: () => this.#sessions.get(ownSessionId)?.runner.wake(),
    });
    const runner = new SessionRunner({
      ...{ socket, security, address, end },
      onSending: () => end.session.setReverse(this.#isReceivingElsewhere(end)),
      onClosed: () => this.#forget(ownSessionId),
    });
    const opening = setTimeout(() => runner.abort(), OPENING_MS);
    this.#sessions.set(ownSessionId, { runner, opening });
  }

  /** Media in real time from another peer: all are told, so that none crowds it out. */
  #isReceivingElsewhere(than: SessionEnd): boolean {
    if (this.#sessions.size < 2) return false;
    const sinceMs = performance.now() - TIME_CRITICAL_MS;
    for (const { runner } of this.#sessions.values())
      if (runner.session !== than.session && runner.session.realTimeMs >= sinceMs) return true;
    return false;
  }

  #forget(ownSessionId: number): void {
    clearTimeout(this.#sessions.get(ownSessionId)?.opening);
    this.#sessions.delete(ownSessionId);
    this.#responder.sessionClosed(ownSessionId);
  }
}
