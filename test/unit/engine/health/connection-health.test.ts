import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reduceHealth } from '../../../../electron/engine/health/connection-health.ts';
import type { Health, HealthFact, Verdict } from '../../../../electron/engine/health/connection-health.ts';
import { LIVE, OPENING } from '../../../../electron/engine/health/deadlines.ts';
import type { Keepalive } from '../../../../electron/engine/health/liveness.ts';
import type { Opening } from '../../../../electron/engine/health/opening.ts';
import { probePlan } from '../../../../electron/engine/health/probe-plan.ts';
import { unknownServer } from '../../../../electron/engine/health/server-habits.ts';
import type { ServerHabits } from '../../../../electron/engine/health/server-habits.ts';

const STEP_BYTES = 32 * 1024;
const TICK_MS = 20;
const BYTES_PER_TICK = 6400;

/** A connection on simulated time: what the server acknowledges and answers, and what the system takes, is the test's to say. */
class Walk {
  health: Health;
  verdict: Verdict = { status: 'healthy' };
  nowMs = 1_000_000;
  requests: Keepalive[] = [];
  acknowledgesEach: number | undefined;
  answersAfterMs: number | undefined;
  answers: readonly Keepalive[] = ['ping', 'call'];
  isSocketStuck = false;
  #handed = 0;
  #taken = 0;
  #acknowledged = 0;
  #due: { readonly atMs: number; readonly request: Keepalive } | undefined;

  constructor(server: Partial<ServerHabits> = {}) {
    this.health = deepFreeze({ connection: { phase: 'none' }, server: { ...unknownServer, ...server } });
    this.note({ type: 'published' });
  }

  note(fact: HealthFact): Verdict {
    const step = reduceHealth(this.health, fact, this.nowMs);
    this.health = deepFreeze(step.health);
    this.verdict = step.verdict;
    if (step.request !== undefined) {
      this.requests.push(step.request);
      if (this.answersAfterMs !== undefined && this.answers.includes(step.request)) {
        this.#due ??= { atMs: this.nowMs + this.answersAfterMs, request: step.request };
      }
    }
    return step.verdict;
  }

  /** Goes on until the time is over or the connection is stalled. Returns ms. */
  run(forMs: number): number {
    const startMs = this.nowMs;
    while (this.nowMs - startMs < forMs && this.verdict.status !== 'stalled') {
      this.nowMs += TICK_MS;
      this.#tick();
    }
    return this.nowMs - startMs;
  }

  /** Nothing comes from the server any more, not even what was under way. */
  fallSilent(): void {
    this.acknowledgesEach = undefined;
    this.answersAfterMs = undefined;
    this.#due = undefined;
  }

  #tick(): void {
    this.#handed += BYTES_PER_TICK;
    if (!this.isSocketStuck) this.#taken = this.#handed;
    this.note({ type: 'handedOver', totalBytes: this.#handed });
    const each = this.acknowledgesEach;
    if (each !== undefined && this.#handed - this.#acknowledged >= each) {
      this.#acknowledged = this.#handed;
      this.note({ type: 'acknowledged', totalBytes: this.#handed });
    }
    if (this.#due !== undefined && this.nowMs >= this.#due.atMs) {
      const { request } = this.#due;
      this.#due = undefined;
      this.note({ type: 'answered', request });
    }
    if (this.nowMs % LIVE.checkIntervalMs !== 0) return;
    const bytesInSocket = this.#handed - this.#taken;
    this.note({ type: 'checked', takenBytes: this.#taken, bytesInSocket, isQueueEmpty: bytesInSocket === 0 });
  }
}

/** Whoever changes a state instead of making a new one throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

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

describe('whatever a server does', () => {
  const habits = fc.record({
    acknowledgesEach: fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined }),
    answersAfterMs: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
    answers: fc.constantFrom<readonly Keepalive[]>(['ping'], ['call'], ['ping', 'call'], []),
  });
  const runs = { numRuns: 60 };

  test('a server that goes on as it began is never lost', () => {
    fc.assert(
      fc.property(habits, (server) => {
        const walk = Object.assign(new Walk(), server);
        walk.run(60_000);
        expect(walk.verdict.status).not.toBe('stalled');
      }),
      runs,
    );
  });

  test('a server that gave signs is lost within 10 s of its last one', () => {
    fc.assert(
      fc.property(habits, fc.integer({ min: 10_000, max: 30_000 }), (server, wellMs) => {
        const isSignGiven =
          server.acknowledgesEach !== undefined ||
          (server.answersAfterMs !== undefined && server.answers.length > 0);
        fc.pre(isSignGiven);
        const walk = Object.assign(new Walk(), server);
        walk.run(wellMs);
        walk.fallSilent();
        expect(walk.run(60_000)).toBeLessThanOrEqual(10_000);
        expect(walk.verdict.status).toBe('stalled');
      }),
      runs,
    );
  });

  test('a server gets a request at most once a second, and none once it answered none', () => {
    fc.assert(
      fc.property(habits, (server) => {
        const walk = Object.assign(new Walk(), server);
        const ranMs = walk.run(60_000);
        expect(walk.requests.length).toBeLessThanOrEqual(ranMs / 1000);
        const isMute = server.answersAfterMs === undefined || server.answers.length === 0;
        if (isMute) expect(walk.requests.length).toBeLessThanOrEqual(3);
      }),
      runs,
    );
  });

  test('a server lost over and over for its silence alone is kept after three losses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 100_000 }), (acknowledgesEach) => {
        let server = unknownServer;
        for (let losses = 0; losses < LIVE.maxSilentLosses; losses += 1) {
          const walk = Object.assign(new Walk(server), { acknowledgesEach });
          walk.run(5000);
          walk.fallSilent();
          walk.run(60_000);
          expect(walk.verdict.status).toBe('stalled');
          ({ server } = walk.health);
        }
        const last = Object.assign(new Walk(server), { acknowledgesEach });
        last.run(5000);
        last.fallSilent();
        last.run(60_000);
        expect(last.verdict).toEqual({ status: 'healthy' });
      }),
      { numRuns: 20 },
    );
  });

  test('the same facts at the same times give the same verdicts, and no state is changed in place', () => {
    const fact = fc.oneof(
      fc.record({ type: fc.constant('handedOver' as const), totalBytes: fc.nat(1e7) }),
      fc.record({ type: fc.constant('acknowledged' as const), totalBytes: fc.nat(1e7) }),
      fc.record({
        type: fc.constant('answered' as const),
        request: fc.constantFrom<Keepalive>('ping', 'call'),
      }),
      fc.record({
        type: fc.constant('checked' as const),
        takenBytes: fc.nat(1e7),
        bytesInSocket: fc.nat(1e5),
        isQueueEmpty: fc.boolean(),
      }),
      fc.record({ type: fc.constant('serverAnswered' as const) }),
      fc.record({ type: fc.constant('waitBegan' as const), isAway: fc.boolean() }),
      fc.record({ type: fc.constant('published' as const) }),
      fc.record({
        type: fc.constant('stepReached' as const),
        step: fc.constantFrom('dns', 'tls', 'publish'),
        awaits: fc.constantFrom<Opening['awaits']>('network', 'greeting', 'server'),
        isFirst: fc.boolean(),
        isRetry: fc.boolean(),
      }),
    );
    const timed = fc.array(fc.tuple(fact, fc.integer({ min: 0, max: 5000 })), { maxLength: 60 });
    fc.assert(
      fc.property(timed, (facts) => {
        const replay = (): Verdict[] => {
          const walk = new Walk();
          return facts.map(([each, afterMs]) => {
            walk.nowMs += afterMs;
            return walk.note(each);
          });
        };
        expect(replay()).toEqual(replay());
      }),
    );
  });
});
