// Locks between processes: a file that is there while its owner lives. The file appears with its content in one step,
// its owner touches it while working, and one whose owner is gone is taken over.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';
import { report } from './report.mjs';

const TOUCH_EVERY_MS = 2000;
/** A lock nobody touched for this long has no owner any more, even where its process id lives on in another process. */
const STALE_AFTER_MS = 60_000;
const LOOK_AGAIN_AFTER_MS = 200;

/**
 * Runs `work` while no other process runs work under the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function withLock(name, work, folder = join(cacheFolder, 'locks')) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.lock`);
  let hasSaidSo = false;
  while (!tryTake(path)) {
    if (!hasSaidSo) report('Another Upcast is setting up; waiting for it…');
    hasSaidSo = true;
    await delay(LOOK_AGAIN_AFTER_MS);
  }
  const timer = setInterval(() => utimesSync(path, new Date(), new Date()), TOUCH_EVERY_MS);
  const remove = () => rmSync(path, { force: true });
  process.once('exit', remove);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.off('exit', remove);
    remove();
  }
}

/** @param {string} path */
function tryTake(path) {
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    removeIfStale(path, mine);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Moves a dead owner's lock aside. The move is atomic, so of several that try one wins.
 * @param {string} path
 * @param {string} mine
 */
function removeIfStale(path, mine) {
  try {
    const ownerPid = Number(readFileSync(path, 'utf8'));
    const isUntouched = Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS;
    if (isAlive(ownerPid) && !isUntouched) return;
    const aside = `${mine}.stale`;
    renameSync(path, aside);
    rmSync(aside);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
