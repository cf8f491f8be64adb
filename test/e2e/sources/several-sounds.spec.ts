/** Several sounds at once, from a real sound server, judged by what the streaming server recorded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { startSoundServer } from '../../support/computer/sound-server.ts';
import type { SoundServer } from '../../support/computer/sound-server.ts';
import { recordedTones } from '../../support/media/recorded-tones.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const HOST_HZ = 440;
const GUEST_HZ = 1250;
const LEVEL_DB = 20 * Math.log10(0.3);
const tone = (hz: number): string => `0.3*sin(2*PI*${hz}*t)|0.3*sin(2*PI*${hz}*t)`;

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

/** Host and guest, each with a microphone. */
function studioOf(): StudioDocument {
  const microphone = (label: string) =>
    ({ type: 'microphone', label, deviceId: 'of another start' }) as const;
  const studio = buildDocument({
    ...{ source: { type: 'pattern' }, audio: microphone('Host microphone'), isMuted: false, gain: 1 },
    encoding: { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 500 },
  });
  const guest = {
    id: 'guest-mic',
    name: 'Guest',
    kind: 'audio',
    input: microphone('Guest microphone'),
  } as const;
  return {
    ...studio,
    sources: [...studio.sources, guest],
    channels: [...studio.channels, { id: 'guest', sourceId: guest.id, isMuted: false, gain: 0.5 }],
  };
}

async function launch(): Promise<Page> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-sounds-'));
  folders.push(userDataDir);
  const settings = { ...defaultSettings, isRehearsing: false, studio: studioOf() };
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify(settings));
  launched = await launchApp({ userDataDir, env: sound.env });
  return launched.page;
}

const isNear = (level: number | undefined, wanted: number): boolean =>
  Math.abs((level ?? -Infinity) - wanted) < 1;
const isSilent = (level: number | undefined): boolean => (level ?? 0) < -55;

it('two microphones are heard together, each by its own fader and mute, and one that goes takes nothing of the other', async () => {
  await sound.plugIn({ name: 'host', label: 'Host microphone' });
  await sound.plugIn({ name: 'guest', label: 'Guest microphone' });
  const host = await sound.play('host', tone(HOST_HZ));
  await sound.play('guest', tone(GUEST_HZ));
  const page = await launch();
  await goLiveTo(page, server.url, 'two');
  await waitOnAir(page, 5);
  await runCommand(page, { type: 'setChannel', channelId: 'guest', isMuted: true });
  await stayOnAir(page, 3);
  await runCommand(page, { type: 'setChannel', channelId: 'guest', isMuted: false });
  // The server gives what plays there to another microphone.
  await host.stop();
  await sound.unplug('host');
  await page.getByText('“Host microphone” was disconnected.').first().waitFor();
  await stayOnAir(page, 4);
  await endBroadcast(page);
  const file = await server.finishedRecording('two');
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
