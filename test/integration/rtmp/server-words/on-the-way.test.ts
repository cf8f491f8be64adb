/** What a server says on the way to a publication, by a scripted server. */
import * as net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { accepting, failure, startScripted } from './scripted-server.ts';
import type { Script } from './scripted-server.ts';

const needAuth = '[ AccessManager.Reject ] : [ code=403 need auth; authmod=adobe ] : ';
const challenge =
  '[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=needauth&user=bob&salt=c2FsdA==&challenge=Y2hhbA==&opaque=b3BxdWU=';
const authFailed = '[ AccessManager.Reject ] : [ authmod=adobe ] : ?reason=authfailed&opaque=b3BxdWU=';
const code = 'NetConnection.Connect.Rejected';

/** Adobe authentication: three connections, the third judged by `isGood`. */
function authenticating(isGood: boolean, apps: string[]): Script {
  return (event, connection, index) => {
    if (event.type !== 'connectRequested') return accepting(event, connection, index);
    apps.push(event.app);
    if (!event.app.includes('authmod='))
      return connection.session.rejectConnect({ code, description: needAuth });
    if (!event.app.includes('response='))
      return connection.session.rejectConnect({ code, description: challenge });
    return isGood
      ? connection.session.acceptConnect()
      : connection.session.rejectConnect({ code, description: authFailed });
  };
}

describe('authentication', () => {
  it('goes through three connections and publishes', async () => {
    const apps: string[] = [];
    const server = await startScripted(authenticating(true, apps));
    const publisher = await openPublisher({
      url: server.url,
      streamKey: 'key',
      username: 'bob',
      password: 'sec',
    });
    publisher.destroy();
    expect(apps.length).toBe(3);
    expect(apps[1]).toBe('live?authmod=adobe&user=bob');
    expect(apps[2]).toMatch(
      /^live\?authmod=adobe&user=bob&challenge=[0-9a-f]{8}&response=[A-Za-z0-9+/]+=*&opaque=b3BxdWU=$/,
    );
  });

  it('says that it is missing, or wrong, and stops', async () => {
    const apps: string[] = [];
    const server = await startScripted(authenticating(false, apps));
    const missing = await failure(openPublisher({ url: server.url, streamKey: 'key' }));
    expect(missing.code).toBe('rtmp/authentication-required');
    expect(missing.details['serverWords']).toContain('need auth');
    const wrong = await failure(
      openPublisher({ url: server.url, streamKey: 'key', username: 'bob', password: 'sec' }),
    );
    expect(wrong.code).toBe('rtmp/authentication-failed');
    expect(apps.length).toBe(4);
  });

  it('ends when a server asks for ever', async () => {
    const server = await startScripted((event, { session }) => {
      if (event.type === 'connectRequested') session.rejectConnect({ code, description: challenge });
    });
    const error = await failure(
      openPublisher({ url: server.url, streamKey: 'key', username: 'bob', password: 'sec' }),
    );
    expect(error.code).toBe('rtmp/authentication-failed');
    expect(server.connections.length).toBe(3);
  });
});

describe('refusals of the publication', () => {
  it('takes Unauthorized for the key, or for the credentials when there are any', async () => {
    const server = await startScripted((event, { session }) => {
      if (event.type === 'connectRequested') session.acceptConnect();
      if (event.type === 'publishRequested')
        session.rejectPublish({ code: 'NetStream.Publish.Unauthorized', description: 'no' });
    });
    const { url } = server;
    const plain = await failure(openPublisher({ url, streamKey: 'key' }));
    expect(plain.code).toBe('rtmp/key-refused');
    expect(plain.details['serverWords']).toBe('NetStream.Publish.Unauthorized: no');
    const named = await failure(openPublisher({ url, streamKey: 'key', username: 'bob', password: 'sec' }));
    expect(named.code).toBe('rtmp/authentication-failed');
  });

  it.each([
    ['refuses it', 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', 'transport/tunnel-refused'],
    ['speaks no HTTP', 'SSH-2.0-x\r\n\r\n', 'transport/tunnel-refused'],
    ['closes at once', '', 'transport/closed'],
  ])('says when the server of a tunnel %s', async (_name, answer, expected) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as net.AddressInfo;
    const error = await failure(openPublisher({ url: `rtmpt://127.0.0.1:${port}/live`, streamKey: 'key' }));
    expect(error.code).toBe(expected);
    expect(error.details).toMatchObject({ host: '127.0.0.1', port });
  });
});

describe('a network that answers in the server’s place', () => {
  const page = '<html>Sign in</html>';
  const html = 'Content-Type: text/html\r\n';
  const redirect = 'HTTP/1.1 302 Found\r\nLocation: https://login.hotel.example/\r\n\r\n';
  const chunked = `HTTP/1.1 200 OK\r\n${html}Transfer-Encoding: chunked\r\n\r\n14\r\n${page}\r\n0\r\n\r\n`;

  it.each([
    ['rtmpt', redirect],
    ['rtmpt', chunked],
    ['rtmpt', `HTTP/1.0 200 OK\r\n${html}\r\n${page}`],
    ['rtmpt', 'HTTP/1.1 511 Network Authentication Required\r\n\r\n'],
    ['rtmps', redirect],
    ['rtmps', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['rtmp', redirect],
  ])('%s: a web page (%j) is called one, with what to do', async (scheme, answer) => {
    const port = await answering(answer);
    const error = await failure(
      openPublisher({ url: `${scheme}://127.0.0.1:${port}/live`, streamKey: 'key' }),
    );
    const { title, action } = describeError(error.toRecord());
    expect(title).toMatch(/^(127\.0\.0\.1|The server) responded (like a website|without encryption)/);
    expect(action).toMatch(/on public Wi-Fi, open any page in a browser and sign in first/);
  });

  it('rtmpt: a proxy that wants a sign-in is named, not the server', async () => {
    const port = await answering('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    const error = await failure(openPublisher({ url: `rtmpt://127.0.0.1:${port}/live`, streamKey: 'key' }));
    expect(describeError(error.toRecord()).title).toBe('The proxy needs a username and password.');
  });

  async function answering(answer: string): Promise<number> {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return (server.address() as net.AddressInfo).port;
  }
});

describe('redirects', () => {
  it('M3: names the host that a redirect leads to, for the view', async () => {
    const there = await startScripted(accepting);
    const redirectUrl = there.url.replace('127.0.0.1', 'localhost');
    const here = await startScripted((event, { session }) => {
      if (event.type === 'connectRequested')
        session.rejectConnect({ code, description: 'moved', redirectUrl });
    });
    const options = { streamKey: 'key', trustedHosts: ['localhost'] };
    const moved = await openPublisher({ ...options, url: here.url });
    expect(moved.movedHost).toBe('localhost');
    moved.destroy();
    const later = await openPublisher({ ...options, url: redirectUrl, ownUrl: there.url });
    expect(later.movedHost).toBe('localhost');
    later.destroy();
    const own = await openPublisher({ ...options, url: there.url });
    expect(own.movedHost).toBeUndefined();
    own.destroy();
  });

  it('follows one, and not a circle', async () => {
    const there = await startScripted(accepting);
    const here = await startScripted((event, { session }) => {
      if (event.type === 'connectRequested')
        session.rejectConnect({ code, description: 'moved', redirectUrl: there.url });
    });
    const publisher = await openPublisher({ url: here.url, streamKey: 'key' });
    expect(publisher.tcUrl).toBe(there.url);
    publisher.destroy();
    const circle = await startScripted((event, { session }) => {
      if (event.type === 'connectRequested')
        session.rejectConnect({ code, description: 'moved', redirectUrl: circle.url });
    });
    expect(
      (await failure(openPublisher({ url: circle.url, streamKey: 'key' }))).details['message'],
    ).toContain('circle');
    expect(circle.connections.length).toBe(4);
  });
});
