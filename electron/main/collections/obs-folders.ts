/**
 * Where OBS keeps its scene collections on this computer. Of OBS' profiles, which hold its stream keys too, the size of the canvas is
 * read and nothing else.
 */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Size } from '../../../shared/studio/transform.ts';
import { readSourceFile } from '../source-files/read-file.ts';

/** More are no list that a person reads. */
const MAX_FOUND = 100;

export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

export interface UserFolders {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Where programs keep their settings: `~/.config`, `%APPDATA%`, `~/Library/Application Support`. */
  readonly appData: string;
}

/** With those of Flatpak and Snap on Linux. */
export function obsFolders({ platform, home, appData }: UserFolders): readonly string[] {
  const scenes = join('obs-studio', 'basic', 'scenes');
  const packed = [
    join(home, '.var', 'app', 'com.obsproject.Studio', 'config', scenes),
    join(home, 'snap', 'obs-studio', 'current', '.config', scenes),
  ];
  return [join(appData, scenes), ...(platform === 'linux' ? packed : [])];
}

/** By name: OBS names a collection's file after it, with underscores for spaces. */
export async function findObsCollections(folders: readonly string[]): Promise<readonly FoundFile[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({
          path: join(folder, name),
          name: name.slice(0, -'.json'.length).replaceAll('_', ' '),
        }));
    }),
  );
  return lists
    .flat()
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .slice(0, MAX_FOUND);
}

const MAX_PROFILE_BYTES = 256 * 1024;

/**
 * The canvas that a collection in OBS' folder was made on, where all profiles have the same one: before version 31, OBS wrote it to the
 * profile alone. Undefined where they don't, and for a collection elsewhere.
 */
export async function canvasOfProfiles(collectionPath: string): Promise<Size | undefined> {
  const scenes = dirname(collectionPath);
  if (basename(scenes) !== 'scenes' || basename(dirname(scenes)) !== 'basic') return undefined;
  const profiles = join(dirname(scenes), 'profiles');
  const names = await readdir(profiles).catch(() => []);
  const sizes = await Promise.all(
    names.slice(0, MAX_FOUND).map(async (name) => await canvasIn(join(profiles, name, 'basic.ini'))),
  );
  const [first, ...others] = sizes.filter((size) => size !== undefined);
  const isSame = others.every(({ width, height }) => width === first?.width && height === first.height);
  return isSame ? first : undefined;
}

async function canvasIn(path: string): Promise<Size | undefined> {
  const bytes = await readSourceFile(path, { maxBytes: MAX_PROFILE_BYTES, part: 'whole' }).catch(
    () => undefined,
  );
  const text = new TextDecoder().decode(bytes);
  const [width, height] = ['BaseCX', 'BaseCY'].map((name) =>
    Number(new RegExp(String.raw`^${name}=(\d{1,5})\s*$`, 'm').exec(text)?.[1]),
  );
  return width === undefined || height === undefined || !(width > 0) || !(height > 0)
    ? undefined
    : { width, height };
}
