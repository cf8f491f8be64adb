// What may be packaged, under which name, and what is said about it: hashes and signatures.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Why this must not be packaged; undefined when it may.
 * @param {string} version of the Electron that is here
 * @param {string} pinned
 * @param {{ withInstallers: boolean, isUnsafeTestBuild: boolean }} options
 * @returns {string | undefined}
 */
export function packageRefusal(version, pinned, { withInstallers, isUnsafeTestBuild }) {
  if (isUnsafeTestBuild) {
    return withInstallers ? 'An unsafe test build is for tests: it is not made into installers.' : undefined;
  }
  if (version === pinned) return undefined;
  return (
    `Upcast is packaged with Electron ${pinned}, and this machine has the stand-in ${version}, which lacks security fixes: ` +
    'check the network (or set ELECTRON_MIRROR) and run the command again. For tests alone: --unsafe-test-build.'
  );
}

/**
 * The configuration of a build that nobody should mistake for a release: its name says it, its settings lie elsewhere.
 * @param {{ productName?: string | null }} config
 */
export function unsafeTestBuild({ productName }) {
  const name = `${productName} (unsafe test build)`;
  return { productName: name, extraMetadata: { productName: name, isUnsafeTestBuild: true } };
}

/**
 * Writes `SHA256SUMS` over what was made, in the form that `sha256sum --check` reads.
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {string} its path
 */
export function writeSums(folder, files) {
  const lines = [...files].sort().map((file) => {
    return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`;
  });
  const path = join(folder, 'SHA256SUMS');
  writeFileSync(path, lines.join(''));
  return path;
}

/**
 * electron-builder signs with what these variables name; without them it packages unsigned, and that is said.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function describeSigning(platform, env) {
  if (platform === 'linux') return 'Not signed: sign SHA256SUMS with your own key before you publish it.';
  const certificate = platform === 'win32' ? (env['WIN_CSC_LINK'] ?? env['CSC_LINK']) : env['CSC_LINK'];
  if (certificate === undefined || certificate === '') {
    return 'NOT SIGNED: CSC_LINK names no certificate. Systems warn of such installers: do not publish them.';
  }
  if (platform !== 'darwin') return 'Signed with the certificate of CSC_LINK.';
  return canNotarize(env)
    ? 'Signed with the certificate of CSC_LINK, and notarised.'
    : 'Signed, NOT NOTARISED: set APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER.';
}

/** @param {NodeJS.ProcessEnv} env */
export function canNotarize(env) {
  return ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'].every((name) => Boolean(env[name]));
}
