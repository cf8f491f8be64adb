// The files of a release: which there must be, whether the updater's lists fit them, and their hashes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ffmpegSource } from '../ffmpeg/pins.mjs';

/** What the formats call the processors in their files' names. */
const PROCESSOR_NAMES = new Map([
  ['AppImage x64', 'x86_64'],
  ['rpm x64', 'x86_64'],
  ['rpm arm64', 'aarch64'],
  ['deb x64', 'amd64'],
]);
const SYSTEMS = /** @type {const} */ ([
  ['mac', ['dmg', 'zip']],
  ['win', ['exe']],
  ['linux', ['AppImage', 'deb', 'rpm']],
]);
const PROCESSORS = ['x64', 'arm64'];

/**
 * @param {string} version
 * @param {'mac' | 'win' | 'linux'} system
 * @param {string} format
 * @param {string} processor
 */
export function installerName(version, system, format, processor) {
  const named = PROCESSOR_NAMES.get(`${format} ${processor}`) ?? processor;
  return `Upcast-${version}-${system}-${named}.${format}`;
}

/**
 * @param {string} version
 * @returns {string[]} the bill of materials of one system and processor
 */
export function billNames(version) {
  return SYSTEMS.flatMap(([system]) =>
    PROCESSORS.map((processor) => billName(version, `${system}-${processor}`)),
  );
}

/**
 * @param {string} version
 * @param {string} target such as `win-arm64`
 */
export function billName(version, target) {
  return `Upcast-${version}-${target}.cdx.json`;
}

/** @param {string} version */
export function installerNames(version) {
  return SYSTEMS.flatMap(([system, formats]) =>
    formats.flatMap((format) =>
      PROCESSORS.map((processor) => installerName(version, system, format, processor)),
    ),
  );
}

/** The updater's lists; those of Linux are apart by processor. */
export const updateLists = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml'];

/**
 * What a folder of a whole release lacks or has wrong; empty when nothing.
 * @param {string} folder
 * @param {string} version
 * @returns {string[]}
 */
export function faultsOfRelease(folder, version) {
  const expected = [...installerNames(version), ...billNames(version), ...updateLists, ffmpegSource.fileName];
  const missing = expected
    .filter((name) => !existsSync(join(folder, name)))
    .map((name) => `${name} is missing`);
  const lists = updateLists.filter((name) => existsSync(join(folder, name)));
  return [...missing, ...lists.flatMap((name) => faultsOfList(folder, name, version))];
}

/**
 * @param {string} folder
 * @param {string} list
 * @param {string} version
 */
function faultsOfList(folder, list, version) {
  const text = readFileSync(join(folder, list), 'utf8');
  const faults = [];
  const listed = /^version: (.+)$/m.exec(text)?.[1];
  if (listed !== version) faults.push(`${list} is of version ${listed ?? 'unknown'}, not ${version}`);
  const files = [...text.matchAll(/- url: (.+)\n\s+sha512: (.+)$/gm)];
  if (files.length === 0) faults.push(`${list} names no file`);
  for (const [, name = '', sha512] of files) {
    const path = join(folder, name.trim());
    if (!existsSync(path)) faults.push(`${list} names ${name}, which is missing`);
    else if (hashOf(path, 'sha512', 'base64') !== sha512?.trim())
      faults.push(`${list} has another hash than ${name}`);
  }
  return faults;
}

/**
 * Names the files by their whole addresses, so that a list holds wherever it lies, and writes the lists of the channel of
 * betas. A stable version is the newest for everyone; a beta for those alone who want betas.
 * @param {string} folder
 * @param {{ version: string, home: string }} release
 * @returns {string[]} the lists that there are now
 */
export function writeChannels(folder, { version, home }) {
  const isBeta = version.includes('-');
  return updateLists.flatMap((name) => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8').replace(
      /^(\s*- url|path): (?!https:)(.+)$/gm,
      `$1: ${home}/releases/download/v${version}/$2`,
    );
    const beta = name.replace(/^latest/, 'beta');
    writeFileSync(join(folder, beta), text);
    if (isBeta) rmSync(path);
    else writeFileSync(path, text);
    return isBeta ? [beta] : [name, beta];
  });
}

/**
 * Offers an update to a share of the users: the updater's lists say how large it is.
 * @param {string} folder
 * @param {number} percent
 */
export function setStaging(folder, percent) {
  for (const name of readdirSync(folder).filter((each) => /^(latest|beta)[a-z0-9-]*\.yml$/.test(each))) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8').replace(/^stagingPercentage: .*\n/m, '');
    writeFileSync(path, percent === 100 ? text : `${text.trimEnd()}\nstagingPercentage: ${percent}\n`);
  }
}

/**
 * @param {string} folder
 * @param {string} name
 */
export function sha256Of(folder, name) {
  return hashOf(join(folder, name), 'sha256', 'hex');
}

/** @param {string} folder the release's own files, without what was unpacked beside them */
export function filesOfRelease(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
    .map((entry) => join(folder, entry.name));
}

/**
 * @param {string} path
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 */
function hashOf(path, algorithm, encoding) {
  return createHash(algorithm).update(readFileSync(path)).digest(encoding);
}
