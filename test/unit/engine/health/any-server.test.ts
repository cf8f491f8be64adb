/** What holds of a connection's health whatever its server does, over habits and facts at random. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../../electron/engine/health/connection-health.ts';
import { LIVE } from '../../../../electron/engine/health/deadlines.ts';
import type { Keepalive } from '../../../../electron/engine/health/liveness.ts';
import type { Opening } from '../../../../electron/engine/health/opening.ts';
import { unknownServer } from '../../../../electron/engine/health/server-habits.ts';
import { Walk } from './walk.ts';

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
