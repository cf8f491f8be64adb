import { describe, expect, it } from 'vitest';
import { proxyFor } from '../../../../../electron/rtmp/net/proxy/no-proxy.ts';
import { proxyOfEnvironment, readNoProxy } from '../../../../../shared/proxy/proxy-environment.ts';

const via = (noProxy: string, host: string, port = 1935): boolean =>
  proxyFor({ type: 'http', host: 'p', port: 1, bypass: readNoProxy(noProxy) }, { host, port }) !== undefined;

describe('D8: NO_PROXY', () => {
  it.each([
    // entries, host, port, goes through the proxy
    ['', 'live.example', 1935, true],
    ['*', 'live.example', 1935, false],
    ['live.example', 'live.example', 1935, false],
    ['live.example', 'a.live.example', 1935, false],
    ['live.example', 'olive.example', 1935, true],
    ['live.example', 'example', 1935, true],
    ['.live.example', 'a.live.example', 1935, false],
    ['.live.example', 'live.example', 1935, false],
    ['*.live.example', 'a.live.example', 1935, false],
    ['LIVE.Example.', 'live.example', 1935, false],
    ['live.example', 'LIVE.example.', 1935, false],
    ['live.example:1935', 'live.example', 1935, false],
    ['live.example:443', 'live.example', 1935, true],
    ['.example:443', 'a.example', 443, false],
    ['other, live.example', 'live.example', 1935, false],
    ['other live.example', 'live.example', 1935, false],
    [' , ,', 'live.example', 1935, true],
    ['.', 'live.example', 1935, true],
    ['10.0.0.5', '10.0.0.5', 1935, false],
    ['10.0.0.5:1935', '10.0.0.5', 1935, false],
    ['10.0.0.5:1936', '10.0.0.5', 1935, true],
    ['10.0.0.0/8', '10.200.3.4', 1935, false],
    ['10.0.0.0/8', '11.0.0.1', 1935, true],
    ['10.0.0.0/99', '10.0.0.0', 1935, true],
    ['10.0.0.0/x', '10.0.0.0', 1935, true],
    ['0.0.0.5', '10.0.0.5', 1935, true],
    ['::1', '::1', 1935, false],
    ['[::1]', '::1', 1935, false],
    ['[::1]:1935', '::1', 1935, false],
    ['[::1]:1936', '::1', 1935, true],
    ['fd00::/8', 'fd12::9', 1935, false],
    ['fd00::/8', '10.0.0.1', 1935, true],
    ['2001:DB8:0:0::1', '2001:db8::1', 1935, false],
  ])('%j and %s port %i: through the proxy is %s', (entries, host, port, expected) => {
    expect(via(entries, host, port)).toBe(expected);
  });
});

describe('D8: the environment', () => {
  const loopback = ['localhost', '127.0.0.0/8', '::1'];

  it.each([
    [{}, undefined],
    [{ ALL_PROXY: ' ' }, undefined],
    [{ HTTP_PROXY: 'http://p.example:1' }, undefined],
    [{ ALL_PROXY: 'socks5h://p.example:1080' }, { type: 'socks5', host: 'p.example', port: 1080 }],
    [{ HTTPS_PROXY: 'http://p.example:3128' }, { type: 'http', host: 'p.example', port: 3128 }],
    [{ https_proxy: 'p.example:3128' }, { type: 'http', host: 'p.example', port: 3128 }],
    [
      { HTTPS_PROXY: 'http://no.example:1', ALL_PROXY: 'socks5://p.example' },
      { type: 'socks5', host: 'p.example', port: 1080 },
    ],
    [
      { all_proxy: '', ALL_PROXY: 'http://p.example:2' },
      { type: 'http', host: 'p.example', port: 2 },
    ],
    [
      { all_proxy: 'http://p.example:2', ALL_PROXY: 'http://no.example:1' },
      { type: 'http', host: 'p.example', port: 2 },
    ],
  ])('%j names the right proxy', (environment, expected) => {
    expect(proxyOfEnvironment(environment)).toEqual(expected && { ...expected, bypass: loopback });
  });

  it('takes its exceptions from NO_PROXY, and this computer is always one', () => {
    const proxy = proxyOfEnvironment({
      ALL_PROXY: 'http://p.example:1',
      no_proxy: 'a.example,.b.example:443',
    });
    expect(proxy?.bypass).toEqual([...loopback, 'a.example', '.b.example:443']);
    expect(proxyFor(proxy, { host: '127.0.0.9', port: 1935 })).toBeUndefined();
    expect(proxyFor(proxy, { host: 'localhost', port: 1935 })).toBeUndefined();
  });

  it('is refused by its name, not by its value', () => {
    const read = () => proxyOfEnvironment({ ALL_PROXY: 'https://bob:tell-nobody@p.example' });
    expect(read).toThrow(/the ALL_PROXY environment variable: Upcast doesn’t support TLS to a proxy/);
    expect(read).not.toThrow(/tell-nobody/);
  });
});
