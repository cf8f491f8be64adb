/** Looks for files by their names in a folder that the person chose, and in the folders within. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { baseName } from './exported-folder.ts';

const MAX_DEPTH = 6;
/** Names looked at: a whole disk would take for ever. */
const MAX_NAMES = 50_000;

/** Where each of the paths was found; those that weren't are absent. Upper and lower case are one. */
export async function findFiles(
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(paths.map((path) => [baseName(path).toLowerCase(), path]));
  const found = new Map<string, string>();
  let folders = [folder];
  let count = 0;
  for (let depth = 0; depth < MAX_DEPTH && folders.length > 0; depth += 1) {
    const next: string[] = [];
    for (const each of folders) {
      // oxlint-disable-next-line no-await-in-loop -- nearer folders come first
      for (const entry of await readdir(each, { withFileTypes: true }).catch(() => [])) {
        count += 1;
        if (count > MAX_NAMES) return found;
        if (entry.isDirectory()) next.push(join(each, entry.name));
        const path = entry.isFile() ? wanted.get(entry.name.toLowerCase()) : undefined;
        if (path !== undefined && !found.has(path)) found.set(path, join(each, entry.name));
      }
    }
    folders = next;
  }
  return found;
}
