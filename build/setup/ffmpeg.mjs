// Finds ffmpeg: a path the user set, the pinned one, the system's. On Debian and Ubuntu as root, installs it.
import { join } from 'node:path';
import { bringPinnedFfmpeg, folderOfTarget, programName } from '../ffmpeg/fetch.mjs';
import { ffmpegPins, ffmpegVersion } from '../ffmpeg/pins.mjs';
import { aptInstall, canUseApt } from './debian.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { SetupError, report } from './report.mjs';
import { findCommand, isExecutable, run } from './run.mjs';

const here = `${process.platform}-${process.arch}`;
const pinnedFolder = join(cacheFolder, `ffmpeg-${ffmpegVersion}`);

/**
 * @param {string | undefined} known what an earlier start found
 * @param {{ folder?: string, bring?: typeof bringPinnedFfmpeg }} [doubles] for tests
 * @returns {Promise<string>} the path of an ffmpeg that starts
 */
export async function ensureFfmpeg(known, { folder = pinnedFolder, bring = bringPinnedFfmpeg } = {}) {
  const chosen = process.env['UPCAST_FFMPEG'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new SetupError(
      `There is no program at ${chosen}: correct UPCAST_FFMPEG, or unset it to let Upcast look for ffmpeg.`,
    );
  }
  if (known !== undefined && isExecutable(known)) return known;
  const pinned = ffmpegPins[here] === undefined ? undefined : await findPinned(folder, bring);
  if (pinned !== undefined) return pinned;
  const system = findCommand('ffmpeg');
  if (system !== undefined) return system;
  if (canUseApt()) {
    await aptInstall(['ffmpeg']);
    const installed = findCommand('ffmpeg');
    if (installed !== undefined) return installed;
  }
  throw new SetupError(`Upcast needs ffmpeg: ${installHint()} and run the command again.`);
}

/**
 * @param {string} folder
 * @param {typeof bringPinnedFfmpeg} bring
 * @returns {Promise<string | undefined>}
 */
async function findPinned(folder, bring) {
  const program = join(folder, folderOfTarget(here), programName(here));
  if (isExecutable(program)) return program;
  return withLock('ffmpeg', async () => {
    if (isExecutable(program)) return program;
    try {
      await bring(here, folder);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      report(error.message);
      report("Looking for the system's ffmpeg.");
      return undefined;
    }
    const { code } = await run(program, ['-version']);
    if (code === 0) return program;
    report("The pinned ffmpeg doesn't run here; looking for the system's.");
    return undefined;
  });
}

function installHint() {
  if (process.platform === 'darwin') return 'install it with `brew install ffmpeg`';
  if (process.platform === 'win32') return 'install it with `winget install ffmpeg`';
  return 'install it with `sudo apt-get install ffmpeg` (or your system’s package manager)';
}
