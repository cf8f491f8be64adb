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
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} de um núcleo`,
  memory: 'Memória',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} sem codif.`,
  skipped: 'Ignorados',
  pastStreams: 'Anteriores',
  settings: 'Configurações',
};
