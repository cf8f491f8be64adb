/** Folders that only the owner may read. */
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

const OWNER_ONLY = 0o700;

/** Makes the folder, or closes one of before to others. A link in its place is left as it is. @throws what the file system throws */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY });
  const found = lstatSync(path);
  if (found.isDirectory() && (found.mode & 0o777) !== OWNER_ONLY) chmodSync(path, OWNER_ONLY);
}
