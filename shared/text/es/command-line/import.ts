/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Colección',
  scene: 'Escena',
  group: 'Grupo',
  source: 'Fuente',
  item: 'Fuente',
  filter: 'Filtro',
  transition: 'Transición',
  setting: 'Ajuste',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'texto de un archivo'],
  ['box', 'cuadro de texto de tamaño fijo'],
  ['verticalAlign', 'alineación vertical'],
  ['files', 'algunos de sus archivos'],
  ['speed', 'su velocidad original (el mínimo es 25%)'],
  ['colorRange', 'su gama de color'],
  ['linearAlpha', 'alfa lineal'],
  ['options', 'opciones de FFmpeg'],
  ['subtitles', 'subtítulos'],
  ['gain', 'su ganancia original (el máximo es 12 dB)'],
  ['syncOffset', 'su desfase de sincronización original (de −950 ms a 2 s)'],
  ['pushToMute', 'pulsar para silenciar'],
  ['suppression', 'su método de supresión de ruido (Upcast usa RNNoise)'],
  ['outputGain', 'ganancia de salida'],
  ['sideChain', 'su fuente de cadena lateral'],
  ['longDelay', 'su retardo original (el máximo es 500 ms)'],
  ['maskColour', 'el color de la máscara'],
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
      : format.count(Number(count), { one: 'fuente', many: 'de fuentes', other: 'fuentes' });
  const what = name === '' ? things : `${subjects[subject]} «${name}»`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined
    ? `${what} en una escena`
    : `${what} en «${String(details['scene'])}»`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `ahora se llama «${String(details['to'])}», porque su nombre ya estaba en uso`,
  missing: () => 'sin importar, porque falta en el archivo aquello a lo que hace referencia',
  canvasGuessed: ({ details }) =>
    `posiciones para un lienzo de ${String(details['width'])} × ${String(details['height'])}, porque el archivo no indica el tamaño del lienzo`,
  newerVersion: () => 'procede de una versión más reciente de OBS, así que puede verse algo distinta',
  currentSceneMissing: () => 'empieza con la primera escena, porque la escena actual no está en el archivo',
  cycle: () => 'sin importar, porque la escena se contendría a sí misma',
  tooDeep: () => 'sin importar, porque hay demasiadas escenas anidadas',
  tooMany: (entry) => `sin importar, porque ya se alcanzó el límite de ${maximum(entry)}`,
  otherCanvas: ({ details }) => `en el lienzo principal en lugar de «${String(details['canvas'])}»`,
  kindUnknown: ({ kind }) =>
    kind === ''
      ? 'sin importar, porque Upcast no reconoce su tipo'
      : `sin importar, porque Upcast no reconoce «${kind}»`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'sin importar, porque Upcast aún no admite este tipo'
      : `sin importar, porque Upcast aún no admite este tipo (dirección: ${String(details['host'])})`,
  chooseDevice: (entry) => `vuelve a elegir su dispositivo${device(entry)}`,
  chooseScreen: (entry) => `vuelve a elegir su pantalla${device(entry)}`,
  chooseApplication: (entry) => `vuelve a elegir su aplicación${device(entry)}`,
  chooseWindow: (entry) => `vuelve a elegir su ventana${device(entry)}`,
  ownSound: () => 'sin su audio; añade el audio del dispositivo como micrófono',
  textParts: (entry) => `sin ${partList(entry)}`,
  filterParts: (entry) => `sin ${partList(entry)}`,
  mediaParts: (entry) => `sin ${partList(entry)}`,
  scaleFilter: ({ details }) => `se escala con el filtro bicúbico en lugar de «${String(details['filter'])}»`,
  ownTransitions: () => 'con las transiciones de mostrar y ocultar más parecidas',
  noFile: () => 'sin importar, porque no apunta a un archivo de este equipo',
  networkFile: () => 'sin importar, porque su archivo está en otro equipo',
  audioParts: (entry) => `sin ${partList(entry)}`,
  pushKey: () =>
    'en silencio, porque Upcast no pudo importar su tecla de pulsar para hablar; asigna una tecla y reactiva el sonido',
  hiddenSound: () => 'en silencio, porque todas las escenas la ocultan',
  filterSilent: () => 'sin importar, porque su fuente no tiene audio en Upcast',
  transitionNearest: ({ details: { as } }) =>
    `se usa la más parecida: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'se importó con los ajustes más parecidos',
  transitionGuessed: () => 'se importó como fundido, porque Upcast no reconoce su nombre',
  notOurs: () => 'sin importar, porque pertenece a OBS o a un complemento',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Importación de OBS: ${format.number(taken)} sin cambios, ${format.number(partly)} con cambios, ${format.number(left)} sin importar.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'sin cambios' : reasons[reason](entry)}.`;
  },
};
