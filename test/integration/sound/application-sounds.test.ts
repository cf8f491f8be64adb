/** One application's sound among several on a real PulseAudio, as the engine records it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApplicationSounds } from '../../../electron/engine/application-sound/application-sounds.ts';
import type {
  FromEngineApplicationMessage,
  SoundApplication,
} from '../../../shared/media/application-port.ts';
import { startSoundServer } from '../../support/computer/sound-server.ts';
import type { SoundServer } from '../../support/computer/sound-server.ts';
import { toneDb } from '../../support/media/sound/recorded-tones.ts';
import { waitUntil } from '../../support/processes/processes.ts';

const [MUSIC_HZ, GAME_HZ, OTHER_HZ] = [440, 1250, 1900];
const RATE = 48_000;
const LEVEL_DB = 20 * Math.log10(0.3);
const tone = (hz: number): string => `0.3*sin(2*PI*${hz}*t)|0.3*sin(2*PI*${hz}*t)`;
const game: SoundApplication = { name: 'Game', program: 'pacat' };

let server: SoundServer;
let applications: ApplicationSounds;
let messages: FromEngineApplicationMessage[];
const before = { ...process.env };

function setUp(platform: NodeJS.Platform = 'linux'): ApplicationSounds {
  const made = new ApplicationSounds({ platform, log: () => undefined });
  messages = [];
  made.connect((message) => {
    messages.push(message);
    if (message.type !== 'applicationSound') return;
    const { channelId, run } = message;
    made.receive({ type: 'applicationSoundTaken', channelId, run, blocks: 1 });
  });
  return made;
}

const take = (application: SoundApplication, run = 1): void =>
  applications.receive({ type: 'takeApplication', channelId: 'a', run, application, sampleRate: RATE });

/** The last half second of the left side that came; fewer samples where less came since the list was emptied. */
function heard(): Float32Array {
  const blocks = messages.flatMap((message) =>
    message.type === 'applicationSound' ? [new Float32Array(message.data)] : [],
  );
  const all = blocks.flatMap((block) => [...block.filter((_, at) => at % 2 === 0)]);
  return Float32Array.from(all.slice(-RATE / 2));
}

const isNear = (hz: number, db = LEVEL_DB): boolean => Math.abs(toneDb(heard(), hz) - db) < 1;
const isSilent = (hz: number): boolean => toneDb(heard(), hz) < -60;
async function waitForHalfASecond(): Promise<void> {
  await waitUntil('half a second of sound', async () => heard().length === RATE / 2);
}
const listed = () => messages.findLast((message) => message.type === 'applications');

beforeEach(async () => {
  server = await startSoundServer();
  Object.assign(process.env, server.env);
  await server.plugIn({ name: 'speakers', label: 'Speakers' });
  applications = setUp();
});

afterEach(async () => {
  applications.connect(() => undefined);
  await server.stop();
  for (const name of Object.keys(server.env)) delete process.env[name];
  Object.assign(process.env, before);
});

it('takes one application of several, before and behind its pauses, and leaves it on the speakers', async () => {
  await server.playAs('Music', 'speakers', tone(MUSIC_HZ));
  const first = await server.playAs('Game', 'speakers', tone(GAME_HZ));
  take(game);
  await waitForHalfASecond();
  expect([isNear(GAME_HZ), isSilent(MUSIC_HZ)]).toEqual([true, true]);
  const blocks = messages.filter((message) => message.type === 'applicationSound');
  // The times of the blocks follow each other without a gap.
  expect(blocks.slice(1).map(({ lineUs }) => Math.round(lineUs))).toEqual(
    blocks
      .slice(0, -1)
      .map(({ lineUs, data }) => Math.round(lineUs + ((data.byteLength / 8) * 1_000_000) / RATE)),
  );
  messages.length = 0;
  await first.stop();
  await waitUntil('word of the pause', async () => messages.at(-1)?.type === 'applicationWaits');
  messages.length = 0;
  await server.playAs('Game', 'speakers', tone(GAME_HZ));
  await waitForHalfASecond();
  expect([isNear(GAME_HZ), isSilent(MUSIC_HZ)]).toEqual([true, true]);
  const again = messages.find((message) => message.type === 'applicationSound');
  expect(again?.lineUs).toBe(0);
});

it('adds up all streams of an application', async () => {
  await server.playAs('Game', 'speakers', tone(GAME_HZ));
  await server.playAs('Game', 'speakers', tone(OTHER_HZ));
  take({ name: 'game' });
  await waitUntil('both tones', async () => isNear(GAME_HZ) && isNear(OTHER_HZ));
});

it('follows an application to other speakers', async () => {
  await server.plugIn({ name: 'headset', label: 'Headset' });
  await server.playAs('Game', 'speakers', tone(GAME_HZ));
  take(game);
  await waitForHalfASecond();
  await server.movePlayers('headset');
  messages.length = 0;
  await waitForHalfASecond();
  await waitUntil('the tone', async () => isNear(GAME_HZ));
});

it('lists what plays, as it comes and goes, while somebody looks', async () => {
  await server.playAs('Music', 'speakers', tone(MUSIC_HZ));
  applications.receive({ type: 'watchApplications', isWatching: true });
  await waitUntil('a list', async () => listed()?.applications.length === 1);
  const player = await server.playAs('Game', 'speakers', tone(GAME_HZ));
  await waitUntil('a longer list', async () => listed()?.applications.length === 2);
  expect(listed()?.applications).toEqual([
    { name: 'Game', program: 'pacat' },
    { name: 'Music', program: 'pacat' },
  ]);
  await player.stop();
  await waitUntil('a shorter list', async () => listed()?.applications.length === 1);
  expect(applications.pids.length).toBeGreaterThan(0);
  applications.receive({ type: 'watchApplications', isWatching: false });
  expect(applications.pids).toEqual([]);
});

it('is back after a restart of the sound server, and says meanwhile that there is none', async () => {
  await server.playAs('Game', 'speakers', tone(GAME_HZ));
  take(game);
  await waitForHalfASecond();
  messages.length = 0;
  await server.restart();
  const failure = () => messages.find((message) => message.type === 'applicationFailed');
  await waitUntil('word of the failure', async () => failure() !== undefined);
  expect(failure()?.error).toMatchObject({
    ...{ code: 'capture/no-application-audio', details: { reason: 'soundServerSilent' } },
  });
  await server.plugIn({ name: 'speakers', label: 'Speakers' });
  await server.playAs('Game', 'speakers', tone(GAME_HZ));
  await waitForHalfASecond();
  expect(isNear(GAME_HZ)).toBe(true);
});

it('says that the tools are missing, and goes on once they are there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-no-tools-'));
  try {
    const path = process.env['PATH'];
    await server.playAs('Game', 'speakers', tone(GAME_HZ));
    process.env['PATH'] = folder;
    take(game);
    await waitUntil('word of the failure', async () => messages[0]?.type === 'applicationFailed');
    expect(messages[0]).toMatchObject({ error: { details: { reason: 'soundToolsMissing' } } });
    process.env['PATH'] = path;
    await waitForHalfASecond();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('is refused in words on other systems, and starts nothing', () => {
  applications = setUp('win32');
  take(game);
  applications.receive({ type: 'watchApplications', isWatching: true });
  const error = { code: 'capture/no-application-audio', details: { reason: 'applicationAudioElsewhere' } };
  expect(messages).toMatchObject([
    { type: 'applicationFailed', channelId: 'a', run: 1, error },
    { type: 'applications', applications: [], error },
  ]);
  expect(applications.pids).toEqual([]);
});
