import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ErrorRecord } from '../../../../../shared/errors/app-error.ts';
import { phaseOf } from '../../../../../electron/engine/outputs/machines/destination-handlers.ts';
import {
  destinationTable,
  initialDestination,
  renderDiagram,
  transition,
} from '../../../../../electron/engine/outputs/machines/destination-machine.ts';
import type {
  DestinationEvent,
  DestinationEventType,
  DestinationModel,
  DestinationPhase,
} from '../../../../../electron/engine/outputs/machines/destination-types.ts';

const reset: ErrorRecord = { code: 'transport/reset', details: {} };
const refused: ErrorRecord = { code: 'rtmp/key-refused', details: {} };
const context = { nowMs: 100_000, random: 0.5, takenMs: [] };

const events: Record<DestinationEventType, DestinationEvent> = {
  startRequested: { type: 'startRequested' },
  stepReached: { type: 'stepReached', step: 'tls' },
  published: { type: 'published' },
  attemptFailed: { type: 'attemptFailed', error: reset },
  lost: { type: 'lost', error: reset },
  retryDue: { type: 'retryDue' },
  retryRequested: { type: 'retryRequested' },
  networkChanged: { type: 'networkChanged' },
  serverReachable: { type: 'serverReachable' },
  giveUpRequested: { type: 'giveUpRequested' },
  backupRequested: { type: 'backupRequested' },
  moveRequested: { type: 'moveRequested', url: 'rtmp://other/live' },
  successorTookOver: { type: 'successorTookOver' },
  successorFailed: { type: 'successorFailed', error: reset },
  stopRequested: { type: 'stopRequested', drainMs: 1000 },
  ended: { type: 'ended' },
  endNowRequested: { type: 'endNowRequested' },
};

const base = initialDestination({ firstStep: 'dns', hasBackup: true, shouldRetryFirst: true });
const models: Record<DestinationPhase, DestinationModel> = {
  idle: base,
  connecting: { ...base, state: { phase: 'connecting', attempt: 1, step: 'dns' } },
  live: {
    state: { phase: 'live', sinceMs: 1000, isBackup: false },
    facts: { ...base.facts, successor: 'backup' },
  },
  waiting: { ...base, state: { phase: 'reconnecting', attempt: 1, retryAtMs: 101_000, cause: reset } },
  retrying: { ...base, state: { phase: 'reconnecting', attempt: 1, step: 'tcp', cause: reset } },
  stopping: { ...base, state: { phase: 'stopping', deadlineMs: 101_000 } },
  failed: { ...base, state: { phase: 'failed', error: reset } },
};

function live(sinceMs: number, hasBackup = false): DestinationModel {
  const model = initialDestination({ firstStep: 'dns', hasBackup, shouldRetryFirst: false });
  return { ...model, state: { phase: 'live', sinceMs, isBackup: false } };
}

describe('every phase and event', () => {
  const pairs = Object.entries(models).flatMap(([phase, model]) =>
    Object.values(events).map((event) => ({ phase: phase as DestinationPhase, model, event })),
  );
  test.each(pairs)('$phase, $event.type', ({ phase, model, event }) => {
    expect(phaseOf(model.state)).toBe(phase);
    const cell = destinationTable[phase][event.type];
    if ('illegal' in cell) {
      expect(() => transition(model, event, context)).toThrow('internal/bug');
    } else if ('ignored' in cell) {
      expect(cell.ignored).not.toBe('');
      expect(transition(model, event, context)).toEqual({ model, effects: [] });
    } else {
      const outcome = transition(model, event, context);
      expect(cell.to).toContain(phaseOf(outcome.model.state));
    }
  });

  test.each(Object.keys(models) as DestinationPhase[])('%s ends when told to end now', (phase) => {
    const { model } = transition(models[phase], { type: 'endNowRequested' }, context);
    expect(['idle', 'failed']).toContain(phaseOf(model.state));
  });
});

test('the first failure is shown at once, a later loss is not given up', () => {
  const started = transition(
    initialDestination({ firstStep: 'dns', hasBackup: false, shouldRetryFirst: false }),
    events.startRequested,
    context,
  );
  const failed = transition(started.model, events.attemptFailed, context);
  expect(failed.model.state).toEqual({ phase: 'failed', error: reset });
  const again = transition(failed.model, events.retryRequested, context);
  const waiting = transition(again.model, events.attemptFailed, context);
  expect(phaseOf(waiting.model.state)).toBe('waiting');
  expect(phaseOf(transition(live(1000), events.lost, context).model.state)).toBe('waiting');
});

test('S3: a refused key, which a close right after publish means to the library, is final', () => {
  const lost: DestinationEvent = { type: 'lost', error: refused };
  expect(transition(live(99_000), lost, context).model.state).toEqual({ phase: 'failed', error: refused });
});

describe('a connection that is cut right after publish', () => {
  const cut: ErrorRecord = { code: 'rtmp/cut-after-publish', details: {} };
  const lost: DestinationEvent = { type: 'lost', error: cut };
  /** Cut a second after each publish, `times` times. */
  function afterCuts(model: DestinationModel, times: number): DestinationModel {
    let next = model;
    for (let count = 0; count < times; count += 1) {
      if (phaseOf(next.state) === 'waiting') {
        next = transition(next, events.retryDue, context).model;
        next = transition(next, events.published, { ...context, nowMs: 99_000 }).model;
      }
      next = transition(next, lost, context).model;
    }
    return next;
  }

  test('is made again, until the server has done so three times in a row', () => {
    expect(phaseOf(afterCuts(live(99_000), 2).state)).toBe('waiting');
    expect(afterCuts(live(99_000), 3).state).toEqual({ phase: 'failed', error: cut });
  });

  test('counts anew once a connection lasted, and when the user starts anew', () => {
    const waiting = transition(afterCuts(live(99_000), 2), events.retryDue, context).model;
    const lasted = transition(waiting, events.published, { ...context, nowMs: 90_000 }).model;
    expect(transition(lasted, lost, context).model.facts.cuts).toEqual({ primary: 1, backup: 0 });
    const anew = transition(afterCuts(live(99_000), 3), events.retryRequested, context).model;
    expect(anew.facts.cuts).toEqual({ primary: 0, backup: 0 });
  });

  test('counts for its own server alone', () => {
    const twice = afterCuts(live(99_000, true), 2).facts;
    expect(twice.cuts).toEqual({ primary: 1, backup: 1 });
    expect(twice.refused).toEqual([]);
  });
});

test('a refusal soon after having been live is tried again, later it is final', () => {
  const lost = transition(live(1000), events.lost, context);
  const retrying = transition(lost.model, events.retryDue, context);
  const error: DestinationEvent = { type: 'attemptFailed', error: refused };
  expect(phaseOf(transition(retrying.model, error, { ...context, nowMs: 110_000 }).model.state)).toBe(
    'waiting',
  );
  expect(phaseOf(transition(retrying.model, error, { ...context, nowMs: 400_000 }).model.state)).toBe(
    'failed',
  );
});

test('a lost primary goes to its backup at once, a failed backup back', () => {
  const lost = transition(live(1000, true), events.lost, context);
  expect(lost.model.state).toMatchObject({ phase: 'reconnecting', retryAtMs: context.nowMs });
  const retrying = transition(lost.model, events.retryDue, context);
  expect(retrying.effects).toContainEqual({ type: 'openConnection', ingest: 'backup' });
  const failed = transition(retrying.model, events.attemptFailed, context);
  expect(failed.model.facts.ingest).toBe('primary');
});

describe('a server whose answer is final', () => {
  const final: ErrorRecord = { code: 'transport/certificate-pin-mismatch', details: {} };
  const answer: DestinationEvent = { type: 'attemptFailed', error: final };

  test('as a backup does not end a destination: the primary is tried again, and the backup no more', () => {
    const lost = transition(live(1000, true), events.lost, context);
    const onBackup = transition(lost.model, events.retryDue, context);
    const refused = transition(onBackup.model, answer, context);
    expect(phaseOf(refused.model.state)).toBe('waiting');
    expect(refused.model.facts).toMatchObject({ ingest: 'primary', refused: ['backup'] });
    const told = { kind: 'serverRefused', isBackup: true, error: final };
    expect(refused.effects).toContainEqual({ type: 'report', report: told });
    const onPrimary = transition(refused.model, events.retryDue, context);
    expect(onPrimary.effects).toContainEqual(expect.objectContaining({ ingest: 'primary' }));
    const again = transition(onPrimary.model, events.attemptFailed, context);
    expect(again.model.facts.ingest).toBe('primary');
  });

  test('as the primary leaves the backup, and both together end the destination', () => {
    const started = transition(
      initialDestination({ firstStep: 'dns', hasBackup: true, shouldRetryFirst: false }),
      events.startRequested,
      context,
    );
    const first = transition(started.model, answer, context);
    expect(first.model).toMatchObject({ state: { phase: 'connecting' }, facts: { ingest: 'backup' } });
    const second = transition(first.model, answer, context);
    expect(second.model.state).toEqual({ phase: 'failed', error: final });
  });

  test('is asked again when the user starts anew', () => {
    const lost = transition(live(1000, true), events.lost, context);
    const onBackup = transition(lost.model, events.retryDue, context);
    const refused = transition(onBackup.model, answer, context);
    const failed = transition(refused.model, { type: 'giveUpRequested' }, context);
    const anew = transition(failed.model, events.retryRequested, context);
    expect(anew.model.facts.refused).toEqual([]);
  });
});

test('waits grow and keep their distance from those of other links', () => {
  let model = transition(live(1000), events.lost, { ...context, takenMs: [100_500] }).model;
  expect(model.state).toMatchObject({ attempt: 1, retryAtMs: 100_700 });
  const waits: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    model = transition(model, events.retryDue, context).model;
    model = transition(model, events.attemptFailed, { ...context, random: 0.999 }).model;
    if (model.state.phase === 'reconnecting') waits.push((model.state.retryAtMs ?? 0) - context.nowMs);
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.at(-1)).toBeLessThanOrEqual(30_000);
  expect(waits.at(-1)).toBeGreaterThan(29_000);
});

test('the diagram names every phase', () => {
  const diagram = renderDiagram();
  for (const phase of Object.keys(models)) expect(diagram).toContain(phase);
  expect(diagram.startsWith('stateDiagram-v2')).toBe(true);
  const architecture = readFileSync(new URL('../../../../../ARCHITECTURE.md', import.meta.url), 'utf8');
  expect(architecture).toContain(diagram.trim());
});
