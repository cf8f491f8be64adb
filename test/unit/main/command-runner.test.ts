/** Every command against the real stores and an engine that answers by script: in each phase, twice, and with ids that don't exist. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BroadcastState, DestinationState } from '../../../shared/broadcast/state.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import type { Command } from '../../../shared/studio/commands.ts';
import { german as de } from '../../../shared/text/languages/de.ts';
import { en } from '../../../shared/text/en.ts';
import { setTexts } from '../../../shared/text/text.ts';
import { openRunner, RECORDING, running } from '../../support/studio/runner-rig.ts';

const cause: ErrorRecord = { code: 'transport/refused', details: {} };

const everyCommand: readonly Command[] = [
  { type: 'startStream', isRehearsal: true },
  { type: 'startStream', isRehearsal: false },
  { type: 'endStream' },
  { type: 'endStreamNow' },
  { type: 'setEncoding', profile: { ...defaultEncodingProfile, videoKbps: 1234 } },
  { type: 'setDestinationEnabled', id: 'one', isEnabled: true },
  { type: 'setDestinationEnabled', id: 'one', isEnabled: false },
  { type: 'setDestinationEnabled', id: 'nobody', isEnabled: true },
  { type: 'retryDestination', id: 'one' },
  { type: 'retryDestination', id: 'nobody' },
  { type: 'giveUpDestination', id: 'one' },
  { type: 'giveUpDestination', id: 'nobody' },
  { type: 'useBackup', id: 'one' },
  { type: 'useBackup', id: 'nobody' },
  { type: 'startRecording' },
  { type: 'stopRecording' },
];
const broadcasts: readonly BroadcastState[] = [
  { phase: 'idle' },
  { phase: 'starting', sinceMs: 0 },
  { phase: 'live', sinceMs: 0 },
  { phase: 'stopping', deadlineMs: 0 },
];
const destinations: readonly DestinationState[] = [
  { phase: 'idle' },
  { phase: 'connecting', attempt: 1, step: 'tcp' },
  { phase: 'live', sinceMs: 0, isBackup: false },
  { phase: 'reconnecting', attempt: 2, retryAtMs: 9, cause },
  { phase: 'stopping', deadlineMs: 0 },
  { phase: 'failed', error: cause },
];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('CommandRunner', () => {
  it.each(broadcasts)(
    'answers every command with its request id while the stream is %o',
    async (broadcast) => {
      for (const state of destinations) {
        const { runner, engine } = await openRunner(folder);
        for (const command of everyCommand) {
          engine.show({
            broadcast,
            destinations: [{ kind: 'destination' as const, id: 'one', name: 'One', state }],
          });
          const requests = ['first', 'second'].map((requestId) => ({ requestId, command }));
          const answers = await Promise.all(requests.map(async (request) => await runner.run(request)));
          expect(answers.map(({ requestId }) => requestId)).toEqual(['first', 'second']);
          for (const answer of answers)
            if (!answer.isDone) expect(answer.error.code).toMatch(/^[a-z]+\/[a-z-]+$/);
        }
      }
    },
  );

  it('L2: says that the engine did not confirm, where nothing happens', async () => {
    const { runner, engine } = await openRunner(folder);
    engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
    engine.isSilent = true;
    vi.useFakeTimers();
    try {
      const answer = runner.run({ requestId: 'a', command: { type: 'endStream' } });
      await vi.advanceTimersByTimeAsync(25_000);
      expect(await answer).toMatchObject({ isDone: false, error: { code: 'internal/engine-silent' } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses a request id that is still in use and takes the id again afterwards', async () => {
    const { runner } = await openRunner(folder);
    const command: Command = { type: 'startStream', isRehearsal: true };
    const [first, second] = await Promise.all([
      runner.run({ requestId: 'a', command }),
      runner.run({ requestId: 'a', command: { type: 'startRecording' } }),
    ]);
    expect(first).toEqual({ requestId: 'a', isDone: true });
    expect(second).toMatchObject({ isDone: false, error: { code: 'input/bad-message' } });
    expect(await runner.run({ requestId: 'a', command: { type: 'endStream' } })).toMatchObject({
      isDone: true,
    });
  });

  it('starts one stream when two starts arrive at once', async () => {
    const { runner, engine } = await openRunner(folder);
    const answers = await Promise.all(
      ['a', 'b'].map(async (requestId) => await runner.run({ requestId, command: { type: 'startStream' } })),
    );
    expect(answers.map(({ isDone }) => isDone)).toEqual([true, false]);
    expect(engine.sent.filter(({ type }) => type === 'startBroadcast')).toHaveLength(1);
  });

  it('starts while the window loads, and says what is missing once the window reports', async () => {
    const loading = await openRunner(folder, undefined);
    const command: Command = { type: 'startStream', isRehearsal: false };
    expect(await loading.runner.run({ requestId: 'a', command })).toEqual({ requestId: 'a', isDone: true });
    const failed = await openRunner(folder, { ...running, video: 'failed' });
    expect(await failed.runner.run({ requestId: 'b', command })).toMatchObject({
      isDone: false,
      error: { code: 'studio/not-ready', details: { message: 'No video. Choose another source.' } },
    });
    expect(failed.failed).toEqual(['startStream']);
  });

  it('waits for a source that is opening', async () => {
    const { runner, watch } = await openRunner(folder, { ...running, video: 'starting' });
    const answer = runner.run({ requestId: 'a', command: { type: 'startStream', isRehearsal: true } });
    watch.set(running);
    expect(await answer).toEqual({ requestId: 'a', isDone: true });
  });

  it('hands on what the engine refused, cleaned of the key', async () => {
    const { runner, engine } = await openRunner(folder);
    engine.refusal = new AppError('encoder/not-found', { message: 'no ffmpeg for sk-31415' }).toRecord();
    const answer = await runner.run({ requestId: 'a', command: { type: 'startStream', isRehearsal: false } });
    expect(answer).toMatchObject({ isDone: false, error: { code: 'encoder/not-found' } });
    expect(JSON.stringify(answer)).not.toContain('sk-31415');
  });

  it('answers what the engine owed when the engine died, and what it answered out of order', async () => {
    const { runner, engine } = await openRunner(folder);
    engine.show({ broadcast: { phase: 'live', sinceMs: 0 }, recorder: RECORDING });
    engine.isSilent = true;
    const end = runner.run({ requestId: 'a', command: { type: 'endStream' } });
    const stop = runner.run({ requestId: 'b', command: { type: 'stopRecording' } });
    await Promise.resolve();
    engine.onMessage.emit({ type: 'answer', requestId: 99 });
    engine.onMessage.emit({ type: 'answer', requestId: 2, error: cause });
    engine.onMessage.emit({ type: 'answer', requestId: 2 });
    expect(await stop).toMatchObject({ requestId: 'b', isDone: false, error: cause });
    engine.onExit.emit(new AppError('internal/engine-exited', {}).toRecord());
    expect(await end).toMatchObject({
      requestId: 'a',
      isDone: false,
      error: { code: 'internal/engine-exited' },
    });
  });

  it('never begins a stream that was ended while its plan was made', async () => {
    const { runner, engine, watch } = await openRunner(folder, { ...running, video: 'starting' });
    const start = runner.run({ requestId: 'a', command: { type: 'startStream', isRehearsal: true } });
    expect(await runner.run({ requestId: 'b', command: { type: 'endStream' } })).toMatchObject({
      isDone: true,
    });
    watch.set(running);
    expect(await start).toMatchObject({ isDone: false, error: { code: 'internal/aborted' } });
    expect(engine.sent).toEqual([]);
  });

  it('adds a destination to a live stream of which every destination was switched off', async () => {
    const { runner, engine, settings } = await openRunner(folder);
    const run = async (isEnabled: boolean) => {
      engine.show({ broadcast: { phase: 'live', sinceMs: 0 }, destinations: [] });
      const command: Command = { type: 'setDestinationEnabled', id: 'one', isEnabled };
      expect(await runner.run({ requestId: 'a', command })).toMatchObject({ isDone: true });
    };
    await run(false);
    expect(settings.get().destinations[0]?.isEnabled).toBe(false);
    await run(true);
    expect(engine.sent.at(-1)?.type).toBe('addDestination');
    expect(settings.get().destinations[0]?.isEnabled).toBe(true);
  });

  it('names a rehearsal and a backup in the language of the moment', async () => {
    const { runner, engine } = await openRunner(folder);
    const sendAll = async () => {
      const run = async (command: Command) => await runner.run({ requestId: 'a', command });
      engine.show({ broadcast: { phase: 'idle' }, destinations: [] });
      await run({ type: 'startStream', isRehearsal: true });
      engine.show({ broadcast: { phase: 'idle' }, destinations: [] });
      await run({ type: 'startStream', isRehearsal: false });
      engine.show({ broadcast: { phase: 'live', sinceMs: 0 }, destinations: [] });
      await run({ type: 'setDestinationEnabled', id: 'one', isEnabled: true });
      return engine.sent.splice(0);
    };
    const expected = (rehearsal: string, backupName: string) => [
      { type: 'startBroadcast', rehearse: { name: rehearsal } },
      { type: 'startBroadcast', destinations: [{ name: 'One', backupName }] },
      { type: 'addDestination', destination: { name: 'One', backupName } },
    ];
    expect(await sendAll()).toMatchObject(expected('Rehearsal', 'One (backup)'));
    setTexts(de);
    try {
      expect(await sendAll()).toMatchObject(expected(de.names.rehearsal, 'One (Backup)'));
    } finally {
      setTexts(en);
    }
  });

  it('saves an encoding, and tells the engine of it only on air and only when it differs', async () => {
    const { runner, engine, settings } = await openRunner(folder);
    const profile = { ...defaultEncodingProfile, videoKbps: 1234 };
    const run = async () => await runner.run({ requestId: 'a', command: { type: 'setEncoding', profile } });
    await run();
    expect(encodingOf(settings.get().studio).videoKbps).toBe(1234);
    engine.show({ broadcast: { phase: 'live', sinceMs: 0 } });
    await run();
    expect(engine.sent).toEqual([]);
    await runner.run({
      requestId: 'b',
      command: { type: 'setEncoding', profile: { ...profile, videoKbps: 900 } },
    });
    expect(engine.sent.map(({ type }) => type)).toEqual(['changeProfile']);
  });
});
