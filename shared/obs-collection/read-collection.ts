/**
 * Reads a scene collection of OBS: the text of its file in, a typed collection with notes out. Real files differ by version and system, so
 * what is absent or of another type is passed over as OBS passes it over; what cannot be a collection at all is refused. Pure.
 */
import { withReason } from '../errors/error-reasons.ts';
import {
  canvasSizeAt,
  flagAt,
  isObject,
  memberOf,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
} from './json/fields.ts';
import { GROUP_KIND, SCENE_KIND } from './kinds.ts';
import { parseJson } from './json/parse-json.ts';
import { readInput } from './parts/read-input.ts';
import { readItem } from './parts/read-item.ts';
import { readOwnSound } from './parts/read-own-sound.ts';
import { readAudio, readFilters } from './parts/read-source.ts';
import { readOverride, readTransitions } from './parts/read-transition.ts';
import { kindAt, nameAt, Names, Reading } from './parts/reading.ts';
import { withoutCycles } from './parts/nesting.ts';
import type { Size } from '../studio/transform.ts';
import type { JsonObject, JsonValue } from './json/parse-json.ts';
import type { ObsCollection, ObsGroup, ObsItem, ObsScene, ObsSource, Place } from './collection.ts';
import type { ReadTransitions } from './parts/read-transition.ts';

/** The desktop audio and the microphones of every scene. */
const globalAudioMembers = [
  ...['DesktopAudioDevice1', 'DesktopAudioDevice2'],
  ...['AuxAudioDevice1', 'AuxAudioDevice2', 'AuxAudioDevice3', 'AuxAudioDevice4'],
];

/** State of OBS's window, and what plug-ins keep in a collection. */
const foreignMembers = ['modules', 'saved_projectors', 'virtual-camera'];

/** OBS's own first choice, for a file that doesn't say. */
const USUAL_CANVAS: Size = { width: 1920, height: 1080 };
const RELATIVE_VERSION = 2;
const MAX_PIXELS = 16_384;
const MAX_CANVASES = 100;
/** A list of all scenes that are read, and then some that are not there. */
const MAX_ORDERED = 1000;

/** An element of the file with its key, before anything refers to it. */
interface Element {
  readonly type: 'source' | 'scene' | 'group';
  readonly value: JsonObject;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly place: Place;
}

interface Surroundings {
  readonly reading: Reading;
  readonly canvas: Size;
  readonly isRelative: boolean;
  /** Of the further canvases, by uuid. */
  readonly canvasNames: ReadonlyMap<string, string>;
  readonly find: (item: JsonObject) => Element | undefined;
}

/**
 * @param canvas of the profile that the collection was made with, for a file of before OBS 31, which doesn't say.
 * @throws AppError `input/bad-file`.
 */
export function readCollection(text: string, canvas?: Size): ObsCollection {
  const root = looksLikeObject(text) ? parseJson(text) : undefined;
  if (!isObject(root) || !isCollection(root)) throw withReason('input/bad-file', 'collectionForeign');
  const reading = new Reading();
  const elements = readElements(root, reading);
  const transitions = readTransitions(root, reading);
  const surroundings: Surroundings = {
    reading,
    canvas: canvasOf(root, canvas, reading),
    isRelative: isRelative(root),
    canvasNames: canvasNamesOf(root),
    find: finderOf(elements),
  };
  const scenes = elements
    .filter(({ type }) => type === 'scene')
    .map((scene) => readScene(scene, transitions, surroundings));
  const groups = elements
    .filter(({ type }) => type === 'group')
    .map((group) => readGroup(group, surroundings));
  const sceneKeys = firstKeys(elements.filter(({ type }) => type === 'scene'));
  const ordered = inOrder(scenes, sceneKeys, root);
  noteVersion(root, reading);
  noteForeign(root, elements, reading);
  return {
    name: nameAt(root, 'name') || 'OBS',
    canvas: surroundings.canvas,
    sources: elements.filter(({ type }) => type === 'source').map((source) => readSource(source, reading)),
    ...withoutCycles(ordered, groups, reading),
    currentSceneKey: currentSceneKeyOf(ordered, sceneKeys, root, reading),
    transitions: transitions.transitions,
    currentTransition: transitions.current,
    quickTransitions: transitions.quick,
    notes: reading.notes,
    original: { isSecret: true, root },
  };
}

/** Whether it is worth saying what is wrong with its JSON. */
function looksLikeObject(text: string): boolean {
  return text.slice(0, 1000).trimStart().startsWith('{');
}

function isCollection(root: JsonObject): boolean {
  return Array.isArray(memberOf(root, 'sources')) || Array.isArray(memberOf(root, 'groups'));
}

/** Files of version 1 have relative values only where OBS 31 has read them. */
function isRelative(root: JsonObject): boolean {
  return versionOf(root) >= RELATIVE_VERSION || canvasSizeAt(root, 'resolution') !== undefined;
}

function versionOf(root: JsonObject): number {
  return numberAt(root, 'version', { least: 0, most: 1000, otherwise: 1 });
}

function canvasOf(root: JsonObject, given: Size | undefined, reading: Reading): Size {
  const saved = canvasSizeAt(root, 'resolution') ?? canvasSizeAt(root, 'migration_resolution') ?? given;
  if (saved !== undefined) return saved;
  const { width, height } = USUAL_CANVAS;
  reading.note({
    subject: 'collection',
    name: nameAt(root, 'name'),
    kind: '',
    taken: 'partly',
    reason: 'canvasGuessed',
    details: { width, height },
  });
  return USUAL_CANVAS;
}

function readElements(root: JsonObject, reading: Reading): readonly Element[] {
  const names = new Names(reading);
  const read = (value: JsonObject, place: Place): Element | undefined => {
    const kind = kindAt(value);
    const type = typeOf(value, kind);
    if (!reading.takes(type === 'source' ? 'source' : 'scene')) return undefined;
    const name = names.give(value, type, kind);
    return { type, value, key: reading.newKey(), name, kind, place };
  };
  const lists = ['sources', 'groups'].flatMap((member) =>
    objectsAt(root, member).map(({ index, value }) => read(value, { member, index })),
  );
  const devices = globalAudioMembers.flatMap((member) => {
    const value = memberOf(root, member);
    return isObject(value) ? [read(value, { member, index: undefined })] : [];
  });
  return [...lists, ...devices].filter((element) => element !== undefined);
}

function typeOf(value: JsonObject, kind: string): Element['type'] {
  const id = textAt(value, 'id') || kind;
  if (id === SCENE_KIND) return 'scene';
  return id === GROUP_KIND ? 'group' : 'source';
}

/** By uuid, and by name where there is none; the first of several that have the same. */
function finderOf(elements: readonly Element[]): Surroundings['find'] {
  const byUuid = new Map<string, Element>();
  const byName = new Map<string, Element>();
  for (const element of elements) {
    const uuid = textAt(element.value, 'uuid');
    const name = textAt(element.value, 'name');
    if (uuid !== '' && !byUuid.has(uuid)) byUuid.set(uuid, element);
    if (!byName.has(name)) byName.set(name, element);
  }
  return (item) => byUuid.get(textAt(item, 'source_uuid')) ?? byName.get(textAt(item, 'name'));
}

function readSource({ value, type: _type, ...named }: Element, reading: Reading): ObsSource {
  return {
    ...named,
    input: readInput(named.kind, value),
    ownSound: readOwnSound(named.kind, value),
    audio: readAudio(value),
    filters: readFilters(value, reading),
    isGlobalAudio: named.place.index === undefined,
  };
}

function readScene(
  { value, type: _type, ...named }: Element,
  { byName }: ReadTransitions,
  surroundings: Surroundings,
): ObsScene {
  const settings = objectAt(value, 'settings');
  // A plug-in may give a scene a size of its own.
  const own = flagAt(settings, 'custom_size') ? sizeAt(settings) : undefined;
  return {
    ...named,
    items: readItems(settings, named, own ?? surroundings.canvas, surroundings),
    filters: readFilters(value, surroundings.reading),
    canvasName: surroundings.canvasNames.get(textAt(value, 'canvas_uuid')),
    transitionOverride: readOverride(value, byName),
  };
}

function readGroup({ value, type: _type, ...named }: Element, surroundings: Surroundings): ObsGroup {
  const settings = objectAt(value, 'settings');
  return {
    ...named,
    items: readItems(settings, named, surroundings.canvas, surroundings),
    filters: readFilters(value, surroundings.reading),
    size: sizeAt(settings) ?? surroundings.canvas,
  };
}

function readItems(
  settings: JsonObject,
  scene: Pick<Element, 'name' | 'kind'>,
  canvas: Size,
  { reading, isRelative: isFileRelative, find }: Surroundings,
): readonly ObsItem[] {
  const items: ObsItem[] = [];
  for (const { value } of objectsAt(settings, 'items')) {
    // A copy of a group's child, for old versions of OBS.
    if (flagAt(value, 'group_item_backup') || !reading.takes('item')) continue;
    const source = find(value);
    if (source === undefined) {
      if (!reading.hasRoom) continue;
      const name = nameAt(value, 'name');
      reading.note({
        subject: 'item',
        name,
        kind: '',
        taken: 'not',
        reason: 'missing',
        details: { scene: scene.name },
      });
      continue;
    }
    const isNested = source.type !== 'source';
    items.push(
      readItem(value, {
        key: reading.newKey(),
        sourceKey: source.key,
        canvas,
        isRelative: isFileRelative,
        isNested,
      }),
    );
  }
  return items;
}

function sizeAt(settings: JsonObject): Size | undefined {
  const bounds = { least: 0, most: MAX_PIXELS, otherwise: 0 };
  const size = {
    width: Math.trunc(numberAt(settings, 'cx', bounds)),
    height: Math.trunc(numberAt(settings, 'cy', bounds)),
  };
  return size.width >= 1 && size.height >= 1 ? size : undefined;
}

function canvasNamesOf(root: JsonObject): ReadonlyMap<string, string> {
  const infos = objectsAt(root, 'canvases')
    .slice(0, MAX_CANVASES)
    .map(({ value }) => objectAt(value, 'info'));
  return new Map(infos.map((info) => [textAt(info, 'uuid'), nameAt(info, 'name') || 'Canvas']));
}

/** By the name in the file, of the first that has it. */
function firstKeys(elements: readonly Element[]): ReadonlyMap<string, string> {
  return new Map(elements.map(({ value, key }) => [textAt(value, 'name'), key] as const).toReversed());
}

/** Scenes that the list forgets come last. */
function inOrder(
  scenes: readonly ObsScene[],
  sceneKeys: ReadonlyMap<string, string>,
  root: JsonObject,
): readonly ObsScene[] {
  const listed = objectsAt(root, 'scene_order')
    .slice(0, MAX_ORDERED)
    .map(({ value }) => sceneKeys.get(textAt(value, 'name')));
  const byKey = new Map(scenes.map((scene) => [scene.key, scene]));
  const keys = new Set([...listed, ...byKey.keys()].filter((key) => key !== undefined));
  return [...keys].map((key) => byKey.get(key)).filter((scene) => scene !== undefined);
}

function currentSceneKeyOf(
  scenes: readonly ObsScene[],
  sceneKeys: ReadonlyMap<string, string>,
  root: JsonObject,
  reading: Reading,
): string | undefined {
  // In studio mode the current scene is the one in the preview.
  const wanted = ['current_program_scene', 'current_scene'].map((name) => textAt(root, name));
  const found = wanted.map((name) => sceneKeys.get(name)).find((key) => key !== undefined);
  if (found === undefined && wanted.some((name) => name !== ''))
    reading.note({
      subject: 'collection',
      name: '',
      kind: '',
      taken: 'partly',
      reason: 'currentSceneMissing',
      details: {},
    });
  return found ?? scenes[0]?.key;
}

function noteVersion(root: JsonObject, reading: Reading): void {
  const version = versionOf(root);
  if (version <= RELATIVE_VERSION) return;
  reading.note({
    subject: 'collection',
    name: nameAt(root, 'name'),
    kind: '',
    taken: 'partly',
    reason: 'newerVersion',
    details: { version },
  });
}

function noteForeign(root: JsonObject, elements: readonly Element[], reading: Reading): void {
  const foreign = foreignMembers.filter((member) => isFilled(memberOf(root, member)));
  const hasHotkeys = elements.some(({ value }) => Object.values(objectAt(value, 'hotkeys')).some(isFilled));
  for (const name of hasHotkeys ? [...foreign, 'hotkeys'] : foreign)
    reading.note({ subject: 'setting', name, kind: '', taken: 'not', reason: 'notOurs', details: {} });
}

function isFilled(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
