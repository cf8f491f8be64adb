/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format, forms, namesOf } from '../format.ts';

type Side = 'left' | 'right';

const filterCount = forms('фильтр', 'фильтра', 'фильтров');

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (Number(text.replace(',', '.')) === 0) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

const laterSign = (ms: number): string => {
  if (ms === 0) return '';
  return ms < 0 ? '−' : '+';
};

export const mixer = {
  title: 'Звук',
  list: 'Источник звука',
  microphone: 'Микрофон',
  microphoneNumber: (number: number) => `Микрофон ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'Системный по умолчанию' : `Системный по умолчанию (${name})`,
  speakerNumber: (number: number) => `Динамики ${number}`,
  patternBeeps: 'Сигнал тестовой таблицы',
  noAudio: 'Без звука',
  otherAudio: 'Звук',
  systemAudio: 'Звук рабочего стола',
  tone: 'Тестовый тон',
  applicationAudio: 'Звук приложения',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'Нет приложений со звуком',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'Приложение не воспроизводит звук.' : `Приложение «${name}» не воспроизводит звук.`,

  /** With one channel, and with more. */
  strip: 'Уровень звука',
  panel: 'Аудиомикшер',
  add: '+ Добавить',
  addAudio: 'Добавить звук',

  mute: (name: string) => `Заглушить: ${name}`,
  muted: 'Заглушено',
  silence: '−∞ dB',
  solo: (name: string) => `Слушать только: ${name}`,
  fader: (name: string) => `${name}, фейдер`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, уровень`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Прослушивание, ${name}: ${{ off: 'выключено', only: 'только прослушивание', both: 'прослушивание и вывод' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: {
    off: 'Без прослушивания',
    only: 'Только прослушивание (без вывода)',
    both: 'Прослушивание и вывод',
  },
  monitorOnly: 'Без вывода',
  holdToTalk: (key: string) => `Говорите, удерживая ${key}`,
  mutedByKey: (key: string) => `Заглушено: ${key}`,
  duckedBy: (names: readonly string[]) =>
    `${names.length === 1 ? 'Приглушено каналом' : 'Приглушено каналами'} ${namesOf(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `Ещё: ${name}`,
  menu: {
    rename: 'Переименовать',
    device: 'Устройство',
    application: 'Приложение',
    filters: 'Фильтры…',
    copyFilters: (count: number) =>
      count === 1 ? 'Копировать фильтр' : `Копировать ${format.count(count, filterCount)}`,
    pasteFilters: (count: number) =>
      count > 1 ? `Вставить ${format.count(count, filterCount)}` : 'Вставить фильтр',
    settings: 'Настройки звука…',
    sync: 'Смещение звука…',
    program: 'Звук программы…',
    moveLeft: 'Левее',
    moveRight: 'Правее',
    remove: 'Удалить',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Название канала',
  removed: (name: string) => `Удалено: «${name}».`,

  oneSided: (side: Side) => (side === 'left' ? 'Звук только слева.' : 'Звук только справа.'),
  useOnBoth: 'На обе стороны',
  useSide: 'Использовать левую',
  /** Of a microphone that gives no more than a telephone does. */
  narrow: 'Гарнитура в режиме звонка, качество звука низкое. С другим микрофоном звук будет лучше.',

  channel: {
    title: (name: string) => `Настройки звука: «${name}»`,
    sound: 'Звук',
    balance: 'Баланс',
    balanceUnit: '%',
    balanceHint: '−100 — влево, 100 — вправо.',
    isMono: 'Моно',
    isMonoHint: 'Воспроизводит среднее левого и правого каналов с обеих сторон.',
    side: 'Стороны',
    sides: {
      both: 'Стерео',
      left: 'Левая на обе стороны',
      right: 'Правая на обе стороны',
    },
    monitoring: 'Прослушивание',
    tracks: 'Дорожки',
    tracksHint:
      'Каждая дорожка — отдельный микс. Какие дорожки идут в трансляцию и запись, выбирается в окне «Звук программы».',
    noTracks: 'Ни на одной дорожке: зрители не слышат этот канал.',
    scenes: 'Сцены',
    scenesHint: 'Зрители слышат канал, только пока в эфире одна из этих сцен.',
    allScenes: 'Во всех сценах',
    sync: 'Смещение звука',
    find: 'Найти по хлопку…',
    push: 'Горячая клавиша',
    pushModes: {
      off: 'Выкл.',
      talk: 'Включать при удержании',
      mute: 'Глушить при удержании',
      toggle: 'Переключать звук',
    },
    pushKey: 'Клавиша',
    noKey: 'Нажмите клавишу…',
    changeKey: (key: string) => `Клавиша: ${key}. Нажмите, чтобы изменить`,
    waitsForKey: 'Нажмите клавишу. Esc — отмена.',
    release: 'Задержка отпускания',
    pushHint:
      'Работает, пока окно Upcast активно. Для клавиши, которая работает в любом приложении, выберите «Переключать звук».',
    toggleHint: 'Работает в любом приложении.',
    keyTaken:
      'Работает, только пока окно Upcast активно. Возможно, клавишу использует другое приложение или система не разрешает клавиши, которые работают в любом приложении.',
    keyTyped:
      'Работает, пока окно Upcast активно. Чтобы клавиша работала везде, выберите функциональную или добавьте Ctrl или Alt.',
  },

  tracks: {
    name: (number: number) => `Дорожка ${format.number(number)}`,
    title: 'Дорожки',
    names: 'Названия дорожек',
    stream: 'Дорожка трансляции',
    streamWhileLive: 'Дорожку трансляции можно изменить, когда вы не в эфире.',
    recording: 'Дорожки записи',
    recordingNote: 'Каждая выбранная дорожка станет отдельной звуковой дорожкой в записи.',
  },

  program: {
    name: 'Программа',
    title: 'Звук программы',
    more: 'Ещё: программа',
    target: (lufs: string) => `Цель ${lufs}`,
    customTarget: 'Своя…',
    custom: 'Своя цель',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Пик ${figure}`,
    resetName: 'Сбросить интегральную громкость',
    limiter: 'Лимитер',
    limiterHint: 'Удерживает истинные пики ниже потолка.',
    limiterState: (decibels: number) => `Лимитер −${format.number(decibels, 1)} dB`,
    limiterOff: 'Лимитер выкл.',
    ceiling: 'Потолок',
    ceilingUnit: 'dBTP',
    headphones: 'Прослушивание',
    device: 'Устройство',
    systemDefault: 'По умолчанию',
    figures: 'Показатели громкости',
  },

  sync: {
    title: 'Смещение звука',
    about: 'Задерживает звук, чтобы он совпал с видео.',
    delay: 'Задержка',
    milliseconds: 'мс',
    find: 'Найти смещение по хлопку',
    clapNow: 'Чтобы найти смещение, хлопните один раз перед камерой. Upcast слушает.',
    choose: 'Выберите кадр, на котором ладони встретились.',
    pictures: 'Кадры вокруг хлопка',
    later: (ms: number) => {
      if (ms === 0) return 'одновременно со звуком';
      return ms < 0 ? `на ${-ms} мс раньше звука` : `на ${ms} мс позже звука`;
    },
    laterShort: (ms: number) => `${laterSign(ms)}${Math.abs(ms)} мс`,
    use: (ms: number) => `Задержать на ${ms} мс`,
    again: 'Хлопнуть ещё раз',
    pictureEarly: (ms: number) =>
      `Зрители видят хлопок на ${ms} мс раньше, чем слышат. Добавьте камере фильтр «Задержка отображения» на ${ms} мс.`,
  },
};
