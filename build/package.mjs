// `npm run package`: packages the built app with an ffmpeg inside. Without arguments it makes what this machine can make
// offline, the unpacked app (`dir`); `--all` makes this platform's installers, for which electron-builder downloads helpers.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { writeIcons } from './icon.mjs';
import { distFolder, modulesFolder, repositoryFolder } from './setup/paths.mjs';
import { report, runCommand } from './setup/report.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand(async () => {
  const isAll = process.argv.includes('--all');
  const runtime = await setUp();
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  writeIcons(join(distFolder, 'icons'));
  const { build, Platform } = await import('electron-builder');
  const config = createRequire(import.meta.url)('../electron-builder.config.cjs');
  report(`Packaging with ffmpeg from ${runtime.ffmpeg}…`);
  const outputs = await build({
    projectDir: repositoryFolder,
    targets: isAll ? Platform.current().createTarget() : Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronVersion: readFileSync(join(runtime.electronDist, 'version'), 'utf8').replace(/^v/, '').trim(),
      electronDist: runtime.electronDist,
      extraResources: ffmpegFiles(runtime.ffmpeg),
    },
  });
  process.stdout.write(`${outputs.length > 0 ? outputs.join('\n') : join(repositoryFolder, 'release')}\n`);
  return 0;
});

/**
 * ffmpeg goes to `resources/ffmpeg`, with the licence it came with.
 * @param {string} ffmpeg
 */
function ffmpegFiles(ffmpeg) {
  const files = [{ from: ffmpeg, to: basename(ffmpeg).endsWith('.exe') ? 'ffmpeg.exe' : 'ffmpeg' }];
  const licences = [
    join(modulesFolder, 'ffmpeg-static', 'ffmpeg.LICENSE'),
    '/usr/share/doc/ffmpeg/copyright',
  ];
  const licence = licences.find((path) => existsSync(path));
  if (licence !== undefined) files.push({ from: licence, to: 'ffmpeg.LICENSE.txt' });
  return files;
}
