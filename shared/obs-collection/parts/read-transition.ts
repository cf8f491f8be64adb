/** Reads the transitions of a collection: those of its scenes, of its items, and the quick ones. Pure. */
import { flagAt, objectAt, objectsAt, textAt, wholeNumberAt } from '../json/fields.ts';
import { knownSettingsOf } from './defaults.ts';
import { transitionFamilyOf } from '../kinds.ts';
import { kindAt, nameAt, Names } from './reading.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsTransition } from '../collection.ts';
import type { Reading } from './reading.ts';

const MAX_DURATION_MS = 20_000;
const DEFAULT_DURATION_MS = 300;

export interface ReadTransitions {
  readonly transitions: readonly ObsTransition[];
  readonly current: ObsTransition;
  /** Buttons of studio mode. */
  readonly quick: readonly ObsTransition[];
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
  return { transitions, current, quick: readQuick(root, byName, reading), byName };
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
  const isCut = isCutName(wanted) || (fade !== undefined && wanted !== fadeName && isQuick(quick, wanted));
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

/** A name that no transition of the file has is one of OBS's own two. */
function readQuick(
  root: JsonObject,
  byName: ReadonlyMap<string, ObsTransition>,
  reading: Reading,
): readonly ObsTransition[] {
  return objectsAt(root, 'quick_transitions')
    .filter(() => reading.takes('transition'))
    .map(({ value }) => {
      const durationMs = durationAt(value, 'duration');
      const name = textAt(value, 'name');
      const named = { key: reading.newKey(), name };
      if (flagAt(value, 'fade_to_black'))
        return readTransition({}, 'fade_to_color_transition', durationMs, named);
      const own = byName.get(name);
      if (own !== undefined) return { ...own, durationMs };
      return readTransition({}, isCutName(name) ? 'cut_transition' : 'fade_transition', durationMs, named);
    });
}

function isCutName(name: string): boolean {
  return /^cut$/i.test(name);
}

/** Of an item: how it comes, or how it goes. Undefined for at once. */
export function readOwnTransition(item: JsonObject, member: string): ObsTransition | undefined {
  const own = objectAt(item, member);
  const kind = textAt(own, 'id');
  if (kind === '') return undefined;
  const value = { settings: objectAt(own, 'transition') };
  return readTransition(value, kind, durationAt(own, 'duration'), { key: '', name: textAt(own, 'name') });
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
