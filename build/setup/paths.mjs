// Where start-up reads and writes: the repository and the user's cache folder, nothing else.
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const distFolder = join(repositoryFolder, 'dist');
export const modulesFolder = join(repositoryFolder, 'node_modules');
/** What start-up found, read by everything that launches the app. */
export const runtimeFile = join(distFolder, 'runtime.json');

/** @returns {string} the user's cache folder for Upcast */
function findCacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'upcast', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'upcast');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'upcast');
}

export const cacheFolder = findCacheFolder();

/** Tells two clones of the repository apart within the cache folder. */
export const repositoryId = createHash('sha256').update(repositoryFolder).digest('hex').slice(0, 16);
