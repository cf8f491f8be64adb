/** The remote control's server against who is not its owner's program: strangers, pages, broken and slow requests. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { prepareRemoteControl, TOKEN, untilClosed } from './remote-control.ts';

const remote = prepareRemoteControl();
const { ask, sendRaw } = remote;

describe('the remote control', () => {
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
      expect(await status({ host: `${host}:${remote.server.port}` }), host).toBe(403);
    expect(await status({ host: '127.0.0.1' })).toBe(403);
    for (const token of ['', TOKEN.slice(0, -1), `${TOKEN}x`, `${TOKEN} ${TOKEN}`, 'x'.repeat(5000)])
      expect(await status({ authorization: `Bearer ${token}` }), token).toBe(401);
    expect(await status({ authorization: `Basic ${TOKEN}` })).toBe(401);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_none, index) => [`x-${index}`, 'y']));
    expect(await status(many)).toBe(431);
    expect(remote.commands).toEqual([]);
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
    expect(remote.commands).toEqual([]);
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
      ...[`/v1/destinations/${'a'.repeat(65)}/start`, `http://127.0.0.1:${remote.server.port}/v1/state`],
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST'])
        expect((await ask(method, path)).status, `${method} ${path}`).toBe(404);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'POST'])
      expect((await ask(method, '/v1/state')).status, method).toBe(405);
    expect((await ask('GET', '/v1/broadcast/start')).status).toBe(405);
    expect(remote.commands).toEqual([]);
  });

  it('takes no second request out of a body, and no body without an end', async () => {
    const head = `Host: 127.0.0.1:${remote.server.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\n`;
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
    expect(remote.commands).toEqual([]);
  });

  it('lets nobody hold its connections by being slow', async () => {
    const slow = Array.from({ length: 16 }, () => connect(remote.server.port, '127.0.0.1'));
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
    const sockets = Array.from({ length: 16 }, () => connect(remote.server.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const late = connect(remote.server.port, '127.0.0.1');
    late.on('error', () => undefined);
    late.write('GET /v1/state HTTP/1.1\r\n\r\n');
    late.resume();
    await untilClosed(late);
    expect(late.bytesRead).toBe(0);
    for (const socket of sockets) socket.destroy();
  });
});
