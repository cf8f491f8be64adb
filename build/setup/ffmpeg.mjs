// Finds ffmpeg: a path the user set, ffmpeg-static's, the system's. On Debian and Ubuntu as root, installs it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptInstall, canUseApt } from './debian.mjs';
import { isPinned } from './ffmpeg-pin.mjs';
import { withLock } from './lock.mjs';
import { modulesFolder, repositoryId } from './paths.mjs';
import { SetupError, report } from './report.mjs';
import { findCommand, isExecutable, run } from './run.mjs';

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const packageFolder = join(modulesFolder, 'ffmpeg-static');
const staticBinary = join(packageFolder, process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg');

/**
 * @param {string | undefined} known what an earlier start found
 * @returns {Promise<string>} the path of an ffmpeg that starts
 */
export async function ensureFfmpeg(known) {
  const chosen = process.env['UPCAST_FFMPEG'] || process.env['FFMPEG_BIN'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new SetupError(
      `There is no program at ${chosen}: correct UPCAST_FFMPEG, or unset it to let Upcast look for ffmpeg.`,
    );
  }
  if (known !== undefined && isExecutable(known)) return known;
  if (isExecutable(staticBinary) && (await isPinned(staticBinary))) return staticBinary;
  if (existsSync(packageFolder) && (await downloadStatic())) return staticBinary;
  const system = findCommand('ffmpeg');
  if (system !== undefined) return system;
  if (canUseApt()) {
    await aptInstall(['ffmpeg']);
    const installed = findCommand('ffmpeg');
    if (installed !== undefined) return installed;
  }
  throw new SetupError(`Upcast needs ffmpeg: ${installHint()} and run the command again.`);
}

/** Runs ffmpeg-static's own installer, which npm may not have run. */
async function downloadStatic() {
  return withLock(`ffmpeg-${repositoryId}`, async () => {
    if (isExecutable(staticBinary)) {
      if (await isPinned(staticBinary)) return true;
      report(
        `${staticBinary} is not the ffmpeg that Upcast was built with; looking for the system's ffmpeg.`,
      );
      return false;
    }
    report("Downloading ffmpeg with ffmpeg-static's installer…");
    const script = join(packageFolder, 'install.js');
    const result = await run(process.execPath, [script], {
      cwd: dirname(script),
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    });
    const isThere = result.code === 0 && isExecutable(staticBinary);
    if (isThere && (await isPinned(staticBinary))) return true;
    report(
      `ffmpeg-static's download is ${isThere ? 'not the program that is pinned' : 'out of reach from here'}; ` +
        "looking for the system's ffmpeg.",
    );
    return false;
  });
}

function installHint() {
  if (process.platform === 'darwin') return 'install it with `brew install ffmpeg`';
  if (process.platform === 'win32') return 'install it with `winget install ffmpeg`';
  return 'install it with `sudo apt-get install ffmpeg` (or your system’s package manager)';
}
