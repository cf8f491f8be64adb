/** What startup hands over once a session is open, and where datagrams go. */
import type { DatagramOpener, DatagramSealer } from '../crypto/datagram.ts';
import type { SessionPacket } from '../wire/chunks.ts';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface OutgoingDatagram {
  readonly bytes: Uint8Array;
  readonly to: Endpoint;
}

export interface SessionSecurity {
  /** Of the datagrams that come here. */
  readonly ownSessionId: number;
  /** Of those that go to the peer. */
  readonly peerSessionId: number;
  /** Seals what goes to the peer, opens what comes from it. */
  readonly sealer: DatagramSealer;
  readonly opener: DatagramOpener<SessionPacket>;
  /** Both directions carry an HMAC: nobody else can speak for the peer. */
  readonly isAuthenticated: boolean;
}

/** Cryptographically random bytes. */
export type Random = (count: number) => Uint8Array;

/** As text, for cookies and for comparing. */
export function endpointName({ host, port }: Endpoint): string {
  return `${host}|${port}`;
}

/** The way back from `endpointName`. */
export function parseEndpointName(name: string): Endpoint {
  const [host = '', port] = name.split('|');
  return { host, port: Number(port) };
}

/** A random session id, which is never 0. */
export function randomSessionId(random: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0 || 1;
}
