/**
 * A proxy on loopback that does to a connection what networks do: passes, stands still, throttles honestly, resets, hangs up,
 * takes nothing. Counts what it carried.
 */
import * as net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export type ProxyMode =
  | { readonly type: 'pass' }
  /** Takes connections and data no more, and says nothing: what was under way is neither carried nor ended. */
  | { readonly type: 'deaf' }
  /** Carries so much from the client, in small bites. */
  | { readonly type: 'throttle'; readonly kbps: number };

export interface FaultProxy {
  readonly port: number;
  mode: ProxyMode;
  /** From clients to the server. */
  readonly carriedBytes: number;
  readonly connections: number;
  resetAll(): void;
  /** A polite end by the server's side. */
  hangUpAll(): void;
  stop(): Promise<void>;
}

export async function startFaultProxy(toPort: number): Promise<FaultProxy> {
  const pairs = new Set<{ readonly client: net.Socket; readonly inner: net.Socket }>();
  let carriedBytes = 0;
  let isStopped = false;
  const server = net.createServer((client) => {
    const inner = net.connect(toPort, '127.0.0.1');
    const pair = { client, inner };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      inner.destroy();
    };
    for (const socket of [client, inner]) socket.on('error', end).on('close', end);
    inner.on('data', (bytes: Buffer) => {
      if (proxy.mode.type !== 'deaf') client.write(bytes);
    });
    const carry = async (bytes: Buffer): Promise<void> => {
      client.pause();
      while (proxy.mode.type === 'deaf' && !client.destroyed && !isStopped) await delay(50);
      const { mode } = proxy;
      if (mode.type === 'throttle') await delay((bytes.length * 8) / mode.kbps);
      if (client.destroyed || inner.destroyed) return;
      carriedBytes += bytes.length;
      inner.write(bytes);
      client.resume();
    };
    client.on('data', (bytes: Buffer) => {
      if (proxy.mode.type !== 'pass') {
        carry(bytes).catch(end);
        return;
      }
      carriedBytes += bytes.length;
      inner.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const proxy: FaultProxy = {
    port: typeof address === 'object' && address ? address.port : 0,
    mode: { type: 'pass' },
    get carriedBytes() {
      return carriedBytes;
    },
    get connections() {
      return pairs.size;
    },
    resetAll() {
      for (const { client, inner } of pairs) {
        client.resetAndDestroy();
        inner.destroy();
      }
    },
    hangUpAll() {
      for (const { client, inner } of pairs) {
        client.end();
        inner.destroy();
      }
    },
    async stop() {
      isStopped = true;
      for (const { client, inner } of pairs) {
        client.destroy();
        inner.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
