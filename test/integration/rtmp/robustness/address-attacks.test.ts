/** Robustness list, R56, R57 and R59: odd addresses and keys, and servers of the HTTP tunnel that lie. */
import { describe, expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { startHostilePeer } from '../../../support/servers/hostile-peer.ts';
import type { HostileConnection } from '../../../support/servers/hostile-peer.ts';
import { wordsOf } from '../../../support/words-of.ts';
import { bytesGrown, memoryCapBytes, streamKey } from './attack.ts';

async function failure(url: string, key = streamKey): Promise<AppError> {
  const deadlines = { connectMs: 400, stallMs: 400, handshakeMs: 400 };
  const outcome: unknown = await openPublisher({ url, streamKey: key, deadlines }).then(
    (publisher) => publisher.destroy(),
    (error: unknown) => error,
  );
  if (!(outcome instanceof AppError)) throw new Error(`expected an AppError, got ${String(outcome)}`);
  return outcome;
}

/** What a server hears of an address and a key. */
async function heard(
  url: (port: number) => string,
  key: string,
): Promise<{ readonly app: unknown; readonly name: unknown }> {
  let seen: HostileConnection | undefined;
  const peer = await startHostilePeer(async (connection) => {
    seen = connection;
    await connection.to('live');
  });
  onTestFinished(() => peer.stop());
  const publisher = await openPublisher({ url: url(peer.port), streamKey: key });
  publisher.destroy();
  const connect = await seen?.untilCommand('connect');
  const publish = await seen?.untilCommand('publish');
  const object = connect?.values[0];
  const app =
    typeof object === 'object' && object !== null && object.type === 'object'
      ? object.properties.get('app')
      : undefined;
  return { app, name: publish?.values[1] };
}

const oddKeys = [
  'key?token=a=b&x=/y',
  'rtmp/123?s_bl=1&s_ps=1&a=Abc/d',
  '100%25 sure%',
  'é\u{1F600}日本',
  '?only=query',
  'k'.repeat(4_000),
];

const goodAddresses: readonly [string, (port: number) => string, string][] = [
  ['upper-case scheme', (port) => `RTMP://127.0.0.1:${port}/live`, 'live'],
  ['trailing slash', (port) => `rtmp://127.0.0.1:${port}/live/`, 'live'],
  [
    'an instance and a query',
    (port) => `rtmp://127.0.0.1:${port}/live2/inst?backup=1`,
    'live2/inst?backup=1',
  ],
  ['user info', (port) => `rtmp://bob:p%40ss@127.0.0.1:${port}/live`, 'live'],
  ['blanks around it', (port) => `  rtmp://127.0.0.1:${port}/live\n`, 'live'],
];

const badAddresses = [
  '',
  'rtmp://',
  'rtmp:///live',
  'rtmp://h:0/live',
  'rtmp://h:65536/live',
  'rtmp://h:port/live',
  'rtmp://[::1/live',
  'rtmp://a b/live',
  'rtmp://h/li\r\nve',
  'rtmp://h\u0000/live',
  `rtmp://${'h'.repeat(300)}/live`,
  `rtmp://h/${'a'.repeat(70_000)}`,
  'http://h/live',
  'srt://h/live',
  'live',
  '//h/live',
];

const ok = (body: Buffer | string, headers = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body as string),
  ]);
const status = (line: string): Buffer => Buffer.from(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`);

/** Answers to `open`. */
const openings: readonly [string, Buffer][] = [
  ['400', status('400 Bad Request')],
  ['404', status('404 Not Found')],
  ['500', status('500 Oops')],
  [
    'a redirect',
    Buffer.from('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['an empty body', ok('')],
  ['a session with a slash', ok('a/b\n')],
  ['a session with a line break in it', ok('a\r\nX-Evil: 1\n')],
  ['a session of 10000 characters', ok(`${'a'.repeat(10_000)}\n`)],
  [
    'chunked transfer',
    Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n'),
  ],
  ['a length that is no number', Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nab\n')],
  ['a length of 4 gigabytes', Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4294967295\r\n\r\nab\n')],
  ['a head without end', Buffer.alloc(1024 * 1024, 'X-Filler: 1\r\n')],
  ['no HTTP', Buffer.from('SSH-2.0-x\r\n\r\n')],
];

/** Answers to the first request after a good `open`. */
const exchanges: readonly [string, Buffer, RegExp][] = [
  ['400', status('400 Bad Request'), /tunnel-refused/],
  ['500', status('500 Oops'), /tunnel-refused/],
  ['no polling byte', ok(''), /tunnel-refused/],
  [
    'less than it announced',
    ok(Buffer.alloc(100)).subarray(0, 60),
    /stalled|closed|timeout|handshake-failed/,
  ],
  [
    'more than it announced',
    Buffer.concat([ok('\u0001'), Buffer.from('junk junk\r\n\r\n')]),
    /rtmp|transport/,
  ],
  ['bytes that are no RTMP', ok(Buffer.from('\u0001HTTP again')), /not-rtmp/],
];

async function startTunnel(answers: readonly Buffer[]): Promise<string> {
  const sockets = new Set<net.Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', () => void socket.write(answers[Math.min(count++, answers.length - 1)] ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `rtmpt://127.0.0.1:${(server.address() as net.AddressInfo).port}/live`;
}

describe('odd addresses', { timeout: 30_000 }, () => {
  it.each(oddKeys)('R56: the key %j goes out as it is', async (key) => {
    expect(await heard((port) => `rtmp://127.0.0.1:${port}/live`, key)).toEqual({ app: 'live', name: key });
  });

  it('R56: a key of 70000 bytes', async () => {
    const error = await failure('rtmp://127.0.0.1/live', 'k'.repeat(70_000));
    expect(error.code).toBe('input/bad-key');
    expect(JSON.stringify(error.toRecord())).not.toContain('kkkk');
    expect(wordsOf(error)).toMatch(/^The stream key is too long/);
  });

  it.each(goodAddresses)('R57: %s', async (_what, url, app) => {
    expect(await heard(url, 'key')).toEqual({ app, name: 'key' });
  });

  it('R57: an IPv6 address', async () => {
    const receiver = await startReceiver({ isTls: false });
    onTestFinished(() => receiver.close());
    const relay = net.createServer((socket) => {
      const upstream = net.connect(receiver.port, '127.0.0.1');
      socket.pipe(upstream).pipe(socket);
      socket.on('error', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => relay.listen(0, '::1', resolve));
    onTestFinished(() => void relay.close());
    const { port } = relay.address() as net.AddressInfo;
    const url = `rtmp://[::1]:${port}/live`;
    const publisher = await openPublisher({ url, streamKey: receiver.key });
    expect(publisher.tcUrl).toBe(url);
    await publisher.end();
  });

  it.each(badAddresses.map((url) => [url.slice(0, 40), url]))(
    'R57: the address %j is refused',
    async (_cut, url) => {
      expect((await failure(url ?? '')).code).toBe('input/bad-url');
    },
  );
});

describe('hostile tunnels', { timeout: 30_000 }, () => {
  it.each(openings)('R59: open is answered with %s', async (_what, answer) => {
    const error = await failure(await startTunnel([answer]));
    expect(error.code).toBe('transport/tunnel-refused');
    expect(JSON.stringify(error.toRecord())).not.toContain('Evil');
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });

  it.each(exchanges)('R59: a request is answered with %s', async (_what, answer, expected) => {
    const error = await failure(await startTunnel([ok('session\n'), answer]));
    expect(error.code).toMatch(expected);
    expect(bytesGrown()).toBeLessThan(memoryCapBytes);
  });
});
