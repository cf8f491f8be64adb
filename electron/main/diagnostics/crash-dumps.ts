/** Dumps of processes that crash: into a folder of the profile, which the owner alone can read. Nothing is sent anywhere. */
import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import { makePrivateFolder } from '../../settings/private-folder.ts';

const FOLDER_NAME = 'crash-dumps';

export function dumpFolder(): string {
  return join(app.getPath('userData'), FOLDER_NAME);
}

/** Before `ready`, so that every process is watched. @throws what the file system throws */
export function keepCrashDumps(): void {
  const folder = dumpFolder();
  makePrivateFolder(folder);
  app.setPath('crashDumps', folder);
  crashReporter.start({ uploadToServer: false, compress: false });
}
