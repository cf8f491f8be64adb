/** What capture finds of devices goes back to the document. */
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CaptureState } from '../../../../renderer/media/capture/capture-state.ts';
import { followStudio } from '../../../../renderer/state/studio/follow-studio.ts';
import type { Followed } from '../../../../renderer/state/studio/follow-studio.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';

const one = buildDocument({
  ...{ source: { type: 'none' }, audio: { type: 'microphone', label: 'Desk' }, isMuted: false, gain: 1 },
  encoding: defaultEncodingProfile,
});
const studio: StudioDocument = {
  ...one,
  sources: [
    ...one.sources,
    { id: 'mic', name: 'Guest', kind: 'audio', input: { type: 'microphone', label: 'Guest' } },
  ],
  channels: [...one.channels, { id: 'voice', sourceId: 'mic', isMuted: false, gain: 1 }],
};

function open() {
  const commands: unknown[] = [];
  const store = createStore<CaptureState>(
    () =>
      ({ source: { type: 'none' }, audioChoice: { type: 'none' }, channels: {} }) as unknown as CaptureState,
  );
  const nothing = (): void => undefined;
  const capture = {
    ...{ store, setMixer: nothing, setEncoding: nothing, setMonitorDevice: nothing },
    ...{ showStudio: nothing, showSounds: nothing },
  };
  const followed = {
    settings: { store: createStore(() => ({ studio })) },
    session: { store: createStore(() => ({ snapshot: { broadcast: { phase: 'idle' } } })) },
    capture,
    run: (command: unknown) => {
      commands.push(command);
      return Promise.resolve();
    },
  } as unknown as Followed;
  const end = followStudio(followed, nothing);
  const find = (channelId: string, label: string, deviceId: string): void => {
    const choice = { type: 'microphone', label, deviceId } as const;
    const { channels } = store.getState();
    store.setState({ channels: { ...channels, [channelId]: { phase: 'running', choice } } });
  };
  return { commands, store, find, end };
}

test('the id that a microphone was found by is saved, of every channel and once', () => {
  const { commands, store, find, end } = open();
  find('voice', 'Guest', 'id-2');
  store.setState({ channels: { ...store.getState().channels } });
  find('main', 'Desk', 'id-1');
  const [desk] = one.channels;
  expect(commands).toEqual([
    {
      type: 'setAudioInput',
      sourceId: 'mic',
      input: { type: 'microphone', label: 'Guest', deviceId: 'id-2' },
    },
    {
      ...{ type: 'setAudioInput', sourceId: desk?.sourceId },
      input: { type: 'microphone', label: 'Desk', deviceId: 'id-1' },
    },
  ]);
  end();
});

test('another microphone than the saved one is no find', () => {
  const { commands, find, end } = open();
  find('voice', 'Somebody else', 'id-3');
  expect(commands).toEqual([]);
  end();
});
