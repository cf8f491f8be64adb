/** The bar at the top of the window. */
import { format, zh } from './format.ts';

export const status = {
  notLive: '未直播',
  connecting: '正在连接…',
  live: '直播中',
  liveOnAll: (count: number) => zh`直播中 · 全部 ${format.number(count)} 个`,
  liveOnSome: (live: number, all: number) => `直播中 · ${format.number(live)}/${format.number(all)}`,
  rehearsing: '彩排中',
  reconnecting: '正在重新连接…',
  ending: '正在结束…',
  /** Viewers see the slate instead of the video. */
  away: (sending: string) => `${sending} · 马上回来`,

  frameRate: '帧率',
  fps: (fps: number) => `${format.number(fps, 1)} fps`,
  cpu: 'CPU',
  /** @param share of what one core can do: above 1 on several cores. */
  ofCore: (share: number) => `单核的 ${format.percent(share)}`,
  memory: '内存',
  /** CPU or memory, where the system doesn’t tell what the encoder takes. */
  withoutEncoder: (label: string) => `${label}（不含编码器）`,
  skipped: '跳帧',
  pastStreams: '直播历史',
  settings: '设置',
};
