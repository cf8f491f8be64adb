/** Reads what every source has beside its own settings: its sound, its filters, and the transitions of a collection. Pure. */
import { flagAt, numberAt, objectAt, objectsAt, textAt, wholeNumberAt } from '../json/fields.ts';
import { knownSettingsOf } from './defaults.ts';
import { filterFamilyOf, transitionFamilyOf } from '../kinds.ts';
import { kindAt, nameAt, Names } from './reading.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsAudio, ObsFilter, ObsTransition } from '../collection.ts';
import type { Reading } from './reading.ts';

const MAX_GAIN = 20;
const MAX_SYNC_NS = 60_000_000_000;
const NS_PER_MS = 1_000_000;
const TRACKS = [1, 2, 3, 4, 5, 6];
const ALL_TRACKS = 0x3f;
const MAX_DURATION_MS = 20_000;
const DEFAULT_DURATION_MS = 300;

export function readAudio(source: JsonObject): ObsAudio {
  const mixers = wholeNumberAt(source, 'mixers', { least: 0, most: 2 ** 32 - 1, otherwise: ALL_TRACKS });
  const monitoring = wholeNumberAt(source, 'monitoring_type', { least: 0, most: 2, otherwise: 0 });
  const syncNs = numberAt(source, 'sync', { least: -MAX_SYNC_NS, most: MAX_SYNC_NS, otherwise: 0 });
  return {
    gain: numberAt(source, 'volume', { least: 0, most: MAX_GAIN, otherwise: 1 }),
    isMuted: flagAt(source, 'muted'),
    balance: numberAt(source, 'balance', { least: 0, most: 1, otherwise: 0.5 }),
    syncOffsetMs: syncNs / NS_PER_MS,
    tracks: TRACKS.filter((track) => ((mixers >>> (track - 1)) & 1) === 1),
    monitoring: (['off', 'monitorOnly', 'monitorAndOutput'] as const)[monitoring] ?? 'off',
    hasPushKey: flagAt(source, 'push-to-mute') || flagAt(source, 'push-to-talk'),
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

export interface ReadTransitions {
  readonly transitions: readonly ObsTransition[];
  readonly current: ObsTransition;
  /** By the name in the file. */
  readonly byName: ReadonlyMap<string, ObsTransition>;
}

export function readTransitions(root: JsonObject, reading: Reading): ReadTransitions {
  const names = new Names(reading);
  const durationMs = durationAt(root, 'transition_duration');
  const byName = new Map<string, ObsTransition>();
  const transitions = objectsAt(root, 'transitions')
    .filter(() => reading.takes('transition'))
    .map(({ value }) => {
      const kind = kindAt(value);
      const transition = readTransition(value, kind, durationMs, {
        key: reading.newKey(),
        name: names.give(value, 'transition', kind),
      });
      const raw = textAt(value, 'name');
      if (!byName.has(raw)) byName.set(raw, transition);
      return transition;
    });
  const wanted = textAt(root, 'current_transition');
  const current = byName.get(wanted) ?? builtIn(root, wanted, durationMs, reading);
  return { transitions, current, byName };
}

function readTransition(
  value: JsonObject,
  kind: string,
  durationMs: number,
  named: Pick<ObsTransition, 'key' | 'name'>,
): ObsTransition {
  const settings = knownSettingsOf(kind, value);
  return { ...named, kind, family: transitionFamilyOf(kind) ?? 'unknown', durationMs, settings };
}

/**
 * Cut and fade need no settings: they are in no list, and OBS writes their names in its user's language. A quick transition to
 * black is always a fade.
 */
function builtIn(root: JsonObject, wanted: string, durationMs: number, reading: Reading): ObsTransition {
  const quick = objectsAt(root, 'quick_transitions').map(({ value }) => value);
  const fade = quick.find((each) => flagAt(each, 'fade_to_black'));
  const fadeName = fade === undefined ? 'Fade' : textAt(fade, 'name');
  const isCut =
    /^cut$/i.test(wanted) || (fade !== undefined && wanted !== fadeName && isQuick(quick, wanted));
  const isKnown = isCut || wanted === '' || wanted === fadeName;
  const kind = isCut ? 'cut_transition' : 'fade_transition';
  const name = nameAt({ wanted }, 'wanted') || (isCut ? 'Cut' : 'Fade');
  if (!isKnown)
    reading.note({
      subject: 'transition',
      name,
      kind: '',
      taken: 'partly',
      reason: 'transitionGuessed',
      details: {},
    });
  return readTransition({}, kind, durationMs, { key: reading.newKey(), name });
}

function isQuick(quick: readonly JsonObject[], name: string): boolean {
  return quick.some((each) => textAt(each, 'name') === name);
}

/** What a scene has in place of the transition for every change. */
export function readOverride(
  scene: JsonObject,
  byName: ReadonlyMap<string, ObsTransition>,
): { readonly transitionKey: string | undefined; readonly durationMs: number } | undefined {
  const settings = objectAt(scene, 'private_settings');
  const name = textAt(settings, 'transition');
  if (name === '') return undefined;
  return { transitionKey: byName.get(name)?.key, durationMs: durationAt(settings, 'transition_duration') };
}

function durationAt(object: JsonObject, name: string): number {
  const ms = wholeNumberAt(object, name, { least: 0, most: MAX_DURATION_MS, otherwise: DEFAULT_DURATION_MS });
  return ms === 0 ? DEFAULT_DURATION_MS : ms;
}
