/** What the profile holds of names and places, so that the diagnostics file says `destination 1` in their stead. Pure. */
import type { KnownName } from '../../log/diagnostics/scrubber.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { pathsIn } from '../../../shared/studio/files/document-paths.ts';

/** Their values are texts that a person gave, or that a device or window calls itself. */
const naming: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['label', 'device'],
  ['title', 'window'],
  ['program', 'program'],
  ['deviceId', 'device'],
  ['text', 'text'],
  ['username', 'user name'],
  ['host', 'host'],
  ['trustedHosts', 'host'],
  ['recordingFolder', 'folder'],
]);
const MAX_DEPTH = 20;

/** @param places folders of the computer, by what the file calls them. */
export function knownNames(
  settings: Settings,
  places: Readonly<Record<string, string>>,
): readonly KnownName[] {
  const found = new Map<string, string>();
  const add = (text: string, kind: string): void => {
    if (text !== '' && !found.has(text)) found.set(text, `${kind} ${found.size + 1}`);
  };
  for (const path of pathsIn(settings)) add(path, 'file');
  for (const { url, backupUrl } of settings.destinations)
    for (const address of [url, backupUrl]) if (address !== undefined) add(hostIn(address), 'host');
  walk(settings, add, 0);
  return [
    ...[...found].map(([text, label]) => ({ text, label })),
    ...Object.entries(places).map(([label, text]) => ({ text, label })),
  ];
}

function walk(value: unknown, add: (text: string, kind: string) => void, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const each of value) walk(each, add, depth + 1);
  else
    for (const [name, each] of Object.entries(value) as [string, unknown][]) {
      const kind = naming.get(name);
      if (kind !== undefined && typeof each === 'string') add(each, kind);
      else if (kind !== undefined && Array.isArray(each))
        for (const one of each) if (typeof one === 'string') add(one, kind);
      walk(each, add, depth + 1);
    }
}

function hostIn(address: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^:/]+)/i.exec(address)?.[1] ?? '';
}
