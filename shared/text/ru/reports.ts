/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, forms, frames, reconnects, times } from './format.ts';

const interruptions = forms('перерыв', 'перерыва', 'перерывов');
/** In the instrumental, after `с`. */
const withReconnects = { one: 'переподключением', other: 'переподключениями' };
const withDropped = { one: 'потерянным кадром', other: 'потерянными кадрами' };

export const rehearsalCard = {
  title: 'Репетиция',
  switch: 'Репетиция вместо эфира',
  lastReport: 'Последний отчёт',
  live: (rate: string | undefined) =>
    `Трансляция идёт на этот компьютер${rate === undefined ? '' : `, ${rate}`}. Чтобы увидеть отчёт, завершите репетицию.`,
  connecting: 'Подключение к локальному тестовому серверу…',
  off: 'Проверьте выход в эфир на этом компьютере. Зрители ничего не увидят.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Трансляция по ${protocol === 'rtmps' ? 'TLS' : 'UDP'} на локальный тестовый сервер. Зрители ничего не увидят, а вы получите отчёт.`,
  protocol: 'Протокол репетиции',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Отчёт о репетиции',
  allGood: 'Всё дошло как нужно. Можно выходить в эфир.',
  problems: (count: number) =>
    `Перед эфиром проверьте ${format.count(count, forms('замечание', 'замечания', 'замечаний'))}.`,
  levels: { good: 'Хорошо', warning: 'Внимание', problem: 'Проблема' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'Репетиция',
  startedAt: 'Начало',
  length: 'Длительность',
  protocol: 'Протокол',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Звук',
  video: 'Видео',
  codec: 'Кодек',
  sampleRate: 'Частота дискретизации',
  sampling: (hertz: number, channels: number) =>
    `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz, ${channels === 1 ? 'моно' : 'стерео'}`,
  bitrate: 'Битрейт',
  bitrateWithPeak: (average: string, peak: string) => `${average}, пик ${peak}`,
  gaps: 'Разрывы',
  resolution: 'Разрешение',
  frames: 'Кадры',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Интервал ключевых кадров',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} с` : `${usual} с (${low}–${high})`;
  },
  bFrames: 'B-кадры',
  yes: 'Да',
  no: 'Нет',
  sync: 'Синхронность',
  audioStarts: 'Начало звука',
  withVideo: 'вместе с видео',
  afterVideo: (ms: number) => `на ${format.number(ms)} мс позже видео`,
  beforeVideo: (ms: number) => `на ${format.number(ms)} мс раньше видео`,
  lengthDifference: 'Разница в длине',
  milliseconds: (ms: number) => `${format.number(ms)} мс`,
};

export const streamReport = {
  title: 'Отчёт о трансляции',
  pastStreams: 'Прошлые эфиры',
  lost: 'Трансляция завершилась раньше: на всех площадках сбой.',
  neverReached: (destinations: readonly string[]) =>
    `Трансляция так и не вышла на ${destinations.length === 1 ? 'площадку' : 'площадки'}: ${format.list(destinations)}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `В конце трансляции не было связи с ${destinations.length === 1 ? 'площадкой' : 'площадками'}: ${format.list(destinations)}.`,
  complete: 'Трансляция прошла без перерывов.',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `Трансляция прошла с ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, withReconnects)]),
      ...(droppedFrames === 0 ? [] : [format.count(droppedFrames, withDropped)]),
    ])}.`,

  stream: 'Трансляция',
  startedAt: 'Начало',
  length: 'Длительность',
  encoded: 'Закодировано',
  skipped: 'Пропущено',
  frames: (count: number) => format.count(count, frames),
  onAir: 'В эфире',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Отправлено',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Потеряно',
  reconnects: 'Переподключения',
  lostBy: 'Потери',
  lastError: 'Последняя ошибка',
  losses: 'Потери и их причины',
  encodingOverloaded: 'Кодировщик перегружен',
  networkTooSlow: 'Сеть слишком медленная',
  offAir: (elapsed: string, count: number) => `${elapsed} без связи, ${format.count(count, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'меньше 0,1%' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'ничего',
};

export const pastStreams = {
  title: 'Прошлые эфиры',
  one: 'Прошлый эфир',
  compared: 'Сравнение эфиров',
  all: 'Все эфиры',
  hint: 'Выберите два эфира, чтобы сравнить их. Upcast хранит последние 50.',
  deleted: 'Отчёт удалён.',
  compare: 'Сравнить',
  empty: 'Эфиров пока не было. После каждого здесь появятся отчёт, график и события.',
  started: 'Начало',
  length: 'Длительность',
  destinations: 'Площадки',
  lost: 'Потери',
  delete: 'Удалить',
  compareOne: (started: string) => `Сравнить: ${started}`,
  deleteOne: (started: string) => `Удалить: ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Эфир: ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, forms('событие', 'события', 'событий')),
};
