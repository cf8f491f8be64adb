/** Where the recording of a rehearsal is kept: the window's newest, and the newest of each `live`, so that none writes into another's. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../../settings/private-folder.ts';
import { isRunning } from '../../settings/process-running.ts';

/** Of publishers after the first, the receiver makes names with a number behind. */
const LIVE_TAKE = /^live-(\d+)(-\d+)?\.flv$/;

/** The path for this process. A `live` removes the recordings of those that are gone. */
export function prepareRehearsalFile(userData: string, isLive: boolean): string {
  const folder = join(userData, 'takes');
  makePrivateFolder(folder);
  if (!isLive) return join(folder, 'rehearsal.flv');
  for (const name of readdirSync(folder)) {
    const pid = LIVE_TAKE.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
  return join(folder, `live-${process.pid}.flv`);
}
