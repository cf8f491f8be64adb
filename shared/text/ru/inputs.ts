/** Video and audio sources, the preview, the slate. */
import { format, forms, quoted } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

export const sources = {
  list: 'Источник видео',
  camera: 'Камера',
  cameraNumber: (number: number) => `Камера ${number}`,
  noneFound: 'не найдено',
  pickScreen: 'Экран или окно…',
  wholeScreen: 'Весь экран',
  selectedWindow: 'Выбранное окно',
  testPattern: 'Тестовая таблица',

  pickerTitle: 'Захват экрана или окна',
  screens: 'Экраны',
  windows: 'Окна',
  looking: 'Поиск экранов и окон…',
  nothingToCapture: 'Захватывать пока нечего. Откройте окно и обновите список.',
  refresh: 'Обновить',
};

export const preview = {
  title: 'Предпросмотр',
  starting: 'Видео запускается…',
  nothingSelected: 'Нет источника видео. Выберите камеру или экран в разделе «Источники».',
  tryAgain: 'Повторить',
  useTestPattern: 'Тестовая таблица',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Предпросмотр' : `Предпросмотр: ${label}`),
  noVideo: 'Предпросмотр: нет видео',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'Скоро вернусь',
  turnOn: 'Показать «Скоро вернусь» и заглушить звук, не завершая трансляцию',
  turnOff: 'Зрители видят «Скоро вернусь» и ничего не слышат. Нажмите, чтобы вернуться.',
};

const notStarted: Readonly<Record<DeviceKind, string>> = {
  camera: 'Не удалось запустить камеру',
  microphone: 'Не удалось запустить микрофон',
  screen: 'Не удалось захватить экран',
};

const missing: Readonly<Record<DeviceKind, string>> = {
  camera: 'Камера не найдена.',
  microphone: 'Микрофон не найден.',
  screen: 'Экран не найден.',
};

const notConnected: Readonly<Record<DeviceKind, string>> = {
  camera: 'Выбранная камера не подключена.',
  microphone: 'Выбранный микрофон не подключён.',
  screen: 'Выбранный экран не подключён.',
};

const notAllowed: Readonly<Record<DeviceKind, string>> = {
  camera: 'Upcast не разрешено использовать камеру.',
  microphone: 'Upcast не разрешено использовать микрофон.',
  screen: 'Upcast не разрешено захватывать экран.',
};

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Камера',
  microphone: 'Микрофон',
  screen: 'Экран',
  testPattern: 'Тестовая таблица',
  tone: 'Тон, 1 kHz, −20 dBFS',

  missing: (kind: DeviceKind) => missing[kind],
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined ? notConnected[kind] : `Устройство «${label}» не подключено.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `Одинаковое название «${label}» у ${format.count(
      count,
      kind === 'camera' ? forms('камеры', 'камер', 'камер') : forms('микрофона', 'микрофонов', 'микрофонов'),
    )}.`,
  notAllowed: (kind: DeviceKind) => notAllowed[kind],
  openPrivacy: 'Настройки конфиденциальности',
  restart: 'Перезапустить Upcast',
  busy: (kind: DeviceKind) => `${notStarted[kind]}. Возможно, мешает другое приложение.`,
  failed: (kind: DeviceKind, reason: string) => `${notStarted[kind]}: ${quoted(reason)}.`,
  noVideo: (label: string) => `Нет видео из источника «${label}».`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'Источник отключился.' : `Источник «${label}» отключился.`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera' ? `Нет видео с камеры «${label}».` : `Микрофон «${label}» заглушён вне Upcast.`,
  windowClosed: (label: string) => `Окно «${label}» закрыто.`,
  screenDisconnected: 'Экран отключился.',
  audioStopped: 'Звуковая служба этого компьютера остановилась.',
  systemAudio: 'Звук рабочего стола',
  speakersGone: (label: string) => `Устройство «${label}» не подключено.`,
  pageAudio: 'Звук страницы',
  captureFailed: (kind: 'system' | 'page') =>
    kind === 'system' ? 'Не удалось захватить звук рабочего стола.' : 'Не удалось захватить звук страницы.',
  mediaAudio: 'Звук медиафайла',
  noSystemAudio: 'В этой системе Upcast не может захватывать звук рабочего стола.',
};
