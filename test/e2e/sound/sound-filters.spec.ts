/** Filters of channels on air: ducking by a side chain, and noise suppression, judged by what the streaming server recorded. */
import { expect, it } from 'vitest';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { soundPresetOf } from '../../../shared/studio/mixer/sound-presets.ts';
import { recordedSamples } from '../../support/media/sound/recorded-tones.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openSoundRig, savedMicrophone } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';
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

const rig = openSoundRig();

/** The music ducks under the voice. */
function studioOf(): StudioDocument {
  const studio = smallStudio({ type: 'pattern' }, savedMicrophone('Voice microphone'));
  const music = {
    id: 'music-input',
    name: 'Music',
    kind: 'audio',
    input: savedMicrophone('Music input'),
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
  await rig.sound.plugIn({ name: 'voice', label: 'Voice microphone' });
  await rig.sound.plugIn({ name: 'music', label: 'Music input' });
  await rig.sound.play('voice', `${VOICE}|${VOICE}`);
  await rig.sound.play('music', `${sine(MUSIC_HZ)}|${sine(MUSIC_HZ)}`);
  const { page } = await rig.launch(studioOf());
  await goLiveTo(page, rig.server.url, 'filters');
  await waitOnAir(page, 10);
  const owner = { channelId: 'music' };
  await runCommand(page, { type: 'addFilter', owner, name: 'Noise', settings: { type: 'noise' } });
  await stayOnAir(page, 5);
  await endBroadcast(page);

  const samples = await recordedSamples(await rig.server.finishedRecording('filters'));
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
