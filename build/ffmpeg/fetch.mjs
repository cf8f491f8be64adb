// Brings the pinned ffmpeg of a system and processor: start-up uses this machine's, packaging each one. Nothing is used whose
// hash differs.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../setup/paths.mjs';
import { SetupError, report } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { listZip, readFromTgz } from '../setup/unzip.mjs';
import { faultsOfFile } from './policy.mjs';
import { ffmpegPins, ffmpegSource, ffmpegVersion } from './pins.mjs';

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
/** What electron-builder calls the systems in `${os}`. */
const SYSTEM_FOLDERS = { darwin: 'mac', win32: 'win', linux: 'linux' };

/**
 * @callback Fetch
 * @param {string} url
 * @param {string} path where the file is to lie
 * @returns {Promise<void>}
 */

/**
 * @param {string} target such as `win32-arm64`
 * @returns {string} the folder's name, such as `win-arm64`
 */
export function folderOfTarget(target) {
  const [platform = '', processor = ''] = target.split('-');
  return `${SYSTEM_FOLDERS[/** @type {keyof typeof SYSTEM_FOLDERS} */ (platform)]}-${processor}`;
}

/**
 * Puts the pinned ffmpeg of a target, its license and where its source is below `folder`.
 * @param {string} target
 * @param {string} folder
 * @param {{ pins?: typeof ffmpegPins, source?: typeof ffmpegSource, downloads?: string, fetchFile?: Fetch }} [options]
 */
export async function bringPinnedFfmpeg(target, folder, options = {}) {
  const { pins = ffmpegPins, source = ffmpegSource } = options;
  const pin = pins[target];
  if (pin === undefined)
    throw new SetupError(`No ffmpeg is pinned for ${target}: add it to build/ffmpeg/pins.mjs.`);
  const archive = await fetchPinned(pin, options);
  const sourceArchive = await fetchPinned(source, options);
  mkdirSync(folder, { recursive: true });
  const partial = mkdtempSync(join(folder, 'partial-'));
  try {
    const program = join(partial, programName(target));
    await unpackProgram(archive, program);
    const faults = faultsOfFile(program, target);
    if (faults.length > 0)
      throw new SetupError(`The ffmpeg pinned for ${target} can't be used: ${faults.join('; ')}.`);
    const licence = readFromTgz(readFileSync(sourceArchive), (name) => name.endsWith(`/${source.licence}`));
    writeFileSync(join(partial, 'ffmpeg.LICENSE.txt'), licence);
    writeFileSync(join(partial, 'ffmpeg.SOURCE.txt'), sourceOffer(pin.url, source));
    chmodSync(partial, 0o755);
    const into = join(folder, folderOfTarget(target));
    rmSync(into, { recursive: true, force: true });
    renameSync(partial, into);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** @param {string} target */
export function programName(target) {
  return target.startsWith('win32') ? 'ffmpeg.exe' : 'ffmpeg';
}

/**
 * The source archive, to lie beside the installers.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function bringFfmpegSource(folder) {
  const path = join(folder, ffmpegSource.fileName);
  copyFileSync(await fetchPinned(ffmpegSource), path);
  return path;
}

/**
 * The GPL's offer: what this program is, and where its source lies.
 * @param {string} origin
 * @param {{ url: string, fileName: string }} source
 */
function sourceOffer(origin, { url, fileName }) {
  return [
    `Upcast runs the ffmpeg beside this file as a program of its own. It is FFmpeg ${ffmpegVersion}, unchanged, from`,
    `${origin}`,
    'and under the GNU General Public License, version 3 or later (ffmpeg.LICENSE.txt).',
    '',
    `Its source, with the recipes that fetch and build its libraries, lies beside the installers as ${fileName}, and at`,
    `${url}`,
    '',
  ].join('\n');
}

/**
 * @param {{ url: string, sha256: string }} pin
 * @param {{ downloads?: string, fetchFile?: Fetch }} [options]
 * @returns {Promise<string>} a file whose hash is the pinned one
 */
async function fetchPinned(
  { url, sha256 },
  { downloads = join(cacheFolder, 'downloads'), fetchFile = fetchOverHttps } = {},
) {
  const path = join(downloads, `${sha256.slice(0, 16)}-${basename(url)}`);
  if (existsSync(path) && (await hashOf(path)) === sha256) return path;
  mkdirSync(downloads, { recursive: true });
  const folder = mkdtempSync(join(downloads, 'partial-'));
  const partial = join(folder, basename(url));
  report(`Fetching ${basename(url)}…`);
  try {
    await fetchFile(url, partial);
    const found = await hashOf(partial);
    if (found !== sha256) {
      throw new SetupError(`${url} is not what is pinned: its SHA-256 is ${found}, and ${sha256} is wanted.`);
    }
    renameSync(partial, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return path;
}

/** @type {Fetch} */
async function fetchOverHttps(url, path) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    // Node's own types tell its web streams from the browser's.
    const body = /** @type {import('node:stream/web').ReadableStream} */ (response.body);
    await pipeline(Readable.fromWeb(body), createWriteStream(path));
  } catch (error) {
    throw new SetupError(`${url} could not be downloaded (${causeOf(error)}).`);
  }
}

/**
 * Node says why a fetch failed in the cause alone.
 * @param {unknown} error
 */
function causeOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * @param {string} archive a zip, or a tar of any compression that the system's tar reads
 * @param {string} program where ffmpeg is to lie
 */
async function unpackProgram(archive, program) {
  const name = basename(program);
  if (archive.endsWith('.zip')) {
    const entry = listZip(readFileSync(archive)).find((each) => basename(each.name) === name);
    if (entry === undefined) throw new SetupError(`${basename(archive)} holds no ${name}.`);
    writeFileSync(program, entry.read());
  } else {
    const folder = mkdtempSync(join(archive, '..', 'partial-'));
    try {
      const { code, output } = await run('tar', ['-xf', archive, '-C', folder]);
      if (code !== 0)
        throw new SetupError(`tar could not unpack ${basename(archive)} (${output.trim()}): install xz.`);
      const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
        (each) => basename(each) === name,
      );
      if (path === undefined) throw new SetupError(`${basename(archive)} holds no ${name}.`);
      copyFileSync(join(folder, path), program);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  chmodSync(program, 0o755);
}
