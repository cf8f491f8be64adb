/**
 * Each process of the app crashes while it streams and records, `--times 10` each, or `--only window`: the stream and the recording go on
 * where they can, the window says what happened, a dump lies in the profile, and the next start offers diagnostics. A graphics process that
 * crashes again and again is given up by Chromium, so each app gets two crashes.
 */
import { isRunning } from '../../../electron/settings/process-running.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { descendantsOf } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { CrashScene } from '../../support/window/crash-scene.ts';
import type { CrashPart } from '../../support/window/crash-scene.ts';
import { atLeast, exactly } from '../support/findings.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const PER_APP = 2;
const ENOUGH_FRAMES = 30;

const parts: readonly CrashPart[] = ['window', 'graphics', 'audio', 'network', 'encoder', 'engine', 'main'];

/** Said by the window when it happens. */
const words: Readonly<Partial<Record<CrashPart, string>>> = {
  window: 'The Upcast window crashed.',
  graphics: 'The graphics process crashed.',
  audio: 'The audio process crashed.',
  engine: 'The streaming engine stopped unexpectedly.',
};

interface Seen {
  survived: number;
  told: number;
  dumps: number;
  offered: number;
  recordings: number;
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const times = numberOption(argv, 'times', 10);
  const only = textOption(argv, 'only');
  for (const part of parts.filter((each) => only === undefined || each === only)) {
    const seen: Seen = { survived: 0, told: 0, dumps: 0, offered: 0, recordings: 0 };
    const perApp = part === 'main' ? 1 : PER_APP;
    for (let done = 0; done < times; done += perApp)
      await crashIn(part, Math.min(perApp, times - done), seen);
    const apps = Math.ceil(times / perApp);
    const goesOn = part === 'main' ? 'every process has ended' : 'the stream goes on';
    yield exactly(`${part} crashed ${times} times: ${goesOn}`, seen.survived, times);
    if (words[part] !== undefined) yield exactly(`${part}: told by the window`, seen.told, times);
    if (part !== 'encoder') yield exactly(`${part}: dumps in the profile`, seen.dumps, times);
    yield atLeast(`${part}: recordings that play`, seen.recordings, part === 'engine' ? times + apps : apps);
    // Nothing of the app has crashed when ffmpeg did.
    if (part !== 'encoder') yield exactly(`${part}: next starts that offer diagnostics`, seen.offered, apps);
  }
}

/** Adds up what came of so many crashes in one app. */
async function crashIn(part: CrashPart, count: number, seen: Seen): Promise<void> {
  const scene = await CrashScene.open();
  try {
    await scene.start();
    await scene.goLive();
    if (part === 'main') seen.survived += await crashMain(scene);
    else {
      for (let index = 0; index < count; index += 1) await crashOnce(scene, part, seen);
      await scene.end();
    }
    seen.dumps += scene.dumps.length;
    for (const path of scene.recordings)
      if ((await probe(path)).videoPackets.length >= ENOUGH_FRAMES) seen.recordings += 1;
    await scene.close();
    await scene.start();
    const offer =
      part === 'main' ? 'Upcast closed unexpectedly last time.' : 'Part of Upcast crashed last time.';
    if (part !== 'encoder' && (await holds(scene.untilSaid(offer)))) seen.offered += 1;
  } finally {
    await scene.remove();
  }
}

async function crashMain(scene: CrashScene): Promise<number> {
  const below = descendantsOf((await scene.pidOf('main')) ?? 0);
  await scene.crash('main');
  return (await holds(waitUntil('the end of all', () => below.every((pid) => !isRunning(pid))))) ? 1 : 0;
}

async function crashOnce(scene: CrashScene, part: CrashPart, seen: Seen): Promise<void> {
  const pid = await scene.crash(part);
  const said = words[part];
  const isBack = await holds(scene.untilReplaced(part, pid));
  if (said !== undefined && (await holds(scene.untilSaid(said)))) seen.told += 1;
  if (part === 'engine')
    await waitUntil('being live', async () => (await scene.snapshot()).broadcast.phase === 'live');
  await scene.untilMoreFrames();
  const lost = (await scene.events()).filter(({ kind }) => kind === 'destinationLost');
  if (isBack && lost.length === 0) seen.survived += 1;
}

/** False when what is waited for doesn't come. */
async function holds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}
