// The whole set-up, in order. With nothing to do it only looks, and costs well under two seconds.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ensureTestPackages } from './debian.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureDisplayServer } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { distFolder, runtimeFile } from './paths.mjs';
import { SetupError, report } from './report.mjs';
import { findCommand } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * What start-up found; `dist/runtime.json` holds it for the tests and tools.
 * @typedef {object} Runtime
 * @property {string} electron the executable
 * @property {string[]} args what comes before the app's own arguments
 * @property {string} electronDist
 * @property {number} [triedOfficialMs] with the stand-in: when Electron's official download was last tried
 * @property {string} ffmpeg
 * @property {string} [ffprobe]
 */

/**
 * @param {{ forTests?: boolean, withoutApp?: boolean, mustTryOfficial?: boolean }} [needs] `withoutApp`: no Electron is
 *   needed, and none is named; `mustTryOfficial`: Electron's own download is tried however lately it was
 * @returns {Promise<Runtime>}
 */
export async function setUp(needs = {}) {
  const startedAtMs = performance.now();
  checkNode();
  await ensureDependencies();
  const known = readRuntime();
  const ffmpeg = await ensureFfmpeg(known?.ffmpeg);
  if (needs.withoutApp) return { electron: '', electronDist: '', args: [], ffmpeg };
  const electron = await ensureElectron(needs.mustTryOfficial ? undefined : triedOfficialMs(known));
  await ensureSystemLibraries(electron.electron);
  await ensureDisplayServer();
  if (needs.forTests) await ensureTestPackages();
  const ffprobe = findCommand('ffprobe');
  const runtime = {
    electron: electron.electron,
    args: electron.args,
    electronDist: electron.electronDist,
    ...(electron.triedOfficialMs === undefined ? {} : { triedOfficialMs: electron.triedOfficialMs }),
    ffmpeg,
    ...(ffprobe === undefined ? {} : { ffprobe }),
  };
  writeRuntime(runtime, known);
  report(`Set up in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s.`);
  return runtime;
}

/**
 * The environment of everything that is started with a runtime.
 * @param {Runtime} runtime
 * @returns {Record<string, string>}
 */
export function environmentOf(runtime) {
  return { UPCAST_FFMPEG: runtime.ffmpeg, ...(runtime.ffprobe ? { UPCAST_FFPROBE: runtime.ffprobe } : {}) };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Upcast needs Node 20.19 or later and this is ${process.versions.node}: install a newer Node.`,
  );
}

/** @param {Runtime | undefined} known */
function triedOfficialMs(known) {
  return known?.triedOfficialMs;
}

/** @returns {Runtime | undefined} */
function readRuntime() {
  try {
    return JSON.parse(readFileSync(runtimeFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {Runtime} runtime
 * @param {Runtime | undefined} known
 */
function writeRuntime(runtime, known) {
  // A path the user set is for this run only.
  const lasting = {
    ...runtime,
    ffmpeg: isFfmpegChosen() ? (known?.ffmpeg ?? runtime.ffmpeg) : runtime.ffmpeg,
  };
  const text = `${JSON.stringify(lasting, null, 2)}\n`;
  mkdirSync(distFolder, { recursive: true });
  const partial = `${runtimeFile}.${process.pid}`;
  writeFileSync(partial, text);
  renameSync(partial, runtimeFile);
}

function isFfmpegChosen() {
  return Boolean(process.env['UPCAST_FFMPEG']);
}
