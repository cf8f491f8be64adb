/** What capture is to do with the sounds of a document. */
import { expect, test } from 'vitest';
import { mixerOf, soundViewOf } from '../../../../renderer/state/studio/sound-view.ts';
import { viewOf } from '../../../../renderer/state/studio/studio-view.ts';
import { buildDocument, defaultDocument, newItem } from '../../../../shared/studio/document.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { Scene, StudioDocument } from '../../../../shared/studio/document-schema.ts';
import { canvasTransform } from '../../../../shared/studio/transform.ts';

const whole = canvasTransform('inner', defaultEncodingProfile);
const scene = (id: string, sourceId: string): Scene => ({
  ...{ id, name: id, items: [newItem(`item-${id}`, sourceId, whole)] },
});
const withBeeps = buildDocument({
  ...{ source: { type: 'pattern' }, audio: { type: 'source' }, isMuted: false, gain: 1 },
  encoding: defaultEncodingProfile,
});
/** Beeps of a pattern that is in the first scene, and a microphone. */
const two: StudioDocument = {
  ...withBeeps,
  sources: [
    ...withBeeps.sources,
    { id: 'mic', name: 'Mic', kind: 'audio', input: { type: 'microphone', label: 'Mic' } },
    { id: 'bars', name: 'Bars', kind: 'video', input: { type: 'pattern' } },
  ],
  scenes: [...withBeeps.scenes, scene('other', 'bars')],
  channels: [...withBeeps.channels, { id: 'voice', sourceId: 'mic', isMuted: true, gain: 2 }],
};
const onAir = (sceneId: string, position?: number): StudioDocument => ({
  ...two,
  canvases: two.canvases.map((canvas) => ({
    ...canvas,
    sceneId,
    ...(position !== undefined && {
      preview: { sceneId: sceneId === 'main' ? 'other' : 'main', position },
    }),
  })),
});
const presenceIn = (studio: StudioDocument) =>
  Object.fromEntries(
    (viewOf(studio, true).scene.sounds ?? []).map(({ channelId, presence }) => [channelId, presence]),
  );

test('every channel has its sound: an audio source its own, a video source that of its kind', () => {
  expect(soundViewOf(two)).toEqual({
    mainId: 'main',
    sounds: [
      { channelId: 'main', choice: { type: 'source', sourceId: 'video', kind: 'beeps' } },
      { channelId: 'voice', choice: { type: 'microphone', label: 'Mic' } },
    ],
  });
});

test('a channel without a source has no sound', () => {
  const channels = defaultDocument.channels.map((channel) => ({ ...channel, sourceId: 'none' }));
  expect(soundViewOf({ ...defaultDocument, channels }).sounds).toEqual([
    { channelId: 'main', choice: { type: 'none' } },
  ]);
});

test('the mixer gets every channel as the document has it', () => {
  const { channels } = mixerOf(two);
  expect(channels.map(({ id, gain, isMuted }) => [id, gain, isMuted])).toEqual([
    ['main', 1, false],
    ['voice', 2, true],
  ]);
});

test('a video source is heard while its scene is on air, a microphone always', () => {
  expect(presenceIn(onAir('main'))).toEqual({ main: 1, voice: 1 });
  expect(presenceIn(onAir('other'))).toEqual({ main: 0, voice: 1 });
});

test('the preview of studio mode is not heard; what the T-bar brings is, by its share', () => {
  expect(
    presenceIn({
      ...onAir('other'),
      canvases: onAir('other', 0.25).canvases.map((canvas) => ({ ...canvas, preview: { sceneId: 'main' } })),
    }),
  ).toEqual({ main: 0, voice: 1 });
  expect(presenceIn(onAir('other', 0.25))).toEqual({ main: 0.25, voice: 1 });
  expect(presenceIn(onAir('main', 0.25))).toEqual({ main: 0.75, voice: 1 });
});

test('a microphone of one scene is heard in that scene and where the scene stands in another', () => {
  const channels = two.channels.map((channel) =>
    channel.id === 'voice' ? { ...channel, sceneIds: ['other'] } : channel,
  );
  const inScene = (sceneId: string): StudioDocument => ({ ...onAir(sceneId), channels });
  expect(presenceIn(inScene('main'))).toMatchObject({ voice: 0 });
  expect(presenceIn(inScene('other'))).toMatchObject({ voice: 1 });
  const nested = inScene('main');
  const withInner: StudioDocument = {
    ...nested,
    sources: [
      ...nested.sources,
      { id: 'inner', name: 'Inner', kind: 'video', input: { type: 'scene', sceneId: 'other' } },
    ],
    scenes: nested.scenes.map((each) =>
      each.id === 'main' ? { ...each, items: [...each.items, newItem('item-inner', 'inner', whole)] } : each,
    ),
  };
  expect(presenceIn(withInner)).toMatchObject({ main: 1, voice: 1 });
});
