/** Priorities never stop anybody: a process that has ended, or that isn't ours, keeps what it has. */
import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { setPriority } from '../../../electron/engine/process-priority.ts';

const { PRIORITY_ABOVE_NORMAL, PRIORITY_BELOW_NORMAL } = constants.priority;

function onSystem(platform: NodeJS.Platform) {
  const given: (readonly [number, number])[] = [];
  return {
    given,
    parts: { platform, set: (pid: number, priority: number) => void given.push([pid, priority]) },
  };
}

test('on Windows an encoder on air keeps up with a game that takes every processor', () => {
  const { given, parts } = onSystem('win32');
  setPriority(7, 'above', parts);
  expect(given).toEqual([[7, PRIORITY_ABOVE_NORMAL]]);
});

test.each(['linux', 'darwin'] as const)(
  'on %s a higher priority is not asked for, a lower one is',
  (platform) => {
    const { given, parts } = onSystem(platform);
    setPriority(7, 'above', parts);
    setPriority(8, 'below', parts);
    expect(given).toEqual([[8, PRIORITY_BELOW_NORMAL]]);
  },
);

test('a process that has ended, or never began, is no error', () => {
  const set = (): never => {
    throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
  };
  expect(() => setPriority(7, 'below', { platform: 'linux', set })).not.toThrow();
  expect(() => setPriority(undefined, 'below', { platform: 'linux', set })).not.toThrow();
});
