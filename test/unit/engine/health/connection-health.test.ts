import { describe, expect, test } from 'vitest';
import type { HealthFact, Verdict } from '../../../../electron/engine/health/connection-health.ts';
import { LIVE, OPENING } from '../../../../electron/engine/health/deadlines.ts';
import type { Opening } from '../../../../electron/engine/health/opening.ts';
import { probePlan } from '../../../../electron/engine/health/probe-plan.ts';
import { Walk } from './walk.ts';

const STEP_BYTES = 32 * 1024;

describe('a live connection', () => {
  test('to a server that acknowledges is healthy, then suspect, then stalled when acknowledgements end', () => {
    const walk = new Walk();
    walk.acknowledgesEach = STEP_BYTES;
    walk.run(10_000);
    expect(walk.verdict).toEqual({ status: 'healthy' });
    walk.fallSilent();
    walk.run(LIVE.suspectMs + 500);
    expect(walk.verdict).toEqual({ status: 'suspect', reason: 'acknowledgementsLate' });
    const tookMs = walk.run(60_000) + LIVE.suspectMs + 500;
    expect(walk.verdict).toMatchObject({ status: 'stalled', reason: 'notAcknowledged' });
    expect(tookMs).toBeLessThanOrEqual(10_000);
    expect(walk.health.server.silentLosses).toBe(1);
  });

  test('to a server that acknowledges is replaced early when the server answers a probe, and not while it is healthy', () => {
    const walk = new Walk();
    walk.acknowledgesEach = STEP_BYTES;
    walk.run(10_000);
    expect(walk.note({ type: 'serverAnswered' })).toEqual({ status: 'healthy' });
    walk.fallSilent();
    walk.run(LIVE.suspectMs + 500);
    expect(walk.note({ type: 'serverAnswered' })).toMatchObject({ reason: 'serverAnswersOthers' });
    expect(walk.health.server.earlyLosses).toBe(1);
  });

  test('to a server that acknowledges rarely is not probed', () => {
    const walk = new Walk();
    walk.acknowledgesEach = 2 * LIVE.frequentStepBytes;
    walk.run(10_000);
    walk.fallSilent();
    walk.run(LIVE.acknowledgementMs - 500);
    expect(walk.verdict).toEqual({ status: 'healthy' });
    walk.run(60_000);
    expect(walk.verdict).toMatchObject({ status: 'stalled' });
  });

  test('to a server that answers pings is stalled when the answers end', () => {
    const walk = new Walk();
    walk.answersAfterMs = 60;
    walk.run(20_000);
    expect(walk.health.server.keepalive).toBe('ping');
    walk.fallSilent();
    expect(walk.run(60_000)).toBeLessThanOrEqual(10_000);
    expect(walk.verdict).toMatchObject({ status: 'stalled', reason: 'notAnswered' });
  });

  test('starts with the request that an earlier connection found answered', () => {
    const walk = new Walk();
    walk.answersAfterMs = 60;
    walk.answers = ['call'];
    walk.run(10_000);
    expect(walk.requests.slice(0, 2)).toEqual(['ping', 'call']);
    const next = new Walk(walk.health.server);
    next.run(1000);
    expect(next.requests).toEqual(['call']);
  });

  test('is stalled when the system takes nothing while bytes wait', () => {
    const walk = new Walk();
    walk.run(5000);
    walk.isSocketStuck = true;
    expect(walk.run(60_000)).toBeLessThanOrEqual(LIVE.nothingTakenMs + 2 * LIVE.checkIntervalMs);
    expect(walk.verdict).toMatchObject({ status: 'stalled', reason: 'nothingTaken' });
  });

  test.each<[HealthFact, string | undefined]>([
    [{ type: 'slept', forMs: 9000 }, 'computerSlept'],
    [{ type: 'queueOverflowed' }, 'tooSlowForAudio'],
    [{ type: 'addressesChanged', own: '10.0.0.2', addresses: ['10.0.0.3'] }, 'addressLost'],
    [{ type: 'addressesChanged', own: '10.0.0.2', addresses: ['10.0.0.2', '::1'] }, undefined],
    [{ type: 'addressesChanged', own: '::ffff:10.0.0.2', addresses: ['10.0.0.2'] }, undefined],
    [{ type: 'addressesChanged', own: '127.0.0.1', addresses: [] }, undefined],
    [{ type: 'addressesChanged', own: undefined, addresses: [] }, undefined],
  ])('judges %j', (fact, reason) => {
    const verdict = new Walk().note(fact);
    expect(verdict).toMatchObject(
      reason === undefined ? { status: 'healthy' } : { status: 'stalled', reason },
    );
  });

  test('forgives its server after a minute that is acknowledged', () => {
    const walk = new Walk({ silentLosses: 2, earlyLosses: 2 });
    walk.acknowledgesEach = STEP_BYTES;
    walk.run(LIVE.provenMs + 1000);
    expect(walk.health.server).toMatchObject({ silentLosses: 0, earlyLosses: 0 });
  });
});

describe('an opening', () => {
  const reach = (walk: Walk, step: string, awaits: Opening['awaits'], isRetry: boolean): Verdict =>
    walk.note({ type: 'stepReached', step, awaits, isFirst: step === 'dns', isRetry });

  test.each<[Opening['awaits'], boolean, number, Verdict['status'], string | undefined]>([
    ['network', false, 0, 'healthy', undefined],
    ['server', false, 60_000, 'healthy', undefined],
    ['network', true, 0, 'suspect', 'reach'],
    ['greeting', true, OPENING.stepMs - 1, 'healthy', 'step:a'],
    ['greeting', true, OPENING.stepMs, 'suspect', 'step:a'],
    ['server', true, OPENING.stepMs, 'suspect', 'step:a'],
  ])('that awaits %s (retry: %s) is, after %d ms, %s', (awaits, isRetry, afterMs, status, key) => {
    const walk = new Walk({ quickestOpeningMs: 100 });
    reach(walk, 'a', awaits, isRetry);
    walk.nowMs += afterMs;
    // A fact of no meaning here: only the time has passed.
    expect(walk.note({ type: 'queueOverflowed' }).status).toBe(status);
    expect(probePlan(walk.health, walk.nowMs)?.key).toBe(key);
  });

  test('of a server that was never live is not probed in its later steps', () => {
    const walk = new Walk();
    reach(walk, 'connect', 'server', true);
    walk.nowMs += 60_000;
    expect(walk.note({ type: 'queueOverflowed' })).toEqual({ status: 'healthy' });
    expect(probePlan(walk.health, walk.nowMs)).toBeUndefined();
  });

  test('that was cut short while the server worked gets longer each time, until one succeeds', () => {
    const walk = new Walk({ quickestOpeningMs: 100 });
    const plannedMs: (number | undefined)[] = [];
    for (let times = 0; times < 3; times += 1) {
      reach(walk, 'publish', 'server', true);
      plannedMs.push(probePlan(walk.health, walk.nowMs)?.firstAfterMs);
      walk.nowMs += 60_000;
      expect(walk.note({ type: 'serverAnswered' })).toMatchObject({ status: 'stalled' });
    }
    expect(plannedMs).toEqual([1, 1.5, 2.25].map((factor) => factor * OPENING.stepMs));
    walk.note({ type: 'published' });
    expect(walk.health.server.shortenedOpenings).toBe(0);
  });

  test('is timed from its first step, also when it began anew', () => {
    const walk = new Walk();
    reach(walk, 'dns', 'network', false);
    walk.nowMs += 5000;
    reach(walk, 'dns', 'network', false);
    walk.nowMs += 300;
    reach(walk, 'publish', 'server', false);
    walk.nowMs += 200;
    walk.note({ type: 'published' });
    expect(walk.health.server.quickestOpeningMs).toBe(500);
  });
});

test.each<[boolean, Verdict['status'], string | undefined]>([
  [true, 'suspect', 'reach'],
  [false, 'healthy', undefined],
])('a wait for a server, out of reach: %s, is %s', (isAway, status, key) => {
  const walk = new Walk();
  expect(walk.note({ type: 'waitBegan', isAway }).status).toBe(status);
  expect(probePlan(walk.health, walk.nowMs)?.key).toBe(key);
  walk.note({ type: 'ended' });
  expect(probePlan(walk.health, walk.nowMs)).toBeUndefined();
});
