/**
 * D8: answers of proxies as people met them, by real sockets. Forms after public reports on: Microsoft ISA Server (curl), squid for
 * Windows (VS Code), squid, px, rtmpdump and streamlink (SOCKS4 alone), ssh -D, Dante, Charles.
 */
import * as net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dial } from '../../../../../electron/rtmp/net/dial.ts';
import { describeError } from '../../../../../shared/text/error-text.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';

const login = { username: 'corp\\alice', password: 'pw-form-90ce' };

/** A proxy that says `answers`, one to each thing it hears, and keeps the connection open. */
async function proxyThat(
  answers: readonly (string | readonly number[])[],
): Promise<{ port: number; heard: Buffer[] }> {
  const heard: Buffer[] = [];
  const server = net.createServer((socket) => {
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => socket.destroy());
    let next = 0;
    socket.on('data', (bytes: Buffer) => {
      heard.push(bytes);
      const answer = answers[next++];
      if (answer !== undefined) socket.write(typeof answer === 'string' ? answer : Buffer.from(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as net.AddressInfo).port, heard };
}

const head = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

async function refusal(type: 'http' | 'socks5', port: number, withLogin: boolean): Promise<AppError> {
  const proxy = { type, host: '127.0.0.1', port, ...(withLogin ? login : {}) };
  try {
    await dial({ host: 'live.nowhere.invalid', port: 1935, isTls: false, proxy });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it went through');
}

describe('D8: a proxy that signs in another way', () => {
  it.each([
    [
      'ISA Server',
      head(
        'HTTP/1.1 407 Proxy Authentication Required ( The ISA Server requires authorization. )',
        'Via:1.1 ISAEG',
        'Proxy-Authenticate: NTLM',
        'Proxy-Authenticate: Kerberos',
        'Proxy-Authenticate: Negotiate',
        'Connection: close',
        'Content-Length: 2374',
      ),
      'NTLM, Kerberos, Negotiate',
    ],
    [
      'squid for Windows',
      head(
        'HTTP/1.1 407 Proxy Authentication Required',
        'Server: squid',
        'Content-Length: 84718',
        'X-Squid-Error: ERR_CACHE_ACCESS_DENIED 0',
        'proxy-authenticate:Negotiate YII=',
      ),
      'Negotiate',
    ],
    [
      'digest alone',
      head('HTTP/1.0 407 Unauthorized', 'Proxy-Authenticate: Digest realm="x", nonce="y"'),
      'Digest',
    ],
  ])('%s is named with the ways it takes', async (_name, answer, methods) => {
    const { port } = await proxyThat([answer]);
    for (const withLogin of [true, false]) {
      const error = await refusal('http', port, withLogin);
      expect(error.code).toBe('transport/proxy-login');
      const { title, action } = describeError(error.toRecord());
      expect(title).toBe(
        `The proxy 127.0.0.1 requires a sign-in method Upcast doesn’t support (${methods}).`,
      );
      expect(action).toMatch(/username and password.*\(Basic authentication\)/);
      expect(JSON.stringify(error.toRecord())).not.toContain(login.password);
    }
  });

  it('one that takes Basic too asks for the user name and password', async () => {
    const answer = head(
      'HTTP/1.1 407 Auth',
      'Proxy-Authenticate: NTLM',
      'Proxy-Authenticate: Basic realm="squid"',
    );
    const { port } = await proxyThat([answer]);
    const texts = [false, true].map(async (withLogin) => {
      return describeError((await refusal('http', port, withLogin)).toRecord()).title;
    });
    expect(await Promise.all(texts)).toEqual([
      'The proxy 127.0.0.1 needs a username and password.',
      'The proxy 127.0.0.1 rejected the username or password.',
    ]);
  });

  it('a SOCKS5 proxy that takes GSSAPI alone is no wrong password', async () => {
    const { port, heard } = await proxyThat([[5, 0xff]]);
    const { title } = describeError((await refusal('socks5', port, true)).toRecord());
    expect(title).toBe('The proxy 127.0.0.1 requires a sign-in method Upcast doesn’t support.');
    expect(Buffer.concat(heard).includes(login.password)).toBe(false);
  });
});

describe('D8: a proxy of another kind', () => {
  it.each([
    ['a SOCKS4 proxy, for one set as SOCKS5', 'socks5', [0, 0x5b]],
    [
      'an HTTP proxy, for one set as SOCKS5',
      'socks5',
      head('HTTP/1.1 400 Bad Request', 'Server: squid/4.13'),
    ],
    ['a SOCKS5 proxy, for one set as HTTP', 'http', [5, 0xff, 0, 0, 0]],
    ['a proxy behind TLS, for one set as HTTP', 'http', [0x15, 3, 1, 0, 2, 2, 10]],
    ['an SSH server, for one set as HTTP', 'http', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
  ] as const)('%s is told from a refusal, at once', async (_name, type, answer) => {
    const { port } = await proxyThat([answer]);
    const error = await refusal(type, port, false);
    expect(error.details).toMatchObject({ reason: 'otherProtocol' });
    const { action } = describeError(error.toRecord());
    expect(action).toMatch(/type: SOCKS5 and HTTP aren’t interchangeable/);
  });
});

describe('D8: a page to sign in on', () => {
  it.each([
    ['a redirect', head('HTTP/1.1 302 Found', 'Location: https://login.hotel.example/', 'Content-Length: 0')],
    ['RFC 6585', head('HTTP/1.1 511 Network Authentication Required', 'Content-Type: text/html')],
    ['a page', `${head('HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8')}<html>Welcome</html>`],
  ])('%s in answer to CONNECT names the proxy and what to do, not the server', async (_name, answer) => {
    const { port } = await proxyThat([answer]);
    const error = await refusal('http', port, false);
    expect(error.code).toBe('transport/proxy-refused');
    expect(describeError(error.toRecord())).toMatchObject({
      title: 'The proxy 127.0.0.1 responded with a web page, probably a sign-in page.',
      action: expect.stringMatching(/^Open any page in a browser/) as string,
    });
  });
});

describe('D8: a proxy that lets through', () => {
  it.each([
    [
      'HTTP/1.0 and further lines',
      head('HTTP/1.0 200 Connection established', 'Via: 1.0 px', 'X-Cache: MISS'),
    ],
    ['no reason in its status', 'HTTP/1.1 200\r\n\r\n'],
    ['another success', head('HTTP/1.1 204 Tunnel', 'Proxy-Agent: Charles/4.6')],
  ])('with %s loses no byte of the server that comes with its answer', async (_name, answer) => {
    const { port } = await proxyThat([`${answer}\x03hello`]);
    const proxy = { type: 'http' as const, host: '127.0.0.1', port };
    const { socket } = await dial({ host: 'live.nowhere.invalid', port: 1935, isTls: false, proxy });
    onTestFinished(() => void socket.destroy());
    const first = await new Promise<Buffer>((resolve) => {
      socket.once('data', resolve);
      socket.resume();
    });
    expect(first.toString()).toBe('\x03hello');
  });
});
