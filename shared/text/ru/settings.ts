/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format, forms } from './format.ts';

export const settings = {
  title: 'Настройки',
  badEncoding:
    'Значение вне допустимых пределов. Битрейт видео: от 100 до 51 000 kbps. Битрейт звука: от 32 до 512 kbps. Интервал ключевых кадров: от 0,5 до 10 с.',

  video: 'Видео',
  changesWhileLive: 'Изменения применяются прямо в эфире, трансляция не прерывается.',
  resolution: 'Разрешение',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p вертикально',
    vertical720: '720p вертикально',
    square: 'квадрат',
  },
  frameRate: 'Частота кадров',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Битрейт видео',
  kbps: 'kbps',
  keyframeInterval: 'Интервал ключевых кадров',
  seconds: 'с',
  dynamicBitrate: 'Динамический битрейт',
  dynamicBitrateHint:
    'Снижает битрейт, когда сеть не справляется, и снова поднимает до указанного выше, когда скорость восстановится.',

  audio: 'Звук',
  channels: 'Каналы',
  stereo: 'Стерео',
  mono: 'Моно',
  sampleRate: 'Частота дискретизации',
  kilohertz: (hertz: number) => `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz`,
  audioBitrate: 'Битрейт звука',

  recordingAndEnding: 'Запись и завершение трансляции',
  drain: 'После завершения досылать трансляцию не дольше',

  proxy: 'Прокси',
  remoteControl: 'Удалённое управление',

  appearance: 'Оформление',
  theme: 'Тема',
  themes: { system: 'Системная', dark: 'Тёмная', light: 'Светлая' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg не найден' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'ключи потоков шифруются с помощью системной связки ключей'
        : 'связка ключей недоступна: ключи потоков хранятся только до выхода',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Автоматически',
  libx264: 'H.264: x264 (ЦП)',
  h264_nvenc: 'H.264: NVIDIA',
  h264_qsv: 'H.264: Intel Quick Sync',
  h264_amf: 'H.264: AMD',
  h264_vaapi: 'H.264: VA-API',
  h264_videotoolbox: 'H.264: Apple VideoToolbox',
  h264_mf: 'H.264: Windows Media Foundation',
  libx265: 'HEVC: x265 (ЦП)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1: SVT-AV1 (ЦП)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (наименьшая нагрузка на ЦП)',
  superfast: 'superfast',
  veryfast: 'veryfast (обычный)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (лучшее качество)',
};

export const encoders = {
  encoder: 'Кодировщик',
  names: encoderNames,
  automatic: (encoder: string) => `Автоматически (${encoder})`,
  cpuPreset: 'Пресет ЦП',
  preset: 'Пресет',
  presetNames,
  latency: 'Задержка',
  latencyLow: 'Низкая',
  latencyQuality: 'Выше качество, до 0,5 с дополнительной задержки',
  latencyQualityCpu: 'Выше качество, больше нагрузка на ЦП',

  codecLocked: (codec: string) => `Кодек (${codec}) можно сменить, когда вы не в эфире.`,
  codecSupport: (codec: string) =>
    `${codec} поддерживают не все сервисы и серверы. Upcast предупредит об этом перед выходом в эфир. H.264 работает везде.`,

  untested: 'Upcast ещё не проверял кодировщики на этом компьютере.',
  testing: 'Проверка каждого кодировщика на двух секундах видео…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'Лучшее качество при том же битрейте, но нагружает ЦП'
      : 'Почти не нагружает ЦП, качество немного ниже';
    return `${encoder} — ${format.number(speed, 1)}× от реального времени при 720p${speed < 1 ? ' (слишком медленно для эфира)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `аппаратное кодирование ${codec} (видеокарта)`,
  unavailable: (names: readonly string[]) => `Недоступно: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `Для ${format.list(codecs)} нужен FFmpeg 6.1 или новее. У вас FFmpeg ${version}.`,
  test: 'Проверить кодировщики',
  testAgain: 'Проверить снова',
  testingNow: 'Проверка…',
  testHint: 'Кодирует две секунды видео каждым кодировщиком',
  notWhileLive: 'Недоступно, пока вы в эфире',
};

const everyMinute = forms('Каждую', 'Каждые', 'Каждые');
const minute = forms('минуту', 'минуты', 'минут');

export const recordingSettings = {
  always: 'Записывать каждую трансляцию',
  folder: 'Папка',
  defaultFolder: (isMac: boolean): string => (isMac ? 'Ваша папка «Фильмы»' : 'Папка «Видео» вашей системы'),
  choose: 'Выбрать…',
  fileName: 'Имя файла',
  fileNameHint: (example: string) => `Можно использовать {date}, {time} и {size}. Пример: ${example}`,
  format: 'Формат',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'В обоих форматах запись воспроизводится, даже если Upcast или компьютер внезапно остановится.',
  split: 'Начинать новый файл',
  splitHint: 'Файл делится на ключевом кадре, поэтому ничего не теряется.',
  never: 'Никогда',
  everyMinutes: (minutes: number) =>
    minutes === 60 ? 'Каждый час' : `${format.plural(minutes, everyMinute)} ${format.count(minutes, minute)}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `Каждые ${format.number(megabytes / 1000)} GB`
      : `Каждые ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: 'Разрешить другим приложениям на этом компьютере управлять Upcast',
  switchHint:
    'Действует сразу. Подключаться могут только приложения на этом компьютере, и для каждого запроса нужен токен.',
  port: 'Порт',
  portLocked: 'Чтобы сменить порт, выключите удалённое управление.',
  badPort: 'Введите порт от 1024 до 65535.',
  off: 'Выключено',
  listening: (port: number) => `Адрес: http://127.0.0.1:${port}`,
  token: 'Токен',
  tokenSaved: 'Шифруется с помощью системной связки ключей',
  tokenKept: 'Системная связка ключей недоступна, поэтому Upcast хранит токен только до выхода',
  renew: 'Новый токен',
  renewHint: 'Отключает приложения со старым токеном',
  renewed: 'Старый токен больше не действует.',
};
