/** The packaged app in another version, and a file that starts it as an AppImage does: one program that can be replaced while it runs. */
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { repositoryFolder } from '../repository.ts';

const packaged = join(repositoryFolder, 'release/linux-unpacked');

export interface PackagedVersion {
  readonly version: string;
  /** Of the feed that it looks for updates in. */
  readonly updateKey: string;
  readonly feedUrl: string;
}

/** Makes the folder. */
export async function packVersion(
  folder: string,
  { version, updateKey, feedUrl }: PackagedVersion,
): Promise<void> {
  linkTree(packaged, folder);
  const resources = join(folder, 'resources');
  const archive = join(resources, 'app.asar');
  const content = join(folder, 'content');
  extractAll(archive, content);
  const manifest = join(content, 'package.json');
  const before = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  writeFileSync(manifest, JSON.stringify({ ...before, version, updateKey }));
  // A link to the archive of the package: it is replaced, not written into.
  rmSync(archive);
  await createPackage(content, archive);
  rmSync(content, { recursive: true });
  rmSync(join(resources, 'app-update.yml'), { force: true });
  writeFileSync(
    join(resources, 'app-update.yml'),
    `provider: generic\nurl: ${feedUrl}\nupdaterCacheDirName: upcast-updater\n`,
  );
}

/** The text of a program that says where it lies, as an AppImage's does, and starts this version. */
export function appImageOf(folder: string, args: readonly string[] = []): string {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return `#!/bin/sh\nexport APPIMAGE="$0"\nexec '${join(folder, 'upcast')}' ${[...root, ...args].join(' ')} "$@"\n`;
}

export function writeAppImage(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** Links cost nothing; where there can be none, the files are copied. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
