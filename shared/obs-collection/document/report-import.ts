/** Says of everything in a collection what became of it in the document. Pure. */
import { MAX_ITEMS, MAX_SCENES, MAX_SOURCES } from '../../studio/document-schema.ts';
import type { StudioDocument } from '../../studio/document-schema.ts';
import { toFilters } from './to-filters.ts';
import { isOtherScaleFilter } from './to-look.ts';
import { isNamedDevice, isSound } from './to-channels.ts';
import type { FoundChannel } from './to-channels.ts';
import { toVideoInput } from './to-input.ts';
import { isSoundFilter } from './to-sound-filters.ts';
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

export function reportImport(
  collection: ObsCollection,
  document: StudioDocument,
  channels: readonly FoundChannel[],
): readonly ReportEntry[] {
  const { scenes, groups, sources, transitions, currentTransition, notes } = collection;
  const pictures = document.sources.filter(({ kind }) => kind === 'video');
  const ids = new Set([...pictures, ...document.scenes].map(({ id }) => id));
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
    ...sources.flatMap((source) => {
      const channel = channels.find((each) => each.source === source);
      return [
        ...(isSound(source)
          ? soundEntries(source, channel)
          : [videoEntry(source, ids), ...channelEntries(source, channel)]),
        ...pictureFilterEntries(source),
        ...soundFilterEntries(source, channel),
      ];
    }),
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
  const about: About = { subject: 'item', name: '', kind: '' };
  return count === 0 ? [] : [not(about, 'tooMany', { count, maximum: MAX_ITEMS, scene: scene.name })];
}

function videoEntry(source: ObsSource, ids: ReadonlySet<string>): ReportEntry {
  const about = aboutOf('source', source);
  const { input, loss } = toVideoInput(source);
  if (input === undefined) return not(about, loss?.reason ?? 'kindUnknown', loss?.details);
  if (!ids.has(source.key)) return not(about, 'tooMany', { maximum: MAX_SOURCES });
  if (loss !== undefined) return partly(about, loss.reason, loss.details);
  return source.ownSound?.type === 'lost' ? partly(about, 'ownSound') : whole(about);
}

function soundEntries(source: ObsSource, channel: FoundChannel | undefined): readonly ReportEntry[] {
  const about = aboutOf('source', source);
  if (channel === undefined) return [not(about, 'tooMany', { maximum: MAX_SOURCES })];
  const losses = [...deviceEntries(source), ...channelEntries(source, channel)];
  return losses.length > 0 ? losses : [whole(about)];
}

function deviceEntries(source: ObsSource): readonly ReportEntry[] {
  if (!isSound(source)) return [];
  const about = aboutOf('source', source);
  const { type, device } = source.input;
  const named = device.label || device.id;
  if (type === 'applicationSound') return [partly(about, 'chooseApplication', { device: named })];
  // By its name a microphone is found again.
  const isFound = !isNamedDevice(device) || (type === 'microphone' && device.label !== '');
  return isFound ? [] : [partly(about, 'chooseDevice', { device: named })];
}

/** What the channel of a source hasn't, and why the channel is muted. */
function channelEntries(source: ObsSource, channel: FoundChannel | undefined): readonly ReportEntry[] {
  const about = aboutOf('source', source);
  const { lost = [], mutedFor } = channel ?? {};
  return [
    ...(lost.length > 0 ? [partly(about, 'audioParts', { parts: lost.join(' ') })] : []),
    ...(mutedFor === undefined ? [] : [partly(about, mutedFor)]),
  ];
}

function soundFilterEntries(
  { filters }: ObsSource,
  channel: FoundChannel | undefined,
): readonly ReportEntry[] {
  if (channel === undefined)
    return filters.filter(isSoundFilter).map((filter) => not(aboutOf('filter', filter), 'filterSilent'));
  return channel.filters.map(({ from, filter, loss }) => {
    const about = aboutOf('filter', from);
    if (loss === undefined) return whole(about);
    return (filter === undefined ? not : partly)(about, loss.reason, loss.details);
  });
}

/** Of a source that isn't taken, no filter is. */
function pictureFilterEntries(source: ObsSource): readonly ReportEntry[] {
  const filters = source.filters.filter((filter) => !isSoundFilter(filter));
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
  // A swipe alone becomes another kind.
  if (found.taken === 'partly') {
    const reason = transition.family === 'swipe' ? 'transitionNearest' : 'transitionSettings';
    return partly(about, reason, { as });
  }
  return not(about, transition.family === 'unknown' ? 'kindUnknown' : 'kindLater', { as });
}
