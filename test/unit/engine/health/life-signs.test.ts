import { beforeEach, describe, expect, test } from 'vitest';
import { LifeSigns } from '../../../../electron/engine/health/life-signs.ts';
import type { LifeMemory, LifeQuestion } from '../../../../electron/engine/health/life-signs.ts';

const BYTES_PER_MS = 320;
let memory: LifeMemory;
let signs: LifeSigns;
let nowMs: number;
let asked: LifeQuestion[];
let acknowledgedBytes: number | undefined;

beforeEach(() => {
  memory = {};
  nowMs = 1_000_000;
  asked = [];
  acknowledgedBytes = undefined;
  signs = new LifeSigns(memory, nowMs);
});

/** Half a second at a time, as a connection checks; the server answers some questions at once. */
function run(forMs: number, answers: readonly LifeQuestion[]): void {
  for (const endMs = nowMs + forMs; nowMs < endMs;) {
    nowMs += 500;
    const question = signs.ask(nowMs, { handedBytes: (nowMs - 1_000_000) * BYTES_PER_MS, acknowledgedBytes });
    if (question === undefined) continue;
    asked.push(question);
    if (answers.includes(question)) signs.answered(question, nowMs);
  }
}

test('who answers pings is pinged every two seconds and asked nothing else', () => {
  run(20_000, ['ping', 'call']);
  expect(new Set(asked)).toEqual(new Set(['ping']));
  expect(asked).toHaveLength(10);
  expect(signs.silentMs(nowMs)).toBe(0);
});

test('who ignores pings and never acknowledged is called, and that is remembered', () => {
  run(10_000, ['call']);
  expect(asked.slice(0, 2)).toEqual(['ping', 'call']);
  signs = new LifeSigns(memory, nowMs);
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
  expect(signs.silentMs(nowMs)).toBe(0);
});

test('a late answer to a ping ends the calls', () => {
  run(5000, ['call']);
  signs.answered('ping', nowMs);
  asked = [];
  run(10_000, ['ping', 'call']);
  expect(asked).not.toContain('call');
});

test('any other sign of life does as well as an answer', () => {
  run(1000, ['ping']);
  for (let times = 0; times < 20; times += 1) {
    run(1000, []);
    signs.seen(nowMs);
  }
  expect(asked).toEqual(['ping']);
});

test('silence counts from the first question without an answer', () => {
  run(1000, ['ping']);
  run(10_000, []);
  expect(signs.silentMs(nowMs)).toBe(8500);
});

describe('how late answers are', () => {
  /** Asks as a connection checks; each question is answered after so long, in order, until the time is over. */
  function runLate(forMs: number, answerAfterMs: number): number[] {
    const seen: number[] = [];
    for (const endMs = nowMs + forMs; nowMs < endMs;) {
      nowMs += 50;
      if (dueMs !== undefined && nowMs >= dueMs) {
        signs.answered('ping', nowMs);
        dueMs = undefined;
      }
      seen.push(signs.lateMs(nowMs));
      if (nowMs % 500 !== 0) continue;
      const question = signs.ask(nowMs, { handedBytes: 0, acknowledgedBytes });
      if (question !== undefined) dueMs ??= nowMs + answerAfterMs;
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

  test('is seen within three seconds of it, while the question is still open, and forgotten soon after', () => {
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

  test('is not made up where a server ignores a question now and then', () => {
    runLate(10_000, 50);
    dueMs = Infinity;
    runLate(2500, 50);
    dueMs = nowMs + 50;
    runLate(500, 50);
    expect(signs.lateMs(nowMs)).toBe(0);
  });
});
