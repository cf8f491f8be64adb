/** Edits of the mixer, and channels that come and go with sources and scenes. */
import { describe, expect, it } from 'vitest';
import { audioInputOf, channelOf, defaultDocument } from '../../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import { newMedia } from '../../../../shared/studio/files/media-input.ts';
import type { VideoInput } from '../../../../shared/studio/inputs.ts';
import { beginHistory, edit } from '../../../../shared/studio/reduce/history.ts';
import { reduceDocument } from '../../../../shared/studio/reduce/reduce.ts';
import { countIds } from '../../../support/studio/any-command.ts';
import { does, doesTo, refusal } from '../../../support/studio/does.ts';

const channelId = 'main';
const media: VideoInput = { ...newMedia, paths: ['/videos/a.mp4'] };
const image: VideoInput = { type: 'image', path: '/pictures/a.png' };
const addMedia: DocumentCommand = { type: 'addSource', sceneId: 'main', name: 'Clip', input: media };
const addMusic: DocumentCommand = {
  ...{ type: 'addAudioSource', input: { type: 'application', name: 'Music' } },
};
const secondScene: DocumentCommand = { type: 'addScene', name: 'Second' };

const plain: Channel = { id: 'main', sourceId: 'audio', isMuted: false, gain: 1 };

describe('a channel', () => {
  const set: DocumentCommand = {
    ...{ type: 'setChannel', channelId, isMuted: true, gain: 0.5, syncOffsetMs: -200, balance: 0.5 },
    ...{ isMono: true, side: 'right', tracks: [6, 2], monitoring: 'both', sceneIds: ['main'] },
    pushTo: { mode: 'talk', accelerator: 'Control+M', releaseMs: 300 },
  };

  it('is set, and keeps what is not named', () => {
    const document = does(set, { type: 'setChannel', channelId, gain: 2 });
    expect(channelOf(document)).toEqual({
      ...{ ...plain, isMuted: true, gain: 2, syncOffsetMs: -200, balance: 0.5, isMono: true },
      ...{ side: 'right', tracks: [2, 6], monitoring: 'both', sceneIds: ['main'] },
      pushTo: { mode: 'talk', accelerator: 'Control+M', releaseMs: 300 },
    });
  });

  it('is as before where every setting is usual again', () => {
    const usual: DocumentCommand = {
      ...{ type: 'setChannel', channelId, isMuted: false, gain: 1, syncOffsetMs: 0, balance: 0 },
      ...{ isMono: false, side: 'both', tracks: [3, 1, 2, 6, 5, 4], monitoring: 'off', sceneIds: [] },
      pushTo: 'off',
    };
    expect(does(set, usual)).toEqual(defaultDocument);
    expect(reduceDocument(defaultDocument, usual, countIds()).document).toBe(defaultDocument);
  });

  it('may reach no track', () => {
    expect(channelOf(does({ type: 'setChannel', channelId, tracks: [] })).tracks).toEqual([]);
  });

  it('moves in the list, and the main one stays the main one', () => {
    const document = does(addMusic, { type: 'moveChannel', channelId, index: 1 });
    expect(document.channels.map(({ id }) => id)).toEqual(['made-2', 'main']);
    expect(audioInputOf(document)).toEqual({ type: 'microphone' });
    expect(channelOf(doesTo(document, { type: 'setAudioLevel', gain: 3 })).gain).toBe(3);
  });

  it('is one step of undo for a drag', () => {
    let history = beginHistory(defaultDocument);
    for (const gain of [0.9, 0.8, 0.7]) {
      const command = { type: 'setChannel', channelId, gain, gestureId: 'drag' } as const;
      ({ history } = edit(history, command, countIds()));
    }
    expect(history.past).toEqual([defaultDocument]);
  });
});

describe('a source of sound', () => {
  it('is added with its channel', () => {
    const { document, created } = reduceDocument(defaultDocument, addMusic, countIds());
    expect(created).toEqual({ sourceId: 'made-1', channelId: 'made-2' });
    expect(document.sources.at(-1)).toEqual({
      ...{ id: 'made-1', name: 'Music', kind: 'audio', input: { type: 'application', name: 'Music' } },
    });
    expect(document.channels).toEqual([plain, { ...plain, id: 'made-2', sourceId: 'made-1' }]);
  });

  it('gets the main channel, new, where this has no source', () => {
    const levels: DocumentCommand = { type: 'setChannel', channelId, isMuted: true, balance: 1 };
    const none: DocumentCommand = { type: 'setAudioSource', audio: { type: 'none' } };
    const document = does(levels, none, { type: 'addAudioSource', input: { type: 'system' } });
    expect(document.channels).toEqual([{ ...plain, sourceId: 'made-1' }]);
    expect(document.sources.at(-1)?.name).toBe('Desktop audio');
  });

  it('goes with its channel', () => {
    expect(does(addMusic, { type: 'removeChannel', channelId: 'made-2' })).toEqual(defaultDocument);
    const silent = does({ type: 'removeChannel', channelId });
    expect(silent.channels).toEqual([{ ...plain, sourceId: 'none' }]);
    expect(silent.sources.map(({ id }) => id)).toEqual(['video']);
  });

  it('changes its device, which is no step of undo where the device was only found', () => {
    const found = { type: 'microphone', label: 'Built-in' } as const;
    const history = beginHistory(does({ type: 'setAudioInput', sourceId: 'audio', input: found }));
    const refined: DocumentCommand = {
      ...{ type: 'setAudioInput', sourceId: 'audio', input: { ...found, deviceId: 'd1' } },
    };
    const { history: next } = edit(history, refined, countIds());
    expect(next.past).toEqual([]);
    expect(audioInputOf(next.present)).toEqual({ ...found, deviceId: 'd1' });
  });

  it('is heard in the copy of its scene, and goes with the last of its scenes', () => {
    const ofSecond = does(secondScene, { ...addMusic, sceneIds: ['made-1'] });
    const copied = doesTo(ofSecond, { type: 'duplicateScene', sceneId: 'made-1', name: 'Copy' });
    const copyId = copied.scenes.at(-1)?.id;
    expect(copied.channels.at(-1)?.sceneIds).toEqual(['made-1', copyId]);
    const left = doesTo(copied, { type: 'removeScene', sceneId: 'made-1' });
    expect(left.channels.at(-1)?.sceneIds).toEqual([copyId]);
    expect(doesTo(ofSecond, { type: 'removeScene', sceneId: 'made-1' })).toEqual(defaultDocument);
  });

  it('of a group is heard in the group’s scene once its items are on their own', () => {
    const grouped = does({ type: 'groupItems', sceneId: 'main', itemIds: ['item-video'], name: 'Group' });
    const groupId = grouped.scenes.at(-1)?.id ?? '';
    const itemId = grouped.scenes[0]?.items[0]?.id ?? '';
    const heard = doesTo(grouped, { type: 'setChannel', channelId, sceneIds: [groupId] });
    const freed = doesTo(heard, { type: 'ungroupItem', sceneId: 'main', itemId });
    expect(channelOf(freed).sceneIds).toEqual(['main']);
  });
});

describe('a video source', () => {
  it.each<[string, VideoInput, boolean]>([
    ['media', media, true],
    ['the test pattern', { type: 'pattern' }, true],
    ['a page', { type: 'page', host: 'a.b', width: 9, height: 9, fps: 9, whenHidden: 'close' }, true],
    ['a screen with its sound', { type: 'screen', hasSound: true }, true],
    ['a screen', { type: 'screen' }, false],
    ['an image', image, false],
  ])('that is %s has a channel: %#', (_what, input, hasChannel) => {
    const document = does({ type: 'addSource', sceneId: 'main', name: 'New', input });
    const channels = document.channels.filter(({ sourceId }) => sourceId === 'made-1');
    expect(channels).toEqual(hasChannel ? [{ ...plain, id: 'made-3', sourceId: 'made-1' }] : []);
  });

  it('loses its channel with its last item', () => {
    const document = does(addMedia, { type: 'removeItem', sceneId: 'main', itemId: 'made-2' });
    expect(document).toEqual(defaultDocument);
  });

  it('loses its channel with its sound, and gets one when the sound comes back', () => {
    const silent = does(addMedia, { type: 'setSourceInput', sourceId: 'made-1', input: image });
    expect(silent.channels).toEqual([plain]);
    const heard = doesTo(silent, { type: 'setSourceInput', sourceId: 'made-1', input: media });
    expect(heard.channels).toHaveLength(2);
  });

  it('stays silent where its channel was removed, until it gets one again', () => {
    const silent = does(
      addMedia,
      { type: 'removeChannel', channelId: 'made-3' },
      { type: 'setSourceInput', sourceId: 'made-1', input: { ...media, isLooping: true } },
    );
    expect(silent.channels).toEqual([plain]);
    expect(silent.sources).toHaveLength(3);
    const heard = doesTo(silent, { type: 'addChannel', sourceId: 'made-1' });
    expect(heard.channels.at(-1)?.sourceId).toBe('made-1');
  });

  it('of the main scene gets a channel with the sound of its screen, and none for the pattern’s beeps', () => {
    const screen = { type: 'screen', hasSound: true } as const;
    const heard = does({ type: 'setVideoSource', source: screen });
    expect(heard.channels.map(({ sourceId }) => sourceId)).toEqual(['audio', 'video']);
    const pattern: DocumentCommand = { type: 'setVideoSource', source: { type: 'pattern' } };
    expect(does(pattern).channels).toEqual([plain]);
    expect(doesTo(heard, { type: 'setVideoSource', source: { type: 'camera' } })).toEqual(defaultDocument);
  });

  it('has one channel: the main one takes its sound over', () => {
    const document = does(
      { type: 'removeItem', sceneId: 'main', itemId: 'item-video' },
      { type: 'addSource', sceneId: 'main', name: 'Test', input: { type: 'pattern' } },
      { type: 'setAudioSource', audio: { type: 'source' } },
    );
    expect(document.channels).toEqual([{ ...plain, sourceId: 'made-1' }]);
  });
});

describe('the mixer', () => {
  it('keeps only what isn’t usual', () => {
    const set: DocumentCommand = {
      ...{ type: 'setMixer', trackNames: ['', 'Music', ''], isLimiterOn: false, ceilingDb: -2 },
      ...{ target: -16, streamTrack: 2, recordingTracks: [2, 1] },
    };
    const usual: DocumentCommand = {
      ...{ type: 'setMixer', trackNames: [''], isLimiterOn: true, ceilingDb: -1 },
      ...{ target: 'auto', streamTrack: 1, recordingTracks: [] },
    };
    expect(does(set).mixer).toEqual({
      ...{ trackNames: ['', 'Music'], isLimiterOn: false, ceilingDb: -2, target: -16, streamTrack: 2 },
      recordingTracks: [2, 1],
    });
    expect(does(set, usual)).toEqual(defaultDocument);
    expect(does(set, { type: 'setMixer', streamTrack: 1 }).mixer).not.toHaveProperty('streamTrack');
  });

  it('records each track once, however often a command names the track', () => {
    const document = does({ type: 'setMixer', recordingTracks: [2, 1, 2] });
    expect(document.mixer?.recordingTracks).toEqual([2, 1]);
  });
});

it.each<[string, DocumentCommand, string]>([
  ['a channel that isn’t there', { type: 'setChannel', channelId: 'nobody', gain: 1 }, 'channelUnknown'],
  ['a scene that isn’t there', { type: 'setChannel', channelId, sceneIds: ['nobody'] }, 'sceneUnknown'],
  [
    'a device of a video source',
    { type: 'setAudioInput', sourceId: 'video', input: { type: 'tone' } },
    'sourceWithoutAudio',
  ],
  ['a channel for a camera', { type: 'addChannel', sourceId: 'video' }, 'sourceWithoutAudio'],
  ['a second channel', { type: 'addChannel', sourceId: 'audio' }, 'channelThere'],
])('refuses %s', (_what, command, reason) => {
  expect(refusal(defaultDocument, command)).toBe(reason);
});
