/** Reads what every source has beside its own settings: its sound and its filters. Pure. */
import { flagAt, numberAt, objectsAt, wholeNumberAt } from '../json/fields.ts';
import { knownSettingsOf } from './defaults.ts';
import { filterFamilyOf } from '../kinds.ts';
import { readPushKey } from './read-push-key.ts';
import { kindAt, Names } from './reading.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsAudio, ObsFilter } from '../collection.ts';
import type { Reading } from './reading.ts';

const MAX_GAIN = 20;
const MAX_SYNC_NS = 60_000_000_000;
const NS_PER_MS = 1_000_000;
const TRACKS = [1, 2, 3, 4, 5, 6];
const ALL_TRACKS = 0x3f;
/** OBS_SOURCE_FLAG_FORCE_MONO */
const FORCE_MONO = 2;

export function readAudio(source: JsonObject): ObsAudio {
  const mixers = wholeNumberAt(source, 'mixers', { least: 0, most: 2 ** 32 - 1, otherwise: ALL_TRACKS });
  const monitoring = wholeNumberAt(source, 'monitoring_type', { least: 0, most: 2, otherwise: 0 });
  const flags = wholeNumberAt(source, 'flags', { least: 0, most: 2 ** 31 - 1, otherwise: 0 });
  const syncNs = numberAt(source, 'sync', { least: -MAX_SYNC_NS, most: MAX_SYNC_NS, otherwise: 0 });
  return {
    gain: numberAt(source, 'volume', { least: 0, most: MAX_GAIN, otherwise: 1 }),
    isMuted: flagAt(source, 'muted'),
    balance: numberAt(source, 'balance', { least: 0, most: 1, otherwise: 0.5 }),
    syncOffsetMs: syncNs / NS_PER_MS,
    tracks: TRACKS.filter((track) => ((mixers >>> (track - 1)) & 1) === 1),
    monitoring: (['off', 'only', 'both'] as const)[monitoring] ?? 'off',
    isMono: (flags & FORCE_MONO) !== 0,
    pushKey: readPushKey(source),
  };
}

/** In the order of the file, which is that of their work. */
export function readFilters(source: JsonObject, reading: Reading): readonly ObsFilter[] {
  const names = new Names(reading);
  return objectsAt(source, 'filters')
    .filter(() => reading.takes('filter'))
    .map(({ value }) => {
      const kind = kindAt(value);
      const family = filterFamilyOf(kind);
      return {
        key: reading.newKey(),
        name: names.give(value, 'filter', kind),
        kind,
        family: family ?? 'unknown',
        isEnabled: flagAt(value, 'enabled', true),
        settings: family === undefined ? {} : knownSettingsOf(kind, value),
      };
    });
}
