/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Sin transmitir',
  connecting: 'Conectando…',
  live: 'En directo',
  liveOnAll: (count: number) => `En directo · los ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `En directo · ${format.number(live)} de ${format.number(all)}`,
  rehearsing: 'Ensayando',
  reconnecting: 'Reconectando…',
  ending: 'Finalizando…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Vuelvo enseguida`,

  frameRate: 'Fotogramas/s',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} de un núcleo`,
  memory: 'Memoria',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} sin codif.`,
  skipped: 'Omitidos',
  pastStreams: 'Anteriores',
  settings: 'Configuración',
};
