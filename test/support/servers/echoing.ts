/** A server on the protocol's own receive session that takes every stream, and then says aloud what it should keep to itself. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { ReceiveSession } from '../../../electron/rtmp/index.ts';

export interface EchoingServer {
  readonly url: string;
  /** What publishers named when they connected: application and address, as they came. */
  readonly connects: readonly { readonly app: string; readonly tcUrl: string }[];
  stop(): Promise<void>;
}

/** `wordsFor` gives what is said, one status each, to whoever publishes with this key. */
export async function startEchoing(
  wordsFor: (streamKey: string) => readonly string[],
): Promise<EchoingServer> {
  const sockets = new Set<Socket>();
  const connects: { readonly app: string; readonly tcUrl: string }[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    const session = new ReceiveSession({}, (count) => randomBytes(count));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      for (const event of session.receive(bytes, performance.now())) {
        if (event.type === 'connectRequested') {
          connects.push({ app: event.app, tcUrl: event.tcUrl });
          session.acceptConnect();
        }
        if (event.type !== 'publishRequested') continue;
        session.acceptPublish();
        for (const description of wordsFor(event.streamKey))
          session.sendStatus({ level: 'warning', code: 'NetStream.Record.Failed', description });
      }
      for (const chunk of session.takeOutput()) socket.write(chunk);
      if (session.phase === 'ended') socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `rtmp://127.0.0.1:${(server.address() as AddressInfo).port}/live`,
    connects,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
