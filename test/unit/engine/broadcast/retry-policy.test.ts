import { expect, test } from 'vitest';
import {
  STALE_SESSION_GRACE_MS,
  isFatal,
  RETRY_CAP_MS,
  retryCeilingMs,
  retryDelayMs,
  STAGGER_MS,
  staggeredMs,
} from '../../../../shared/broadcast/retry-policy.ts';

test('waits begin at a second, grow by 1.6 and stop at thirty', () => {
  const waits = [1, 2, 3].map((retry) => retryCeilingMs(retry, 'transport/tls-failed'));
  expect(waits).toEqual([1000, 1600, 2560].map((ms) => expect.closeTo(ms)));
  expect(retryCeilingMs(50, 'transport/tls-failed')).toBe(RETRY_CAP_MS);
  expect(retryDelayMs(1, 'transport/tls-failed', 0)).toBe(0);
  expect(retryDelayMs(50, 'transport/tls-failed', 0.999)).toBeLessThan(RETRY_CAP_MS);
});

test('a server that may still hold the old connection is asked again at least every two seconds', () => {
  expect(retryCeilingMs(50, 'rtmp/name-in-use')).toBe(2000);
  expect(retryCeilingMs(50, 'rtmp/key-refused')).toBe(2000);
});

test('while the network or the server is away, nobody waits longer than two seconds', () => {
  for (const cause of [
    'transport/host-not-found',
    'transport/unreachable',
    'transport/refused',
    'transport/timeout',
  ] as const) {
    expect(retryCeilingMs(50, cause)).toBe(2000);
  }
});

test.each([
  ['rtmp/key-refused', undefined, true],
  ['rtmp/key-refused', 5000, false],
  ['rtmp/name-in-use', undefined, true],
  ['rtmp/name-in-use', 5000, false],
  ['rtmp/name-in-use', STALE_SESSION_GRACE_MS + 1, true],
  ['transport/certificate-expired', 5000, true],
  ['input/bad-url', 5000, true],
  ['transport/reset', undefined, false],
  ['transport/host-not-found', undefined, false],
] as const)('%s, last live %s ms ago: fatal is %s', (code, msSinceLive, expected) => {
  expect(isFatal(code, msSinceLive)).toBe(expected);
});

test('a connection cut right after publish is tried again; the third in a row is fatal, unless it was live just before', () => {
  expect([1, 2, 3].map((cuts) => isFatal('rtmp/cut-after-publish', undefined, cuts))).toEqual([
    ...[false, false, true],
  ]);
  expect(isFatal('rtmp/cut-after-publish', 5000, 3)).toBe(false);
  expect(isFatal('rtmp/cut-after-publish', STALE_SESSION_GRACE_MS + 1, 3)).toBe(true);
});

test('eight links lost together come back apart', () => {
  const taken: number[] = [];
  for (let link = 0; link < 8; link += 1) taken.push(staggeredMs(1000 + (link % 3) * 50, taken));
  const sorted = [...taken].sort((a, b) => a - b);
  for (let index = 1; index < 8; index += 1) {
    expect((sorted[index] ?? 0) - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(STAGGER_MS);
  }
  expect(sorted.at(-1)).toBeLessThanOrEqual(3000);
});
