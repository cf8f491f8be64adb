/** The bitrate graph: lines, tools, readout, axes, export. */
import { format, frames, lowerFirst } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: 'Битрейт',
  description:
    'График битрейта. Стрелки — значения, Alt+стрелки — сдвиг, плюс и минус — масштаб, Esc — исходный вид.',
  empty: 'В эфире здесь появится битрейт каждой площадки. Чем ровнее линия, тем лучше.',

  windows: { '1': '1 мин', '5': '5 мин', '60': '1 ч', all: 'Всё' },
  timeRange: 'Период',
  overlay: 'Наложение',
  bitrateOnly: 'Только битрейт',
  withCpu: '+ ЦП',
  withOverlay: (label: string) => `+ ${lowerFirst(label)}`,
  resetZoom: 'Сбросить масштаб',
  backToNow: 'К текущему',
  export: 'Экспорт',
  exportTable: 'Таблица (CSV)',
  exportData: 'Данные (JSON)',
  exportImage: 'Изображение (PNG)',
  hide: (line: string) => `Скрыть: ${line}`,
  show: (line: string) => `Показать: ${line}`,

  target: 'Цель',
  encoded: 'Закодировано',
  total: 'Всего',
  ofDestination: (destination: string, label: string) => `${destination}: ${lowerFirst(label)}`,
  overlays: {
    acknowledged: { label: 'Подтверждённый битрейт', unit: UNIT_KBPS },
    queue: { label: 'Очередь', unit: 'мс' },
    dropped: { label: 'Потерянные кадры', unit: '' },
    skipped: { label: 'Пропущенные кадры', unit: '' },
    fps: { label: 'Частота кадров', unit: 'fps' },
    cpu: { label: 'ЦП (от ядра)', unit: '%' },
    memory: { label: 'Память', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'нет данных',
  lost: (count: number, share: number) =>
    `${format.plural(count, { one: 'потерян', other: 'потеряно' })} ${format.count(count, frames)} (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'сейчас',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours} ч`]),
      ...(minutes === 0 ? [] : [`${minutes} мин`]),
      ...(seconds === 0 ? [] : [`${seconds} с`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: 'время',
    events: 'события',
    encoded: `закодировано ${UNIT_KBPS}`,
    target: `цель ${UNIT_KBPS}`,
    fps: 'кадров в секунду',
    skipped: 'пропущено кадров',
    cpu: 'ЦП % ядра',
    memory: 'память MB',
    dropped: 'потеряно кадров',
    queue: 'очередь мс',
    sent: `отправлено ${UNIT_KBPS}`,
    acknowledged: `подтверждено ${UNIT_KBPS}`,
  },
};
