// Packages the built app with electron-builder: an ffmpeg and the licenses of everything inside.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { writeIcons } from './icon.mjs';
import { packageRefusal, unsafeTestBuild, writeSums } from './package-rules.mjs';
import { billName } from '../release/artifacts.mjs';
import { readPackages } from '../release/bundled-packages.mjs';
import { bringFfmpegSource, bringPinnedFfmpeg, folderOfTarget, programName } from '../ffmpeg/fetch.mjs';
import { ffmpegPins, ffmpegVersion } from '../ffmpeg/pins.mjs';
import { readFfmpegFacts } from '../ffmpeg/policy.mjs';
import { componentsOf, noticesText } from '../release/notices.mjs';
import { installerConfig, isRelease, missingForInstallers, targetsOf } from '../release/release-config.mjs';
import { makeSbom } from '../release/sbom.mjs';
import { electronVersionIn, pinnedElectron } from '../setup/electron.mjs';
import { withLock } from '../setup/lock.mjs';
import { distFolder, repositoryFolder, repositoryId } from '../setup/paths.mjs';
import { SetupError, report } from '../setup/report.mjs';

const releaseFolder = join(repositoryFolder, 'release');
const programsFolder = join(distFolder, 'ffmpeg');
const noticesFolder = join(distFolder, 'notices');
const here = `${process.platform}-${process.arch}`;

/**
 * @typedef {object} PackageOptions
 * @property {boolean} withInstallers for every processor of this system, with the pinned ffmpeg; the unpacked app alone
 *   needs no network, and takes the ffmpeg that is here
 * @property {boolean} [isUnsafeTestBuild] takes whatever Electron is there, and switches that let a test drive it
 */

/**
 * @param {import('../setup/setup.mjs').Runtime} runtime
 * @param {PackageOptions} options
 * @param {{ build?: typeof import('electron-builder').build, env?: NodeJS.ProcessEnv }} [doubles] for tests
 * @returns {Promise<string[]>} what was made
 */
export async function packageApp(runtime, { withInstallers, isUnsafeTestBuild = false }, doubles = {}) {
  const { env = process.env } = doubles;
  const electronVersion = electronVersionIn(runtime.electronDist);
  const refusal = packageRefusal(electronVersion, pinnedElectron(), { withInstallers, isUnsafeTestBuild });
  if (refusal !== undefined) throw new SetupError(refusal);
  const missing = withInstallers ? missingForInstallers(process.platform, env) : [];
  if (missing.length > 0) throw new SetupError(`Set these first, see RELEASING.md: ${missing.join(', ')}.`);
  const { bundleApp } = await import('../bundle.mjs');
  await bundleApp();
  return withLock(`package-${repositoryId}`, async () => {
    const electronBuilder = await import('electron-builder');
    const { build = electronBuilder.build } = doubles;
    /** @type {import('electron-builder').Configuration} */
    const config = createRequire(import.meta.url)('../../electron-builder.config.cjs');
    writeIcons(join(distFolder, 'icons'));
    const targets = withInstallers ? targetsOf(config, process.platform) : [here];
    rmSync(programsFolder, { recursive: true, force: true });
    for (const target of targets) {
      if (withInstallers) await bringPinnedFfmpeg(target, programsFolder);
      else takeFfmpegFromHere(runtime.ffmpeg);
    }
    writeNotices(electronVersion, targets, withInstallers);
    report(`Packaging for ${targets.join(', ')}…`);
    const platform = electronBuilder.Platform.current();
    const files = await build({
      projectDir: repositoryFolder,
      targets: withInstallers ? platform.createTarget() : platform.createTarget('dir'),
      publish: 'never',
      config: withInstallers
        ? // electron-builder fetches each processor's Electron, and checks it.
          { ...installerConfig(config, env), electronVersion }
        : {
            ...config,
            ...(isUnsafeTestBuild ? unsafeTestBuild(config) : {}),
            electronVersion,
            electronDist: runtime.electronDist,
          },
    });
    if (!withInstallers) return files.length > 0 ? files : [releaseFolder];
    if (!isRelease(env)) report('NOT A RELEASE: installers may be unsigned. Do not publish them.');
    const { version } = readJson('package.json');
    const bills = targets.map((target) => {
      const path = join(releaseFolder, billName(version, folderOfTarget(target)));
      copyFileSync(join(programsFolder, folderOfTarget(target), 'sbom.cdx.json'), path);
      return path;
    });
    const all = [...files, ...bills, await bringFfmpegSource(releaseFolder)];
    return [...all, writeSums(releaseFolder, all)];
  });
}

/**
 * The unpacked app takes the ffmpeg that this machine runs, with what lies beside it about its license.
 * @param {string} ffmpeg
 */
function takeFfmpegFromHere(ffmpeg) {
  const folder = join(programsFolder, folderOfTarget(here));
  mkdirSync(folder, { recursive: true });
  copyFileSync(ffmpeg, join(folder, programName(here)));
  const beside = ['ffmpeg.LICENSE.txt', 'ffmpeg.SOURCE.txt'].map((name) => join(dirname(ffmpeg), name));
  for (const path of beside) if (existsSync(path)) copyFileSync(path, join(folder, basename(path)));
  const ofDebian = '/usr/share/doc/ffmpeg/copyright';
  if (ffmpeg.startsWith('/usr/bin/') && existsSync(ofDebian))
    copyFileSync(ofDebian, join(folder, 'ffmpeg.LICENSE.txt'));
}

/**
 * @param {string} electronVersion
 * @param {readonly string[]} targets
 * @param {boolean} isPinned whether the ffmpegs are the pinned ones
 */
function writeNotices(electronVersion, targets, isPinned) {
  const components = componentsOf(readPackages());
  mkdirSync(noticesFolder, { recursive: true });
  copyFileSync(join(repositoryFolder, 'LICENSE'), join(noticesFolder, 'LICENSE.txt'));
  writeFileSync(join(noticesFolder, 'THIRD-PARTY.txt'), noticesText(components));
  const { version } = readJson('package.json');
  const { packages } = readJson('package-lock.json');
  const integrity = Object.fromEntries(
    components.map(({ name }) => [name, packages[`node_modules/${name}`]?.integrity]),
  );
  for (const target of targets) {
    const folder = join(programsFolder, folderOfTarget(target));
    const program = readFileSync(join(folder, programName(target)));
    const ffmpeg = {
      version: isPinned ? ffmpegVersion : (readFfmpegFacts(program).version ?? 'unknown'),
      sha256: createHash('sha256').update(program).digest('hex'),
      url: isPinned ? ffmpegPins[target]?.url : undefined,
    };
    const bill = makeSbom({ version, electronVersion, components, integrity, ffmpeg });
    writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  }
}

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(repositoryFolder, name), 'utf8'));
}
