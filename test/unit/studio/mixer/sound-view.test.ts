/** Which channels are on air, and what is known of each. */
import { describe, expect, it } from 'vitest';
import { buildDocument, defaultDocument } from '../../../../shared/studio/document.ts';
import type { DocumentCommand } from '../../../../shared/studio/document-commands.ts';
import type { StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { newMedia } from '../../../../shared/studio/files/media-input.ts';
import { soundOf } from '../../../../shared/studio/mixer/sound-view.ts';
import type { SoundChannel } from '../../../../shared/studio/mixer/sound-view.ts';
import { does, doesTo } from '../../../support/studio/does.ts';

const media = { ...newMedia, paths: ['/videos/a.mp4'] };

/** Scenes `main` and `made-1`; the media source `made-2` is item `made-3` of the second one, on channel `made-4`. */
const two = does(
  { type: 'addScene', name: 'Second' },
  { type: 'addSource', sceneId: 'made-1', name: 'Clip', input: media },
);
const CHANNEL = 'made-4';
const ITEM = 'made-3';
const show = (sceneId: string): DocumentCommand => ({ type: 'switchScene', canvasId: 'main', sceneId });
const nest: DocumentCommand = {
  ...{ type: 'addSource', sceneId: 'main', name: 'Nested', input: { type: 'scene', sceneId: 'made-1' } },
};

function channelIn(document: StudioDocument, id: string): SoundChannel {
  const channel = soundOf(document).channels.find((each) => each.id === id);
  if (channel === undefined) throw new Error(`no channel ${id}`);
  return channel;
}

const presenceIn = (document: StudioDocument, id = CHANNEL): number => channelIn(document, id).presence;

describe('a channel', () => {
  it('has every setting, the usual ones where the document has none', () => {
    expect(soundOf(defaultDocument)).toEqual({
      channels: [
        {
          ...{ id: 'main', sourceId: 'audio', input: { type: 'microphone' }, isMuted: false, gain: 1 },
          ...{ balance: 0, isMono: false, side: undefined, trackMask: 0b111111, monitoring: 'off' },
          ...{ syncOffsetMs: 0, filters: [], pushTo: undefined, presence: 1, isNeeded: true },
        },
      ],
      mixer: {
        ...{ trackNames: [], isLimiterOn: true, ceilingDb: -1, target: 'auto', streamTrack: 1 },
        recordingTracks: [],
      },
    });
  });

  it('has those of the document', () => {
    const document = does(
      { type: 'setChannel', channelId: 'main', tracks: [6, 1], monitoring: 'only', side: 'left' },
      { type: 'setChannel', channelId: 'main', balance: -0.5, isMono: true, syncOffsetMs: -200 },
      { type: 'setMixer', ceilingDb: -3, streamTrack: 2 },
    );
    expect(channelIn(document, 'main')).toMatchObject({
      ...{ trackMask: 0b100001, monitoring: 'only', side: 'left', balance: -0.5, isMono: true },
      syncOffsetMs: -200,
    });
    expect(soundOf(document).mixer).toMatchObject({ ceilingDb: -3, streamTrack: 2, isLimiterOn: true });
  });

  it('without a source needs nothing', () => {
    const document = does({ type: 'removeChannel', channelId: 'main' });
    expect(channelIn(document, 'main')).toMatchObject({
      ...{ sourceId: 'none', input: { type: 'none' }, presence: 0, isNeeded: false },
    });
  });

  it('of a camera has no sound', () => {
    const document = buildDocument({
      ...{ source: { type: 'camera' }, audio: { type: 'source' }, isMuted: false, gain: 1 },
      encoding: defaultEncodingProfile,
    });
    expect(channelIn(document, 'main').input).toEqual({ type: 'none' });
  });
});

describe('a video source is heard', () => {
  it('while its scene is on air', () => {
    expect(channelIn(two, CHANNEL)).toMatchObject({ presence: 0, isNeeded: false, input: { type: 'media' } });
    expect(channelIn(doesTo(two, show('made-1')), CHANNEL)).toMatchObject({ presence: 1, isNeeded: true });
  });

  it('through a nested scene, also one that is made by itself', () => {
    const nested = doesTo(two, nest);
    expect(presenceIn(nested)).toBe(1);
    const blur = { kind: 'blur', form: 'box', radius: 3 } as const;
    const filtered = doesTo(nested, {
      ...{ type: 'addFilter', owner: { sceneId: 'made-1' }, name: 'Blur', settings: blur },
    });
    expect(presenceIn(filtered)).toBe(1);
  });

  it('through a group', () => {
    const grouped = doesTo(two, show('made-1'), {
      ...{ type: 'groupItems', sceneId: 'made-1', itemIds: [ITEM], name: 'Group' },
    });
    expect(presenceIn(grouped)).toBe(1);
  });

  it('never while its item is hidden', () => {
    const hide: DocumentCommand = { type: 'setItem', sceneId: 'made-1', itemId: ITEM, isVisible: false };
    expect(presenceIn(doesTo(two, show('made-1'), hide))).toBe(0);
  });

  it('as it was on air before an edit in studio mode', () => {
    const edited = doesTo(
      two,
      show('made-1'),
      { type: 'setStudioMode', canvasId: 'main', isOn: true },
      { type: 'removeItem', sceneId: 'made-1', itemId: ITEM },
    );
    expect(presenceIn(edited)).toBe(1);
  });

  it('as far as the T-bar has brought its scene', () => {
    const at = (position: number) =>
      doesTo(
        two,
        { type: 'setStudioMode', canvasId: 'main', isOn: true },
        { type: 'setPreviewScene', canvasId: 'main', sceneId: 'made-1' },
        { type: 'setTransitionPosition', canvasId: 'main', position },
      );
    expect(channelIn(at(0), CHANNEL)).toMatchObject({ presence: 0, isNeeded: true });
    expect(presenceIn(at(0.25))).toBe(0.25);
    expect(presenceIn(doesTo(at(0.25), nest))).toBe(1);
    const back = doesTo(
      two,
      show('made-1'),
      { type: 'setStudioMode', canvasId: 'main', isOn: true },
      { type: 'setPreviewScene', canvasId: 'main', sceneId: 'main' },
      { type: 'setTransitionPosition', canvasId: 'main', position: 0.25 },
    );
    expect(presenceIn(back)).toBe(0.75);
  });
});

describe('a source of sound is heard', () => {
  const ofSecond = doesTo(two, { type: 'setChannel', channelId: 'main', sceneIds: ['made-1'] });

  it('always', () => {
    expect(presenceIn(two, 'main')).toBe(1);
  });

  it('only with its scenes, and stays open', () => {
    expect(channelIn(ofSecond, 'main')).toMatchObject({ presence: 0, isNeeded: true });
    expect(presenceIn(doesTo(ofSecond, show('made-1')), 'main')).toBe(1);
  });

  it('also where its scene stands in another', () => {
    expect(presenceIn(doesTo(ofSecond, nest), 'main')).toBe(1);
  });
});
