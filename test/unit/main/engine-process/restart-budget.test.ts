import { expect, test } from 'vitest';
import { MAX_DEATHS, RestartBudget } from '../../../../electron/main/engine-process/restart-budget.ts';
import { BroadcastSession } from '../../../../electron/main/studio/broadcast-session.ts';
import type { EngineLink } from '../../../../electron/main/studio/broadcast-session.ts';
import type { BroadcastEvent } from '../../../../shared/broadcast/statistics.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { FromEngine } from '../../../../shared/ipc/engine-control.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { texts } from '../../../../shared/text/text.ts';

test('an engine that dies the fifth time within a minute is not started again, until the user asks', () => {
  const budget = new RestartBudget();
  const answers = Array.from({ length: MAX_DEATHS }, (_death, index) => budget.allow(index * 1000));
  expect(answers).toEqual([true, true, true, true, false]);
  budget.renew();
  expect(budget.allow(6000)).toBe(true);
});

test('deaths more than a minute apart don’t count together', () => {
  const budget = new RestartBudget();
  const answers = Array.from({ length: 3 * MAX_DEATHS }, (_death, index) => budget.allow(index * 20_000));
  expect(answers).not.toContain(false);
});

/** What is said of an engine that died while live. */
function whatIsSaid(isRestarted: boolean): { readonly event: string | undefined; readonly error: string } {
  const engine: EngineLink = {
    ...{ onMessage: new Emitter<FromEngine>(), onExit: new Emitter<ErrorRecord>(), pid: undefined },
    send: () => {},
  };
  const options = { engine, now: () => 0, wallMs: () => 0 };
  const session = new BroadcastSession({ ...options, completeSample: (sample) => sample });
  const events: BroadcastEvent[] = [];
  session.onEvent.on((event) => events.push(event));
  const nothing = { destinations: [], recorder: { phase: 'off' }, encoders: [] } as const;
  const broadcast = { phase: 'live', sinceMs: 0 } as const;
  engine.onMessage.emit({ type: 'snapshot', snapshot: { revision: 1, nowMs: 0, broadcast, ...nothing } });
  const error = new AppError('internal/engine-exited', { exitCode: 9, isRestarted }).toRecord();
  engine.onExit.emit(error);
  const [event] = events;
  return {
    event: event === undefined ? undefined : texts.events.sentence(event),
    error: JSON.stringify(describeError(error)),
  };
}

test('only an engine that was restarted is said to be', () => {
  const restarted = whatIsSaid(true);
  // The stream begins again by itself.
  expect(restarted.event).toBe(
    'The streaming engine stopped unexpectedly, which interrupted the stream. Upcast restarted the engine.',
  );
  expect(restarted.error).toContain('Upcast restarted it.');
  const gone = whatIsSaid(false);
  expect(gone.event).toBe(
    'The streaming engine keeps stopping, so the stream ended. Upcast starts the engine again when you go live.',
  );
  expect(gone.error).not.toContain('restarted it');
});
