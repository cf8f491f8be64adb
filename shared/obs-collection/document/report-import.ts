/** Says of everything in a collection what became of it in the document. Pure. */
import { MAX_ITEMS, MAX_SCENES, MAX_SOURCES } from '../../studio/document-schema.ts';
import type { StudioDocument } from '../../studio/document-schema.ts';
import { isSyncOffset } from '../../studio/mixer/channel-settings.ts';
import { toFilters } from './to-filters.ts';
import { isOtherScaleFilter } from './to-look.ts';
import { isSound, toVideoInput } from './to-input.ts';
import { toItemTransition, toTransition } from './to-transition.ts';
import type {
  ObsCollection,
  ObsFilter,
  ObsGroup,
  ObsItem,
  ObsScene,
  ObsSource,
  ObsTransition,
} from '../collection.ts';
import type { ReportEntry, ReportReason, ReportSubject } from '../report.ts';

const MAX_GAIN = 4;
const CENTRE = 0.5;

export function reportImport(
  collection: ObsCollection,
  document: StudioDocument,
  microphone: ObsSource | undefined,
): readonly ReportEntry[] {
  const { scenes, groups, sources, transitions, currentTransition, notes } = collection;
  const ids = new Set([...document.sources, ...document.scenes].map(({ id }) => id));
  const items = new Set(document.scenes.flatMap((scene) => scene.items.map(({ id }) => id)));
  const names = new Map([...scenes, ...groups, ...sources].map(({ key, name }) => [key, name]));
  const isListed = transitions.includes(currentTransition);
  return [
    ...notes,
    ...[...scenes, ...groups].flatMap((scene) => [
      sceneEntry(scene, ids),
      ...scene.items.flatMap((item) => itemEntries(item, names.get(item.sourceKey) ?? '')),
      ...leftItems(scene, ids, items),
      ...filterEntries(scene.filters),
    ]),
    ...sources.flatMap((source) =>
      isSound(source.input)
        ? [soundEntry(source, microphone), ...leftFilterEntries(source.filters)]
        : [videoEntry(source, ids), ...pictureFilterEntries(source)],
    ),
    ...(isListed ? transitions : [currentTransition, ...transitions]).map(transitionEntry),
  ];
}

type About = Pick<ReportEntry, 'subject' | 'name' | 'kind'>;
type Details = ReportEntry['details'];

const whole = (about: About): ReportEntry => ({ ...about, taken: 'whole', details: {} });
const partly = (about: About, reason: ReportReason, details: Details = {}): ReportEntry => ({
  ...{ ...about, taken: 'partly', reason, details },
});
const not = (about: About, reason: ReportReason, details: Details = {}): ReportEntry => ({
  ...{ ...about, taken: 'not', reason, details },
});

function aboutOf(
  subject: ReportSubject,
  { name, kind }: { readonly name: string; readonly kind: string },
): About {
  return { subject, name, kind };
}

function sceneEntry(scene: ObsScene | ObsGroup, ids: ReadonlySet<string>): ReportEntry {
  const isGroup = 'size' in scene;
  const about = aboutOf(isGroup ? 'group' : 'scene', scene);
  if (!ids.has(scene.key)) return not(about, 'tooMany', { maximum: MAX_SCENES });
  const canvas = isGroup ? undefined : scene.canvasName;
  return canvas === undefined ? whole(about) : partly(about, 'otherCanvas', { canvas });
}

function itemEntries(item: ObsItem, name: string): readonly ReportEntry[] {
  const about: About = { subject: 'item', name, kind: '' };
  return [
    ...(isOtherScaleFilter(item) ? [partly(about, 'scaleFilter', { filter: item.scaleFilter })] : []),
    ...(hasNearest(item) ? [partly(about, 'ownTransitions')] : []),
  ];
}

/** Whether the item comes or goes another way than in the file. */
function hasNearest({ showTransition, hideTransition }: ObsItem): boolean {
  return [showTransition, hideTransition].some(
    (each) => each !== undefined && toItemTransition(each).taken === 'partly',
  );
}

/** Items of sources that were taken, in a scene that has no room for them. */
function leftItems(
  scene: ObsScene | ObsGroup,
  ids: ReadonlySet<string>,
  items: ReadonlySet<string>,
): readonly ReportEntry[] {
  if (!ids.has(scene.key)) return [];
  const hasSource = ({ sourceKey }: ObsItem): boolean => ids.has(sourceKey) || ids.has(`${sourceKey}-source`);
  const count = scene.items.filter((item) => hasSource(item) && !items.has(item.key)).length;
  const about: About = { subject: 'item', name: scene.name, kind: '' };
  return count === 0 ? [] : [not(about, 'tooMany', { count, maximum: MAX_ITEMS })];
}

function videoEntry(source: ObsSource, ids: ReadonlySet<string>): ReportEntry {
  const about = aboutOf('source', source);
  const { input, loss } = toVideoInput(source);
  if (input === undefined) return not(about, loss?.reason ?? 'kindUnknown', loss?.details);
  if (!ids.has(source.key)) return not(about, 'tooMany', { maximum: MAX_SOURCES });
  return loss === undefined ? whole(about) : partly(about, loss.reason, loss.details);
}

function soundEntry(source: ObsSource, microphone: ObsSource | undefined): ReportEntry {
  const about = aboutOf('source', source);
  if (source.input.type !== 'microphone') return not(about, 'kindLater');
  if (source !== microphone) return not(about, 'oneMicrophone');
  const parts = audioParts(source);
  if (parts.length > 0) return partly(about, 'audioParts', { parts: parts.join(' ') });
  if (!source.isGlobalAudio) return partly(about, 'everyScene');
  const { id, label } = source.input.device;
  const isUsual = id === '' || id === 'default';
  return isUsual ? whole(about) : partly(about, 'chooseDevice', { device: label || id });
}

/** What a channel has no setting for. */
function audioParts({ audio }: ObsSource): readonly string[] {
  return [
    ...(audio.gain > MAX_GAIN ? ['gain'] : []),
    ...(audio.balance === CENTRE ? [] : ['balance']),
    ...(isSyncOffset(Math.round(audio.syncOffsetMs)) ? [] : ['syncOffset']),
    ...(audio.tracks.includes(1) ? [] : ['tracks']),
    ...(audio.monitoring === 'off' ? [] : ['monitoring']),
    ...(audio.hasPushKey ? ['pushToTalk'] : []),
  ];
}

/** Of a source that isn't taken, no filter is. */
function pictureFilterEntries(source: ObsSource): readonly ReportEntry[] {
  const { filters } = source;
  if (toVideoInput(source).input === undefined) return leftFilterEntries(filters);
  return filterEntries(filters);
}

function filterEntries(filters: readonly ObsFilter[]): readonly ReportEntry[] {
  return toFilters(filters).map(({ filter, loss }, index) => {
    const about = aboutOf('filter', filters[index] ?? { name: '', kind: '' });
    if (loss === undefined) return whole(about);
    const say = filter === undefined ? not : partly;
    return say(about, loss.reason, loss.details);
  });
}

function leftFilterEntries(filters: readonly ObsFilter[]): readonly ReportEntry[] {
  return filters.map((filter) =>
    not(aboutOf('filter', filter), filter.family === 'unknown' ? 'kindUnknown' : 'kindLater'),
  );
}

function transitionEntry(transition: ObsTransition): ReportEntry {
  const about = aboutOf('transition', transition);
  const found = toTransition(transition);
  const as = found.transition.kind;
  if (found.taken === 'whole') return whole(about);
  if (found.taken === 'partly') return partly(about, 'transitionNearest', { as });
  return not(about, transition.family === 'unknown' ? 'kindUnknown' : 'kindLater', { as });
}
