/** Commands for the mixer of the document that they meet, and now and then for a channel that it doesn't have. */
import fc from 'fast-check';
import type { DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { soundFiltersOf } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { AudioInput } from '../../../shared/studio/inputs.ts';
import { soundFilterDefaults, soundFilterTypes } from '../../../shared/studio/mixer/sound-filter.ts';

type CommandFor = (document: StudioDocument) => DocumentCommand;

interface About {
  readonly channelId: string;
  readonly otherId: string;
  readonly sourceId: string;
  readonly sceneId: string;
  readonly filterId: string;
}

const someInputs: readonly AudioInput[] = [
  { type: 'microphone', deviceId: 'm1' },
  { type: 'system' },
  { type: 'application', name: 'Music player' },
  { type: 'tone' },
];

export function anyMixerCommands(): readonly fc.Arbitrary<CommandFor>[] {
  const gestureId = fc.constantFrom(undefined, undefined, 'one', 'two');
  const at = fc.array(fc.nat(6), { minLength: 5, maxLength: 5 });
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const input = fc.constantFrom(...someInputs);
  const tracks = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
  const on = <T>(
    what: fc.Arbitrary<T>,
    build: (about: About, what: T) => DocumentCommand,
  ): fc.Arbitrary<CommandFor> =>
    fc.tuple(at, what, gestureId).map(([picked, each, gesture]) => (document: StudioDocument) => ({
      ...build(aboutOf(document, picked), each),
      gestureId: gesture,
    }));
  return [
    on(
      fc.record({
        ...{ isMuted: flag, isMono: flag, tracks: fc.option(tracks, { nil: undefined }) },
        gain: fc.constantFrom(undefined, 0, 1, 4),
        syncOffsetMs: fc.constantFrom(undefined, -950, 0, 2000),
        balance: fc.constantFrom(undefined, -1, 0, 0.5),
        side: fc.constantFrom(undefined, 'both' as const, 'left' as const),
        monitoring: fc.constantFrom(undefined, 'off' as const, 'only' as const),
        pushTo: fc.constantFrom(undefined, 'off' as const, {
          ...{ mode: 'talk' as const, accelerator: 'F13', releaseMs: 200 },
        }),
      }),
      ({ channelId }, what) => ({ type: 'setChannel', channelId, ...what }),
    ),
    on(fc.boolean(), ({ channelId, sceneId }, isAlways) => ({
      ...{ type: 'setChannel', channelId, sceneIds: isAlways ? [] : [sceneId] },
    })),
    on(fc.record({ input, isInScene: fc.boolean() }), ({ sceneId }, { isInScene, ...what }) => ({
      ...{ type: 'addAudioSource', ...what, sceneIds: isInScene ? [sceneId] : undefined },
    })),
    on(input, ({ sourceId }, each) => ({ type: 'setAudioInput', sourceId, input: each })),
    on(fc.constant(0), ({ sourceId }) => ({ type: 'addChannel', sourceId })),
    on(fc.constant(0), ({ channelId }) => ({ type: 'removeChannel', channelId })),
    on(fc.nat(6), ({ channelId }, index) => ({ type: 'moveChannel', channelId, index })),
    on(
      fc.record({
        isLimiterOn: flag,
        ceilingDb: fc.constantFrom(undefined, -1, -3),
        target: fc.constantFrom(undefined, 'auto' as const, -16),
        trackNames: fc.constantFrom<string[] | undefined>(undefined, [], ['', 'Music']),
        recordingTracks: fc.option(tracks, { nil: undefined }),
      }),
      (_about, what) => ({ type: 'setMixer', ...what }),
    ),
    on(fc.constantFrom(...soundFilterTypes), ({ channelId }, type) => ({
      ...{ type: 'addFilter', owner: { channelId }, name: 'Filter', settings: soundFilterDefaults[type] },
    })),
    on(fc.constant(0), ({ channelId, otherId: sideChannelId }) => ({
      ...{ type: 'addFilter', owner: { channelId }, name: 'Ducking' },
      settings: { ...soundFilterDefaults.compressor, sideChannelId },
    })),
    on(fc.constant(0), ({ channelId, filterId }) => ({
      ...{ type: 'removeFilter', owner: { channelId }, filterId },
    })),
  ];
}

function aboutOf(document: StudioDocument, picked: readonly number[]): About {
  const { channels, sources, scenes } = document;
  const idAt = (list: readonly { readonly id: string }[], index = 0): string =>
    list[index % (list.length + 1)]?.id ?? 'nobody';
  const [channel, other, source, scene, filter] = picked;
  const channelId = idAt(channels, channel);
  const owner = channels.find(({ id }) => id === channelId);
  return {
    ...{ channelId, otherId: idAt(channels, other), sourceId: idAt(sources, source) },
    ...{ sceneId: idAt(scenes, scene), filterId: idAt(owner ? soundFiltersOf(owner) : [], filter) },
  };
}
