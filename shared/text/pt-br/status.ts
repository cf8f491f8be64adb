/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Fora do ar',
  connecting: 'Conectando…',
  live: 'Ao vivo',
  liveOnAll: (count: number) => `Ao vivo · todos os ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `Ao vivo · ${format.number(live)} de ${format.number(all)}`,
  rehearsing: 'Ensaiando',
  reconnecting: 'Reconectando…',
  ending: 'Encerrando…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Volto já`,

  frameRate: 'Quadros/s',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** Where the system doesn't tell what the encoder takes. */
  cpuWithoutEncoder: 'CPU sem codif.',
  memory: 'Memória',
  skipped: 'Ignorados',
  pastStreams: 'Anteriores',
  settings: 'Configurações',
};
