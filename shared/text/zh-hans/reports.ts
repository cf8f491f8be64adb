/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times, zh } from './format.ts';

const frames = (count: number): string => zh`${format.number(count)} 帧`;

export const rehearsalCard = {
  title: '彩排',
  switch: '彩排而不直播',
  lastReport: '上次报告',
  live: (rate: string | undefined) =>
    zh`正在推流到这台电脑${rate === undefined ? '' : `（${rate}）`}。结束彩排即可查看报告。`,
  connecting: '正在连接本地测试服务器…',
  off: '在这台电脑上练习直播。观众看不到任何内容。',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    zh`通过 ${protocol === 'rtmps' ? 'TLS' : 'UDP'} 推流到本地测试服务器。观众看不到任何内容，结束后会有报告。`,
  protocol: '彩排协议',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: '彩排报告',
  allGood: '一切正常到达。可以开始直播。',
  problems: (count: number) => zh`开始直播前，请检查 ${format.number(count)} 个问题。`,
  levels: { good: '良好', warning: '警告', problem: '问题' },
  finding: (level: string) => `${level}：`,

  rehearsal: '彩排',
  startedAt: '开始时间',
  length: '时长',
  protocol: '协议',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS，${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: '音频',
  video: '视频',
  codec: '编解码器',
  sampleRate: '采样率',
  sampling: (hertz: number, channels: number) =>
    `${hertz / 1000} kHz，${channels === 1 ? '单声道' : '立体声'}`,
  bitrate: '比特率',
  bitrateWithPeak: (average: string, peak: string) => zh`${average}，峰值 ${peak}`,
  gaps: '间断',
  resolution: '分辨率',
  frames: '帧数',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}，${format.number(fps, 2)} fps`,
  keyframeInterval: '关键帧间隔',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? zh`${usual} 秒` : zh`${usual} 秒（${low}–${high}）`;
  },
  bFrames: 'B 帧',
  yes: '有',
  no: '无',
  sync: '音画同步',
  audioStarts: '音频开始',
  withVideo: '与视频同时',
  afterVideo: (ms: number) => zh`比视频晚 ${format.number(ms)} ms`,
  beforeVideo: (ms: number) => zh`比视频早 ${format.number(ms)} ms`,
  lengthDifference: '长度差',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: '直播报告',
  pastStreams: '直播历史',
  lost: '所有推流目标均失败，直播提前结束。',
  neverReached: (destinations: readonly string[]) => zh`直播始终没有到达 ${format.list(destinations)}。`,
  goneAtEnd: (destinations: readonly string[]) =>
    zh`直播结束时，与 ${format.list(destinations)} 的连接处于断开状态。`,
  complete: '直播没有中断。',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    zh`直播期间${[
      ...(reconnectCount === 0 ? [] : [zh`重新连接 ${times(reconnectCount)}`]),
      ...(droppedFrames === 0 ? [] : [zh`丢弃 ${frames(droppedFrames)}`]),
    ].join('，')}。`,

  stream: '直播',
  startedAt: '开始时间',
  length: '时长',
  encoded: '已编码',
  skipped: '跳帧',
  frames,
  onAir: '直播时间',
  uptime: (elapsed: string, share: number) => `${elapsed}（${format.percent(share)}）`,
  sent: '已发送',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}，${frames(count)}`,
  dropped: '丢帧',
  reconnects: '重新连接',
  lostBy: '损失',
  lastError: '最后的错误',
  losses: '损失及其原因',
  encodingOverloaded: '编码过载',
  networkTooSlow: '网络太慢',
  offAir: (elapsed: string, times: number) => zh`离线 ${elapsed}，中断 ${format.number(times)} 次`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/[.。]$/u, '')}（${times(count)}）。`,
  lossShare: (share: number) => (share < 0.001 ? '低于 0.1%' : format.percent(share, 1)),
  reconnectCount: (count: number) => zh`重新连接 ${times(count)}`,
  interruptionCount: (count: number) => zh`中断 ${times(count)}`,
  nothing: '无',
};

export const pastStreams = {
  title: '直播历史',
  one: '过往直播',
  compared: '比较直播',
  all: '所有直播',
  hint: '选择两场直播进行比较。Upcast 保留最近 50 场。',
  deleted: '已删除报告。',
  compare: '比较',
  empty: '还没有直播。每场直播结束后，报告、图表和事件会显示在这里。',
  started: '开始',
  length: '时长',
  destinations: '推流目标',
  lost: '损失',
  delete: '删除',
  compareOne: (started: string) => zh`比较 ${started}`,
  deleteOne: (started: string) => zh`删除 ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)} ${format.clock(timeMs)}`,
  streamOf: (started: string) => zh`${started} 的直播`,
  names: (destinations: readonly string[]) => destinations.join('、'),
  events: (count: number) => zh`${format.number(count)} 个事件`,
};
