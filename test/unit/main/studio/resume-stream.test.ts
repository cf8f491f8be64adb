import { expect, it } from 'vitest';
import { resumeAfterEngine } from '../../../../electron/main/studio/resume-stream.ts';
import type { EngineReplaced } from '../../../../electron/main/studio/broadcast-session.ts';
import type { EngineSnapshot } from '../../../../shared/broadcast/state.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { Command } from '../../../../shared/studio/commands.ts';

const error = new AppError('internal/engine-exited', { exitCode: 9, isRestarted: true }).toRecord();
const state = { phase: 'live', sinceMs: 0, isBackup: false } as const;
const receiver = { kind: 'rehearsal', id: 'r', name: 'Rehearsal', state } as const;
const idle: EngineSnapshot = {
  ...{ revision: 1, nowMs: 0, broadcast: { phase: 'idle' }, destinations: [], encoders: [] },
  recorder: { phase: 'off' },
};
const live: EngineSnapshot = {
  ...idle,
  broadcast: { phase: 'live', sinceMs: 0 },
  destinations: [{ ...receiver, kind: 'destination' }],
};
const recording = { phase: 'recording', path: '/tmp/one.mp4', sinceMs: 0, bytes: 7 } as const;

/** Commands that run after the engine died in this state, and what is told behind them. */
async function after(
  before: EngineSnapshot,
): Promise<{ ran: readonly Command[]; told: readonly ErrorRecord[] }> {
  const onEngineReplaced = new Emitter<EngineReplaced>();
  const ran: Command[] = [];
  const told: ErrorRecord[] = [];
  resumeAfterEngine({
    session: { onEngineReplaced, warn: (each) => void told.push(each) },
    commands: {
      run: ({ requestId, command }) => {
        ran.push(command);
        return Promise.resolve({ requestId, isDone: true });
      },
    },
  });
  onEngineReplaced.emit({ before, error });
  await new Promise((resolve) => setImmediate(resolve));
  return { ran, told };
}

it('a stream goes live again with the next engine, and its events begin with why', async () => {
  expect(await after(live)).toEqual({
    ran: [{ type: 'startStream', isRehearsal: false, shouldRetryFirst: true }],
    told: [error],
  });
});

it('a rehearsal is a rehearsal again, and a recording goes on beside the stream or alone', async () => {
  const { ran } = await after({ ...live, destinations: [receiver], recorder: recording });
  expect(ran).toEqual([
    { type: 'startStream', isRehearsal: true, shouldRetryFirst: true },
    { type: 'startRecording' },
  ]);
  expect((await after({ ...idle, recorder: recording })).ran).toEqual([{ type: 'startRecording' }]);
});

it('what was ending, or not on air, stays off', async () => {
  const nothing = { ran: [], told: [] };
  expect(await after(idle)).toEqual(nothing);
  expect(await after({ ...live, broadcast: { phase: 'stopping', deadlineMs: 1 } })).toEqual(nothing);
});
