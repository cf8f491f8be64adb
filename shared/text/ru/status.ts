/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Не в эфире',
  connecting: 'Подключение…',
  live: 'В эфире',
  liveOnAll: (count: number) => `В эфире · все ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `В эфире · ${format.number(live)} из ${format.number(all)}`,
  rehearsing: 'Репетиция',
  reconnecting: 'Переподключение…',
  ending: 'Завершение…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Скоро вернусь`,

  frameRate: 'Частота кадров',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'ЦП',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} ядра`,
  memory: 'Память',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} без кодировщика`,
  skipped: 'Пропущено',
  pastStreams: 'Прошлые эфиры',
  settings: 'Настройки',
};
