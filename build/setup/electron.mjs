// Finds an Electron to run: the official binary, or where it cannot be downloaded the stand-in of electron-runtime.mjs.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureStandIn, hasStandIn } from './electron-runtime.mjs';
import { withLock } from './lock.mjs';
import { modulesFolder, repositoryFolder, repositoryId } from './paths.mjs';
import { SetupError, report } from './report.mjs';
import { isRoot, run } from './run.mjs';

/** An official download that is slower than this is given up for the stand-in; it resumes by starting again. */
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
/** The stand-in is old: the official download is tried again each day. */
const RETRY_AFTER_MS = 24 * 3_600_000;
const packageFolder = join(modulesFolder, 'electron');

/** @returns {string} the version that package.json pins */
export function pinnedElectron() {
  const { devDependencies } = JSON.parse(readFileSync(join(repositoryFolder, 'package.json'), 'utf8'));
  return devDependencies.electron;
}

/**
 * @param {string} electronDist
 * @returns {string} the version that lies there
 */
export function electronVersionIn(electronDist) {
  return readFileSync(join(electronDist, 'version'), 'utf8').replace(/^v/, '').trim();
}

/**
 * @typedef {object} ElectronRuntime
 * @property {string} electron the executable
 * @property {string} electronDist the folder electron-builder packages from
 * @property {string[]} args what comes before the app's own arguments
 * @property {number} [triedOfficialMs] the stand-in: when the official download was last tried
 */

/**
 * @param {number | undefined} triedMs when the official download was last found out of reach; undefined tries it now
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(triedMs) {
  const isTriedLately = triedMs !== undefined && Math.abs(Date.now() - triedMs) < RETRY_AFTER_MS;
  // The Chromium sandbox refuses to run as root, and stays on for everyone else.
  const sandboxArgs = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  const official = findOfficial() ?? (isTriedLately && hasStandIn() ? undefined : await downloadOfficial());
  if (official !== undefined) {
    return {
      electron: official,
      electronDist: join(packageFolder, 'dist'),
      args: [...sandboxArgs, repositoryFolder],
    };
  }
  if (!hasStandIn()) {
    throw new SetupError(
      'Electron could not be downloaded from GitHub: check the network (or set ELECTRON_MIRROR) and run the command again.',
    );
  }
  const standIn = await ensureStandIn();
  return {
    electron: standIn.executable,
    electronDist: standIn.shared,
    args: sandboxArgs,
    triedOfficialMs: isTriedLately ? triedMs : Date.now(),
  };
}

/** @returns {string | undefined} the official executable, if it is there in the version package.json pins */
function findOfficial() {
  try {
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    const installed = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .replace(/^v/, '')
      .trim();
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    return installed === version && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<string | undefined>} */
async function downloadOfficial() {
  return withLock(`electron-${repositoryId}`, async () => {
    const found = findOfficial();
    if (found !== undefined) return found;
    report('Downloading Electron…');
    const script = join(packageFolder, 'install.js');
    const result = await run(process.execPath, [script], {
      cwd: dirname(script),
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    });
    const official = result.code === 0 ? findOfficial() : undefined;
    if (official === undefined) report("Electron's official download is out of reach from here.");
    return official;
  });
}
