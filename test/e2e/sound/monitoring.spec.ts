/** What the headphones get on a real sound server: soon enough to talk by, and never a part of what is sent. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { recordedTones } from '../../support/media/sound/recorded-tones.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openSoundRig, savedMicrophone } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const HOST_HZ = 440;
const GAME_HZ = 700;
const tone = (hz: number): string => `0.3*sin(2*PI*${hz}*t)|0.3*sin(2*PI*${hz}*t)`;
/** Twenty milliseconds each half second. */
const CLICK = `0.5*sin(2*PI*1000*t)*lt(mod(t\\,0.5)\\,0.02)`;
const CLICKS = 10;
const MOST_MS = 60;
/** A click that comes later belongs to none. */
const SAME_CLICK_MS = 300;

const rig = openSoundRig();

const headphones = { deviceId: 'of another start', label: 'headset-in' };
const isHeard = (level: number | undefined): boolean => (level ?? -Infinity) > -20;
/** A busy machine's headphones crackle. */
const isInHeadphones = (level: number | undefined): boolean => (level ?? -Infinity) > -40;
const isSilent = (level: number | undefined): boolean => (level ?? 0) < -55;

/** The host's microphone is in the headphones alone. */
function monitoredStudio(): StudioDocument {
  const studio = smallStudio({ type: 'pattern' }, savedMicrophone('Host microphone'));
  return { ...studio, channels: studio.channels.map((each) => ({ ...each, monitoring: 'only' as const })) };
}

async function plugIn(): Promise<void> {
  await rig.sound.plugIn({ name: 'host', label: 'Host microphone' });
  await rig.sound.plugIn({ name: 'headset', label: 'Headset microphone' });
  await rig.sound.plugIn({ name: 'speakers', label: 'Virtual cable' });
  await rig.sound.useAsSpeakers('speakers');
}

/** Of each click, how much later it is there. */
function delaysOf(clicks: readonly number[], later: readonly number[]): readonly number[] {
  return clicks.flatMap((clickMs) => {
    const found = later.find((ms) => ms > clickMs - PART_MS && ms < clickMs + SAME_CLICK_MS);
    return found === undefined ? [] : [found - clickMs];
  });
}

/** What two recordings of the same sound may be apart. */
const PART_MS = 25;

const middleOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

it('a monitored microphone is in the headphones within 60 ms', async () => {
  await plugIn();
  await rig.sound.play('host', `${CLICK}|${CLICK}`);
  await rig.launch(monitoredStudio(), { settings: { monitorDevice: headphones } });
  const microphone = rig.sound.watch('host');
  // The same sound twice: what the rig itself is late by.
  const again = rig.sound.watch('host');
  const ears = rig.sound.watch('headset-in.monitor');
  /** Of each click, without what the rig itself is late by. */
  const lateBy = (): readonly number[] => {
    const rigMs = middleOf(delaysOf(microphone.onsetsMs, again.onsetsMs));
    return delaysOf(microphone.onsetsMs, ears.onsetsMs).map((ms) => ms - rigMs);
  };
  try {
    // A machine that starts an app, or is busy with others, is late for a while.
    await waitUntil('clicks in the headphones in time', async () => {
      const delays = lateBy().slice(-CLICKS);
      return delays.length === CLICKS && middleOf(delays) < MOST_MS;
    });
  } finally {
    for (const watch of [microphone, again, ears]) watch.stop();
    process.stdout.write(`headphones late by ms: ${lateBy().map(Math.round).join(' ')}\n`);
  }
  expect(middleOf(lateBy().slice(-CLICKS))).toBeGreaterThan(0);
});

it('what is monitored never comes back by desktop audio: on other speakers it isn’t captured, on the captured ones it isn’t played', async () => {
  await plugIn();
  await rig.sound.play('host', tone(HOST_HZ));
  await rig.sound.play('speakers', tone(GAME_HZ));
  const studio = monitoredStudio();
  const desktop = { id: 'desktop', name: 'Desktop', kind: 'audio', input: { type: 'system' } } as const;
  const { page } = await rig.launch(
    {
      ...studio,
      sources: [...studio.sources, desktop],
      channels: [...studio.channels, { id: 'channel-2', sourceId: 'desktop', isMuted: false, gain: 1 }],
    },
    { settings: { monitorDevice: headphones } },
  );
  const levelOn = async (name: string): Promise<number | undefined> =>
    (await recordedTones(await rig.sound.record(name), [HOST_HZ]))[0]?.[0];
  await waitUntil('sound in the headphones', async () => isInHeadphones(await levelOn('headset')));
  await goLiveTo(page, rig.server.url, 'loop');
  await waitOnAir(page, 4);
  // By its name, and as the system's usual device.
  for (const label of ['speakers-in', undefined]) {
    await chooseSpeakers(page, label);
    const said = 'Monitoring is off, because desktop audio would capture what you hear.';
    await page.getByText(said).first().waitFor();
    expect(isSilent(await levelOn('speakers')), `on ${label ?? 'the usual speakers'}`).toBe(true);
    await stayOnAir(page, 2);
    await chooseSpeakers(page, headphones.label);
    await waitUntil('sound in the headphones', async () => isInHeadphones(await levelOn('headset')));
  }
  await endBroadcast(page);
  const seconds = await recordedTones(await rig.server.finishedRecording('loop'), [HOST_HZ, GAME_HZ]);
  const levels = JSON.stringify(seconds.map((levelsDb) => levelsDb.map(Math.round)));
  expect(
    seconds.every(([host]) => isSilent(host)),
    levels,
  ).toBe(true);
  expect(seconds.filter(([, game]) => isHeard(game)).length, levels).toBeGreaterThan(3);
});

/** As the window does under Program audio. @param label the system's usual one when absent. */
async function chooseSpeakers(page: Page, label: string | undefined): Promise<void> {
  await page.evaluate(async (wanted) => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const found = devices.find((device) => device.kind === 'audiooutput' && device.label === wanted);
    const { deviceId = 'default', label: name = 'System default' } = found ?? {};
    const monitorDevice = { deviceId, label: name };
    await window.upcast.invoke('settings:update', { monitorDevice });
  }, label);
}
