/** The course of a destination's test as it is shown: every event against what it makes of the steps. */
import { describe, expect, it } from 'vitest';
import {
  advanceTest,
  beginTest,
  testCapKbps,
  withTestSwitch,
} from '../../../../shared/destinations/destination-test.ts';
import type { DestinationTest, TestEvent } from '../../../../shared/destinations/destination-test.ts';
import { describeOutcome } from '../../../../renderer/features/destinations/checks/test-text.ts';

const begin = (isTls = true): DestinationTest =>
  beginTest({ destinationId: 'one', reach: 'visible', isTls, isFlows: false, atMs: 1_000 });

const run = (events: readonly TestEvent[], isTls = true): DestinationTest =>
  events.reduce(advanceTest, begin(isTls));

const course = (test: DestinationTest): string =>
  test.steps.map(({ step, phase, ms }) => `${step} ${phase}${ms === undefined ? '' : ` ${ms}`}`).join(', ');

const connected: readonly TestEvent[] = [
  { type: 'stepBegan', step: 'dns', atMs: 1_000 },
  { type: 'stepBegan', step: 'tcp', atMs: 1_012 },
  { type: 'stepBegan', step: 'tls', atMs: 1_040 },
  { type: 'stepBegan', step: 'handshake', atMs: 1_100 },
  { type: 'stepBegan', step: 'connect', atMs: 1_130 },
];
const measurement = { kbps: 5_000, lowestKbps: 4_000, isAtLeast: false, timeMs: 1, destinationName: 'One' };

describe('a test over RTMFP', () => {
  it('has no step for a connection, which UDP does without', () => {
    const options = { destinationId: 'one', reach: 'visible', isTls: false, isFlows: true, atMs: 0 } as const;
    const steps = beginTest(options).steps.map(({ step }) => step);
    expect(steps).toEqual(['dns', 'handshake', 'connect', 'publish', 'measure']);
  });
});

describe('a test', () => {
  it('times each step, and TCP as the round trip', () => {
    const test = run([
      ...connected,
      { type: 'stepBegan', step: 'publish', atMs: 1_150 },
      { type: 'published', atMs: 1_200 },
      { type: 'measured', elapsedMs: 500, kbps: 900 },
      { type: 'finished', atMs: 13_700, measurement },
    ]);
    expect(course(test)).toBe(
      'dns done 12, tcp done 28, tls done 60, handshake done 30, connect done 20, publish done 50, measure done 12500',
    );
    expect(test).toMatchObject({ phase: 'passed', connectMs: 28, measurement });
    expect(test.measuring).toBeUndefined();
  });

  it('ends after the answer to connect where nothing may be published', () => {
    const test = run([...connected, { type: 'connected', atMs: 1_150 }]);
    expect(test.phase).toBe('passed');
    expect(course(test)).toContain('connect done 20, publish skipped, measure skipped');
  });

  it('has no TLS step without TLS', () => {
    expect(course(begin(false))).not.toContain('tls');
  });

  it('fails the step it hangs in', () => {
    const error = { code: 'transport/timeout', details: {} } as const;
    const test = run([...connected.slice(0, 2), { type: 'failed', atMs: 11_012, error }]);
    expect(course(test)).toContain('dns done 12, tcp failed 10000, tls skipped');
    expect(test).toMatchObject({ phase: 'failed', error });
    expect(test.connectMs).toBeUndefined();
  });

  it('blames the publish for a key that is refused just after', () => {
    const error = { code: 'rtmp/key-refused', details: {} } as const;
    const test = run([
      ...connected,
      { type: 'stepBegan', step: 'publish', atMs: 1_150 },
      { type: 'published', atMs: 1_200 },
      { type: 'failed', atMs: 1_300, error },
    ]);
    expect(course(test)).toContain('publish failed 100, measure skipped');
  });

  it('begins anew when authentication takes another connection', () => {
    const test = run([...connected, { type: 'stepBegan', step: 'dns', atMs: 1_200 }]);
    expect(course(test)).toBe(
      'dns running, tcp waiting, tls waiting, handshake waiting, connect waiting, publish waiting, measure waiting',
    );
  });

  it('tells which codec it sent, which it could not, and what the server left open', () => {
    const { videoCodec, missingCodec } = run([
      { type: 'codecChosen', videoCodec: 'h264', missingCodec: 'av1' },
      ...connected,
    ]);
    expect({ videoCodec, missingCodec }).toEqual({ videoCodec: 'h264', missingCodec: 'av1' });
    const done = (isCodecUnconfirmed: boolean) =>
      run([
        { type: 'codecChosen', videoCodec: 'hevc' },
        ...connected,
        { type: 'published', atMs: 1_200, isCodecUnconfirmed },
        { type: 'finished', atMs: 13_700, measurement },
      ]);
    expect(describeOutcome(done(false))).toContain('The test used HEVC, like your stream.');
    expect(describeOutcome(done(true))).toContain('The server didn’t confirm that it supports');
    expect(describeOutcome({ ...done(false), videoCodec: 'h264', missingCodec: 'hevc' })).toContain(
      'No HEVC encoder works on this computer, so the test used H.264',
    );
    expect(describeOutcome({ ...done(false), videoCodec: 'h264' })).not.toMatch(/H\.264|HEVC/);
  });

  it('takes nothing more once it is over', () => {
    const cancelled = run([...connected, { type: 'cancelled', atMs: 1_140 }]);
    expect(cancelled.phase).toBe('cancelled');
    expect(advanceTest(cancelled, { type: 'published', atMs: 2_000 })).toBe(cancelled);
  });
});

it.each([
  ['live_1_abc', '?bandwidthtest=true', 'live_1_abc?bandwidthtest=true'],
  ['live_1_abc?a=b', '?bandwidthtest=true', 'live_1_abc?a=b&bandwidthtest=true'],
])('puts the test switch behind the key %s', (key, query, wanted) => {
  expect(withTestSwitch(key, query)).toBe(wanted);
});

it('never sends more than the service takes', () => {
  expect(testCapKbps({ maxVideoKbps: 6_000, maxAudioKbps: 320 })).toBe(6_320);
  expect(testCapKbps({ maxTotalKbps: 14_000 })).toBe(14_000);
  expect(testCapKbps({ maxVideoKbps: 51_000, maxAudioKbps: 160 })).toBe(20_000);
  expect(testCapKbps(undefined)).toBe(20_000);
});
