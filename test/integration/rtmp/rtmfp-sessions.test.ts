/** Sessions of RTMFP over UDP on loopback: a client and a server, with a network between them that may change the client's address. */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { askServer, openClientSession } from '../../../electron/rtmp/rtmfp/net/client-session.ts';
import type { ClientSessionOptions } from '../../../electron/rtmp/rtmfp/net/client-session.ts';
import { OpenSession } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { OpenSessionOptions, SessionListener } from '../../../electron/rtmp/rtmfp/flows/open-session.ts';
import type { SessionEnd, SessionRunner } from '../../../electron/rtmp/rtmfp/net/session-runner.ts';
import { SessionServer } from '../../../electron/rtmp/rtmfp/net/session-server.ts';
import type { SessionServerOptions } from '../../../electron/rtmp/rtmfp/net/session-server.ts';

const HOST = '127.0.0.1';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

interface Listening {
  readonly server: SessionServer;
  readonly sessions: OpenSession[];
  readonly messages: Uint8Array[];
  readonly endings: string[];
}

function openEnd(listener: SessionListener, options: Partial<OpenSessionOptions>): OpenSession {
  return new OpenSession({ mode: 2, maxFlows: 32, ...options }, listener, performance.now());
}

/** A session without anything that speaks over it. */
function bare(session: OpenSession): SessionEnd {
  return {
    session,
    receive: (packet, nowMs, from) => session.receive(packet, nowMs, from),
    takePacket: (nowMs, maxBytes) => session.takePacket(nowMs, maxBytes),
    get dueMs() {
      return session.dueMs;
    },
  };
}

async function listen(options: Partial<SessionServerOptions> = {}): Promise<Listening> {
  const sessions: OpenSession[] = [];
  const messages: Uint8Array[] = [];
  const endings: string[] = [];
  const listener: SessionListener = {
    onFlow: () => ({ capacityBytes: 4 * 1024 * 1024, message: (bytes) => messages.push(bytes) }),
    onEnded: (ending) => endings.push(ending),
  };
  const server = await SessionServer.open({
    host: HOST,
    isProtectionRequired: true,
    accept: ({ path }) => {
      const session = openEnd(listener, { path });
      sessions.push(session);
      return bare(session);
    },
    ...options,
  });
  cleanUps.push(() => server.close());
  return { server, sessions, messages, endings };
}

interface Client {
  readonly runner: SessionRunner;
  readonly endings: string[];
}

async function connect(port: number, options: Partial<ClientSessionOptions> = {}): Promise<Client> {
  const endings: string[] = [];
  const listener: SessionListener = { onFlow: () => undefined, onEnded: (ending) => endings.push(ending) };
  const runner = await openClientSession({
    host: HOST,
    port,
    uri: `rtmfp://${HOST}:${port}/live`,
    addresses: [HOST],
    mayMoveTo: () => false,
    moveRefused: (host) => new AppError('rtmp/moved-elsewhere', { host }),
    end: bare(openEnd(listener, { mode: 1, keepAliveMs: 10_000 })),
    onClosed: () => endings.push('closed'),
    ...options,
  });
  cleanUps.push(() => runner.abort());
  return { runner, endings };
}

/** Passes datagrams between one client and a server; the server sees the address of `outside`, which can be another from one moment on. */
class Relay {
  readonly #serverPort: number;
  readonly #inside = createSocket('udp4');
  #outside = createSocket('udp4');
  /** Of everything that the server sends. */
  readonly #copies: number;
  #clientPort = 0;

  constructor(serverPort: number, copies = 1) {
    this.#serverPort = serverPort;
    this.#copies = copies;
    this.#inside.on('message', (bytes, { port }) => {
      this.#clientPort = port;
      this.#outside.send(bytes, this.#serverPort, HOST);
    });
    this.#listen(this.#outside);
  }

  async open(): Promise<number> {
    this.#inside.bind(0, HOST);
    await once(this.#inside, 'listening');
    return this.#inside.address().port;
  }

  /** From now on the client comes from elsewhere, and what goes to its old address is lost. */
  move(): void {
    this.#outside.close();
    this.#outside = createSocket('udp4');
    this.#listen(this.#outside);
  }

  close(): void {
    this.#inside.close();
    this.#outside.close();
  }

  #listen(socket: Socket): void {
    socket.on('message', (bytes) => {
      for (let count = 0; count < this.#copies; count += 1) this.#inside.send(bytes, this.#clientPort, HOST);
    });
  }
}

function sendAll(runner: SessionRunner, messages: readonly Uint8Array[]): void {
  const metadata = Uint8Array.of(1);
  const flow = runner.session.openFlow({ metadata, priority: 'medium', isTimeCritical: false });
  for (const message of messages) flow.send(message);
  runner.wake();
}

const media = Array.from({ length: 200 }, (_none, index) => new Uint8Array(index * 37).fill(index));

describe('sessions over UDP', () => {
  it.each([true, false])('bring all messages, with protection required: %s', async (isProtectionRequired) => {
    const { server, messages, sessions } = await listen({ isProtectionRequired });
    const { runner } = await connect(server.port);
    expect(runner.security.isAuthenticated).toBe(isProtectionRequired);
    sendAll(runner, media);
    await expect.poll(() => messages.length).toBe(media.length);
    expect(messages).toEqual(media);
    expect(sessions).toHaveLength(1);
  });

  it('end on both sides when one closes', async () => {
    const { server, endings } = await listen();
    const client = await connect(server.port);
    client.runner.session.close(performance.now());
    client.runner.wake();
    await expect.poll(() => client.endings).toEqual(['here', 'closed']);
    await expect.poll(() => endings).toEqual(['peer']);
  });

  it('end at the clients when the server goes', async () => {
    const { server } = await listen();
    const client = await connect(server.port);
    server.close();
    await expect.poll(() => client.endings).toEqual(['peer', 'closed']);
  });

  it('go on when the client comes from another address', async () => {
    const { server, messages, sessions } = await listen();
    const relay = new Relay(server.port);
    cleanUps.push(() => relay.close());
    const { runner } = await connect(await relay.open());
    sendAll(runner, media);
    await expect.poll(() => messages.length).toBe(media.length);
    const before = sessions[0]?.address;
    relay.move();
    sendAll(runner, media);
    await expect.poll(() => messages.length).toBe(2 * media.length);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.address).not.toEqual(before);
  });

  it('outlive datagrams that are forged, and drop those that come twice', async () => {
    const { server, messages, sessions } = await listen();
    const relay = new Relay(server.port, 2);
    cleanUps.push(() => relay.close());
    const { runner, endings } = await connect(await relay.open());
    const forged = new DataView(new ArrayBuffer(52));
    forged.setUint32(0, runner.security.peerSessionId);
    const socket = createSocket('udp4');
    cleanUps.push(() => socket.close());
    for (let count = 0; count < 20; count += 1) socket.send(new Uint8Array(forged.buffer), server.port, HOST);
    sendAll(runner, media);
    await expect.poll(() => messages.length).toBe(media.length);
    expect(runner.drops.replayed).toBeGreaterThan(0);
    expect(endings).toEqual([]);
    expect(sessions.map(({ phase }) => phase)).toEqual(['open']);
  });

  it('are not opened by anybody who does not answer', async () => {
    const socket = createSocket('udp4');
    cleanUps.push(() => socket.close());
    socket.bind(0, HOST);
    await once(socket, 'listening');
    const opening = connect(socket.address().port, { deadlineMs: 300 });
    await expect(opening).rejects.toMatchObject({ code: 'transport/timeout' });
  });

  it('are given up on demand', async () => {
    const socket = createSocket('udp4');
    cleanUps.push(() => socket.close());
    socket.bind(0, HOST);
    await once(socket, 'listening');
    const asked = once(socket, 'message');
    const abort = new AbortController();
    const opening = connect(socket.address().port, { signal: abort.signal });
    opening.catch(() => undefined);
    await asked;
    abort.abort();
    await expect(opening).rejects.toMatchObject({ code: 'internal/aborted' });
  });

  it('are not needed to see whether a server is there', async () => {
    const { server, sessions } = await listen();
    const opening = {
      ...{ host: HOST, port: server.port, uri: `rtmfp://${HOST}:${server.port}/live`, addresses: [HOST] },
      mayMoveTo: () => false,
      moveRefused: (host: string) => new AppError('rtmp/moved-elsewhere', { host }),
    };
    await askServer(opening);
    expect(sessions).toEqual([]);
    server.close();
    const silent = askServer({ ...opening, deadlineMs: 300 });
    await expect(silent).rejects.toMatchObject({ code: 'transport/timeout' });
  });

  it('count datagrams that belong to none', async () => {
    const { server } = await listen();
    const socket = createSocket('udp4');
    cleanUps.push(() => socket.close());
    for (const length of [1, 19, 20, 300]) socket.send(new Uint8Array(length).fill(7), server.port, HOST);
    await expect.poll(() => server.strayDatagrams).toBe(4);
  });
});
