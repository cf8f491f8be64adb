import { describe, expect, it } from 'vitest';
import { toAppError } from '../../../../../shared/errors/app-error.ts';
import {
  parseProxyUrl,
  proxySettingsOf,
  proxyUrl,
  takeProxyApart,
} from '../../../../../shared/proxy/proxy.ts';
import { wordsOf } from '../../../../support/words-of.ts';

describe('D8: the address of a proxy', () => {
  it.each([
    ['socks5://proxy.example:1080', { type: 'socks5', host: 'proxy.example', port: 1080 }],
    ['socks5h://proxy.example', { type: 'socks5', host: 'proxy.example', port: 1080 }],
    ['SOCKS5://Proxy.Example:9050/', { type: 'socks5', host: 'proxy.example', port: 9050 }],
    ['socks://127.0.0.1:1080', { type: 'socks5', host: '127.0.0.1', port: 1080 }],
    ['http://proxy.example:3128/', { type: 'http', host: 'proxy.example', port: 3128 }],
    ['proxy.example:3128', { type: 'http', host: 'proxy.example', port: 3128 }],
    ['socks5://[::1]:1080', { type: 'socks5', host: '::1', port: 1080 }],
    ['http://[2001:DB8::5]:8080', { type: 'http', host: '2001:db8::5', port: 8080 }],
    ['http://bücher.example:8080', { type: 'http', host: 'xn--bcher-kva.example', port: 8080 }],
    [
      'http://bob:se%40cret%2F@proxy.example:3128',
      { type: 'http', host: 'proxy.example', port: 3128, username: 'bob', password: 'se@cret/' },
    ],
    [
      'socks5://bob:50%:a@b/c@proxy.example:1',
      { type: 'socks5', host: 'proxy.example', port: 1, username: 'bob', password: '50%:a@b/c' },
    ],
    ['bob@proxy.example:3128', { type: 'http', host: 'proxy.example', port: 3128, username: 'bob' }],
  ])('%s is read', (text, expected) => {
    expect(parseProxyUrl(text)).toEqual(expected);
    expect(parseProxyUrl(proxyUrl(parseProxyUrl(text)))).toEqual({
      type: expected.type,
      host: expected.host,
      port: expected.port,
    });
  });

  it.each([
    ['', /can’t read the proxy address/],
    ['socks5://', /can’t read the proxy address/],
    ['https://bob:tell-nobody@proxy.example', /TLS to a proxy/],
    ['socks4://bob:tell-nobody@proxy.example', /SOCKS4/],
    ['ftp://bob:tell-nobody@proxy.example', /start with socks5/],
    ['http://bob:tell-nobody@proxy.example:99999', /1 to 65535/],
    ['http://bob:tell-nobody@proxy.example:0', /1 to 65535/],
    ['http://bob:tell-nobody@proxy.example/path', /can’t read the proxy address/],
    ['http://bob:tell-nobody@two words', /can’t read the proxy address/],
    ['http://bob:tell-nobody@[::zz]:1', /can’t read the proxy address/],
    [`http://bob:${'x'.repeat(256)}@proxy.example`, /255 bytes/],
  ])('%s is refused in words, and its password is in none of them', (text, words) => {
    let error: unknown;
    try {
      parseProxyUrl(text);
    } catch (cause) {
      error = cause;
    }
    const { code, details } = toAppError(error);
    expect(code).toBe('input/bad-url');
    expect(wordsOf(error)).toMatch(words);
    expect(JSON.stringify([details, wordsOf(error)])).not.toMatch(/tell-nobody|bob/);
  });

  it('is saved without user name and password, which go to their places', () => {
    expect(takeProxyApart({ mode: 'own', url: 'socks5://bob:a%40b@proxy.example:1080' })).toEqual({
      clean: { mode: 'own', url: 'socks5://proxy.example:1080', username: 'bob' },
      password: 'a@b',
    });
    const plain = { mode: 'own', url: 'http://proxy.example:3128', username: 'bob' } as const;
    expect(takeProxyApart(plain)).toEqual({ clean: plain });
    const unreadable = takeProxyApart({ mode: 'own', url: `gopher:x:secret@@:${'y'.repeat(300)}@p.example` });
    expect(JSON.stringify(unreadable.clean)).not.toContain('secret');
  });

  it('comes together again for a connection', () => {
    const saved = { mode: 'own', url: 'socks5h://proxy.example', username: 'bob' } as const;
    expect(proxySettingsOf(saved, 'pw')).toEqual({
      ...{ type: 'socks5', host: 'proxy.example', port: 1080 },
      ...{ username: 'bob', password: 'pw' },
    });
  });
});
