import { expect, it } from 'vitest';
import { buildState, channelsOf, writeJson } from '../../../electron/remote/remote-state.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import { does } from '../../support/studio/does.ts';

it('a script reads null as the last sample until there is one', () => {
  const snapshot = {
    ...{ revision: 1, nowMs: 0, destinations: [], encoders: [] },
    ...({ broadcast: { phase: 'idle' }, recorder: { phase: 'off' } } as const),
  };
  const json = writeJson(buildState(snapshot, [], undefined, defaultDocument), (text) => text);
  expect(JSON.parse(json)).toMatchObject({ lastSample: null });
});

it('a script sees each channel that has a source, by the source’s name', () => {
  const muted = { type: 'setChannel', channelId: 'made-2', isMuted: true } as const;
  const document = does({ type: 'addAudioSource', input: { type: 'system' } }, muted);
  expect(channelsOf(document)).toEqual([
    { id: 'main', name: 'Audio', isMuted: false },
    { id: 'made-2', name: 'Desktop audio', isMuted: true },
  ]);
  expect(channelsOf(does({ type: 'removeChannel', channelId: 'main' }))).toEqual([]);
});
