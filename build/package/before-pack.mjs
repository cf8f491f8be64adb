// What a package's own package.json says of its ffmpeg: the self-test compares the file that runs with it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { folderOfTarget } from '../ffmpeg/fetch.mjs';

/**
 * electron-builder packs one processor after the other, and reads the metadata anew for each.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function noteFfmpeg({ arch, electronPlatformName, packager }) {
  const config = /** @type {{ extraMetadata?: Record<string, unknown> }} */ (packager.config);
  const { ffmpegSha256: _, ...kept } = config.extraMetadata ?? {};
  config.extraMetadata = kept;
  // On other systems the signature, which goes into the file after this, vouches for it.
  if (electronPlatformName !== 'linux') return;
  const folder = folderOfTarget(`${electronPlatformName}-${Arch[arch]}`);
  const program = readFileSync(join(packager.info.projectDir, 'dist', 'ffmpeg', folder, 'ffmpeg'));
  config.extraMetadata = { ...kept, ffmpegSha256: createHash('sha256').update(program).digest('hex') };
}
