/**
 * A path of UDP to a server on this machine's loopback: delays each datagram, by more or less, and loses some, both ways. Kernels without
 * netem have no other. A client whose address changes comes to the server from another address, too.
 */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { seededChance } from './random.ts';

/** The path itself loses nothing while its process waits for a turn. */
const SOCKET = { type: 'udp4', recvBufferSize: 4 << 20, sendBufferSize: 4 << 20 } as const;

export interface UdpPathOptions {
  /** Where clients send to. */
  readonly host: string;
  readonly toPort: number;
  /** One way, ms. */
  readonly delayMs: number;
  /** The delay varies by as much, up and down. */
  readonly jitterMs: number;
  /** Of datagrams, 0 to 1. */
  readonly loss: number;
  readonly seed: number;
}

export interface UdpPath {
  readonly port: number;
  /** Clients' addresses so far. */
  readonly addresses: ReadonlySet<string>;
  close(): void;
}

export async function startUdpPath(options: UdpPathOptions): Promise<UdpPath> {
  const { host, toPort, delayMs, jitterMs, loss, seed } = options;
  const chance = seededChance(seed);
  const inner = new Map<string, Socket>();
  const addresses = new Set<string>();
  let isClosed = false;
  const later = (send: () => void): void => {
    if (chance() < loss) return;
    setTimeout(() => !isClosed && send(), delayMs + (2 * chance() - 1) * jitterMs);
  };
  const outer = createSocket(SOCKET);
  // An address that is gone is told by ICMP: it is no fault of the path's.
  outer.on('error', () => undefined);
  const socketFor = (address: string, port: number): Socket => {
    const name = `${address}:${port}`;
    const known = inner.get(name);
    if (known) return known;
    const socket = createSocket(SOCKET);
    socket.on('error', () => undefined);
    socket.on('message', (bytes) => later(() => outer.send(bytes, port, address)));
    socket.bind(0, '127.0.0.1');
    inner.set(name, socket);
    addresses.add(address);
    return socket;
  };
  outer.on('message', (bytes, { address, port }) => {
    const socket = socketFor(address, port);
    later(() => socket.send(bytes, toPort, '127.0.0.1'));
  });
  await new Promise<void>((resolve) => outer.bind(0, host, resolve));
  return {
    port: outer.address().port,
    addresses,
    close() {
      isClosed = true;
      outer.close();
      for (const socket of inner.values()) socket.close();
    },
  };
}
