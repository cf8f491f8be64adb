/** What the next start says of an update, and what a person needs to go back to the version before: `update.json` and a copy of what is saved. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { FoundUpdate, InstalledUpdate } from '../../../shared/updates/update-state.ts';
import { COLLECTIONS_FOLDER, SETTINGS_FILE } from '../../settings/settings-store.ts';
import { makePrivateFolder } from '../../settings/private-folder.ts';

const NOTE_FILE = 'update.json';
/** An older version doesn't read settings of a newer one: these are put in their place to go back. */
const COPY_FOLDER = 'before-update';
const kept = [SETTINGS_FILE, COLLECTIONS_FOLDER, 'secrets.bin'] as const;

const noteSchema = z.object({
  from: z.string().max(100),
  version: z.string().max(100),
  notes: z.string().max(20_000),
});

export function copyFolder(folder: string): string {
  return join(folder, COPY_FOLDER);
}

/** Before the update is installed. @throws what the file system throws */
export function noteUpdate(folder: string, from: string, { version, notes }: FoundUpdate): void {
  const copy = copyFolder(folder);
  rmSync(copy, { recursive: true, force: true });
  makePrivateFolder(copy);
  for (const name of kept)
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name), { recursive: true });
  writeFileSync(join(folder, NOTE_FILE), JSON.stringify({ from, version, notes }), { mode: 0o600 });
}

/** What came of it; told once. Undefined when no update was to be installed. */
export function takeUpdateNote(
  folder: string,
  current: string,
): InstalledUpdate | 'notInstalled' | undefined {
  const path = join(folder, NOTE_FILE);
  try {
    const { from, version, notes } = noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return version === current ? { from, notes } : 'notInstalled';
  } catch {
    // Mostly there is none.
    return undefined;
  } finally {
    rmSync(path, { force: true });
  }
}
