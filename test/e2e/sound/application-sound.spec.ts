/** One application's sound among several, from a real sound server, judged by what the streaming server recorded. */
import { expect, it } from 'vitest';
import { recordedTones } from '../../support/media/sound/recorded-tones.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openSoundRig } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const MUSIC_HZ = 440;
const GAME_HZ = 1250;
const LEVEL_DB = 20 * Math.log10(0.3);
const tone = (hz: number): string => `0.3*sin(2*PI*${hz}*t)|0.3*sin(2*PI*${hz}*t)`;

const rig = openSoundRig();

const isNear = (level: number | undefined): boolean => Math.abs((level ?? -Infinity) - LEVEL_DB) < 1;
const isSilent = (level: number | undefined): boolean => (level ?? 0) < -55;

it('an application chosen among those that play is heard alone, also once it plays again, and stays on the speakers', async () => {
  await rig.sound.plugIn({ name: 'speakers', label: 'Virtual cable' });
  await rig.sound.useAsSpeakers('speakers');
  await rig.sound.playAs('Music player', 'speakers', tone(MUSIC_HZ));
  const game = await rig.sound.playAs('Game', 'speakers', tone(GAME_HZ));
  const { page } = await rig.launch(smallStudio({ type: 'pattern' }, { type: 'none' }));
  const strip = page.getByRole('region', { name: 'Audio level' });
  await strip.getByRole('button', { name: /^More options for/ }).click();
  await page.getByRole('menuitem', { name: 'Add audio' }).hover();
  await page.getByRole('menuitem', { name: 'App audio' }).hover();
  await page.getByRole('menuitem', { name: 'Music player' }).waitFor();
  await page.getByRole('menuitem', { name: 'Game' }).click();
  await strip.getByText('Game').waitFor();
  await waitUntil('a level', async () => /−?\d/u.test((await strip.textContent()) ?? ''));
  await goLiveTo(page, rig.server.url, 'application');
  await waitOnAir(page, 5);
  const [onSpeakers] = await recordedTones(await rig.sound.record('speakers'), [MUSIC_HZ, GAME_HZ]);
  expect(onSpeakers?.map(isNear)).toEqual([true, true]);
  await game.stop();
  await strip.getByText('“Game” isn’t playing audio.').waitFor();
  await stayOnAir(page, 3);
  await rig.sound.playAs('Game', 'speakers', tone(GAME_HZ));
  await strip.getByText('“Game” isn’t playing audio.').waitFor({ state: 'detached' });
  await stayOnAir(page, 4);
  await endBroadcast(page);
  const seconds = await recordedTones(await rig.server.finishedRecording('application'), [MUSIC_HZ, GAME_HZ]);
  const levels = JSON.stringify(seconds.map((levelsDb) => levelsDb.map(Math.round)));
  expect(
    seconds.every(([music]) => isSilent(music)),
    levels,
  ).toBe(true);
  const games = seconds.map(([, level]) => level);
  expect([games.slice(0, 5).some(isNear), games.some(isSilent), isNear(games.at(-1))], levels).toEqual([
    true,
    true,
    true,
  ]);
});
