/** Whether a stream has sound: what the window says before it starts. */
import { expect, it } from 'vitest';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import { programSoundOf } from '../../../../shared/studio/mixer/program-sound.ts';
import { does } from '../../../support/studio/does.ts';

const set = (change: object): DocumentCommand => ({ type: 'setChannel', channelId: 'main', ...change });
const addMusic: DocumentCommand = { type: 'addAudioSource', input: { type: 'system' } };
const muteMusic: DocumentCommand = { type: 'setChannel', channelId: 'made-2', isMuted: true };
const remove: DocumentCommand = { type: 'removeChannel', channelId: 'main' };

it.each<[string, readonly DocumentCommand[]]>([
  ['heard', []],
  ['heard', [addMusic, muteMusic]],
  ['heard', [addMusic, set({ monitoring: 'only' })]],
  ['microphoneMuted', [set({ isMuted: true })]],
  ['microphoneMuted', [addMusic, set({ isMuted: true })]],
  ['muted', [addMusic, muteMusic, set({ monitoring: 'only' })]],
  ['none', [remove]],
  ['none', [set({ monitoring: 'only' })]],
  ['none', [set({ tracks: [2] })]],
  ['heard', [set({ tracks: [2] }), { type: 'setMixer', streamTrack: 2 }]],
  ['none', [{ type: 'setAudioSource', audio: { type: 'source' } }]],
])('is %s after %j', (sound, commands) => {
  expect(programSoundOf(does(...commands))).toBe(sound);
});
