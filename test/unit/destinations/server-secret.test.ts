import fc from 'fast-check';
import { isHarmlessParameter } from '../../../shared/destinations/harmless-parameter.ts';
import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import {
  joinServerSecret,
  publishedAddressesOf,
  SERVER_SECRET,
  splitServerSecret,
  takeSecretsOut,
} from '../../../shared/destinations/server-secret.ts';
import { services } from '../../../shared/destinations/services.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';

describe('a server’s address with a secret in it', () => {
  it.each([
    ['rtmp://h/app', '?user=a&pass=b'],
    ['rtmp://h/app', '?token=9f3c'],
    ['rtmps://h:1936/app/inst', '?auth=x'],
    ['rtmp://h/app', '?sign=a%2Fb/inst'],
    ['rtmp://h/app', '?streamkey=abc'],
    ['rtmp://h/app', '?justatoken'],
    ['rtmp://h/app/', '?token=9f3c'],
    ['rtmp://h', '?token=9f3c'],
    ['rtmp://h/app', '?slist=key'],
    // A signature holds for the bytes as they are: what is harmless goes with it.
    ['rtmp://h/app', '?vhost=x&token=9f3c'],
    ['rtmp://h/app', '?vhost=x/token=9f3c'],
    ['rtmp://h/app', '?vhost=a%40b'],
    ['rtmp://h/app', '?backup=9f3c'],
    ['rtmp://h/app', '/me:pw@inst'],
    ['rtmp://h/app', ';token=9f3c'],
    ['rtmp://h/app', '&token=9f3c/inst'],
    ['rtmp://h', '/token=9f3c;x=1'],
    ['rtmp://[2001:db8::1]:1935/app', '?token=9f3c'],
    ['no address', '?token=9f3c'],
  ])('%s %s is cut there', (url, secret) => {
    expect(splitServerSecret(` ${url}${secret}\n`)).toEqual({ url, secret });
    expect(secret).toMatch(SERVER_SECRET);
  });

  it.each([
    'rtmp://h/app',
    'rtmp://h/app/instance',
    'rtmp://h/app?vhost=x.example',
    'rtmp://h/app?VHOST=__defaultVhost__&backup=1',
    'rtmp://h/app?bandwidthtest=true',
    'rtmp://h/app?bandwidthtest',
    'rtmp://h/app?vhost=x/inst',
    'rtmp://h/app?',
    'rtmp://user:pw@h/app',
    ...services.flatMap(({ servers }) => servers.map(({ url }) => url)),
  ])('%s stays as it is', (url) => {
    expect(splitServerSecret(url)).toEqual({ url, secret: '' });
  });

  it('is the same again when it is put together, and leads to no other host', () => {
    const addresses = fc
      .array(fc.constantFrom('rtmp://', 'h', '/', '?', '&', ';', '=', '@', ':', 'token', 'vhost=x', '%'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(addresses, fc.webUrl({ withQueryParameters: true })), (address) => {
        const { url, secret } = splitServerSecret(address);
        expect(joinServerSecret(url, secret)).toBe(address.trim());
        expect(splitServerSecret(url)).toEqual({ url, secret: '' });
        if (secret !== '') expect(secret).toMatch(SERVER_SECRET);
      }),
    );
  });

  it('knows its harmless parameters by their values too', () => {
    expect(isHarmlessParameter('backup=1')).toBe(true);
    expect(isHarmlessParameter('backup=1=2')).toBe(false);
    expect(isHarmlessParameter('constructor=1')).toBe(false);
  });
});

describe('everything secret in a destination’s addresses', () => {
  it('is taken out of both, and put together for publishing alone', () => {
    const taken = takeSecretsOut({
      url: 'rtmp://me:p%40w@h/app?token=9f3c',
      backupUrl: 'rtmp://me:pw@b/app?token=77bb',
    });
    expect(taken).toEqual({
      clean: { url: 'rtmp://h/app', backupUrl: 'rtmp://b/app', username: 'me' },
      found: { password: 'p@w', serverSecret: '?token=9f3c', backupSecret: '?token=77bb' },
    });
    expect(publishedAddressesOf({ ...taken.clean, ...taken.found })).toEqual({
      url: 'rtmp://h/app?token=9f3c',
      backupUrl: 'rtmp://b/app?token=77bb',
    });
  });

  it('keeps a user that was named, and changes nothing else', () => {
    const plain = { url: 'rtmp://h/app?vhost=x', username: 'me', name: 'x' };
    expect(takeSecretsOut(plain)).toEqual({ clean: plain, found: {} });
    const { clean } = takeSecretsOut({ url: 'rtmp://other:pw@h/app', username: 'me' });
    expect(clean).toEqual({ url: 'rtmp://h/app', username: 'me' });
  });

  it.each(['rtmp://me:p/ss@h/app', 'rtmp://me:pw@x@/app', 'rtmp://me:pw@h:port/app@'])(
    '%s cannot be read: nothing of it stays in sight',
    (url) => {
      const { clean, found } = takeSecretsOut({ url });
      expect(JSON.stringify(clean)).not.toMatch(/p\/ss|pw/);
      expect(`${found.password ?? ''}${found.serverSecret ?? ''}`).toMatch(/p\/ss|pw/);
    },
  );
});

describe('a pasted address', () => {
  it.each([
    ['rtmp://h/app?user=a&pass=b', { url: 'rtmp://h/app', key: '', serverSecret: '?user=a&pass=b' }],
    ['rtmp://h/app?token=x/key', { url: 'rtmp://h/app', key: 'key', serverSecret: '?token=x' }],
    ['rtmp://h/app?token=x\nkey', { url: 'rtmp://h/app', key: 'key', serverSecret: '?token=x' }],
    [
      'rtmp://me:pw@h/app?token=x/key',
      { url: 'rtmp://h/app', key: 'key', serverSecret: '?token=x', username: 'me', password: 'pw' },
    ],
    ['rtmp://h/app/key?token=x', { url: 'rtmp://h/app', key: 'key?token=x' }],
    ['rtmp://h/app?vhost=x/key', { url: 'rtmp://h/app?vhost=x', key: 'key' }],
  ])('%s', (pasted, parts) => {
    const found = parsePasted(pasted);
    expect(found).toEqual(parts);
    const { app } = parseDestinationUrl(joinServerSecret(found.url, found.serverSecret), found.key);
    expect(app).toBe(pasted.includes('app?') ? /app\?[^/\n]*/.exec(pasted)?.[0] : 'app');
  });
});
