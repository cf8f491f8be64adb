/**
 * Pictures on their way from the page to the engine lie in files of the browser profile. They have no name where the system allows that;
 * Windows keeps it, so there the files are removed when the app ends, and at its next start where that failed.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, win32 } from 'node:path';

/** Where Chromium keeps the private files of pages; by its version the one or the other. */
const FOLDERS = ['File System', 'WebStorage'] as const;
/** Files of pictures have some megabytes; what Chromium keeps there for itself has less. */
const LEAST_BYTES = 1_000_000;
/** Chromium lets go of them once the window's process has ended. */
const PATIENCE_MS = 500;
const PAUSE_MS = 50;

/** Windows copies the roaming folder to servers, backs it up and indexes it. Undefined: the profile lies beside the settings. */
export function localProfile(
  platform: NodeJS.Platform,
  localAppData: string | undefined,
  name: string,
): string | undefined {
  return platform === 'win32' && localAppData !== undefined ? win32.join(localAppData, name) : undefined;
}

/** @returns whether none is left. */
export function removePagePictures(profile: string, remove: (path: string) => void = rmSync): boolean {
  let isClean = true;
  for (const path of FOLDERS.flatMap((name) => largeFilesBelow(join(profile, name)))) {
    try {
      remove(path);
    } catch {
      // Still open.
      isClean = false;
    }
  }
  return isClean;
}

/** The same until Chromium has let go of them. */
export async function removePagePicturesSoon(profile: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    if (removePagePictures(profile)) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function largeFilesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LEAST_BYTES);
  } catch {
    // No such folder yet.
    return [];
  }
}
