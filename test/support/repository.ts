/** This repository's folder, found alike from a test's source and from a tool that was built of it into `dist/tools`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const repositoryFolder = folderWithPackage(import.meta.dirname);

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(folder) === folder) throw new Error('no folder above holds a package.json');
  return folderWithPackage(dirname(folder));
}
