import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as net from 'node:net';
import * as tls from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { dial, interleaveFamilies } from '../../../../electron/rtmp/net/dial.ts';
import type { DialOptions } from '../../../../electron/rtmp/net/dial.ts';
import { readTarget } from '../../../../electron/rtmp/publisher/target.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { createTestAuthority } from '../../../support/servers/certificates.ts';
import type { LeafKind, TestAuthority } from '../../../support/servers/certificates.ts';
import { findFreePorts } from '../../../support/processes/processes.ts';
import { startBlackHole } from '../../../support/servers/black-hole.ts';

let authority: TestAuthority;
beforeAll(() => {
  authority = createTestAuthority();
});
afterAll(() => authority.remove());

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

function tlsServer(kind: LeafKind): Promise<number> {
  const leaf = authority.issue(kind);
  return listen(
    tls.createServer({ key: leaf.keyPem, cert: leaf.certPem }, (socket) => {
      socket.on('error', () => socket.destroy());
      socket.end('hello');
    }),
  );
}

async function failure(options: DialOptions): Promise<AppError> {
  const error: unknown = await dial(options).then(
    (connection) => {
      connection.socket.destroy();
      return undefined;
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error;
}

function settings(extra: object = {}): DialOptions['tls'] {
  return { minimumVersion: 'TLSv1.2', extraAuthorityPem: authority.caPem, ...extra };
}

describe('dial', () => {
  it('lets address families take turns', () => {
    const six = ['::1', '::2', '::3'].map((address) => ({ address, family: 6 as const }));
    const four = ['127.0.0.1'].map((address) => ({ address, family: 4 as const }));
    expect(interleaveFamilies([...six, ...four]).map(({ address }) => address)).toEqual([
      '::1',
      '127.0.0.1',
      '::2',
      '::3',
    ]);
  });

  it('tells its steps in order and summarises TLS', async () => {
    const port = await tlsServer('valid');
    const steps: string[] = [];
    const connection = await dial({
      host: 'localhost',
      port,
      isTls: true,
      tls: settings(),
      onStep: (step) => steps.push(step),
    });
    connection.socket.destroy();
    expect(steps).toEqual(['dns', 'tcp', 'tls']);
    expect(connection.tls).toMatchObject({
      protocol: 'TLSv1.3',
      subject: 'CN=localhost',
      isOwnAuthority: true,
      daysLeft: 9,
    });
    expect(connection.tls?.chain.at(-1)).toBe('CN=Upcast test authority');
  });

  it.each<[LeafKind, string]>([
    ['expired', 'transport/certificate-expired'],
    ['notYetValid', 'transport/certificate-not-yet-valid'],
    ['wrongHost', 'transport/certificate-wrong-host'],
    ['unknownAuthority', 'transport/certificate-unknown-authority'],
  ])('names what is wrong with a certificate that is %s', async (kind, code) => {
    const port = await tlsServer(kind);
    const error = await failure({ host: '127.0.0.1', port, isTls: true, tls: settings() });
    expect(error.code).toBe(code);
    expect(error.details['message']).toContain('127.0.0.1');
  });

  it('trusts no authority that nobody added', async () => {
    const port = await tlsServer('valid');
    const error = await failure({ host: 'localhost', port, isTls: true });
    expect(error.code).toBe('transport/certificate-unknown-authority');
  });

  it('checks a pinned fingerprint besides the chain', async () => {
    const leaf = authority.issue('valid');
    const server = tls.createServer({ key: leaf.keyPem, cert: leaf.certPem }, (socket) => socket.end());
    const port = await listen(server);
    const pinnedSha256 = new X509Certificate(leaf.certPem).fingerprint256.replaceAll(':', '').toLowerCase();
    const connection = await dial({ host: '127.0.0.1', port, isTls: true, tls: settings({ pinnedSha256 }) });
    connection.socket.destroy();
    const error = await failure({
      host: '127.0.0.1',
      port,
      isTls: true,
      tls: settings({ pinnedSha256: '0'.repeat(64) }),
    });
    expect(error.code).toBe('transport/certificate-pin-mismatch');
  });

  it('says that a server without TLS is one', async () => {
    const port = await listen(
      net.createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400\r\n\r\n')),
    );
    expect((await failure({ host: '127.0.0.1', port, isTls: true })).code).toBe('transport/tls-failed');
  });

  it('S2: names the version where a server knows TLS 1.1 or older alone', async () => {
    const leaf = authority.issue('valid');
    const server = (maxVersion: 'TLSv1.1' | 'TLSv1.2'): Promise<number> =>
      listen(
        tls
          .createServer(
            {
              key: leaf.keyPem,
              cert: leaf.certPem,
              minVersion: 'TLSv1',
              maxVersion,
              // Below that, OpenSSL does not speak these versions at all.
              ciphers: 'DEFAULT:@SECLEVEL=0',
            },
            (socket) => socket.end(),
          )
          .on('tlsClientError', (_error, socket) => socket.destroy()),
      );
    const old = await failure({
      host: 'localhost',
      port: await server('TLSv1.1'),
      isTls: true,
      tls: settings(),
    });
    expect(old.code).toBe('transport/tls-failed');
    expect(old.details).toMatchObject({
      neededVersion: 'TLS 1.2',
      message: 'localhost offers TLS 1.0 or 1.1 alone; this destination needs TLS 1.2 or later',
    });
    const strict = await failure({
      host: 'localhost',
      port: await server('TLSv1.2'),
      isTls: true,
      tls: settings({ minimumVersion: 'TLSv1.3' }),
    });
    expect(strict.details).toMatchObject({ neededVersion: 'TLS 1.3' });
  });

  it('P11: sends a name without its trailing dot in SNI, and holds the certificate against that name', async () => {
    const leaf = authority.issue('valid');
    const names: string[] = [];
    const port = await listen(
      tls.createServer(
        {
          key: leaf.keyPem,
          cert: leaf.certPem,
          SNICallback: (name, done) => {
            names.push(name);
            done(null);
          },
        },
        (socket) => socket.end(),
      ),
    );
    const { host } = readTarget(`rtmps://localhost.:${port}/live`, 'key');
    const connection = await dial({ host, port, isTls: true, tls: settings() });
    connection.socket.destroy();
    expect(names).toEqual(['localhost']);
  });

  it.each([
    ['ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256', true],
    ['ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA256', false],
    ['AES128-GCM-SHA256', false],
  ])('takes forward secrecy and AEAD alone below TLS 1.3: %s is taken: %s', async (ciphers, isTaken) => {
    const leaf = authority.issue('valid');
    const port = await listen(
      tls
        .createServer({ key: leaf.keyPem, cert: leaf.certPem, maxVersion: 'TLSv1.2', ciphers }, (socket) =>
          socket.on('error', () => socket.destroy()).end(),
        )
        .on('tlsClientError', (_error, socket) => socket.destroy()),
    );
    const options = { host: 'localhost', port, isTls: true, tls: settings() };
    if (!isTaken) return expect((await failure(options)).code).toBe('transport/tls-failed');
    const connection = await dial(options);
    connection.socket.destroy();
    expect(connection.tls?.protocol).toBe('TLSv1.2');
  });

  it('names a closed port and an unknown host', async () => {
    const [port = 0] = await findFreePorts(1);
    expect((await failure({ host: '127.0.0.1', port, isTls: false })).code).toBe('transport/refused');
    expect((await failure({ host: 'no-such-host.invalid', port, isTls: false })).code).toBe(
      'transport/host-not-found',
    );
  });

  it('ends each step at its deadline, and at once when aborted', async () => {
    const hole = await startBlackHole();
    onTestFinished(() => hole.stop());
    const options = { host: '127.0.0.1', port: hole.port, isTls: true };
    const late = await failure({ ...options, deadlines: { tlsMs: 50 } });
    expect(late.code).toBe('transport/timeout');
    expect(late.details['step']).toBe('tls');
    const abort = new AbortController();
    const aborted = failure({
      ...options,
      signal: abort.signal,
      onStep: (step) => step === 'tls' && abort.abort(),
    });
    expect((await aborted).code).toBe('internal/aborted');
  });

  it('goes on to the next address when the first refuses', async () => {
    const port = await listen(net.createServer((socket) => socket.end()));
    const connection = await dial({ host: 'localhost', port, isTls: false });
    expect(connection.socket.remoteAddress).toContain('127.0.0.1');
    connection.socket.destroy();
    expect((await failure({ host: 'localhost', port, isTls: false, family: 6 })).code).toMatch(
      /refused|host-not-found|unreachable/,
    );
  });

  it('goes through an HTTP proxy', async () => {
    const target = await tlsServer('valid');
    const proxy = await listen(
      net.createServer((client) => {
        client.once('data', (bytes) => {
          const [, port] = /^CONNECT 127\.0\.0\.1:(\d+) HTTP/.exec(bytes.toString('latin1')) ?? [];
          if (port === undefined || !bytes.includes('Proxy-Authorization: Basic Ym9iOnNlYw==')) {
            client.end('HTTP/1.1 407 Login\r\n\r\n');
            return;
          }
          const server = net.connect(Number(port), '127.0.0.1', () =>
            client.write('HTTP/1.1 200 OK\r\n\r\n'),
          );
          for (const socket of [client, server]) socket.on('error', () => socket.destroy());
          client.pipe(server).pipe(client);
        });
      }),
    );
    const options = { host: '127.0.0.1', port: target, isTls: true, tls: settings() };
    const via = { type: 'http' as const, host: '127.0.0.1', port: proxy };
    const connection = await dial({ ...options, proxy: { ...via, username: 'bob', password: 'sec' } });
    connection.socket.destroy();
    expect((await failure({ ...options, proxy: via })).code).toBe('transport/proxy-login');
  });

  it.each(['http', 'socks5'] as const)(
    'D8: names a proxy (%s) that accepts and never answers, not the server',
    async (type) => {
      const hole = await startBlackHole();
      onTestFinished(() => hole.stop());
      const proxy = { type, host: '127.0.0.1', port: hole.port };
      const options = { host: 'live.nowhere.invalid', port: 443, isTls: true, proxy };
      const error = await failure({ ...options, deadlines: { tcpMs: 2000 } });
      expect(error.code).toBe('transport/proxy-refused');
      expect(error.details).toMatchObject({ host: '127.0.0.1', port: hole.port, reason: 'silent' });
      const { title, action } = describeError(error.toRecord());
      expect(title).toBe('The proxy 127.0.0.1 accepts connections but doesn’t respond.');
      expect(action).toMatch(/proxy’s port and type \(SOCKS5 or HTTP\)/);
    },
  );

  it('goes through a SOCKS5 proxy, and hears its refusal', async () => {
    const target = await listen(net.createServer((socket) => socket.end('hello')));
    const socks = (reply: number): Promise<number> =>
      listen(
        net.createServer((client) => {
          client.on('error', () => client.destroy());
          client.once('data', () => {
            client.write(Buffer.from([5, 0]));
            client.once('data', (request) => {
              const answer = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
              if (reply !== 0) return void client.end(answer);
              const server = net.connect(request.readUInt16BE(request.length - 2), '127.0.0.1', () => {
                client.write(answer);
                client.pipe(server).pipe(client);
              });
              return undefined;
            });
          });
        }),
      );
    const options = { host: 'localhost', port: target, isTls: false };
    const connection = await dial({
      ...options,
      proxy: { type: 'socks5', host: '127.0.0.1', port: await socks(0) },
    });
    const text = await new Promise<string>((resolve) => {
      connection.socket.once('data', (bytes: Buffer) => resolve(bytes.toString()));
      connection.socket.resume();
    });
    connection.socket.destroy();
    expect(text).toBe('hello');
    const error = await failure({
      ...options,
      proxy: { type: 'socks5', host: '127.0.0.1', port: await socks(5) },
    });
    expect(error.code).toBe('transport/proxy-refused');
  });
});
