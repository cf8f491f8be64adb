/** Filters of channels on air: ducking by a side chain, and noise suppression, judged by what the streaming server recorded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { soundPresetOf } from '../../../shared/studio/mixer/sound-presets.ts';
import { startSoundServer } from '../../support/computer/sound-server.ts';
import type { SoundServer } from '../../support/computer/sound-server.ts';
import { recordedSamples } from '../../support/media/sound/recorded-tones.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const VOICE_HZ = 440;
/** RNNoise knows this one as noise. */
const MUSIC_HZ = 1250;
const LEVEL_DB = 20 * Math.log10(0.3);
const sine = (hz: number): string => `0.3*sin(2*PI*${hz}*t)`;
/** A second of voice, two of silence. */
const VOICE = `${sine(VOICE_HZ)}*lt(mod(t\\,3)\\,1)`;

const STEP_MS = 10;
const STEP = 480;
const WINDOW = 2 * STEP;

let server: NginxServer;
let sound: SoundServer;
let launched: LaunchedBuild | undefined;
const folders: string[] = [];

beforeAll(async () => {
  server = await startNginx();
});
afterAll(async () => {
  await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  sound = await startSoundServer();
});
afterEach(async () => {
  await launched?.close();
  launched = undefined;
  await sound.stop();
});

/** The music ducks under the voice. */
function studioOf(): StudioDocument {
  const microphone = (label: string) =>
    ({ type: 'microphone', label, deviceId: 'of another start' }) as const;
  const studio = buildDocument({
    ...{ source: { type: 'pattern' }, audio: microphone('Voice microphone'), isMuted: false, gain: 1 },
    encoding: { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 500 },
  });
  const music = {
    id: 'music-input',
    name: 'Music',
    kind: 'audio',
    input: microphone('Music input'),
  } as const;
  const [voice] = studio.channels;
  const filters = soundPresetOf('ducking', voice?.id ?? '').map((settings) => ({
    ...{ id: settings.type, name: settings.type, isEnabled: true, settings },
  }));
  return {
    ...studio,
    sources: [...studio.sources, music],
    channels: [...studio.channels, { id: 'music', sourceId: music.id, isMuted: false, gain: 1, filters }],
  };
}

/** The tone's level each 10 ms, dB, over 20 ms. */
function levelsOf(samples: Float32Array, hz: number): readonly number[] {
  return Array.from({ length: Math.floor(samples.length / STEP) - 1 }, (_, step) => {
    let [real, imaginary] = [0, 0];
    for (let at = 0; at < WINDOW; at += 1) {
      const weight = 1 - Math.cos((2 * Math.PI * at) / WINDOW);
      const angle = (2 * Math.PI * hz * at) / 48_000;
      real += weight * (samples[step * STEP + at] ?? 0) * Math.cos(angle);
      imaginary += weight * (samples[step * STEP + at] ?? 0) * Math.sin(angle);
    }
    return 20 * Math.log10(Math.max(1e-6, (2 * Math.hypot(real, imaginary)) / WINDOW));
  });
}

it('music falls under a voice within 50 ms and comes back after it, and noise suppression added on air takes noise away', async () => {
  await sound.plugIn({ name: 'voice', label: 'Voice microphone' });
  await sound.plugIn({ name: 'music', label: 'Music input' });
  await sound.play('voice', `${VOICE}|${VOICE}`);
  await sound.play('music', `${sine(MUSIC_HZ)}|${sine(MUSIC_HZ)}`);
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-filters-'));
  folders.push(userDataDir);
  const settings = { ...defaultSettings, isRehearsing: false, studio: studioOf() };
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings));
  launched = await launchApp({ userDataDir, env: sound.env });
  const { page } = launched;
  await goLiveTo(page, server.url, 'filters');
  await waitOnAir(page, 10);
  const owner = { channelId: 'music' };
  await runCommand(page, { type: 'addFilter', owner, name: 'Noise', settings: { type: 'noise' } });
  await stayOnAir(page, 5);
  await endBroadcast(page);

  const samples = await recordedSamples(await server.finishedRecording('filters'));
  const voice = levelsOf(samples, VOICE_HZ);
  const music = levelsOf(samples, MUSIC_HZ);
  const isVoice = (step: number): boolean => (voice[step] ?? -100) > LEVEL_DB - 6;
  const begins = voice.flatMap((_, step) => (isVoice(step) && !isVoice(step - 1) ? [step] : []));
  const at = (step: number, ms: number): number => (music[step + ms / STEP_MS] ?? -100) - LEVEL_DB;
  const ducked = begins.map((step) => [at(step, -100), at(step, 50), at(step, 800), at(step, 2900)]);
  const said = JSON.stringify(ducked.map((levels) => levels.map(Math.round)));
  // The preset takes two thirds of what the voice is above −40 dB.
  const fall = -(2 / 3) * (LEVEL_DB + 40);
  expect(
    ducked.some(
      ([before = -100, soon = 0, during = 0, after = -100]) =>
        before > -1 && soon < fall + 3 && Math.abs(during - fall) < 1.5 && after > -1,
    ),
    said,
  ).toBe(true);
  // Each time the music ducks, RNNoise lets a little of the change pass.
  const last = music.slice(-300).toSorted((one, other) => one - other);
  expect((last[150] ?? 0) - LEVEL_DB, said).toBeLessThan(-20);
  expect(Math.max(...voice.slice(-300)) - LEVEL_DB, said).toBeGreaterThan(-1);
});
