/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format, noun } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Collection',
  scene: 'Scène',
  group: 'Groupe',
  source: 'Source',
  item: 'Source',
  filter: 'Filtre',
  transition: 'Transition',
  setting: 'Paramètre',
};

/** After “sans”. */
const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'le texte lu dans un fichier'],
  ['box', 'la zone de texte de taille fixe'],
  ['verticalAlign', 'l’alignement vertical'],
  ['files', 'certains des fichiers'],
  ['speed', 'la vitesse d’origine (le minimum est de 25 %)'],
  ['colorRange', 'la plage de couleurs'],
  ['linearAlpha', 'l’alpha linéaire'],
  ['options', 'les options de FFmpeg'],
  ['subtitles', 'les sous-titres'],
  ['gain', 'le gain d’origine (le maximum est de 12 dB)'],
  ['syncOffset', 'le décalage de synchro d’origine (de −950 ms à 2 s)'],
  ['pushToMute', 'la fonction « Appuyer pour couper »'],
  ['suppression', 'la méthode de suppression du bruit (Upcast utilise RNNoise)'],
  ['outputGain', 'le gain de sortie'],
  ['sideChain', 'la source de sidechain'],
  ['longDelay', 'le retard d’origine (le maximum est de 500 ms)'],
  ['maskColour', 'la couleur du masque'],
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
  const things = count === undefined ? subjects[subject] : format.count(Number(count), noun('source'));
  const what = name === '' ? things : `${subjects[subject]} « ${name} »`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined
    ? `${what} dans une scène`
    : `${what} dans « ${String(details['scene'])} »`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `nouveau nom « ${String(details['to'])} », car le nom était déjà pris`,
  missing: () => 'omission, car l’élément visé n’est pas dans le fichier',
  canvasGuessed: ({ details }) =>
    `position calculée pour un canevas de ${String(details['width'])} × ${String(details['height'])}, car le fichier n’indique pas la taille du canevas`,
  newerVersion: () => 'fichier d’une version plus récente d’OBS, des éléments peuvent différer',
  currentSceneMissing: () =>
    'commence par la première scène, car la scène actuelle n’est pas dans le fichier',
  cycle: () => 'omission, car la scène se contiendrait elle-même',
  tooDeep: () => 'omission, car les scènes sont imbriquées trop profondément',
  tooMany: (entry) => `omission, car la limite de ${maximum(entry)} était déjà atteinte`,
  otherCanvas: ({ details }) => `sur le canevas principal au lieu de « ${String(details['canvas'])} »`,
  kindUnknown: ({ kind }) =>
    kind === ''
      ? 'omission, car Upcast ne connaît pas ce type'
      : `omission, car Upcast ne connaît pas le type « ${kind} »`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'omission, car Upcast ne prend pas encore en charge ce type'
      : `omission, car Upcast ne prend pas encore en charge ce type (adresse : ${String(details['host'])})`,
  chooseDevice: (entry) => `choisissez à nouveau le périphérique${device(entry)}`,
  chooseScreen: (entry) => `choisissez à nouveau l’écran${device(entry)}`,
  chooseApplication: (entry) => `choisissez à nouveau l’application${device(entry)}`,
  chooseWindow: (entry) => `choisissez à nouveau la fenêtre${device(entry)}`,
  ownSound: () => 'sans le son ; ajoutez l’audio du périphérique comme micro',
  textParts: (entry) => `sans ${partList(entry)}`,
  filterParts: (entry) => `sans ${partList(entry)}`,
  mediaParts: (entry) => `sans ${partList(entry)}`,
  scaleFilter: ({ details }) =>
    `mise à l’échelle avec le filtre bicubique au lieu de « ${String(details['filter'])} »`,
  ownTransitions: () => 'avec les transitions d’affichage et de masquage les plus proches',
  noFile: () => 'omission, car aucun fichier de cet ordinateur n’est indiqué',
  networkFile: () => 'omission, car le fichier est sur un autre ordinateur',
  audioParts: (entry) => `sans ${partList(entry)}`,
  pushKey: () =>
    'son coupé, car Upcast n’a pas pu importer la touche « Appuyer pour parler » ; choisissez une touche, puis rétablissez le son',
  hiddenSound: () => 'son coupé, car la source est masquée dans toutes les scènes',
  filterSilent: () => 'omission, car la source n’a pas d’audio dans Upcast',
  transitionNearest: ({ details: { as } }) =>
    `remplacement par le type le plus proche : ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'importation avec les réglages les plus proches',
  transitionGuessed: () => 'importation comme fondu, car Upcast ne reconnaît pas le nom',
  notOurs: () => 'omission, car cela appartient à OBS ou à un plug-in',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Importation depuis OBS : ${format.number(taken)} sans changement, ${format.number(partly)} avec changements, ${format.number(left)} omis.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)} : ${reason === undefined ? 'importation sans changement' : reasons[reason](entry)}.`;
  },
};
