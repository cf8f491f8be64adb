/** Settings that an older version wrote, opened by this one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import { audioInputOf, channelOf, encodingOf, videoInputOf } from '../../../shared/studio/document.ts';

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
  expect(rest).toEqual({ ...others, version: 2 });
  expect(videoInputOf(studio)).toEqual(source);
  expect(audioInputOf(studio)).toEqual(audio);
  expect(channelOf(studio)).toMatchObject({ isMuted, gain });
  expect(encodingOf(studio)).toEqual(profile);
});

it('keeps a file of version 1 aside when its source does not fit', async () => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...version1, source: { type: 'radar' } }));
  const store = await SettingsStore.open(folder, () => 7);
  expect(store.problem?.code).toBe('settings/corrupt');
});
