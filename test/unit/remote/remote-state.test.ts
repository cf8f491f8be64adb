import { expect, it } from 'vitest';
import { buildState, writeJson } from '../../../electron/remote/remote-state.ts';

it('a script reads null as the last sample until there is one', () => {
  const snapshot = {
    ...{ revision: 1, nowMs: 0, destinations: [], encoders: [] },
    ...({ broadcast: { phase: 'idle' }, recorder: { phase: 'off' } } as const),
  };
  const json = writeJson(buildState(snapshot, [], undefined), (text) => text);
  expect(JSON.parse(json)).toMatchObject({ lastSample: null });
});
