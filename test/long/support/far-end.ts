/** The far end of a namespace's uplink: passes connections on to a server of this machine, and counts what they carry. */
import * as net from 'node:net';
import { SERVER_ADDRESS } from '../../support/computer/network-pair.ts';

export interface FarEnd {
  readonly port: number;
  /** From the client. */
  bytes: number;
  close(): void;
}

/** @param onBytes hears what comes from the client, as it comes. */
export async function startFarEnd(
  toPort: number,
  onBytes: (bytes: Uint8Array) => void = () => {},
): Promise<FarEnd> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const inner = net.connect(toPort, '127.0.0.1');
    for (const socket of [client, inner]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => {
      farEnd.bytes += bytes.length;
      onBytes(bytes);
    });
    client.pipe(inner).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, SERVER_ADDRESS, resolve));
  const address = server.address();
  const farEnd: FarEnd = {
    port: typeof address === 'object' && address ? address.port : 0,
    bytes: 0,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return farEnd;
}
