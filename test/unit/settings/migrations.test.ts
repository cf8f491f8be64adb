/** Settings that an older version wrote, opened by this one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { audioInputOf, channelOf, encodingOf, videoInputOf } from '../../../shared/studio/document.ts';
import type { Item, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { placeItem } from '../../../shared/studio/geometry/placement.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const encoding = {
  ...{ width: 1920, height: 1080, fps: 60, videoKbps: 6100, audioKbps: 192, audioSampleRate: 44100 },
  ...{ audioChannels: 1, keyframeSeconds: 4, latency: 'quality', encoder: 'libx264', preset: 'fast' },
  ...{ h264Profile: 'high' },
};
/** As version 1 wrote a file with every field in use. */
const version1 = {
  version: 1,
  destinations: [
    {
      ...{ id: 'one', name: 'One', serviceId: 'twitch', url: 'rtmps://live.example/app', backupMode: 'both' },
      ...{ backupUrl: 'rtmps://backup.example/app', isEnabled: true, hasKey: true, hasPassword: false },
      tls: { minimumVersion: 'TLSv1.3' },
    },
  ],
  isRehearsing: false,
  source: { type: 'screen', sourceId: 'screen:7:0' },
  audio: { type: 'microphone', deviceId: 'mic-1' },
  isMuted: true,
  gain: 1.5,
  encoding,
  isDynamicBitrate: true,
  theme: 'dark',
  recordingFolder: '/somewhere',
  isRecordingWhileLive: true,
  recordingSplit: { by: 'time', minutes: 15 },
  recordingPattern: '{date}',
  drainSeconds: 12,
  remote: { isOn: true, port: 50_000 },
};

it('opens settings of version 1 with nothing lost', async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(version1));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  const { studio, ...rest } = store.get();
  const { source, audio, isMuted, gain, encoding: profile, version: _version, ...others } = version1;
  expect(rest).toEqual({ ...others, version: 4 });
  expect(wholeCanvas(studio)).toEqual(['item-video']);
  expect(videoInputOf(studio)).toEqual(source);
  expect(audioInputOf(studio)).toEqual(audio);
  expect(channelOf(studio)).toMatchObject({ isMuted, gain });
  expect(encodingOf(studio)).toEqual(profile);
});

/** As version 2 wrote it. */
const { source, audio, isMuted, gain, encoding: _encoding, ...kept } = version1;
const studio2 = {
  sources: [
    { id: 'video', name: 'Video', kind: 'video', input: source },
    { id: 'audio', name: 'Audio', kind: 'audio', input: audio },
  ],
  scenes: [{ id: 'main', name: 'Scene', items: [{ id: 'item-video', sourceId: 'video' }] }],
  canvases: [{ id: 'main', name: 'Main', sceneId: 'main' }],
  channels: [{ id: 'main', sourceId: 'audio', isMuted, gain }],
  encodings: [{ id: 'main', name: 'Main', canvasId: 'main', profile: encoding }],
};
const version2 = { ...kept, version: 2, studio: studio2 };

/** Items over the whole canvas, as one source was before there were scenes. */
function wholeCanvas(studio: StudioDocument): readonly string[] {
  const { width, height } = encodingOf(studio);
  const isWhole = ({ isVisible, opacity, transform }: Item): boolean => {
    const placed = placeItem(transform, { width, height }, { width, height });
    expect(placed).toEqual({ crop: { x: 0, y: 0, width, height }, matrix: [1, 0, 0, 1, 0, 0] });
    return isVisible && opacity === 1;
  };
  return studio.scenes.flatMap(({ items }) => items.filter(isWhole).map(({ id }) => id));
}

it('opens settings of version 2 with nothing lost, its source over the whole canvas', async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(version2));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  const { studio, ...rest } = store.get();
  expect(rest).toEqual({ ...kept, version: 4 });
  expect(studio).toMatchObject(studio2);
  expect(wholeCanvas(studio)).toEqual(['item-video']);
  await store.update((settings) => ({ ...settings, theme: 'light' }));
  const again = await SettingsStore.open(folder, () => 7);
  expect(again.get().studio).toEqual(studio);
});

it('makes the same document of version 1 as of version 2', async () => {
  const studios: unknown[] = [];
  for (const file of [version1, version2]) {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(file));
    studios.push((await SettingsStore.open(folder, () => 7)).get().studio);
  }
  expect(studios[0]).toEqual(studios[1]);
});

it('opens version 2 without a source, and with several scenes of one name', async () => {
  const studio = {
    ...studio2,
    sources: studio2.sources.slice(1),
    scenes: [
      { id: 'main', name: 'Scene', items: [] },
      { id: 'second', name: 'Scene', items: [] },
    ],
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...version2, studio }));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  expect(store.get().studio.scenes).toEqual([
    { id: 'main', name: 'Scene', items: [] },
    { id: 'second', name: 'Scene 2', items: [] },
  ]);
  expect(videoInputOf(store.get().studio)).toEqual({ type: 'none' });
});

it('opens version 2 whose scene names an audio source, which showed nothing, with all else in it', async () => {
  const items = [
    { id: 'item-audio', sourceId: 'audio' },
    { id: 'item-video', sourceId: 'video' },
  ];
  const studio = { ...studio2, scenes: [{ id: 'main', name: 'Scene', items }] };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...version2, studio }));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem).toBeUndefined();
  const { studio: opened, ...rest } = store.get();
  expect(rest).toEqual({ ...kept, version: 4 });
  expect(opened).toMatchObject(studio2);
  expect(wholeCanvas(opened)).toEqual(['item-video']);
});

it.each([
  undefined,
  'a string',
  {
    ...studio2,
    scenes: [{ id: 'main', name: 'Scene', items: [{ id: 'item', sourceId: 'nobody' }] }],
  },
  { ...studio2, encodings: [] },
  { ...studio2, scenes: [] },
  { ...studio2, canvases: [{ id: 'main', name: 'Main', sceneId: 'nobody' }] },
  { ...studio2, scenes: [{ id: 'main', name: 'Scene', items: [{ id: 7 }] }] },
])('keeps a file of version 2 aside when its studio does not fit: %j', async (studio) => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...version2, studio }));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem?.code).toBe('settings/corrupt');
});

it('keeps a file of version 1 aside when its source does not fit', async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...version1, source: { type: 'radar' } }));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem?.code).toBe('settings/corrupt');
});
