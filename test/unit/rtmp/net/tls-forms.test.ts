/**
 * S2: servers' TLS as people met it. Forms after public reports on Ant Media Server and lal (a certificate without its chain),
 * node's TLS 1.3 servers (tickets right after the handshake) and Facebook's front (TLS 1.3 alone).
 */
import type * as net from 'node:net';
import * as tls from 'node:tls';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { issueCertificate } from '../../../../electron/rtmp/receiver/certificate.ts';
import type { IssuedCertificate } from '../../../../electron/rtmp/receiver/certificate.ts';
import { dial } from '../../../../electron/rtmp/net/dial.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { wallMs } from '../../../../shared/clock.ts';

const DAY_MS = 86_400_000;
let root: IssuedCertificate;
let between: IssuedCertificate;
let leaf: IssuedCertificate;

beforeAll(() => {
  const validity = { notBeforeMs: wallMs() - DAY_MS, notAfterMs: wallMs() + DAY_MS };
  root = issueCertificate({ commonName: 'Test root', isAuthority: true, ...validity });
  between = issueCertificate({ commonName: 'Test between', isAuthority: true, issuer: root, ...validity });
  leaf = issueCertificate({ commonName: 'localhost', hosts: ['localhost'], issuer: between, ...validity });
});

async function serve(options: tls.TlsOptions, onSecured: (socket: tls.TLSSocket) => void): Promise<number> {
  const server = tls.createServer({ key: leaf.keyPem, ...options }, (socket) => {
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => socket.destroy());
    onSecured(socket);
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

const open = (port: number, extraAuthorityPem: string) =>
  dial({
    host: 'localhost',
    port,
    isTls: true,
    tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem },
  });

async function failure(port: number, extraAuthorityPem: string): Promise<AppError> {
  try {
    (await open(port, extraAuthorityPem)).socket.destroy();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it connected');
}

describe('S2: a server', () => {
  it('that leaves out the certificate between is told from one of an unknown authority', async () => {
    const short = await serve({ cert: leaf.certPem }, () => undefined);
    const missing = await failure(short, root.certPem);
    expect(missing.code).toBe('transport/certificate-unknown-authority');
    expect(describeError(missing.toRecord()).action).toMatch(/may not be sending its full certificate chain/);
    const stranger = issueCertificate({
      commonName: 'Stranger',
      isAuthority: true,
      notBeforeMs: wallMs() - DAY_MS,
      notAfterMs: wallMs() + DAY_MS,
    });
    const whole = await serve(
      { cert: `${leaf.certPem}\n${between.certPem}\n${root.certPem}` },
      () => undefined,
    );
    const unknown = await failure(whole, stranger.certPem);
    expect(unknown.code).toBe('transport/certificate-unknown-authority');
    expect(describeError(unknown.toRecord()).action).toMatch(
      /^If it’s your own server, add its certificate authority under Security and network in this destination\./,
    );
  });

  it('that sends its whole chain is trusted by its root alone', async () => {
    const port = await serve({ cert: `${leaf.certPem}\n${between.certPem}` }, () => undefined);
    const { socket, tls: summary } = await open(port, root.certPem);
    socket.destroy();
    expect(summary?.chain).toHaveLength(3);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'of %s alone is spoken to, and its first bytes come whole',
    async (version) => {
      const port = await serve(
        { cert: `${leaf.certPem}\n${between.certPem}`, minVersion: version, maxVersion: version },
        (socket) => socket.write(Buffer.of(3, 1, 2)),
      );
      const { socket, tls: summary } = await open(port, root.certPem);
      onTestFinished(() => void socket.destroy());
      const first = await new Promise<Buffer>((resolve) => {
        socket.once('data', resolve);
        socket.resume();
      });
      expect([...first]).toEqual([3, 1, 2]);
      expect(summary?.protocol).toBe(version);
    },
  );
});
