import { describe, expect, it, onTestFinished } from 'vitest';
import { isSameService } from '../../../../shared/destinations/services.ts';
import * as net from 'node:net';
import { dial } from '../../../../electron/rtmp/net/dial.ts';
import { isPrivateAddress } from '../../../../shared/network/private-address.ts';
import { openPublisher } from '../../../../electron/rtmp/publisher/publisher.ts';
import { followPublishRedirect, followServer } from '../../../../electron/rtmp/publisher/redirection.ts';
import type { Ownership } from '../../../../electron/rtmp/publisher/redirection.ts';
import { readTarget } from '../../../../electron/rtmp/publisher/target.ts';

function from(url: string, trustedHosts: readonly string[] = []): Parameters<typeof followServer> {
  const own = readTarget(url, 'key');
  const ownership: Ownership = { own, trustedHosts, isSameService };
  return [own, undefined, ownership];
}

function followed(url: string, named: string | undefined, trusted?: readonly string[]): string {
  const [current, , ownership] = from(url, trusted);
  return followServer(current, named, ownership).tcUrl;
}

describe('the rule for moves', () => {
  it.each([
    [undefined, 'rtmps://a.example.com:443/live'],
    ['', 'rtmps://a.example.com:443/live'],
    ['//b.example.com/live', 'rtmps://b.example.com/live'],
    ['/other', 'rtmps://a.example.com:443/other'],
    ['other', 'rtmps://a.example.com:443/other'],
    ['rtmps://b.example.com:8443/x', 'rtmps://b.example.com:8443/x'],
    ['rtmps://A.example.com./x', 'rtmps://a.example.com/x'],
  ])('an address of %j leads to %s', (named, expected) => {
    expect(followed('rtmps://a.example.com:443/live', named)).toBe(expected);
  });

  it.each([
    ...[
      'http://a.example.com/',
      'rtmps:',
      'rtmps://',
      '//',
      '/a b',
      '/a\r\nb',
      'constructor://a.example.com/x',
    ],
    ...[
      'rtmp://a.example.com/live',
      'rtmpts://a.example.com/live',
      `/${'x'.repeat(2048)}`,
      'rtmps://a.example.com:0/',
    ],
  ])('an address of %j is refused', (named) => {
    expect(() => followed('rtmps://a.example.com/live', named)).toThrow(/rtmp\/connect-rejected/);
  });

  it('goes from plain to TLS, not back, and stays in a tunnel where the owner chose one', () => {
    expect(followed('rtmp://a.example.com/app', 'rtmps://a.example.com/app')).toBe(
      'rtmps://a.example.com/app',
    );
    expect(followed('rtmpt://a.example.com/app', '/b')).toBe('rtmpt://a.example.com/b');
  });

  it('refuses another host by name, unless the owner allowed it', () => {
    const [current, , ownership] = from('rtmps://a.example.com/live');
    expect(() => followServer(current, 'rtmps://evil.example/live', ownership)).toThrow(
      'rtmp/moved-elsewhere: a.example.com wants to send this stream to evil.example',
    );
    expect(followed('rtmps://a.example.com/live', 'rtmps://cdn.example/x', ['cdn.example'])).toBe(
      'rtmps://cdn.example/x',
    );
  });

  it('holds each further move against the address of the owner, not against the one before', () => {
    const [own, , ownership] = from('rtmps://a.example.com/live', ['cdn.example.net']);
    const second = followServer(own, 'rtmps://cdn.example.net/x', ownership);
    expect(() => followServer(second, 'rtmps://b.example.net/x', ownership)).toThrow(/moved-elsewhere/);
  });

  it.each([
    ['rtmp://a.example.com/live/newname', 'live', 'newname'],
    ['rtmp://a.example.com/live/new?x=1', 'live', 'new?x=1'],
    ['rtmp://b.example.com/live2', 'live2', 'key'],
    ['rtmp://b.example.com/live', 'live', 'key'],
    ['rtmp://b.example.com/live?vhost=a.b/c', 'live?vhost=a.b/c', 'key'],
  ])('a redirect of publish to %s publishes to %s under the right name', (named, app, streamKey) => {
    const [current, , ownership] = from('rtmp://a.example.com/live');
    expect(followPublishRedirect(current, named, ownership)).toMatchObject({ app, streamKey });
  });

  it('a redirect of publish to an application of two parts in use keeps the name', () => {
    const [current, , ownership] = from('rtmp://a.example.com/live/inst');
    expect(followPublishRedirect(current, 'rtmp://b.example.com/live/inst', ownership)).toMatchObject({
      app: 'live/inst',
      streamKey: 'key',
    });
  });
});

describe('private addresses', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['255.255.255.255', '::1', '::', 'fe80::1%eth0', 'fd00::1', '::ffff:192.168.0.1', '::ffff:c0a8:1'],
    ...['64:ff9b::10.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', '::127.0.0.1', 'ff02::1'],
  ])('%s is one', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    ...['8.8.8.8', '203.0.113.5', '172.32.0.1', '2606:4700::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'],
    ...['64:ff9b::808:808', 'localhost', 'example.com'],
  ])('%s is none', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('are not connected to when a public server named them, by address or by name', async () => {
    let connections = 0;
    const server = net.createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as net.AddressInfo;
    for (const host of ['127.0.0.1', '::1', 'localhost']) {
      await expect(dial({ host, port, isTls: false, isPublicOnly: true })).rejects.toMatchObject({
        code: 'rtmp/moved-elsewhere',
        details: { host, isPrivate: true },
      });
    }
    expect(connections).toBe(0);
  });

  it('stay out of reach for an address that was named before, and is opened again', async () => {
    await expect(
      openPublisher({
        url: 'rtmp://127.0.0.1:1/live',
        ownUrl: 'rtmp://203.0.113.5/live',
        trustedHosts: ['127.0.0.1'],
        streamKey: 'key',
      }),
    ).rejects.toMatchObject({ code: 'rtmp/moved-elsewhere', details: { isPrivate: true } });
  });
});
