/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format, inSeconds } from '../format.ts';

const frames = (count: number): string => `${format.number(count)}フレーム`;
const gaps = (count: number): string => `途切れ${format.number(count)}回`;

export const live = {
  captureTimeout: 'ソースからの映像が時間内に届きませんでした。',
  captureGone: 'キャプチャプロセスが予期せず停止しました。',
  captureNotLoaded: (reason: string) => endSentence(`キャプチャページを読み込めませんでした: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `${inSeconds(endedMs - startedMs, 1)}で終了: エンコード${frames(encodedFrames)}、スキップ${format.number(skippedFrames)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: 配信${inSeconds(destination.liveMs, 1)}、送信${frames(destination.sentFrames)}、` +
    `ドロップ${format.number(destination.droppedFrames)}、再接続${format.number(destination.reconnects)}回`,

  reportTitle: 'リハーサルのレポート',
  received: (durationMs: number, protocol: string) => ['受信', `${protocol}で${inSeconds(durationMs, 1)}`],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      '映像',
      `${video.codec} ${video.profile} ${video.level}、${video.width}x${video.height}、${video.fps.toFixed(2)} fps`,
    ],
    ['', `${frames(video.frames)}、${gaps(video.gaps)}${video.hasBFrames ? '、Bフレーム' : ''}`],
    ['', `平均${format.number(video.averageKbps)} kbps、最大${format.number(video.peakKbps)} kbps`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'キーフレーム',
    `${median.toFixed(3)}秒ごと (${minimum.toFixed(3)}～${maximum.toFixed(3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    '音声',
    `${audio.codec} ${audio.sampleRate} Hz、${format.number(audio.channels)}チャンネル、` +
      `${format.number(audio.averageKbps)} kbps、${gaps(audio.gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    '音声同期',
    `音声の開始は映像の${format.number(Math.abs(offsetMs))} ms${offsetMs < 0 ? '前' : '後'}、長さの差は${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    '遅延',
    `キャプチャから受信まで${format.number(median)} ms (95%が${format.number(p95)} ms以内)`,
  ],
  recording: (path: string) => ['録画', path],

  note: (sentence: string) => `注: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `${protocol}で配信中、${cipher}`,
  live: '配信中',
  publishEnded: '終了',
  codecUnconfirmed: (codec: string) =>
    `サーバーは${codec}への対応を確認しませんでした。チャンネルに映像が表示されるか確認してください。表示されない場合は、どこでも使えるH.264を使ってください。`,
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
    `${format.number(packets)}パケット、${(bytes / 1e6).toFixed(1)} MBを送信。` +
    `${inSeconds(mediaMs, 1)}分のメディアを${inSeconds(tookMs, 1)}で送信 (${(bytes / 1000 / tookMs).toFixed(1)} MB/s)`,
};
