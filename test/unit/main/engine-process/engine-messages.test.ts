import { expect, test } from 'vitest';
import { readEngineMessage } from '../../../../electron/main/engine-process/engine-messages.ts';

const refused = (code: unknown, details: unknown = {}) =>
  readEngineMessage({ type: 'fault', error: { code, details } });

test('a code outside the closed list becomes a bug of ours, an inherited name too', () => {
  for (const code of ['constructor', '__proto__', {}, Object.prototype, undefined, 'rtmp/unheard-of']) {
    expect(refused(code)).toEqual({
      message: { type: 'fault', error: { code: 'internal/bug', details: {} } },
    });
  }
});

test('details that are no plain values, and messages that are none, are refused', () => {
  expect(refused('internal/bug', { message: { a: 1 } })).toHaveProperty('problem');
  expect(refused('internal/bug', { message: 'x'.repeat(5000) })).toHaveProperty('problem');
  for (const value of [undefined, null, 5, 'ready', {}, { type: 'constructor' }, { type: 'ready', more: 1 }])
    expect(readEngineMessage(value)).toHaveProperty('problem');
});

test('a snapshot with anything in it that main does not know is refused', () => {
  const snapshot = {
    revision: 1,
    nowMs: 5,
    broadcast: { phase: 'idle' },
    destinations: [],
    recorder: { phase: 'off', path: '/videos/a.mp4' },
    encoders: [],
  };
  expect(readEngineMessage({ type: 'snapshot', snapshot })).toEqual({
    message: { type: 'snapshot', snapshot },
  });
  const path = '/videos/a.mp4';
  const oddRecorders = [
    { phase: 'off', path: 5 },
    { phase: 'off', sinceMs: 1 },
    { phase: 'recording' },
    { phase: 'recording', path, sinceMs: 1, bytes: 1, error: { code: 'record/disk-full', details: {} } },
    { phase: 'finishing', path },
    { phase: 'failed', path },
    { phase: 'paused', path },
  ];
  for (const recorder of oddRecorders)
    expect(readEngineMessage({ type: 'snapshot', snapshot: { ...snapshot, recorder } })).toHaveProperty(
      'problem',
    );
});

test('a destination that reconnects waits for its next attempt or is within one, never both', () => {
  const read = (more: object) => {
    const state = {
      phase: 'reconnecting',
      attempt: 2,
      cause: { code: 'transport/refused', details: {} },
      ...more,
    };
    const destinations = [{ kind: 'destination', id: 'a', name: 'A', state }];
    const rest = {
      revision: 1,
      nowMs: 5,
      broadcast: { phase: 'live', sinceMs: 1 },
      recorder: { phase: 'off' },
    };
    return readEngineMessage({ type: 'snapshot', snapshot: { ...rest, destinations, encoders: [] } });
  };
  expect(read({ retryAtMs: 9 })).toHaveProperty('message');
  expect(read({ step: 'tcp' })).toHaveProperty('message');
  expect(read({})).toHaveProperty('problem');
  expect(read({ retryAtMs: 9, step: 'tcp' })).toHaveProperty('problem');
});
