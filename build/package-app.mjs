// Packages the built app with electron-builder, an ffmpeg inside.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { writeIcons } from './icon.mjs';
import { withLock } from './setup/lock.mjs';
import { distFolder, modulesFolder, repositoryFolder, repositoryId } from './setup/paths.mjs';
import { report } from './setup/report.mjs';

/**
 * @param {import('./setup/setup.mjs').Runtime} runtime
 * @param {{ withInstallers: boolean }} options the unpacked app alone needs no network
 * @returns {Promise<string[]>} what was made
 */
export async function packageApp(runtime, { withInstallers }) {
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
        electronVersion: readFileSync(join(runtime.electronDist, 'version'), 'utf8').replace(/^v/, '').trim(),
        electronDist: runtime.electronDist,
        extraResources: ffmpegFiles(runtime.ffmpeg),
      },
    });
    return files.length > 0 ? files : [join(repositoryFolder, 'release')];
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
