// What is done to each unpacked app before it is signed: its processor checked, its plist tightened, its fuses set.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { setShippedFuses } from './fuses.mjs';
import { report } from '../setup/report.mjs';
import { targetOfFile } from '../ffmpeg/binary-header.mjs';
import { describeSizes, sizesByPart } from './sizes.mjs';

/**
 * What Electron shows without an app. electron-builder takes it out of what it downloads, not out of a folder.
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export function removeDefaultApp({ appOutDir, electronPlatformName }) {
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  rmSync(join(appOutDir, resources, 'default_app.asar'), { force: true });
}

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir, arch, electronPlatformName, packager }) {
  const target = `${electronPlatformName}-${Arch[arch]}`;
  const places = placesIn(appOutDir, electronPlatformName, packager);
  for (const program of [places.executable, places.ffmpeg]) {
    const found = targetOfFile(program);
    if (found !== target)
      throw new Error(`${program} is for ${found ?? 'no system known'}, in a package for ${target}`);
  }
  if (places.plist !== undefined) refuseArbitraryLoads(places.plist);
  await setShippedFuses(places.executable, electronPlatformName);
  report(`${target}: ${describeSizes(sizesByPart(appOutDir))}`);
}

/**
 * @param {string} appOutDir
 * @param {string} platform
 * @param {import('electron-builder').AfterPackContext['packager']} packager
 */
function placesIn(appOutDir, platform, packager) {
  const { productFilename } = packager.appInfo;
  if (platform === 'darwin') {
    const contents = join(appOutDir, `${productFilename}.app`, 'Contents');
    return {
      executable: join(contents, 'MacOS', productFilename),
      ffmpeg: join(contents, 'Resources', 'ffmpeg'),
      plist: join(contents, 'Info.plist'),
    };
  }
  const isWindows = platform === 'win32';
  const name = isWindows
    ? `${productFilename}.exe`
    : /** @type {import('electron-builder').LinuxPackager} */ (packager).executableName;
  return {
    executable: join(appOutDir, name),
    ffmpeg: join(appOutDir, 'resources', isWindows ? 'ffmpeg.exe' : 'ffmpeg'),
    plist: undefined,
  };
}

/**
 * electron-builder allows the system's own loader any unencrypted connection. The updater needs localhost alone, which
 * has an exception of its own.
 * @param {string} plist
 */
function refuseArbitraryLoads(plist) {
  const text = readFileSync(plist, 'utf8');
  writeFileSync(plist, text.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\s*\/>/g, '$1<false/>'));
}
