import { describe, expect, it } from 'vitest';
import { readTarget } from '../../../../electron/rtmp/publisher/target.ts';
import { TokenBucket } from '../../../../electron/rtmp/net/token-bucket.ts';

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
