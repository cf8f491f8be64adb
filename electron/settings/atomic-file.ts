/**
 * Writes a file so that after any crash either the old or the new content is there, whole: a temporary file beside it,
 * flushed, renamed over it, and the folder flushed. Writers of one path take turns.
 */
import { open, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error.ts';

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

/** Removes what writers of `path` left behind that were killed on the way; those that still run keep theirs. */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const prefix = `.${basename(path)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks, and does nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @throws AppError `settings/write-failed`; the old content is then untouched. */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  let isTemporaryThere = false;
  try {
    await mkdir(folder, { recursive: true });
    const handle = await open(temporary, 'w', 0o600);
    isTemporaryThere = true;
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await flushFolder(folder);
  } catch (error) {
    if (isTemporaryThere) await rm(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'settings/write-failed',
      { message: `${basename(path)} could not be written: ${reason}` },
      error,
    );
  }
}
