/** A TCP proxy with a valve: shut, it neither carries a byte nor closes anything, as a network that has gone quiet. */
import * as net from 'node:net';

export interface Valve {
  readonly port: number;
  shut(): void;
  open(): void;
  stop(): Promise<void>;
}

/** Carries connections on to `targetPort` on loopback. */
export async function startValve(targetPort: number): Promise<Valve> {
  const pairs = new Set<readonly [net.Socket, net.Socket]>();
  let isShut = false;
  const server = net.createServer((inner) => {
    const outer = net.connect(targetPort, '127.0.0.1');
    const pair = [inner, outer] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      inner.destroy();
      outer.destroy();
    };
    for (const [from, to] of [pair, [outer, inner] as const]) {
      from.on('error', end).on('close', end);
      from.on('data', (bytes) => {
        if (!to.write(bytes)) from.pause();
      });
      to.on('drain', () => {
        if (!isShut) from.resume();
      });
      if (isShut) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const turn = (shut: boolean): void => {
    isShut = shut;
    for (const socket of [...pairs].flat()) {
      if (shut) socket.pause();
      else socket.resume();
    }
  };
  return {
    port: address.port,
    shut: () => turn(true),
    open: () => turn(false),
    async stop() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
