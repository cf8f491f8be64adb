import { describe, expect, it } from 'vitest';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { wordsOf, wordsOfRefusal } from '../../support/words-of.ts';

describe('one address', () => {
  it.each([
    ['/live', 'live', ''],
    ['/live/', 'live', ''],
    ['/live/key', 'live', 'key'],
    ['/live/inst/key', 'live/inst', 'key'],
    ['/live/inst/key?token=a=b&x=/y', 'live/inst', 'key?token=a=b&x=/y'],
    ['/live/key?tok=a/b', 'live', 'key?tok=a/b'],
    ['/rtmp/123?s_bl=1&s_ps=1&a=Abc/d', 'rtmp', '123?s_bl=1&s_ps=1&a=Abc/d'],
    ['/app?x=1/key', 'app?x=1', 'key'],
    ['/live2?backup=1/key', 'live2?backup=1', 'key'],
    ['/live2?backup=1', 'live2?backup=1', ''],
    ['/ingest?user=a:b/key', 'ingest?user=a:b', 'key'],
    ['/app/key==?a=b', 'app', 'key==?a=b'],
    ['/app/live_key?bandwidthtest=true', 'app', 'live_key?bandwidthtest=true'],
    ['/app/mp4:dir/file.mp4', 'app', 'mp4:dir/file.mp4'],
    ['/app/file.flv', 'app', 'file.flv'],
    ['/app/file.flv?x=1', 'app', 'file.flv?x=1'],
    ['/app/a%20b', 'app', 'a%20b'],
    // Only the last part is the key; a service whose key has a slash gets it in its own field.
    ['/app/a/b/c', 'app/a/b', 'c'],
    ['/app/dir/file.mp4', 'app/dir', 'file.mp4'],
    ['/ondemand/x/y', 'ondemand/x', 'y'],
    ['/live?vhost=one.example/stream', 'live?vhost=one.example', 'stream'],
    ['/live...vhost...one.example/stream', 'live...vhost...one.example', 'stream'],
    ['/app/x?slist=name&b=1', 'app/x?slist=name&b=1', 'name'],
  ])('cuts %s', (path, app, key) => {
    const parsed = parseDestinationUrl(`rtmp://host.example:2000${path}`);
    expect([parsed.app, parsed.streamKey]).toEqual([app, key]);
    expect(parsed.tcUrl).toBe(`rtmp://host.example:2000/${app}`);
  });
});

describe('server and key', () => {
  it.each([
    ['rtmps://b.rtmps.youtube.com:443/live2?backup=1', 'abcd-efgh', 'live2?backup=1'],
    ['rtmps://rtmp-api.facebook.com:443/rtmp/', '123?s_bl=1&a=x/y', 'rtmp'],
    ['rtmp://h/app/inst/', 'a/b?c=/d', 'app/inst'],
    ['rtmp://h/app', '?user=a&pass=b/c', 'app'],
    ['rtmp://h/app', 'dir/file.mp4', 'app'],
    ['rtmp://h/app', 'file.flv?x=1', 'app'],
    ['rtmp://h/app', 'a%20b==', 'app'],
    ['rtmp://h/app', '?slist=name', 'app'],
    ['rtmp://h/live?vhost=one.example', 'stream', 'live?vhost=one.example'],
    ['rtmp://h/', '', ''],
    ['rtmp://h', 'key', ''],
  ])('%s keeps the key byte for byte', (server, key, app) => {
    const parsed = parseDestinationUrl(server, key);
    expect([parsed.app, parsed.streamKey]).toEqual([app, key]);
    expect(key === '' || !parsed.tcUrl.includes(key)).toBe(true);
  });

  it('trims what was pasted around both', () => {
    expect(parseDestinationUrl('  rtmp://h/app\n', ' key\r\n')).toMatchObject({
      app: 'app',
      streamKey: 'key',
    });
  });
});

describe('scheme, host and port', () => {
  it.each([
    ['rtmp://h/a', { scheme: 'rtmp', port: 1935, isTls: false, isTunnel: false, tcUrl: 'rtmp://h/a' }],
    ['RTMPS://H.Example/a', { scheme: 'rtmps', host: 'h.example', port: 443, isTls: true }],
    ['rtmpt://h/a', { port: 80, isTunnel: true, isTls: false }],
    ['rtmpts://h/a', { port: 443, isTunnel: true, isTls: true }],
    ['rtmfp://h/a', { port: 1935, isTunnel: false, isTls: false, tcUrl: 'rtmfp://h/a' }],
    ['rtmp://h:80/x', { port: 80, isDefaultPort: false, tcUrl: 'rtmp://h:80/x' }],
    ['rtmp://h:443/a', { port: 443, isTls: false, isDefaultPort: false }],
    ['rtmp://h:1934/a', { port: 1934 }],
    ['rtmp://h:1940/a', { port: 1940 }],
    ['rtmp://h:5222/app', { port: 5222 }],
    ['rtmp://h:8080/relay', { port: 8080 }],
    ['rtmps://h:1937/live', { port: 1937, isTls: true, tcUrl: 'rtmps://h:1937/live' }],
    ['rtmps://h:443/a', { port: 443, isDefaultPort: true, tcUrl: 'rtmps://h:443/a' }],
    ['rtmp://h:/a', { port: 1935 }],
    ['rtmp://[2001:DB8::1]:99/a', { host: '2001:db8::1', isIpv6: true, tcUrl: 'rtmp://[2001:db8::1]:99/a' }],
    ['rtmp://127.0.0.1/a', { host: '127.0.0.1', isIpv6: false }],
    ['rtmp://bücher.example/a', { host: 'xn--bcher-kva.example' }],
    ['rtmp://us%40er:p%3Aw@h/a', { username: 'us@er', password: 'p:w', tcUrl: 'rtmp://h/a' }],
    ['rtmp://user@h/a', { username: 'user' }],
  ])('%s', (url, expected) => {
    expect(parseDestinationUrl(url)).toMatchObject(expected);
  });
});

describe('what is refused', () => {
  const secret = 'topsecretkey';
  it.each([
    ['', /Enter a server address/],
    [`h/live/${secret}`, /Start the server address with/],
    [`https://h/live/${secret}`, /web page/],
    [`rtmpe://h/live/${secret}`, /RTMPE/],
    [`rtmpte://h/live/${secret}`, /RTMPTE/],
    [`rtsp://h/live/${secret}`, /RTSP/],
    [`srt://h/live/${secret}`, /SRT/],
    [`rtmp:///live/${secret}`, /no host/],
    [`rtmp://h:0/live/${secret}`, /port/],
    [`rtmp://h:65536/live/${secret}`, /port/],
    [`rtmp://h:x/live/${secret}`, /port/],
    [`rtmp://2001:db8::1/live/${secret}`, /brackets/],
    [`rtmp://[zz]/live/${secret}`, /IPv6/],
    [`rtmp://a..b/live/${secret}`, /host name/],
    [`rtmp://${'a.'.repeat(200)}b/live/${secret}`, /too long/],
    [`rtmp://h/li ve/${secret}`, /space/],
    ['rtmp://h', /application/],
  ])('%s', (url, message) => {
    try {
      parseDestinationUrl(url);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'input/bad-url' });
      expect(wordsOf(error)).toMatch(message);
      expect(`${String(error)} ${wordsOf(error)}`).not.toContain(secret);
      expect(JSON.stringify(error)).not.toContain(secret);
      return;
    }
    throw new Error('accepted');
  });

  it.each(Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-z]+$/i.test(name)))(
    'refuses the scheme "%s" with a sentence',
    (scheme) => {
      expect(wordsOfRefusal(() => parseDestinationUrl(`${scheme}://host/live/key`))).toBe(
        'Start the server address with rtmp:// or rtmps://.',
      );
    },
  );

  it('refuses keys that cannot be sent', () => {
    expect(() => parseDestinationUrl('rtmp://h/a', 'a\nb')).toThrow(/input\/bad-key/);
    expect(() => parseDestinationUrl('rtmp://h/a', 'k'.repeat(70_000))).toThrow(/input\/bad-key/);
    expect(wordsOfRefusal(() => parseDestinationUrl('rtmp://h/a', 'a\nb'))).toMatch(/contains a line break/);
    expect(wordsOfRefusal(() => parseDestinationUrl('rtmp://h/a', 'k'.repeat(70_000)))).toMatch(/too long/);
  });
});

it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
  '%s:// is refused in words like any other',
  (scheme) => {
    expect(wordsOfRefusal(() => parseDestinationUrl(`${scheme}://host/app`, 'key'))).toBe(
      'Start the server address with rtmp:// or rtmps://.',
    );
  },
);
