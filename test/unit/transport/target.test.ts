import { describe, expect, it } from 'vitest';
import { readTarget, resolveServerUrl } from '../../../electron/transport/target.ts';
import { TokenBucket } from '../../../electron/transport/token-bucket.ts';

describe('target', () => {
  it('reads RTMPE forms besides those of the window', () => {
    expect(readTarget('rtmpe://host/app', 'key')).toMatchObject({
      isEncrypted: true,
      isTunnel: false,
      port: 1935,
      tcUrl: 'rtmpe://host/app',
    });
    expect(readTarget('RTMPTE://host:8080/app', 'key')).toMatchObject({
      isEncrypted: true,
      isTunnel: true,
      tcUrl: 'rtmpte://host:8080/app',
    });
    expect(readTarget('rtmps://host/app', 'key')).toMatchObject({ isEncrypted: false, isTls: true });
  });

  it.each([
    [undefined, 'rtmps://a:443/app'],
    ['//b/app2', 'rtmps://b/app2'],
    ['/other', 'rtmps://a:443/other'],
    ['rtmps://c:1443/x', 'rtmps://c:1443/x'],
  ])('resolves %s', (named, wanted) => {
    expect(resolveServerUrl('rtmps://a:443/app', named)).toBe(wanted);
  });

  it('refuses to leave TLS', () => {
    expect(() => resolveServerUrl('rtmps://a/app', 'rtmp://a/app')).toThrow('leave TLS');
    expect(resolveServerUrl('rtmp://a/app', 'rtmps://a/app')).toBe('rtmps://a/app');
  });
});

describe('token bucket', () => {
  it('lets a burst through, then waits in proportion', () => {
    const bucket = new TokenBucket({ bytesPerSecond: 1000, burstBytes: 500 }, 0);
    expect(bucket.waitMs(0)).toBe(0);
    bucket.take(700);
    expect(bucket.waitMs(0)).toBe(201);
    expect(bucket.waitMs(201)).toBe(0);
    bucket.take(1);
    expect(bucket.waitMs(60_000)).toBe(0);
  });
});
