/**
 * Writes a file so that after any crash either the old or the new content is there, whole: a temporary file beside it,
 * flushed, renamed over it, and the folder flushed. Writers of one path take turns.
 */
import { open, mkdir, rename, rm } from 'node:fs/promises';
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
