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
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} d’un cœur`,
  memory: 'Mémoire',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} hors enc.`,
  skipped: 'Sautées',
  pastStreams: 'Streams passés',
  settings: 'Paramètres',
};
