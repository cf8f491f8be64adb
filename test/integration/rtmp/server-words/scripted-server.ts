/** A server that says what a test wants, on the protocol's own receive session, and what a publisher tells of it. */
import { randomBytes } from 'node:crypto';
import * as net from 'node:net';
import { onTestFinished } from 'vitest';
import { ReceiveSession } from '../../../../electron/rtmp/index.ts';
import type { ReceiveSessionEvent } from '../../../../electron/rtmp/index.ts';
import type { Publisher, PublisherEvent } from '../../../../electron/rtmp/publisher/publisher.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

interface Connection {
  readonly session: ReceiveSession;
  readonly socket: net.Socket;
  /** Sends what the session has queued. */
  flush(): void;
}

export type Script = (event: ReceiveSessionEvent, connection: Connection, index: number) => void;

export const accepting: Script = (event, { session }) => {
  if (event.type === 'connectRequested') session.acceptConnect();
  if (event.type === 'publishRequested') session.acceptPublish();
};

interface ScriptedServer {
  readonly url: string;
  readonly connections: readonly Connection[];
}

export async function startScripted(script: Script): Promise<ScriptedServer> {
  const connections: Connection[] = [];
  const server = net.createServer((socket) => {
    const session = new ReceiveSession({}, (count) => randomBytes(count));
    const flush = (): void => session.takeOutput().forEach((chunk) => socket.write(chunk));
    const connection = { session, socket, flush };
    const index = connections.push(connection) - 1;
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      for (const event of session.receive(bytes, performance.now())) script(event, connection, index);
      flush();
      if (session.phase === 'ended') socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const { socket } of connections) socket.destroy();
    server.close();
  });
  return { url: `rtmp://127.0.0.1:${(server.address() as net.AddressInfo).port}/live`, connections };
}

export function next<T extends PublisherEvent['type']>(
  publisher: Publisher,
  type: T,
): Promise<Extract<PublisherEvent, { type: T }>> {
  return new Promise((resolve) => {
    publisher.onEvent((event) => {
      if (event.type === type) resolve(event as Extract<PublisherEvent, { type: T }>);
    });
  });
}

export async function failure(promise: Promise<Publisher>): Promise<AppError> {
  const error: unknown = await promise.then(
    (publisher) => publisher.destroy(),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error;
}
