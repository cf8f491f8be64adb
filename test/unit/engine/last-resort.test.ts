import { expect, test, vi } from 'vitest';
import { FAULT_EXIT_CODE, lastResort } from '../../../electron/engine/last-resort.ts';
import type { FromEngine } from '../../../shared/ipc/engine-control.ts';

function setUp(finishRecording: () => Promise<void>) {
  const done: string[] = [];
  const told: FromEngine[] = [];
  const exited = new Promise<number>((resolve) => {
    const endAfter = lastResort({
      send: (message) => told.push(message),
      logFault: () => {
        done.push('log');
        throw new Error('the log fails too');
      },
      finishRecording: () => {
        done.push('finish');
        return finishRecording();
      },
      exit: resolve,
    });
    endAfter(new Error('first'));
    endAfter(new Error('second'));
  });
  return { done, told, exited };
}

test('what nothing caught is logged, told, and ends the process once the recording is finished', async () => {
  const { done, told, exited } = setUp(() => Promise.resolve());
  expect(await exited).toBe(FAULT_EXIT_CODE);
  expect(done).toEqual(['log', 'finish']);
  expect(told).toEqual([{ type: 'fault', error: { code: 'internal/bug', details: { message: 'first' } } }]);
});

test('a recording that does not finish holds the end up for two seconds at most', async () => {
  vi.useFakeTimers();
  try {
    const { exited } = setUp(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(2100);
    expect(await exited).toBe(FAULT_EXIT_CODE);
  } finally {
    vi.useRealTimers();
  }
});
