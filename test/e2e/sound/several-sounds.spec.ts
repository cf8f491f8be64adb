/** Several sounds at once, from a real sound server, judged by what the streaming server recorded. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { AudioChoice } from '../../../shared/studio/inputs.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { recordedTones } from '../../support/media/sound/recorded-tones.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { addPage, startPageServer } from '../../support/window/page-studio.ts';
import { openSoundRig, savedMicrophone } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const HOST_HZ = 440;
const GUEST_HZ = 1250;
const GAME_HZ = 700;
const PAGE_HZ = 1900;
const LEVEL_DB = 20 * Math.log10(0.3);
const tone = (hz: number): string => `0.3*sin(2*PI*${hz}*t)|0.3*sin(2*PI*${hz}*t)`;

const rig = openSoundRig();

const buildStudio = (audio: AudioChoice): StudioDocument => smallStudio({ type: 'pattern' }, audio);

const withChannel = (studio: StudioDocument, source: Source, gain: number): StudioDocument => ({
  ...studio,
  sources: [...studio.sources, source],
  channels: [...studio.channels, { id: `channel-${source.id}`, sourceId: source.id, isMuted: false, gain }],
});

/** Host and guest, each with a microphone. */
function twoMicrophones(): StudioDocument {
  const guest = {
    id: 'guest',
    name: 'Guest',
    kind: 'audio',
    input: savedMicrophone('Guest microphone'),
  } as const;
  return withChannel(buildStudio(savedMicrophone('Host microphone')), guest, 0.5);
}

/** Of what the settings say now. */
async function channelOfSource(page: Page, sourceId: string): Promise<string> {
  const answer = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  if (!answer.ok) throw new Error(answer.error.code);
  const channel = answer.value.studio.channels.find((each) => each.sourceId === sourceId);
  if (channel === undefined) throw new Error('the page has no channel');
  return channel.id;
}

const isNear = (level: number | undefined, wanted: number): boolean =>
  Math.abs((level ?? -Infinity) - wanted) < 1;
const isHeard = (level: number | undefined): boolean => (level ?? -Infinity) > -20;
const isSilent = (level: number | undefined): boolean => (level ?? 0) < -55;

it('two microphones are heard together, each by its own fader and mute, and one that goes takes nothing of the other', async () => {
  await rig.sound.plugIn({ name: 'host', label: 'Host microphone' });
  await rig.sound.plugIn({ name: 'guest', label: 'Guest microphone' });
  const host = await rig.sound.play('host', tone(HOST_HZ));
  await rig.sound.play('guest', tone(GUEST_HZ));
  const { page } = await rig.launch(twoMicrophones());
  await goLiveTo(page, rig.server.url, 'two');
  await waitOnAir(page, 5);
  await runCommand(page, { type: 'setChannel', channelId: 'channel-guest', isMuted: true });
  await stayOnAir(page, 3);
  await runCommand(page, { type: 'setChannel', channelId: 'channel-guest', isMuted: false });
  // The server gives what plays there to another microphone.
  await host.stop();
  await rig.sound.unplug('host');
  await page.getByText('“Host microphone” was disconnected.').first().waitFor();
  await stayOnAir(page, 4);
  await endBroadcast(page);
  const file = await rig.server.finishedRecording('two');
  const seconds = await recordedTones(file, [HOST_HZ, GUEST_HZ]);
  const guestDb = LEVEL_DB + 20 * Math.log10(0.5);
  const levels = JSON.stringify(seconds.map((levelsDb) => levelsDb.map(Math.round)));
  expect(
    seconds.some(([host, guest]) => isNear(host, LEVEL_DB) && isNear(guest, guestDb)),
    levels,
  ).toBe(true);
  expect(
    seconds.some(([host, guest]) => isNear(host, LEVEL_DB) && isSilent(guest)),
    levels,
  ).toBe(true);
  const [lastOfHost, lastOfGuest] = seconds.at(-1) ?? [];
  expect([isSilent(lastOfHost), isNear(lastOfGuest, guestDb)], levels).toEqual([true, true]);
});

it('what the computer plays and what a page plays are heard, and the page is not on the speakers', async () => {
  await rig.sound.plugIn({ name: 'game', label: 'Virtual cable' });
  await rig.sound.useAsSpeakers('game');
  await rig.sound.play('game', tone(GAME_HZ));
  const pages = await startPageServer(
    () => `<script>
      const context = new AudioContext();
      const oscillator = new OscillatorNode(context, { frequency: ${PAGE_HZ} });
      oscillator.connect(new GainNode(context, { gain: 0.3 })).connect(context.destination);
      oscillator.start();
    </script>`,
  );
  try {
    const computer = { id: 'computer', name: 'Desktop', kind: 'audio', input: { type: 'system' } } as const;
    const build = await rig.launch(withChannel(buildStudio({ type: 'none' }), computer, 1));
    const { page } = build;
    const sourceId = await addPage(build, `${pages.origin}/alert`);
    await goLiveTo(page, rig.server.url, 'computer');
    await waitOnAir(page, 8);
    const muted = await runCommand(page, {
      type: 'setChannel',
      channelId: await channelOfSource(page, sourceId),
      isMuted: true,
    });
    expect(muted.isDone).toBe(true);
    await stayOnAir(page, 4);
    await endBroadcast(page);
  } finally {
    await pages.stop();
  }
  const seconds = await recordedTones(await rig.server.finishedRecording('computer'), [GAME_HZ, PAGE_HZ]);
  const levels = JSON.stringify(seconds.map((levelsDb) => levelsDb.map(Math.round)));
  expect(
    seconds.some(([game, alert]) => isHeard(game) && isHeard(alert)),
    levels,
  ).toBe(true);
  const [game, alert] = seconds.at(-1) ?? [];
  expect([isHeard(game), isSilent(alert)], levels).toEqual([true, true]);
});

it('a monitored microphone is heard in the chosen headphones and nowhere else, and viewers hear nothing of it', async () => {
  await rig.sound.plugIn({ name: 'host', label: 'Host microphone' });
  await rig.sound.plugIn({ name: 'headset', label: 'Headset microphone' });
  await rig.sound.plugIn({ name: 'speakers', label: 'Virtual cable' });
  await rig.sound.useAsSpeakers('speakers');
  await rig.sound.play('host', tone(HOST_HZ));
  const studio = buildStudio(savedMicrophone('Host microphone'));
  const channels = studio.channels.map((channel) => ({ ...channel, monitoring: 'only' as const }));
  // What is played to the second microphone's sink is what its headphones play.
  const monitorDevice = { deviceId: 'of another start', label: 'headset-in' };
  const { page } = await rig.launch({ ...studio, channels }, { settings: { monitorDevice } });
  const levelOf = async (name: string): Promise<number | undefined> =>
    (await recordedTones(await rig.sound.record(name), [HOST_HZ]))[0]?.[0];
  await waitUntil('sound in the headphones', async () => isHeard(await levelOf('headset')));
  expect(isSilent(await levelOf('speakers'))).toBe(true);
  await goLiveTo(page, rig.server.url, 'headphones');
  await waitOnAir(page, 3);
  await endBroadcast(page);
  const seconds = await recordedTones(await rig.server.finishedRecording('headphones'), [HOST_HZ]);
  expect(seconds.every(([host]) => isSilent(host))).toBe(true);
});
