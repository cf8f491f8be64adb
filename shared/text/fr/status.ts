/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Hors direct',
  connecting: 'Connexion…',
  live: 'En direct',
  liveOnAll: (count: number) => `En direct · les ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `En direct · ${format.number(live)} sur ${format.number(all)}`,
  rehearsing: 'Répétition',
  reconnecting: 'Reconnexion…',
  ending: 'Arrêt…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Pause`,

  frameRate: 'Fréquence',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** Where the system doesn't tell what the encoder takes. */
  cpuWithoutEncoder: 'CPU hors enc.',
  memory: 'Mémoire',
  skipped: 'Sautées',
  pastStreams: 'Streams passés',
  settings: 'Paramètres',
};
