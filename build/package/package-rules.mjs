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
