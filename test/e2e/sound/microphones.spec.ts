/** Microphones of a real sound server, judged by what the server recorded. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { recordedLoudness } from '../../support/media/sound/recorded-loudness.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { openSoundRig } from '../../support/window/sound-rig.ts';
import { smallStudio } from '../../support/window/studio-fixture.ts';
import { endBroadcast, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const TONE = '0.3*sin(2*PI*440*t)';
/** dB below full scale, on either side of which there is sound or none. */
const HEARD_DB = -40;

const rig = openSoundRig();

/** Plays a tone on both sides, or another sound on the right one. */
async function plugInTone(name: string, label: string, right = TONE): Promise<void> {
  await rig.sound.plugIn({ name, label });
  await rig.sound.play(name, `${TONE}|${right}`);
}

async function launch(): Promise<Page> {
  const { page } = await rig.launch(smallStudio({ type: 'pattern' }, { type: 'none' }));
  return page;
}

const strip = (page: Page) => page.getByRole('region', { name: 'Audio level' });
const heard = ({ left, right }: { left: number; right: number }) => [left > HEARD_DB, right > HEARD_DB];

/** The figure above the meter. */
async function shownLevel(page: Page): Promise<string> {
  const meter = strip(page).getByTestId('meter');
  return await meter.evaluate(
    (element) => element.previousElementSibling?.lastElementChild?.textContent ?? '',
  );
}

/** The figure moves: the microphone is open, and its sound is there. */
async function isHeardHere(page: Page): Promise<void> {
  await waitUntil('a level', async () => /^−?\d/u.test(await shownLevel(page)));
}

/** On air for a while with the desk microphone, which was chosen in the window. */
async function launchOnAir(key: string): Promise<Page> {
  const page = await launch();
  await page.getByRole('radio', { name: 'Desk microphone' }).click();
  await strip(page).getByText('Desk microphone').waitFor();
  await isHeardHere(page);
  await goLiveTo(page, rig.server.url, key);
  await waitOnAir(page, 3);
  return page;
}

/** Of each second of the recording, whether there was sound on the left side and on the right one. */
async function secondsUntilEnd(page: Page, key: string, moreSeconds = 5): Promise<readonly boolean[][]> {
  await stayOnAir(page, moreSeconds);
  await endBroadcast(page);
  return (await recordedLoudness(await rig.server.finishedRecording(key))).map(heard);
}

function expectSoundAtBothEnds(seconds: readonly boolean[][]): void {
  expect(seconds.slice(0, 4).flat()).toContain(true);
  expect(seconds.slice(-2)).toEqual([
    [true, true],
    [true, true],
  ]);
}

describe('a chosen microphone', () => {
  it('D4: that comes back under another id is found by its name, and no other one before', async () => {
    await plugInTone('desk', 'Desk microphone');
    await plugInTone('room', 'Room microphone');
    const page = await launchOnAir('other-id');
    await rig.sound.unplug('desk');
    await strip(page)
      .getByText(
        '“Desk microphone” was disconnected. Your stream is silent until the microphone is back. Reconnect the source, or choose another one.',
      )
      .waitFor();
    expect(await shownLevel(page)).toBe('−∞ dB');
    await waitOnAir(page, 8);
    await plugInTone('other-socket', 'Desk microphone');
    await strip(page).getByText('was disconnected').waitFor({ state: 'detached' });
    await isHeardHere(page);
    const seconds = await secondsUntilEnd(page, 'other-id');
    const isHeard = seconds.map(([left]) => left === true);
    expect(isHeard.slice(0, 4)).toContain(true);
    expect(isHeard.lastIndexOf(false)).toBeGreaterThan(3);
    expect(isHeard.slice(-2)).toEqual([true, true]);
  });

  it('D10: is heard again within seconds after the sound server was restarted, and what happens is said', async () => {
    await plugInTone('desk', 'Desk microphone');
    const page = await launchOnAir('restarted');
    await rig.sound.restart();
    await strip(page)
      .getByText(
        /^This computer’s audio service stopped\. Your stream is silent\..* If the audio isn’t back within 10 seconds/,
      )
      .waitFor();
    await plugInTone('desk', 'Desk microphone');
    await strip(page)
      .getByText('This computer’s audio service stopped.')
      .waitFor({ state: 'detached', timeout: 40_000 });
    await strip(page).getByText('Desk microphone').waitFor();
    await isHeardHere(page);
    expectSoundAtBothEnds(await secondsUntilEnd(page, 'restarted'));
  });

  it('D10: is heard again under another id after two restarts close together, as sessions of PipeWire do', async () => {
    await plugInTone('desk', 'Desk microphone');
    const page = await launchOnAir('twice');
    await rig.sound.restart();
    await strip(page).getByText('This computer’s audio service stopped.').waitFor();
    await rig.sound.restart();
    await plugInTone('other-socket', 'Desk microphone');
    await strip(page)
      .getByText('This computer’s audio service stopped.')
      .waitFor({ state: 'detached', timeout: 40_000 });
    await isHeardHere(page);
    expectSoundAtBothEnds(await secondsUntilEnd(page, 'twice'));
  });
});

describe('sound on one side of a microphone', () => {
  it('is offered for both sides, and is then heard on both', async () => {
    await plugInTone('interface', 'Audio interface', '0');
    const page = await launch();
    await page.getByRole('radio', { name: 'Audio interface' }).click();
    await isHeardHere(page);
    await goLiveTo(page, rig.server.url, 'one-side');
    await strip(page).getByText('Audio on the left side only.').waitFor();
    await page.getByRole('button', { name: 'Use on both sides' }).click();
    await strip(page).getByText('Audio on the left side only.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More options for Audio interface' }).click();
    await page.getByRole('menuitem', { name: 'Audio settings…' }).click();
    const settings = page.getByRole('dialog', { name: 'Audio settings for “Audio interface”' });
    await expect.poll(() => settings.getByLabel('Stereo mode').inputValue()).toBe('left');
    await settings.getByRole('button', { name: 'Done' }).click();
    const seconds = await secondsUntilEnd(page, 'one-side', 4);
    expect(seconds[1]).toEqual([true, false]);
    expect(seconds.at(-1)).toEqual([true, true]);
  });
});
