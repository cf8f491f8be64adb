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
  /** Where the system doesn't tell what the encoder takes. */
  cpuWithoutEncoder: 'CPU sin codif.',
  memory: 'Memoria',
  skipped: 'Omitidos',
  pastStreams: 'Anteriores',
  settings: 'Configuración',
};
