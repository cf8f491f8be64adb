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
  /** Where the system doesn't tell what the encoder takes. */
  cpuWithoutEncoder: 'CPU o. Encoder',
  memory: 'Speicher',
  skipped: 'Übersprungen',
  pastStreams: 'Frühere Streams',
  settings: 'Einstellungen',
};
