/**
 * A collection of OBS as a document of Upcast's, with a report of what became of each thing. What nothing here plays stays in the
 * collection's `original` and is named in the report. Pure.
 */
import { MAX_ITEMS, MAX_QUICK_TRANSITIONS, MAX_SCENES, MAX_SOURCES } from '../studio/document-schema.ts';
import { channelsOf, soundsOf, toAudioSource, toChannels } from './document/to-channels.ts';
import { withOwnSounds } from './document/own-sounds.ts';
import { takenFilters } from './document/to-filters.ts';
import { toLook } from './document/to-look.ts';
import { reportImport } from './document/report-import.ts';
import { toVideoInput } from './document/to-input.ts';
import { childTransform, groupFrame, groupTransform, nestedTransform } from './document/to-transform.ts';
import { toItemTransition, toTransition } from './document/to-transition.ts';
import { texts } from '../text/text.ts';
import { textAt } from './json/fields.ts';
import { newChannel } from '../studio/mixer/channels.ts';
import { newMedia } from '../studio/files/media-input.ts';
import { stingerSources } from '../studio/studio-mode/stingers.ts';
import { uniqueName } from '../studio/reduce/unique-name.ts';
import { withoutSources } from '../studio/reduce/unused.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import type { Item, Scene, Source, StudioDocument } from '../studio/document-schema.ts';
import type { Transition } from '../studio/transition.ts';
import type { SoundSource } from './document/to-channels.ts';
import type { Resize } from './document/to-transform.ts';
import type { ObsCollection, ObsFilter, ObsGroup, ObsItem, ObsScene, ObsSource } from './collection.ts';
import type { ReportEntry } from './report.ts';

const MAIN_ID = 'main';
const emptyScene = (): Scene => ({ id: 'obs-scene', name: texts.names.scene, items: [] });

export interface ImportedDocument {
  readonly document: StudioDocument;
  readonly report: readonly ReportEntry[];
}

/** @param encoding of the document; its size is that of the canvas. */
export function toDocument(given: ObsCollection, encoding: EncodingProfile): ImportedDocument {
  const collection = withOwnSounds(given);
  const resize = { from: collection.canvas, to: { width: encoding.width, height: encoding.height } };
  const kept = [...collection.scenes, ...collection.groups].slice(0, MAX_SCENES);
  const sounds = soundsOf(collection);
  const shown = [...collection.sources.flatMap(shownSource), ...kept.filter(isUsedIn(kept)).map(shownScene)];
  const found = new Map(shown.slice(0, MAX_SOURCES - sounds.length).map((each) => [each.key, each]));
  const videos = new Map([...found].map(([key, { source }]) => [key, source]));
  const channels = toChannels(collection, videos, kept);
  const scenes = kept.map((scene) => toScene(scene, collection, found, resize));
  const first = scenes.find(({ group }) => group === undefined) ?? emptyScene();
  const current = scenes.find(({ id }) => id === collection.currentSceneKey) ?? first;
  const { transition } = toTransition(collection.currentTransition);
  const imported: StudioDocument = {
    sources: withSounds([...videos.values()], sounds),
    scenes: scenes.includes(first) ? scenes : [first, ...scenes],
    canvases: [
      {
        ...{ id: MAIN_ID, name: texts.names.canvas, sceneId: current.id, transition },
        ...(collection.quickTransitions.length > 0 && { quickTransitions: quickOf(collection) }),
      },
    ],
    channels: channelsOf(channels),
    encodings: [{ id: MAIN_ID, name: texts.names.encoding, canvasId: MAIN_ID, profile: encoding }],
  };
  const document = withStingers(imported, collection);
  return { document, report: reportImport(collection, document, channels) };
}

/** One that comes with a picture has the picture's name. */
function withSounds(videos: readonly Source[], sounds: readonly SoundSource[]): Source[] {
  const sources = [...videos];
  for (const sound of sounds) {
    const source = toAudioSource(sound);
    sources.push({ ...source, name: uniqueName(source.name, sources) });
  }
  return sources;
}

/** A source of the document, and how the items that show it are to be changed. */
interface Shown {
  /** In the collection. */
  readonly key: string;
  readonly source: Source;
  readonly change: (item: Item, resize: Resize) => Item;
}

function shownSource(source: ObsSource): readonly Shown[] {
  const { key, name, filters } = source;
  const { input } = toVideoInput(source);
  if (input === undefined) return [];
  return [{ key, source: { id: key, name, kind: 'video', input, ...filtersOf(filters) }, change: same }];
}

function same(item: Item): Item {
  return item;
}

/** Nothing where there are none. */
function filtersOf(filters: readonly ObsFilter[]): Pick<Scene, 'filters'> {
  const taken = takenFilters(filters);
  return taken.length === 0 ? {} : { filters: [...taken] };
}

function shownScene(scene: ObsScene | ObsGroup): Shown {
  const { key, name } = scene;
  const change = (item: Item, resize: Resize): Item => ({
    ...item,
    transform:
      'size' in scene ? groupTransform(item.transform, resize) : nestedTransform(item.transform, resize),
  });
  return {
    key,
    source: { id: `${key}-source`, name, kind: 'video', input: { type: 'scene', sceneId: key } },
    change,
  };
}

/** Whether a scene or group stands in another. */
function isUsedIn(scenes: readonly (ObsScene | ObsGroup)[]): (scene: ObsScene | ObsGroup) => boolean {
  const used = new Set(scenes.flatMap(({ items }) => items.map(({ sourceKey }) => sourceKey)));
  return ({ key }) => used.has(key);
}

function toScene(
  scene: ObsScene | ObsGroup,
  collection: ObsCollection,
  found: ReadonlyMap<string, Shown>,
  resize: Resize,
): Scene {
  const { key: id, name } = scene;
  const items = scene.items.flatMap((item) => toItem(item, found, resize)).slice(0, MAX_ITEMS);
  const filters = filtersOf(scene.filters);
  if (!('size' in scene)) return { id, name, items, transition: overrideOf(scene, collection), ...filters };
  return {
    id,
    name,
    ...filters,
    items: items.map((item) => ({ ...item, transform: childTransform(item.transform, resize) })),
    group: groupFrame(scene.size, resize),
  };
}

function toItem(item: ObsItem, found: ReadonlyMap<string, Shown>, resize: Resize): readonly Item[] {
  const shown = found.get(item.sourceKey);
  if (shown === undefined) return [];
  const { key: id, isVisible, isLocked, transform } = item;
  return [
    shown.change(
      {
        ...{ id, sourceId: shown.source.id, isVisible, isLocked, opacity: 1, transform },
        ...toLook(item),
        ...ownTransitions(item),
      },
      resize,
    ),
  ];
}

function ownTransitions(item: ObsItem): Pick<Item, 'showTransition' | 'hideTransition'> {
  const show = item.showTransition && toItemTransition(item.showTransition).transition;
  const hide = item.hideTransition && toItemTransition(item.hideTransition).transition;
  return { ...(show && { showTransition: show }), ...(hide && { hideTransition: hide }) };
}

function quickOf({ quickTransitions }: ObsCollection): Transition[] {
  return quickTransitions.slice(0, MAX_QUICK_TRANSITIONS).map((each) => toTransition(each).transition);
}

function overrideOf({ transitionOverride }: ObsScene, collection: ObsCollection): Transition | undefined {
  if (transitionOverride === undefined) return undefined;
  const { transitionKey, durationMs } = transitionOverride;
  const named = collection.transitions.find(({ key }) => key === transitionKey);
  return toTransition(named ?? collection.currentTransition, durationMs).transition;
}

/** The files that play as stingers are sources that no item shows. */
function withStingers(
  document: StudioDocument,
  { transitions, currentTransition }: ObsCollection,
): StudioDocument {
  const used = stingerSources(document);
  const sources = [...document.sources];
  const channels = [...document.channels];
  const lost = new Set<string>();
  for (const id of used) {
    const found = [...transitions, currentTransition].find(({ key }) => key === id);
    if (found === undefined || sources.length >= MAX_SOURCES) lost.add(id);
    else {
      const name = uniqueName(found.name, sources);
      const input = { ...newMedia, paths: [textAt(found.settings, 'path')] };
      sources.push({ id, name, kind: 'video', input });
      channels.push(newChannel(`${id}-channel`, id));
    }
  }
  return withoutSources({ ...document, sources, channels }, [...lost]);
}
