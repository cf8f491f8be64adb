/** Microphones of a real sound server, judged by what the server recorded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { recordedLoudness } from '../../support/media/sound/recorded-loudness.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { startSoundServer } from '../../support/computer/sound-server.ts';
import type { SoundServer } from '../../support/computer/sound-server.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { endBroadcast, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const TONE = '0.3*sin(2*PI*440*t)';
/** dB below full scale, on either side of which there is sound or none. */
const HEARD_DB = -40;

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

async function launch(): Promise<Page> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-microphones-'));
  folders.push(userDataDir);
  const encoding = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 500 };
  const studio = buildDocument({
    source: { type: 'pattern' },
    audio: { type: 'none' },
    isMuted: false,
    gain: 1,
    encoding,
  });
  const settings = { ...defaultSettings, isRehearsing: false, studio };
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings));
  launched = await launchApp({ userDataDir, env: sound.env });
  return launched.page;
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

describe('a chosen microphone', () => {
  it('D4: that comes back under another id is found by its name, and no other one before', async () => {
    await sound.plugIn({ name: 'desk', label: 'Desk microphone' });
    await sound.plugIn({ name: 'room', label: 'Room microphone' });
    await sound.play('desk', `${TONE}|${TONE}`);
    await sound.play('room', `${TONE}|${TONE}`);
    const page = await launch();
    await page.getByRole('radio', { name: 'Desk microphone' }).click();
    await strip(page).getByText('Desk microphone').waitFor();
    await isHeardHere(page);
    await goLiveTo(page, server.url, 'other-id');
    await waitOnAir(page, 3);
    await sound.unplug('desk');
    await strip(page)
      .getByText(
        '“Desk microphone” was disconnected. Your stream is silent until the microphone is back. Reconnect the source, or choose another one.',
      )
      .waitFor();
    expect(await shownLevel(page)).toBe('−∞ dB');
    await waitOnAir(page, 8);
    await sound.plugIn({ name: 'other-socket', label: 'Desk microphone' });
    await sound.play('other-socket', `${TONE}|${TONE}`);
    await strip(page).getByText('was disconnected').waitFor({ state: 'detached' });
    await isHeardHere(page);
    await stayOnAir(page, 5);
    await endBroadcast(page);
    const seconds = (await recordedLoudness(await server.finishedRecording('other-id'))).map(heard);
    const isHeard = seconds.map(([left]) => left === true);
    expect(isHeard.slice(0, 4)).toContain(true);
    expect(isHeard.lastIndexOf(false)).toBeGreaterThan(3);
    expect(isHeard.slice(-2)).toEqual([true, true]);
  });

  it('D10: is heard again within seconds after the sound server was restarted, and what happens is said', async () => {
    await sound.plugIn({ name: 'desk', label: 'Desk microphone' });
    await sound.play('desk', `${TONE}|${TONE}`);
    const page = await launch();
    await page.getByRole('radio', { name: 'Desk microphone' }).click();
    await strip(page).getByText('Desk microphone').waitFor();
    await isHeardHere(page);
    await goLiveTo(page, server.url, 'restarted');
    await waitOnAir(page, 3);
    await sound.restart();
    await strip(page)
      .getByText(
        /^This computer’s audio service stopped\. Your stream is silent\..* If the audio isn’t back within 10 seconds/,
      )
      .waitFor();
    await sound.plugIn({ name: 'desk', label: 'Desk microphone' });
    await sound.play('desk', `${TONE}|${TONE}`);
    await strip(page)
      .getByText('This computer’s audio service stopped.')
      .waitFor({ state: 'detached', timeout: 40_000 });
    await strip(page).getByText('Desk microphone').waitFor();
    await isHeardHere(page);
    await stayOnAir(page, 5);
    await endBroadcast(page);
    const seconds = (await recordedLoudness(await server.finishedRecording('restarted'))).map(heard);
    expect(seconds.slice(0, 4).flat()).toContain(true);
    expect(seconds.slice(-2)).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('D10: is heard again under another id after two restarts close together, as sessions of PipeWire do', async () => {
    await sound.plugIn({ name: 'desk', label: 'Desk microphone' });
    await sound.play('desk', `${TONE}|${TONE}`);
    const page = await launch();
    await page.getByRole('radio', { name: 'Desk microphone' }).click();
    await strip(page).getByText('Desk microphone').waitFor();
    await isHeardHere(page);
    await goLiveTo(page, server.url, 'twice');
    await waitOnAir(page, 3);
    await sound.restart();
    await strip(page).getByText('This computer’s audio service stopped.').waitFor();
    await sound.restart();
    await sound.plugIn({ name: 'other-socket', label: 'Desk microphone' });
    await sound.play('other-socket', `${TONE}|${TONE}`);
    await strip(page)
      .getByText('This computer’s audio service stopped.')
      .waitFor({ state: 'detached', timeout: 40_000 });
    await isHeardHere(page);
    await stayOnAir(page, 5);
    await endBroadcast(page);
    const seconds = (await recordedLoudness(await server.finishedRecording('twice'))).map(heard);
    expect(seconds.slice(0, 4).flat()).toContain(true);
    expect(seconds.slice(-2)).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

describe('sound on one side of a microphone', () => {
  it('is offered for both sides, and is then heard on both', async () => {
    await sound.plugIn({ name: 'interface', label: 'Audio interface' });
    await sound.play('interface', `${TONE}|0`);
    const page = await launch();
    await page.getByRole('radio', { name: 'Audio interface' }).click();
    await isHeardHere(page);
    await goLiveTo(page, server.url, 'one-side');
    await strip(page).getByText('Audio on the left side only.').waitFor();
    await page.getByRole('button', { name: 'Use on both sides' }).click();
    await strip(page).getByText('Audio on the left side only.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More options for Audio interface' }).click();
    await page.getByRole('menuitem', { name: 'Audio settings…' }).click();
    const settings = page.getByRole('dialog', { name: 'Audio settings for “Audio interface”' });
    await expect.poll(() => settings.getByLabel('Sides').inputValue()).toBe('left');
    await settings.getByRole('button', { name: 'Done' }).click();
    await stayOnAir(page, 4);
    await endBroadcast(page);
    const seconds = (await recordedLoudness(await server.finishedRecording('one-side'))).map(heard);
    expect(seconds[1]).toEqual([true, false]);
    expect(seconds.at(-1)).toEqual([true, true]);
  });
});
