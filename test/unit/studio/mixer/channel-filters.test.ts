/** The filters of channels as edits, and documents whose mixer is not in order. */
import { describe, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { buildDocument, channelOf, defaultDocument } from '../../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import { studioDocumentSchema } from '../../../../shared/studio/document-schema.ts';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { soundFilterDefaults } from '../../../../shared/studio/mixer/sound-filter.ts';
import { does, doesTo, refusal } from '../../../support/studio/does.ts';

const channelId = 'main';
const addMusic: DocumentCommand = {
  ...{ type: 'addAudioSource', input: { type: 'application', name: 'Music' } },
};
const plain: Channel = { id: 'main', sourceId: 'audio', isMuted: false, gain: 1 };

describe('filters of a channel', () => {
  const owner = { channelId };
  const gate: DocumentCommand = {
    ...{ type: 'addFilter', owner, name: 'Gate', settings: soundFilterDefaults.gate },
  };
  const ducking: DocumentCommand = {
    ...{ type: 'addFilter', owner, name: 'Ducking' },
    settings: { ...soundFilterDefaults.compressor, sideChannelId: 'made-2' },
  };

  it('are added, set, switched off, named, moved and removed', () => {
    const document = does(
      gate,
      { type: 'addFilter', owner, name: 'Gate', settings: soundFilterDefaults.noise, index: 0 },
      {
        type: 'setFilter',
        owner,
        filterId: 'made-1',
        settings: { ...soundFilterDefaults.gate, openDb: -30 },
      },
      { type: 'setFilterEnabled', owner, filterId: 'made-1', isEnabled: false },
      { type: 'renameFilter', owner, filterId: 'made-2', name: 'Noise' },
      { type: 'moveFilter', owner, filterId: 'made-1', index: 0 },
    );
    expect(channelOf(document).filters).toEqual([
      {
        ...{ id: 'made-1', name: 'Gate', isEnabled: false },
        settings: { ...soundFilterDefaults.gate, openDb: -30 },
      },
      { id: 'made-2', name: 'Noise', isEnabled: true, settings: soundFilterDefaults.noise },
    ]);
    expect(
      doesTo(
        document,
        { type: 'removeFilter', owner, filterId: 'made-1' },
        { type: 'removeFilter', owner, filterId: 'made-2' },
      ),
    ).toEqual(defaultDocument);
  });

  it('go on with their own channel when the other one goes', () => {
    const document = does(addMusic, ducking, { type: 'removeChannel', channelId: 'made-2' });
    expect(channelOf(document).filters?.map(({ settings }) => settings)).toEqual([
      soundFilterDefaults.compressor,
    ]);
  });

  it.each<[string, DocumentCommand, string]>([
    ['a filter of the picture', { ...gate, settings: { kind: 'delay', delayMs: 1 } }, 'filterMisplaced'],
    ['a source', { ...gate, owner: { sourceId: 'video' } }, 'filterMisplaced'],
    [
      'another kind',
      { type: 'setFilter', owner, filterId: 'made-1', settings: soundFilterDefaults.noise },
      'filterUnknown',
    ],
    ['a channel that is gone', ducking, 'channelUnknown'],
    ['a channel that isn’t there', { ...gate, owner: { channelId: 'nobody' } }, 'channelUnknown'],
  ])('don’t fit %s', (_what, command, reason) => {
    expect(refusal(does(gate), command)).toBe(reason);
  });

  it('never listen to their own channel', () => {
    const settings = { ...soundFilterDefaults.compressor, sideChannelId: 'main' };
    expect(refusal(defaultDocument, { ...ducking, settings })).toBe('channelUnknown');
  });
});

describe('a document', () => {
  const withChannels = (...channels: readonly object[]): unknown => ({ ...defaultDocument, channels });
  const filter = { id: 'f', name: 'F', isEnabled: true, settings: soundFilterDefaults.gate };
  const listening = (sideChannelId: string) => ({
    ...{ ...filter, settings: { ...soundFilterDefaults.compressor, sideChannelId } },
  });

  it.each<[string, unknown, string]>([
    ['two channels of one source', withChannels(plain, { ...plain, id: 'b' }), 'channels.1.sourceId idTwice'],
    ['a track twice', withChannels({ ...plain, tracks: [1, 2, 1] }), 'channels.0.tracks.2 trackTwice'],
    ['a lost scene', withChannels({ ...plain, sceneIds: ['main', 'b'] }), 'channels.0.sceneIds.1 idUnknown'],
    [
      'a lost channel',
      withChannels({ ...plain, filters: [listening('b')] }),
      'channels.0.filters.0.settings.sideChannelId idUnknown',
    ],
    [
      'a filter of its own channel',
      withChannels({ ...plain, filters: [listening('main')] }),
      'channels.0.filters.0.settings.sideChannelId idUnknown',
    ],
    ['a filter twice', withChannels({ ...plain, filters: [filter, filter] }), 'filters.1.id idTwice'],
    [
      'a recorded track twice',
      { ...defaultDocument, mixer: { recordingTracks: [1, 1] } },
      'mixer.recordingTracks.1 trackTwice',
    ],
  ])('with %s is refused', (_what, document, fault) => {
    const [issue] = studioDocumentSchema.safeParse(document).error?.issues ?? [];
    const params = issue?.code === 'custom' ? issue.params : undefined;
    expect(`${issue?.path.join('.')} ${String(params?.['fault'])}`).toBe(fault);
  });

  it('of before keeps its one channel', () => {
    const older = buildDocument({
      ...{ source: { type: 'pattern' }, audio: { type: 'source' }, isMuted: true, gain: 2 },
      encoding: defaultEncodingProfile,
    });
    expect(studioDocumentSchema.parse(older)).toEqual(older);
    expect(older.channels).toEqual([{ id: 'main', sourceId: 'video', isMuted: true, gain: 2 }]);
  });
});
