/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Sammlung',
  scene: 'Szene',
  group: 'Gruppe',
  source: 'Quelle',
  item: 'Quelle',
  filter: 'Filter',
  transition: 'Übergang',
  setting: 'Einstellung',
};

/** In the accusative, after “ohne”. */
const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'Text aus einer Datei'],
  ['box', 'ein Textfeld fester Größe'],
  ['verticalAlign', 'vertikale Ausrichtung'],
  ['files', 'einige der Dateien'],
  ['speed', 'die ursprüngliche Geschwindigkeit (das Minimum ist 25 %)'],
  ['colorRange', 'den Farbbereich'],
  ['linearAlpha', 'lineares Alpha'],
  ['options', 'FFmpeg-Optionen'],
  ['subtitles', 'Untertitel'],
  ['gain', 'die ursprüngliche Verstärkung (das Maximum ist 12 dB)'],
  ['syncOffset', 'den ursprünglichen Sync-Versatz (möglich sind −950 ms bis 2 s)'],
  ['pushToMute', 'Push-to-Mute'],
  ['suppression', 'das Verfahren der Rauschunterdrückung (Upcast nutzt RNNoise)'],
  ['outputGain', 'Ausgangsverstärkung'],
  ['sideChain', 'die Sidechain-Quelle'],
  ['longDelay', 'die ursprüngliche Verzögerung (das Maximum ist 500 ms)'],
  ['maskColour', 'die Farbe der Maske'],
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
      : format.count(Number(count), { one: 'Quelle', other: 'Quellen' });
  const what = name === '' ? things : `${subjects[subject]} „${name}“`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined
    ? `${what} in einer Szene`
    : `${what} in „${String(details['scene'])}“`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `umbenannt in „${String(details['to'])}“, weil der Name schon vergeben war`,
  missing: () => 'weggelassen, weil der Verweis auf etwas zeigt, das nicht in der Datei ist',
  canvasGuessed: ({ details }) =>
    `für eine Leinwand mit ${String(details['width'])} × ${String(details['height'])} angeordnet, weil die Datei die Größe der Leinwand nicht nennt`,
  newerVersion: () => 'mit einer neueren OBS-Version gespeichert, daher kann manches anders aussehen',
  currentSceneMissing: () => 'beginnt mit der ersten Szene, weil die aktuelle Szene nicht in der Datei ist',
  cycle: () => 'weggelassen, weil die Szene sich selbst enthalten würde',
  tooDeep: () => 'weggelassen, weil die Szenen zu tief verschachtelt sind',
  tooMany: (entry) => `weggelassen, weil die Höchstzahl von ${maximum(entry)} schon erreicht war`,
  otherCanvas: ({ details }) => `auf der Hauptleinwand platziert statt auf „${String(details['canvas'])}“`,
  kindUnknown: ({ kind }) =>
    kind === ''
      ? 'weggelassen, weil Upcast den Typ nicht kennt'
      : `weggelassen, weil Upcast den Typ „${kind}“ nicht kennt`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'weggelassen, weil Upcast diesen Typ noch nicht unterstützt'
      : `weggelassen, weil Upcast diesen Typ noch nicht unterstützt (Adresse: ${String(details['host'])})`,
  chooseDevice: (entry) => `wähle das Gerät neu aus${device(entry)}`,
  chooseScreen: (entry) => `wähle den Bildschirm neu aus${device(entry)}`,
  chooseApplication: (entry) => `wähle die App neu aus${device(entry)}`,
  chooseWindow: (entry) => `wähle das Fenster neu aus${device(entry)}`,
  ownSound: () => 'ohne Audio; füge das Audio des Geräts als Mikrofon hinzu',
  textParts: (entry) => `ohne ${partList(entry)}`,
  filterParts: (entry) => `ohne ${partList(entry)}`,
  mediaParts: (entry) => `ohne ${partList(entry)}`,
  scaleFilter: ({ details }) =>
    `mit dem bikubischen Filter skaliert statt mit „${String(details['filter'])}“`,
  ownTransitions: () => 'mit den ähnlichsten Übergängen für das Ein- und Ausblenden',
  noFile: () => 'weggelassen, weil kein Verweis auf eine Datei auf diesem Computer vorhanden ist',
  networkFile: () => 'weggelassen, weil die Datei auf einem anderen Computer liegt',
  audioParts: (entry) => `ohne ${partList(entry)}`,
  pushKey: () =>
    'stummgeschaltet, weil Upcast die Push-to-Talk-Taste nicht importieren konnte; lege eine Taste fest und schalte den Ton dann ein',
  hiddenSound: () => 'stummgeschaltet, weil die Quelle in jeder Szene ausgeblendet ist',
  filterSilent: () => 'weggelassen, weil die Quelle in Upcast kein Audio hat',
  transitionNearest: ({ details: { as } }) =>
    `durch das Ähnlichste ersetzt: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'mit den ähnlichsten Einstellungen importiert',
  transitionGuessed: () => 'importiert als Überblendung, weil Upcast den Namen nicht kennt',
  notOurs: () => 'weggelassen, weil das zu OBS oder einem Plug-in gehört',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Aus OBS importiert: ${format.number(taken)} unverändert, ${format.number(partly)} mit Änderungen, ${format.number(left)} weggelassen.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'unverändert importiert' : reasons[reason](entry)}.`;
  },
};
