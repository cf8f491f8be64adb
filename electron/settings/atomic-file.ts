/**
 * Writes a file so that after any crash either the old or the new content is there, whole: a temporary file beside it,
 * flushed, renamed over it, and the folder flushed. Writers of one path take turns.
 */
import { randomBytes } from 'node:crypto';
import { open, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ErrorDetails } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../shared/errors/system-code.ts';
import { isRunning } from './process-running.ts';

/** Names of temporary files; before a random part was added they had the process id alone. */
const TEMPORARY = /^\..+\.(\d{1,10})\.[0-9a-f]{16}\.tmp$/;
const OLDER_TEMPORARY = /^\..+\.(\d{1,10})\.tmp$/;

/** Windows refuses to rename a file that a virus scanner, the indexer or a backup has open for a moment. Two seconds in all. */
const RETRIES_MS: readonly number[] = [10, 20, 40, 80, 160, 320, 640, 730];
const HELD: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** `rename`, and again while another program holds one of the two. @throws what the file system throws. */
export async function renameFile(
  from: string,
  to: string,
  { platform, rename: move }: RenameParts = { platform: process.platform, rename },
): Promise<void> {
  for (const delayMs of platform === 'win32' ? RETRIES_MS : []) {
    try {
      return await move(from, to);
    } catch (error) {
      if (!HELD.has(systemCodeOf(error))) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  await move(from, to);
}

interface RenameParts {
  readonly platform: NodeJS.Platform;
  readonly rename: typeof rename;
}

/** Flushing a folder is how a rename is made durable; Windows has no such call and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Removes what writers into a folder of the app's own left behind that were killed on the way; those that still run keep
 * theirs. What cannot be removed stays: it is never read.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    // The random part may be all digits: the form with one comes first.
    const pid = (TEMPORARY.exec(name) ?? OLDER_TEMPORARY.exec(name))?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/**
 * Puts a file that cannot be used beside its place, so that the next save does not write over it. Gives the name it has
 * now; undefined when the file cannot be moved.
 */
export async function keepAside(path: string, nowMs: number): Promise<string | undefined> {
  const aside = `${path}.bad-${nowMs}`;
  try {
    await renameFile(path, aside);
  } catch {
    return undefined;
  }
  return basename(aside);
}

/** @throws AppError `settings/write-failed`; what is there then is whole: the old content, or the new if only flushing failed. */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  // Others may write into the folder too: a name that nobody can foresee, and no file or link that is there already.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(8).toString('hex')}.tmp`);
  let isTemporaryThere = false;
  try {
    await mkdir(folder, { recursive: true });
    const handle = await open(temporary, 'wx', 0o600);
    isTemporaryThere = true;
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameFile(temporary, path);
    await flushFolder(folder);
  } catch (error) {
    // What cannot be removed either is left for `removeLeftovers`; the first failure is the one to tell.
    if (isTemporaryThere) await rm(temporary, { force: true }).catch(() => undefined);
    throw withReason(
      'settings/write-failed',
      'notSaved',
      { file: basename(path), ...diskDetails(error) },
      error,
    );
  }
}

/** What the file system's error means: `disk` where it is known, else the system's code. */
export function diskDetails(error: unknown): ErrorDetails {
  const { code = '', errno = 0 } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  // Node has no name for EDQUOT.
  if (code === 'ENOSPC' || -errno === constants.errno.EDQUOT) return { disk: 'full' };
  if (code === 'EROFS') return { disk: 'readOnly' };
  if (code === 'EIO') return { disk: 'fault' };
  if (code === 'EACCES' || code === 'EPERM') return { disk: 'notAllowed' };
  return code === '' ? {} : { systemCode: code };
}
