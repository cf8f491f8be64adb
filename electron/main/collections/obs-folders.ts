/** Where OBS keeps its scene collections on this computer. Nothing else of OBS is opened: beside them lie its stream keys. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

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
