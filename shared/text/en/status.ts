/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'Not live',
  connecting: 'Connecting…',
  live: 'Live',
  liveOnAll: (count: number) => `Live · all ${format.number(count)}`,
  liveOnSome: (live: number, all: number) => `Live · ${format.number(live)} of ${format.number(all)}`,
  rehearsing: 'Rehearsing',
  reconnecting: 'Reconnecting…',
  ending: 'Ending…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · Be right back`,

  frameRate: 'Frame rate',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `${format.percent(share)} of a core`,
  memory: 'Memory',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} w/o encoder`,
  skipped: 'Skipped',
  pastStreams: 'Past streams',
  settings: 'Settings',
};
