/** Every way in which a server says no comes out as what it is, within its deadline. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { amfObject } from '../../../electron/rtmp/amf/amf-value.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { Publisher, PublisherOptions } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { describeError } from '../../../shared/text/error-text.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { LeafKind, TestAuthority } from '../../support/servers/certificates.ts';
import { findFreePorts } from '../../support/processes/processes.ts';
import { startBlackHole } from '../../support/servers/black-hole.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { startNodeMediaServer } from '../../support/servers/node-media-server.ts';

const SECRET = 'sk-very-secret-key-1234';
let authority: TestAuthority;
let nginx: NginxServer;

beforeAll(async () => {
  authority = createTestAuthority();
  nginx = await startNginx({ allowedKeys: ['allowed'] });
});
afterAll(async () => {
  await nginx.stop();
  authority.remove();
});

/** Why publishing ended: on the way, or right after it began. */
async function outcome(options: PublisherOptions): Promise<AppError> {
  let publisher: Publisher;
  try {
    publisher = await openPublisher(options);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return new Promise((resolve, reject) => {
    publisher.onEvent((event) => {
      if (event.type !== 'closed') return;
      if (event.error) resolve(event.error);
      else reject(new Error('closed without a reason'));
    });
  });
}

function expectNoSecret(error: AppError): void {
  expect(JSON.stringify(error.toRecord()) + error.message + String(error.stack)).not.toContain(SECRET);
}

describe('refusals', { timeout: 20_000 }, () => {
  it('nginx: key refused by on_publish', async () => {
    const error = await outcome({ url: nginx.url, streamKey: SECRET });
    expect(error.code).toBe('rtmp/key-refused');
    expect(error.details['message']).toContain('the key was probably refused');
    expectNoSecret(error);
  });

  it('nginx: publishing denied after Publish.Start', async () => {
    expect((await outcome({ url: nginx.url.replace('/live', '/denied'), streamKey: SECRET })).code).toBe(
      'rtmp/key-refused',
    );
  });

  it('nginx: unknown application', async () => {
    const error = await outcome({ url: nginx.url.replace('/live', '/nowhere'), streamKey: SECRET });
    expect(error.code).toBe('rtmp/unknown-application');
    expect(error.details['message']).toContain('nowhere');
  });

  it('nginx: stream name in use, and a publisher thrown out', async () => {
    const first = await openPublisher({ url: nginx.url, streamKey: 'allowed' });
    onTestFinished(() => first.destroy());
    const error = await outcome({ url: nginx.url, streamKey: 'allowed' });
    expect(error.code).toBe('rtmp/name-in-use');
    expect(error.details['serverWords']).toContain('NetStream.Publish.BadName');
    const closed = new Promise<AppError | undefined>((resolve) =>
      first.onEvent((event) => event.type === 'closed' && resolve(event.error)),
    );
    await nginx.dropPublisher('allowed');
    expect((await closed)?.code).toMatch(/^(rtmp\/key-refused|rtmp\/server-ended)$/);
  });

  it('node-media-server: key without its signature', async () => {
    const server = await startNodeMediaServer({ tls: authority.issue(), isKeySigned: true });
    onTestFinished(() => server.stop());
    expect((await outcome({ url: server.url, streamKey: SECRET })).code).toBe('rtmp/key-refused');
  });

  it('node-media-server: stream name in use', async () => {
    const server = await startNodeMediaServer({ tls: authority.issue() });
    onTestFinished(() => server.stop());
    const first = await openPublisher({ url: server.url, streamKey: 'taken' });
    onTestFinished(() => first.destroy());
    // Before any media it does not count as being published.
    first.send({ kind: 'video', timestampMs: 0, body: Uint8Array.of(0x27, 1, 0, 0, 0, 1) });
    const error = await outcome({ url: server.url, streamKey: 'taken' });
    expect(error.code).toMatch(/^rtmp\/(key-refused|name-in-use)$/);
  });

  it('a server like SRS: onFCPublish, then the end', async () => {
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('publish');
      const information = amfObject({ code: 'NetStream.Publish.Start', description: 'Started publishing.' });
      connection.command('onFCPublish', 0, null, information);
      connection.socket.end();
    });
    onTestFinished(() => peer.stop());
    const error = await outcome({ url: peer.url, streamKey: SECRET });
    expect(error.code).toBe('rtmp/key-refused');
    // S3: SRS says no more than this when the name is in use.
    expect(error.details['message']).toContain('or another app or device uses it');
    expect(describeError(error.toRecord()).action).toContain('another app or device');
  });

  it.each([
    ['missing', 'code=403 need auth; authmod=adobe', '', 'rtmp/authentication-required'],
    ['wrong', 'authmod=adobe', '?reason=authfailed&opaque=b3A=', 'rtmp/authentication-failed'],
  ])('a server like crtmpserver: authentication %s, then close', async (_what, words, tail, code) => {
    const peer = await startHostilePeer(async (connection) => {
      await connection.to('connect');
      const description = `[ AccessManager.Reject ] : [ ${words} ] : ${tail}`;
      const information = { level: 'error', code: 'NetConnection.Connect.Rejected', description };
      connection.command('_error', 1, null, amfObject(information));
      connection.command('close', 0, null);
      connection.socket.end();
    });
    onTestFinished(() => peer.stop());
    const error = await outcome({ url: peer.url, streamKey: SECRET });
    expect(error.code).toBe(code);
    expect(error.details['serverWords']).toContain('AccessManager.Reject');
    expectNoSecret(error);
  });

  it('a connection that is lost later is no refusal', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const peer = await startHostilePeer((connection) => connection.to('live'));
    onTestFinished(() => peer.stop());
    for (const [isReset, code] of [
      [false, 'rtmp/server-ended'],
      [true, 'transport/reset'],
    ] as const) {
      const publisher = await openPublisher({ url: peer.url, streamKey: SECRET });
      const closed = new Promise<AppError | undefined>((resolve) =>
        publisher.onEvent((event) => event.type === 'closed' && resolve(event.error)),
      );
      // Past the seconds in which a close still reads as a refused key.
      vi.advanceTimersByTime(6_000);
      const socket = peer.connections.at(-1)?.socket;
      if (isReset) socket?.resetAndDestroy();
      else socket?.end();
      expect((await closed)?.code).toBe(code);
    }
  });

  it('our receiver: wrong key, and a second publisher', async () => {
    const receiver = await startReceiver({ isTls: false });
    onTestFinished(() => receiver.close());
    expect((await outcome({ url: receiver.url, streamKey: SECRET })).code).toBe('rtmp/key-refused');
    const first = await openPublisher({ url: receiver.url, streamKey: receiver.key });
    onTestFinished(() => first.destroy());
    expect((await outcome({ url: receiver.url, streamKey: receiver.key })).code).toBe('rtmp/name-in-use');
  });

  it.each<[LeafKind, string]>([
    ['expired', 'transport/certificate-expired'],
    ['wrongHost', 'transport/certificate-wrong-host'],
    ['unknownAuthority', 'transport/certificate-unknown-authority'],
  ])('TLS: certificate %s', async (kind, code) => {
    const leaf = authority.issue(kind);
    const receiver = await startReceiver({ isTls: true, certificate: { ...leaf, caPem: authority.caPem } });
    onTestFinished(() => receiver.close());
    const tls = { minimumVersion: 'TLSv1.2' as const, extraAuthorityPem: authority.caPem };
    expect((await outcome({ url: receiver.url, streamKey: receiver.key, tls })).code).toBe(code);
  });

  it('closed port, unknown host, bad address', async () => {
    const [port = 0] = await findFreePorts(1);
    expect((await outcome({ url: `rtmp://127.0.0.1:${port}/live`, streamKey: SECRET })).code).toBe(
      'transport/refused',
    );
    expect((await outcome({ url: 'rtmp://no-such-host.invalid/live', streamKey: SECRET })).code).toBe(
      'transport/host-not-found',
    );
    expect((await outcome({ url: 'http://localhost/live', streamKey: SECRET })).code).toBe('input/bad-url');
  });

  it('a server that accepts and says nothing', async () => {
    const hole = await startBlackHole();
    onTestFinished(() => hole.stop());
    const url = `rtmp://127.0.0.1:${hole.port}/live`;
    const error = await outcome({ url, streamKey: SECRET, deadlines: { handshakeMs: 200 } });
    expect(error.code).toBe('transport/timeout');
    expect(error.details['step']).toBe('handshake');
  });

  it('RTMP to a TLS port, and TLS to an RTMP port', async () => {
    const receiver = await startReceiver({ isTls: true });
    onTestFinished(() => receiver.close());
    const plain = receiver.url.replace('rtmps', 'rtmp');
    expect((await outcome({ url: plain, streamKey: SECRET })).code).toMatch(
      /^rtmp\/(not-rtmp|handshake-failed)$/,
    );
    const secure = nginx.url.replace('rtmp:', 'rtmps:');
    const error = await outcome({ url: secure, streamKey: SECRET, deadlines: { tlsMs: 300 } });
    expect(error.details).toMatchObject({ step: 'tls' });
    expect(error.details['message']).toContain('is it a server with TLS?');
  });
});
