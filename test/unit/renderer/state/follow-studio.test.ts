/** What capture finds of devices goes back to the document. */
import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CaptureState } from '../../../../renderer/media/capture/capture-state.ts';
import { followStudio } from '../../../../renderer/state/studio/follow-studio.ts';
import type { Followed } from '../../../../renderer/state/studio/follow-studio.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../../shared/studio/document.ts';
import { NO_SOURCE_ID } from '../../../../shared/studio/document-schema.ts';
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
      ({
        ...{ source: { type: 'none' }, audioChoice: { type: 'none' }, channels: {}, soloIds: [] },
      }) as unknown as CaptureState,
  );
  const nothing = (): void => undefined;
  const settings = createStore(() => ({ studio }));
  const setSolo = (soloIds: readonly string[]): void => store.setState({ soloIds });
  const capture = {
    ...{ store, setSolo, setMixer: nothing, setEncoding: nothing, setMonitorDevice: nothing },
    ...{ showStudio: nothing, showSounds: nothing },
  };
  const followed = {
    settings: { store: settings },
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
  return { commands, store, settings, setSolo, find, end };
}

test('a channel that goes, whatever takes it away, is soloed no longer', () => {
  const { store, settings, setSolo, end } = open();
  setSolo(['voice', 'main']);
  settings.setState({ studio: { ...studio, mixer: { ceilingDb: -2 } } });
  expect(store.getState().soloIds).toEqual(['voice', 'main']);
  settings.setState({ studio: one });
  expect(store.getState().soloIds).toEqual(['main']);
  // The main channel stays without its source, and the mixer doesn't show the channel.
  const [main] = one.channels;
  if (main !== undefined)
    settings.setState({ studio: { ...one, channels: [{ ...main, sourceId: NO_SOURCE_ID }] } });
  expect(store.getState().soloIds).toEqual([]);
  end();
});

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
