/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Collection',
  scene: 'Scene',
  group: 'Group',
  source: 'Source',
  item: 'Source',
  filter: 'Filter',
  transition: 'Transition',
  setting: 'Setting',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'text from a file'],
  ['box', 'a fixed-size text box'],
  ['verticalAlign', 'vertical alignment'],
  ['files', 'some of its files'],
  ['speed', 'its original speed (the minimum is 25%)'],
  ['colorRange', 'its color range'],
  ['linearAlpha', 'linear alpha'],
  ['options', 'FFmpeg options'],
  ['subtitles', 'subtitles'],
  ['gain', 'its original gain (the maximum is 12 dB)'],
  ['syncOffset', 'its original sync offset (the range is −950 ms to 2 s)'],
  ['pushToMute', 'push to mute'],
  ['suppression', 'its noise suppression method (Upcast uses RNNoise instead)'],
  ['outputGain', 'output gain'],
  ['sideChain', 'its sidechain source'],
  ['longDelay', 'its original delay (the maximum is 500 ms)'],
  ['maskColour', 'the mask’s color'],
]);

const partList = ({ details }: ReportEntry): string =>
  format.list(
    String(details['parts'] ?? '')
      .split(' ')
      .map((part) => parts.get(part) ?? part),
  );
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things =
    count === undefined
      ? subjects[subject]
      : format.count(Number(count), { one: 'source', other: 'sources' });
  const what = name === '' ? things : `${subjects[subject]} “${name}”`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined ? `${what} in a scene` : `${what} in “${String(details['scene'])}”`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `renamed to “${String(details['to'])}”, because its name was already taken`,
  missing: () => 'left out, because what it refers to isn’t in the file',
  canvasGuessed: ({ details }) =>
    `positioned for a ${String(details['width'])} × ${String(details['height'])} canvas, because the file doesn’t give the canvas size`,
  newerVersion: () => 'saved by a newer version of OBS, so some of it may look different',
  currentSceneMissing: () => 'starts with the first scene, because the current scene isn’t in the file',
  cycle: () => 'left out, because the scene would contain itself',
  tooDeep: () => 'left out, because the scenes are nested too deeply',
  tooMany: (entry) => `left out, because the limit of ${maximum(entry)} was already reached`,
  otherCanvas: ({ details }) => `placed on the main canvas instead of “${String(details['canvas'])}”`,
  kindUnknown: ({ kind }) =>
    kind === ''
      ? 'left out, because Upcast doesn’t recognize its type'
      : `left out, because Upcast doesn’t recognize “${kind}”`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'left out, because Upcast doesn’t support this type yet'
      : `left out, because Upcast doesn’t support this type yet (address: ${String(details['host'])})`,
  chooseDevice: (entry) => `choose its device again${device(entry)}`,
  chooseScreen: (entry) => `choose its screen again${device(entry)}`,
  chooseApplication: (entry) => `choose its app again${device(entry)}`,
  chooseWindow: (entry) => `choose its window again${device(entry)}`,
  ownSound: () => 'without its audio; add the device’s audio as a microphone',
  textParts: (entry) => `without ${partList(entry)}`,
  filterParts: (entry) => `without ${partList(entry)}`,
  mediaParts: (entry) => `without ${partList(entry)}`,
  scaleFilter: ({ details }) => `scaled with the bicubic filter instead of “${String(details['filter'])}”`,
  ownTransitions: () => 'with the closest matching show and hide transitions',
  noFile: () => 'left out, because it doesn’t point to a file on this computer',
  networkFile: () => 'left out, because its file is on another computer',
  audioParts: (entry) => `without ${partList(entry)}`,
  pushKey: () =>
    'muted, because Upcast couldn’t import its push-to-talk key; set a key, then unmute the source',
  hiddenSound: () => 'muted, because it’s hidden in every scene',
  filterSilent: () => 'left out, because its source has no audio in Upcast',
  transitionNearest: ({ details: { as } }) =>
    `replaced by the closest match: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'imported with the closest settings',
  transitionGuessed: () => 'imported as a fade, because Upcast doesn’t recognize its name',
  notOurs: () => 'left out, because it belongs to OBS or a plug-in',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Imported from OBS: ${format.number(taken)} as is, ${format.number(partly)} with changes, ${format.number(left)} left out.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'imported as is' : reasons[reason](entry)}.`;
  },
};
