/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format, sources } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Коллекция',
  scene: 'Сцена',
  group: 'Группа',
  source: 'Источник',
  item: 'Источник',
  filter: 'Фильтр',
  transition: 'Переход',
  setting: 'Настройка',
};

/** After `без учёта:`. */
const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'текст из файла'],
  ['box', 'текстовый блок заданного размера'],
  ['verticalAlign', 'выравнивание по вертикали'],
  ['files', 'часть файлов'],
  ['speed', 'исходная скорость (минимум 25%)'],
  ['colorRange', 'диапазон цветов'],
  ['linearAlpha', 'линейная прозрачность'],
  ['options', 'параметры FFmpeg'],
  ['subtitles', 'субтитры'],
  ['gain', 'исходное усиление (максимум 12 dB)'],
  ['syncOffset', 'исходный смещение звука (от −950 мс до 2 с)'],
  ['pushToMute', 'глушение при удержании клавиши'],
  ['suppression', 'метод шумоподавления (Upcast использует RNNoise)'],
  ['outputGain', 'выходное усиление'],
  ['sideChain', 'источник сайдчейна'],
  ['longDelay', 'исходная задержка (максимум 500 мс)'],
  ['maskColour', 'цвет маски'],
]);

const withoutParts = ({ details }: ReportEntry): string => {
  const list = String(details['parts'] ?? '')
    .split(' ')
    .map((part) => parts.get(part) ?? part);
  return `импортировано не всё, пропущено: ${format.list(list)}`;
};
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things = count === undefined ? subjects[subject] : format.count(Number(count), sources);
  const what = name === '' ? things : `${subjects[subject]} «${name}»`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined ? `${what} в сцене` : `${what} в сцене «${String(details['scene'])}»`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `новое название — «${String(details['to'])}», прежнее уже занято`,
  missing: () => 'не импортировано: в файле нет того, на что есть ссылка',
  canvasGuessed: ({ details }) =>
    `размещено для холста ${String(details['width'])} × ${String(details['height'])}: размер холста в файле не указан`,
  newerVersion: () => 'сохранено более новой версией OBS, что-то может выглядеть иначе',
  currentSceneMissing: () => 'начинается с первой сцены: текущей сцены в файле нет',
  cycle: () => 'не импортировано: сцена содержала бы саму себя',
  tooDeep: () => 'не импортировано: слишком глубокая вложенность сцен',
  tooMany: (entry) => `не импортировано: уже достигнут предел (${maximum(entry)})`,
  otherCanvas: ({ details }) => `размещено на основном холсте вместо «${String(details['canvas'])}»`,
  kindUnknown: ({ kind }) =>
    kind === '' ? 'не импортировано: неизвестный тип' : `не импортировано: неизвестный тип «${kind}»`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'не импортировано: Upcast пока не поддерживает этот тип'
      : `не импортировано: Upcast пока не поддерживает этот тип (адрес: ${String(details['host'])})`,
  chooseDevice: (entry) => `выберите устройство заново${device(entry)}`,
  chooseScreen: (entry) => `выберите экран заново${device(entry)}`,
  chooseApplication: (entry) => `выберите приложение заново${device(entry)}`,
  chooseWindow: (entry) => `выберите окно заново${device(entry)}`,
  ownSound: () => 'импортировано без звука; добавьте звук устройства как микрофон',
  textParts: withoutParts,
  filterParts: withoutParts,
  mediaParts: withoutParts,
  scaleFilter: ({ details }) => `масштабируется бикубическим фильтром вместо «${String(details['filter'])}»`,
  ownTransitions: () => 'выбраны самые похожие переходы показа и скрытия',
  noFile: () => 'не импортировано: нет ссылки на файл на этом компьютере',
  networkFile: () => 'не импортировано: файл находится на другом компьютере',
  audioParts: withoutParts,
  pushKey: () =>
    'заглушено: клавишу для разговора импортировать не удалось; назначьте клавишу и включите звук',
  hiddenSound: () => 'заглушено: скрыто во всех сценах',
  filterSilent: () => 'не импортировано: у этого источника в Upcast нет звука',
  transitionNearest: ({ details: { as } }) =>
    `заменено самым похожим: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'импортировано с самыми похожими настройками',
  transitionGuessed: () => 'импортировано как затухание: название не распознано',
  notOurs: () => 'не импортировано: относится к OBS или плагину',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Импорт из OBS: без изменений — ${format.number(taken)}, с изменениями — ${format.number(partly)}, не импортировано — ${format.number(left)}.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'импортировано без изменений' : reasons[reason](entry)}.`;
  },
};
