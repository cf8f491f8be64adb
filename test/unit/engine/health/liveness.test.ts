import { beforeEach, describe, expect, test } from 'vitest';
import {
  answered,
  lateMs,
  newLiveness,
  seen,
  takeRequest,
  unansweredMs,
} from '../../../../electron/engine/health/liveness.ts';
import type { Keepalive, Liveness } from '../../../../electron/engine/health/liveness.ts';

const BYTES_PER_MS = 320;
let liveness: Liveness;
let nowMs: number;
let asked: Keepalive[];
let acknowledgedBytes: number | undefined;

beforeEach(() => {
  nowMs = 1_000_000;
  asked = [];
  acknowledgedBytes = undefined;
  liveness = newLiveness(undefined, nowMs);
});

function take(handedBytes: number): Keepalive | undefined {
  const taken = takeRequest(liveness, { handedBytes, acknowledgedBytes }, nowMs);
  ({ liveness } = taken);
  return taken.request;
}

function answer(request: Keepalive): void {
  liveness = answered(liveness, request, nowMs);
}

/** Half a second at a time, as a connection checks; the server answers some requests at once. */
function run(forMs: number, answers: readonly Keepalive[]): void {
  for (const endMs = nowMs + forMs; nowMs < endMs;) {
    nowMs += 500;
    const request = take((nowMs - 1_000_000) * BYTES_PER_MS);
    if (request === undefined) continue;
    asked.push(request);
    if (answers.includes(request)) answer(request);
  }
}

test('who answers pings is pinged every two seconds and asked nothing else', () => {
  run(20_000, ['ping', 'call']);
  expect(new Set(asked)).toEqual(new Set(['ping']));
  expect(asked).toHaveLength(10);
  expect(unansweredMs(liveness, nowMs)).toBe(0);
});

test('who ignores pings and never acknowledged is called, and that is remembered', () => {
  run(10_000, ['call']);
  expect(asked.slice(0, 2)).toEqual(['ping', 'call']);
  liveness = newLiveness(liveness.request, nowMs);
  asked = [];
  run(1000, ['call']);
  expect(asked).toEqual(['call']);
});

test('who acknowledges is not called', () => {
  acknowledgedBytes = 1;
  run(60_000, []);
  expect(asked).toEqual(['ping']);
});

test('who answers nothing is left alone and never silent', () => {
  run(60_000, []);
  expect(asked).toEqual(['ping', 'call', 'call']);
  expect(unansweredMs(liveness, nowMs)).toBe(0);
});

test('a late answer to a ping ends the calls', () => {
  run(5000, ['call']);
  answer('ping');
  asked = [];
  run(10_000, ['ping', 'call']);
  expect(asked).not.toContain('call');
});

test('any other sign of life does as well as an answer', () => {
  run(1000, ['ping']);
  for (let times = 0; times < 20; times += 1) {
    run(1000, []);
    liveness = seen(liveness, nowMs);
  }
  expect(asked).toEqual(['ping']);
});

test('silence counts from the first request without an answer', () => {
  run(1000, ['ping']);
  run(10_000, []);
  expect(unansweredMs(liveness, nowMs)).toBe(8500);
});

describe('how late answers are', () => {
  /** Asks as a connection checks; each request is answered after so long, in order, until the time is over. */
  function runLate(forMs: number, answerAfterMs: number): number[] {
    const seen: number[] = [];
    for (const endMs = nowMs + forMs; nowMs < endMs;) {
      nowMs += 50;
      if (dueMs !== undefined && nowMs >= dueMs) {
        answer('ping');
        dueMs = undefined;
      }
      seen.push(lateMs(liveness, nowMs));
      if (nowMs % 500 !== 0) continue;
      const request = take(0);
      if (request !== undefined) dueMs ??= nowMs + answerAfterMs;
    }
    return seen;
  }
  let dueMs: number | undefined;
  beforeEach(() => {
    dueMs = undefined;
  });

  test('is nothing while they come as soon as ever, on a long way too', () => {
    expect(Math.max(...runLate(20_000, 600))).toBe(0);
  });

  test('is seen within three seconds of it, while the request is still open, and forgotten soon after', () => {
    runLate(10_000, 50);
    const held = runLate(3000, 1500);
    expect(Math.max(...held)).toBeGreaterThan(700);
    expect(
      runLate(4000, 1500)
        .slice(40)
        .every((lateMs) => lateMs > 1000),
    ).toBe(true);
    expect(runLate(3000, 50).at(-1)).toBe(0);
  });

  test('is not made up where a server ignores a request now and then', () => {
    runLate(10_000, 50);
    dueMs = Infinity;
    runLate(2500, 50);
    dueMs = nowMs + 50;
    runLate(500, 50);
    expect(lateMs(liveness, nowMs)).toBe(0);
  });
});
