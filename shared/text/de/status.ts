/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Nicht live',
  connecting: 'Verbinden…',
  live: 'Live',
  liveOnAll: (count: number) => `Live · alle ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `Live · ${format.number(live)} von ${format.number(all)}`,
  rehearsing: 'Probe läuft',
  reconnecting: 'Neu verbinden…',
  ending: 'Beenden…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Pause`,

  frameRate: 'Bildrate',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} eines Kerns`,
  memory: 'Speicher',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} o. Encoder`,
  skipped: 'Übersprungen',
  pastStreams: 'Frühere Streams',
  settings: 'Einstellungen',
};
