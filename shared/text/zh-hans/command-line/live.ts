/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format, inSeconds, zh } from '../format.ts';

const frames = (count: number): string => zh`${format.number(count)} 帧`;
const gaps = (count: number): string => zh`${format.number(count)} 处间断`;

export const live = {
  captureTimeout: '来源的画面未能及时到达。',
  captureGone: '捕获进程意外停止。',
  captureNotLoaded: (reason: string) => endSentence(`无法加载捕获页面：${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    zh`${inSeconds(endedMs - startedMs, 1)}后结束：已编码 ${frames(encodedFrames)}，跳过 ${format.number(skippedFrames)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    zh`${destination.name}：直播 ${inSeconds(destination.liveMs, 1)}，已发送 ${frames(destination.sentFrames)}，` +
    zh`丢弃 ${format.number(destination.droppedFrames)}，重新连接 ${format.number(destination.reconnects)} 次`,

  reportTitle: '彩排报告',
  received: (durationMs: number, protocol: string) => [
    '已接收',
    zh`通过 ${protocol} 接收 ${inSeconds(durationMs, 1)}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      '视频',
      `${video.codec} ${video.profile} ${video.level}，${video.width}x${video.height}，${video.fps.toFixed(2)} fps`,
    ],
    ['', `${frames(video.frames)}，${gaps(video.gaps)}${video.hasBFrames ? '，B 帧' : ''}`],
    ['', zh`平均 ${format.number(video.averageKbps)} kbps，峰值 ${format.number(video.peakKbps)} kbps`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    '关键帧',
    zh`每 ${median.toFixed(3)} 秒（${minimum.toFixed(3)} 到 ${maximum.toFixed(3)}）`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    '音频',
    zh`${audio.codec} ${audio.sampleRate} Hz，${format.number(audio.channels)} 声道，` +
      `${format.number(audio.averageKbps)} kbps，${gaps(audio.gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    '音画同步',
    zh`音频比视频${offsetMs < 0 ? '早' : '晚'} ${format.number(Math.abs(offsetMs))} ms 开始，长度相差 ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    '延迟',
    zh`从捕获到接收 ${format.number(median)} ms（95% 在 ${format.number(p95)} ms 以内）`,
  ],
  recording: (path: string) => ['录制', path],

  note: (sentence: string) => `注意：${sentence}`,
  liveOver: (protocol: string, cipher: string) => zh`正在通过 ${protocol} 直播，${cipher}`,
  live: '直播中',
  publishEnded: '已结束',
  codecUnconfirmed: (codec: string) =>
    zh`服务器没有确认支持 ${codec}。请检查频道上是否有画面。如果没有，请使用在任何地方都可用的 H.264。`,
  sent: ({
    packets,
    bytes,
    mediaMs,
    tookMs,
  }: {
    packets: number;
    bytes: number;
    mediaMs: number;
    tookMs: number;
  }) =>
    zh`已发送 ${format.number(packets)} 个数据包，${(bytes / 1e6).toFixed(1)} MB，` +
    zh`用 ${inSeconds(tookMs, 1)}发送了 ${inSeconds(mediaMs, 1)}的媒体（${(bytes / 1000 / tookMs).toFixed(1)} MB/s）`,
};
