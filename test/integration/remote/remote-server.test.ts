/** The remote control's server as programs meet it: real HTTP on a free port. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RemoteServer } from '../../../electron/remote/remote-server.ts';
import { buildState } from '../../../electron/remote/remote-state.ts';
import type { Command } from '../../../shared/studio/commands.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { readEvents } from '../../support/servers/server-sent-events.ts';

const TOKEN = 'integration-token-7d20';
const SECRET = 'live_key_5d1f';
const snapshot: EngineSnapshot = {
  revision: 3,
  nowMs: 1,
  broadcast: { phase: 'live', sinceMs: 1 },
  destinations: [
    {
      kind: 'destination',
      id: 'a',
      name: 'A',
      state: { phase: 'live', sinceMs: 1, isBackup: false },
      serverWords: `no ${SECRET}`,
    },
  ],
  recorder: { phase: 'off' },
  encoders: [],
};

let server: RemoteServer;
let commands: Command[];
let failure: AppError | undefined;
/** What a command waits for. */
let work: Promise<void>;
const failures: AppError[] = [];

function open(port: number, idleMs?: number, shown = snapshot): Promise<RemoteServer> {
  return RemoteServer.open({
    port,
    ...(idleMs === undefined ? {} : { idleMs }),
    token: TOKEN,
    state: () => buildState(shown, [], undefined),
    run: async (command) => {
      commands.push(command);
      await work;
      if (failure !== undefined) throw failure;
    },
    clean: (text) => text.replaceAll(SECRET, '•••'),
    onFailed: (error) => failures.push(error),
  });
}

beforeEach(async () => {
  commands = [];
  failure = undefined;
  work = Promise.resolve();
  server = await open(0);
});
afterEach(async () => {
  await server.close();
  expect(failures).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly code: string; readonly message: string } };
}

async function ask(
  method: string,
  path: string,
  options: { readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answer> {
  const asking = request({
    host: '127.0.0.1',
    port: server.port,
    method,
    path,
    agent: false,
    headers: { authorization: `Bearer ${TOKEN}`, ...options.headers },
  });
  asking.end(options.body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  expect(response.headers['content-type']).toContain('application/json');
  expect(response.headers['access-control-allow-origin']).toBeUndefined();
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] };
}

/** What comes back for raw bytes, until the server closes. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  // A server that closes while one still writes resets the connection; what it said before counts.
  socket.on('error', () => undefined);
  socket.write(bytes);
  await untilClosed(socket);
  return text;
}

/** `once` would take a reset for a failure. */
function untilClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

describe('the remote control', () => {
  it('tells the state without secrets', async () => {
    const { status, body } = await ask('GET', '/v1/state');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      badge: 'live',
      revision: 3,
      destinations: [{ id: 'a', serverWords: 'no •••' }],
    });
  });

  it('L3: names no server, port, certificate or folder outside of sentences', async () => {
    const error = {
      code: 'transport/refused' as const,
      details: { message: 'Nothing listens there.', host: 'ingest.example', port: 1935, step: 'tcp' },
    };
    await server.close();
    server = await open(0, undefined, {
      ...snapshot,
      broadcast: { phase: 'idle', lastError: error },
      destinations: [
        {
          ...{ kind: 'destination', id: 'a', name: 'A', serverWords: 'hello' },
          state: { phase: 'failed', error },
          tls: {
            ...{ protocol: 'TLSv1.3', cipher: 'AES', subject: 'CN=ingest.example', issuer: 'CN=ingest' },
            ...{ validToMs: 1, daysLeft: 1, sha256: 'ab', chain: ['CN=ingest'], isOwnAuthority: false },
          },
        },
      ],
      recorder: { phase: 'failed', path: '/home/somebody/Videos/one.mp4', error },
    });
    const told = { code: 'transport/refused', details: { message: 'Nothing listens there.' } };
    const { body } = await ask('GET', '/v1/state');
    expect(body).toEqual({
      ...{ revision: 3, nowMs: 1, badge: 'off', encoders: [], saved: [], lastSample: null },
      broadcast: { phase: 'idle', lastError: told },
      destinations: [
        {
          kind: 'destination',
          id: 'a',
          name: 'A',
          serverWords: 'hello',
          state: { phase: 'failed', error: told },
        },
      ],
      recorder: { phase: 'failed', fileName: 'one.mp4', error: told },
    });
    const events = await readEvents(server.port, TOKEN);
    expect(await events.next('snapshot')).toEqual(body);
    const event = {
      type: 'event',
      code: 'destinationConnecting',
      details: { attempt: 2 },
      text: 'A is lost.',
    };
    server.publish('event', { ...event, error });
    expect(await events.next('event')).toEqual({ ...event, error: told });
    events.close();
  });

  it('L2: waits for a command longer than for a connection that says nothing', async () => {
    await server.close();
    const idleMs = 100;
    server = await open(0, idleMs);
    let finish: () => void = () => undefined;
    work = new Promise((resolve) => (finish = resolve));
    const answer = ask('POST', '/v1/broadcast/end');
    await waitUntil('the command', () => commands.length === 1);
    // Connections that came later and say nothing are gone by then.
    for (let count = 0; count < 3; count += 1) await untilClosed(connect(server.port, '127.0.0.1').resume());
    failure = new AppError('studio/not-ready', { message: 'The window does not answer.' });
    finish();
    expect(await answer).toMatchObject({ status: 409, body: { error: { code: 'studio/not-ready' } } });
  });

  it('runs commands and answers with the state', async () => {
    expect((await ask('POST', '/v1/destinations/a/stop')).status).toBe(200);
    const json = { 'content-type': 'application/json' };
    const { status } = await ask('POST', '/v1/broadcast/start', {
      headers: json,
      body: '{"isRehearsal":true}',
    });
    expect(status).toBe(200);
    expect(commands).toEqual([
      { type: 'setDestinationEnabled', id: 'a', isEnabled: false },
      { type: 'startStream', isRehearsal: true },
    ]);
  });

  it('says in words why a command was refused, without secrets', async () => {
    failure = new AppError('studio/not-ready', { message: `Nothing is on air (${SECRET}).` });
    expect(await ask('POST', '/v1/broadcast/end')).toEqual({
      status: 409,
      body: { error: { code: 'studio/not-ready', message: 'Nothing is on air (•••).' } },
    });
  });

  it('refuses strangers, pages, other names, and does nothing for them', async () => {
    const start = '/v1/broadcast/start';
    const status = async (headers: Record<string, string>) => (await ask('POST', start, { headers })).status;
    expect(await status({ authorization: 'Bearer wrong' })).toBe(401);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'user@127.0.0.1',
      '127.0.0.1.',
      '[::1]',
      '0.0.0.0',
    ])
      expect(await status({ host: `${host}:${server.port}` }), host).toBe(403);
    expect(await status({ host: '127.0.0.1' })).toBe(403);
    for (const token of ['', TOKEN.slice(0, -1), `${TOKEN}x`, `${TOKEN} ${TOKEN}`, 'x'.repeat(5000)])
      expect(await status({ authorization: `Bearer ${token}` }), token).toBe(401);
    expect(await status({ authorization: `Basic ${TOKEN}` })).toBe(401);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_none, index) => [`x-${index}`, 'y']));
    expect(await status(many)).toBe(431);
    expect(commands).toEqual([]);
  });

  it('takes no body that does not belong there', async () => {
    const json = { 'content-type': 'application/json' };
    const status = async (path: string, headers: Record<string, string>, body: string) =>
      (await ask('POST', path, { headers, body })).status;
    expect(await status('/v1/broadcast/start', json, 'not json')).toBe(400);
    expect(await status('/v1/broadcast/start', json, '{"isRehearsal":1}')).toBe(400);
    expect(await status('/v1/broadcast/start', json, '{"other":true}')).toBe(400);
    expect(await status('/v1/broadcast/start', { 'content-type': 'text/plain' }, '{}')).toBe(400);
    expect(await status('/v1/broadcast/end', json, '{}')).toBe(400);
    expect(await status('/v1/broadcast/start', json, ' '.repeat(5000))).toBe(413);
    expect(commands).toEqual([]);
  });

  it('answers what is not HTTP, or too much of it, and closes', async () => {
    expect(await sendRaw('hello\r\n\r\n')).toContain('input/bad-message');
    expect(await sendRaw(`GET /v1/state HTTP/1.1\r\nx: ${'y'.repeat(9000)}`)).toContain('remote/too-much');
    expect(await sendRaw('GET /v1/state HTTP/1.1\r\n\r\n')).toContain('remote/forbidden');
  });

  it('knows its paths alone, however they are spelt', async () => {
    const paths = [
      ...[
        '/',
        '//v1/state',
        '/v1/../v1/state',
        '/v1/./state',
        '/v1/state/',
        '/v1/state?token=x',
        '/v1/%73tate',
        '/V1/state',
      ],
      ...[
        '/v1/state%00',
        '/v1/destinations/../start',
        '/v1/destinations/a%2fb/start',
        '/v1/destinations//start',
        '*',
      ],
      ...[`/v1/destinations/${'a'.repeat(65)}/start`, `http://127.0.0.1:${server.port}/v1/state`],
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST'])
        expect((await ask(method, path)).status, `${method} ${path}`).toBe(404);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'POST'])
      expect((await ask(method, '/v1/state')).status, method).toBe(405);
    expect((await ask('GET', '/v1/broadcast/start')).status).toBe(405);
    expect(commands).toEqual([]);
  });

  it('takes no second request out of a body, and no body without an end', async () => {
    const head = `Host: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\n`;
    const start = `POST /v1/broadcast/start HTTP/1.1\r\n${head}`;
    const inside = `POST /v1/broadcast/end HTTP/1.1\r\n${head}\r\n`;
    const both = `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inside}`;
    expect(await sendRaw(`${start}${both}`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(`${start}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    const chunk = `800\r\n${' '.repeat(2048)}\r\n`;
    const endless = `${start}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`;
    expect(await sendRaw(endless)).toMatch(/^HTTP\/1\.1 413 /);
    expect(await sendRaw(`CONNECT 127.0.0.1:22 HTTP/1.1\r\n${head}\r\n`)).toBe('');
    expect(commands).toEqual([]);
  });

  it('lets nobody hold its connections by being slow', async () => {
    const slow = Array.from({ length: 16 }, () => connect(server.port, '127.0.0.1'));
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    const answers: string[] = [];
    const closed = slow.map((socket) => {
      socket.on('error', () => undefined);
      socket.setEncoding('utf8').on('data', (text: string) => answers.push(text));
      return untilClosed(socket);
    });
    for (const socket of slow) socket.write('GET /v1/state HTTP/1.1\r\n');
    const dripping = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('x: y\r\n');
    }, 250);
    await Promise.all(closed);
    clearInterval(dripping);
    expect(answers.filter((text) => text.startsWith('HTTP/1.1 408 '))).toHaveLength(16);
    expect((await ask('GET', '/v1/state')).status).toBe(200);
  }, 20_000);

  it('takes so many connections and no more', async () => {
    const sockets = Array.from({ length: 16 }, () => connect(server.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const late = connect(server.port, '127.0.0.1');
    late.on('error', () => undefined);
    late.write('GET /v1/state HTTP/1.1\r\n\r\n');
    late.resume();
    await untilClosed(late);
    expect(late.bytesRead).toBe(0);
    for (const socket of sockets) socket.destroy();
  });

  it('says that a port is taken', async () => {
    await expect(open(server.port)).rejects.toMatchObject({
      code: 'remote/port-taken',
      details: { reason: 'portTaken', port: server.port },
    });
  });

  it('streams the state first, then what is published, cleaned', async () => {
    const events = await readEvents(server.port, TOKEN);
    expect(await events.next('snapshot')).toMatchObject({ badge: 'live' });
    server.publish('event', { type: 'event', text: `said ${SECRET}` });
    expect(await events.next('event')).toEqual({ type: 'event', text: 'said •••' });
    events.close();
  });

  it('lets eight listen, and commands through beside them', async () => {
    const listening = await Promise.all(Array.from({ length: 8 }, () => readEvents(server.port, TOKEN)));
    expect((await ask('GET', '/v1/events')).status).toBe(503);
    expect((await ask('POST', '/v1/recording/start')).status).toBe(200);
    for (const events of listening) events.close();
  });

  it('drops who does not read, and goes on for the others', async () => {
    const reader = await readEvents(server.port, TOKEN);
    const deaf = connect(server.port, '127.0.0.1');
    deaf.on('error', () => undefined);
    deaf.write(
      `GET /v1/events HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: Bearer ${TOKEN}\r\n\r\n`,
    );
    await once(deaf, 'readable');
    const closed = untilClosed(deaf);
    const text = 'x'.repeat(100_000);
    // More than the system's buffers and ours hold for the deaf one; the reader takes each before the next is sent.
    for (let index = 0; index < 200; index += 1) {
      server.publish('event', { index, text });
      expect(await reader.next('event')).toMatchObject({ index });
    }
    deaf.resume();
    await closed;
    expect(deaf.bytesRead).toBeLessThan(200 * text.length);
    reader.close();
  });

  it('disconnects everyone when it closes', async () => {
    const events = await readEvents(server.port, TOKEN);
    await events.next('snapshot');
    await server.close();
    await events.closed;
    server = await open(0);
  });
});
