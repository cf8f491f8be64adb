/** A server that takes connections and never says a word; optionally it takes no data either. */
import * as net from 'node:net';

export interface BlackHole {
  readonly port: number;
  readonly connections: number;
  stop(): Promise<void>;
}

export async function startBlackHole(options: { readonly isReading?: boolean } = {}): Promise<BlackHole> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (options.isReading === false) socket.pause();
    else socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    get connections() {
      return sockets.size;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
