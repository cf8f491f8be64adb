/** The bar at the top of the window. */
import { format } from './format.ts';

export const status = {
  notLive: 'オフライン',
  connecting: '接続中…',
  live: '配信中',
  liveOnAll: (count: number) => `配信中 · 全${format.number(count)}件`,
  liveOnSome: (live: number, all: number) => `配信中 · ${format.number(all)}件中${format.number(live)}件`,
  rehearsing: 'リハーサル中',
  reconnecting: '再接続中…',
  ending: '終了中…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · 待機画面`,

  frameRate: 'フレームレート',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `1コアの${format.percent(share)}`,
  memory: 'メモリ',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label} (エンコーダ除く)`,
  skipped: 'スキップ',
  pastStreams: '過去の配信',
  settings: '設定',
};
