// Packages the built app with electron-builder, an ffmpeg inside.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { writeIcons } from './icon.mjs';
import { describeSigning, packageRefusal, unsafeTestBuild, writeSums } from './package-rules.mjs';
import { electronVersionIn, pinnedElectron } from './setup/electron.mjs';
import { withLock } from './setup/lock.mjs';
import { distFolder, modulesFolder, repositoryFolder, repositoryId } from './setup/paths.mjs';
import { SetupError, report } from './setup/report.mjs';

/**
 * @param {import('./setup/setup.mjs').Runtime} runtime
 * @param {{ withInstallers: boolean, isUnsafeTestBuild?: boolean }} options the unpacked app alone needs no network; an
 *   unsafe test build takes whatever Electron is there, and switches that let a test drive it
 * @returns {Promise<string[]>} what was made
 */
export async function packageApp(runtime, { withInstallers, isUnsafeTestBuild = false }) {
  const electronVersion = electronVersionIn(runtime.electronDist);
  const refusal = packageRefusal(electronVersion, pinnedElectron(), { withInstallers, isUnsafeTestBuild });
  if (refusal !== undefined) throw new SetupError(refusal);
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  return withLock(`package-${repositoryId}`, async () => {
    writeIcons(join(distFolder, 'icons'));
    const { build, Platform } = await import('electron-builder');
    const config = createRequire(import.meta.url)('../electron-builder.config.cjs');
    report(`Packaging, with ffmpeg from ${runtime.ffmpeg}…`);
    const files = await build({
      projectDir: repositoryFolder,
      targets: withInstallers ? Platform.current().createTarget() : Platform.current().createTarget('dir'),
      publish: 'never',
      config: {
        ...config,
        ...(isUnsafeTestBuild ? unsafeTestBuild(config) : {}),
        electronVersion,
        electronDist: runtime.electronDist,
        extraResources: ffmpegFiles(runtime.ffmpeg),
      },
    });
    if (!withInstallers) return files.length > 0 ? files : [join(repositoryFolder, 'release')];
    report(describeSigning(process.platform, process.env));
    return [...files, writeSums(join(repositoryFolder, 'release'), files)];
  });
}

/**
 * ffmpeg goes to `resources/ffmpeg`, with the licence it came with.
 * @param {string} ffmpeg
 */
function ffmpegFiles(ffmpeg) {
  const files = [{ from: ffmpeg, to: basename(ffmpeg).endsWith('.exe') ? 'ffmpeg.exe' : 'ffmpeg' }];
  const isStatic = ffmpeg.startsWith(join(modulesFolder, 'ffmpeg-static'));
  const licence = isStatic ? `${ffmpeg}.LICENSE` : '/usr/share/doc/ffmpeg/copyright';
  if (existsSync(licence)) files.push({ from: licence, to: 'ffmpeg.LICENSE.txt' });
  return files;
}
