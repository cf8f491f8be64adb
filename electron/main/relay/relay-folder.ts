/**
 * Writes a relay's files: readable by their owner alone, each one whole or not at all. Windows has no modes; there the access list of the
 * user's own folder does that, and no other folder is taken. Knows nothing of the window.
 */
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { basename, join, win32 } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { RelayFile } from '../../../shared/relay/relay-config.ts';
import { writeFileAtomically } from '../../settings/atomic-file.ts';

const OWNER_ALONE = 0o700;

export interface FolderOwner {
  readonly platform: NodeJS.Platform;
  /** The user's own folder. */
  readonly homeFolder: string;
}

/** Whether a folder made in `parent` can be closed to other users. */
export function isPrivatePlace(parent: string, { platform, homeFolder }: FolderOwner): boolean {
  if (platform !== 'win32') return true;
  const within = win32.relative(homeFolder, parent);
  return within !== '..' && !within.startsWith('..\\') && !win32.isAbsolute(within);
}

/** Makes what folders are missing and replaces files of the same name. @throws AppError `settings/write-failed`. */
export async function writeRelayFolder(folder: string, files: readonly RelayFile[]): Promise<void> {
  try {
    for (const path of [folder, join(folder, 'keys'), join(folder, 'authorities')]) {
      await mkdir(path, { recursive: true, mode: OWNER_ALONE });
      // Through a link the mode of another folder would change, and keys would lie there.
      if (!(await lstat(path)).isDirectory())
        throw withReason('settings/write-failed', 'relayFolderIsLink', { file: basename(path) });
      await chmod(path, OWNER_ALONE);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw withReason('settings/write-failed', 'relayFolderFailed', {}, error);
  }
  // Writes with mode 0600, whatever the file had before.
  for (const { path, content } of files) await writeFileAtomically(join(folder, ...path.split('/')), content);
}
