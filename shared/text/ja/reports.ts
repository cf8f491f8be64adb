/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times } from './format.ts';

const frames = (count: number): string => `${format.number(count)}フレーム`;

export const rehearsalCard = {
  title: 'リハーサル',
  switch: '配信の代わりにリハーサルを行う',
  lastReport: '前回のレポート',
  live: (rate: string | undefined) =>
    `このコンピューターに配信中${rate === undefined ? '' : ` (${rate})`}。リハーサルを終了するとレポートが表示されます。`,
  connecting: 'ローカルのテストサーバーに接続しています…',
  off: 'このコンピューターで配信の練習ができます。視聴者には何も見えません。',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `${protocol === 'rtmps' ? 'TLS' : 'UDP'}でローカルのテストサーバーに配信します。視聴者には何も見えず、終了後にレポートが表示されます。`,
  protocol: 'リハーサルのプロトコル',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'リハーサルのレポート',
  allGood: 'すべて正しく届きました。配信を開始できます。',
  problems: (count: number) => `配信を開始する前に、${format.number(count)}件の問題を確認してください。`,
  levels: { good: '良好', warning: '警告', problem: '問題' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'リハーサル',
  startedAt: '開始時刻',
  length: '長さ',
  protocol: 'プロトコル',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS、${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: '音声',
  video: '映像',
  codec: 'コーデック',
  sampleRate: 'サンプリングレート',
  sampling: (hertz: number, channels: number) =>
    `${hertz / 1000} kHz、${channels === 1 ? 'モノラル' : 'ステレオ'}`,
  bitrate: 'ビットレート',
  bitrateWithPeak: (average: string, peak: string) => `${average}、最大${peak}`,
  gaps: '途切れ',
  resolution: '解像度',
  frames: 'フレーム',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}、${format.number(fps, 2)} fps`,
  keyframeInterval: 'キーフレーム間隔',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual}秒` : `${usual}秒 (${low}～${high})`;
  },
  bFrames: 'Bフレーム',
  yes: 'あり',
  no: 'なし',
  sync: '音声同期',
  audioStarts: '音声の開始',
  withVideo: '映像と同時',
  afterVideo: (ms: number) => `映像の${format.number(ms)} ms後`,
  beforeVideo: (ms: number) => `映像の${format.number(ms)} ms前`,
  lengthDifference: '長さの差',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: '配信レポート',
  pastStreams: '過去の配信',
  lost: 'すべての配信先で失敗したため、配信が途中で終了しました。',
  neverReached: (destinations: readonly string[]) =>
    `${format.list(destinations)}には配信が届きませんでした。`,
  goneAtEnd: (destinations: readonly string[]) =>
    `配信の終了時、${format.list(destinations)}との接続が切れていました。`,
  complete: '配信は中断なく届きました。',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `配信中に${[
      ...(reconnectCount === 0 ? [] : [`再接続が${times(reconnectCount)}`]),
      ...(droppedFrames === 0 ? [] : [`フレームのドロップが${format.number(droppedFrames)}件`]),
    ].join('、')}ありました。`,

  stream: '配信',
  startedAt: '開始時刻',
  length: '長さ',
  encoded: 'エンコード',
  skipped: 'スキップ',
  frames,
  onAir: '配信時間',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: '送信',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}、${frames(count)}`,
  dropped: 'ドロップ',
  reconnects: '再接続',
  lostBy: '損失',
  lastError: '最後のエラー',
  losses: '損失とその原因',
  encodingOverloaded: 'エンコードの過負荷',
  networkTooSlow: 'ネットワークの速度不足',
  offAir: (elapsed: string, times: number) => `${elapsed}オフライン、中断${format.number(times)}回`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/[.。]$/u, '')} (${times(count)})。`,
  lossShare: (share: number) => (share < 0.001 ? '0.1%未満' : format.percent(share, 1)),
  reconnectCount: (count: number) => `再接続${times(count)}`,
  interruptionCount: (count: number) => `中断${times(count)}`,
  nothing: 'なし',
};

export const pastStreams = {
  title: '過去の配信',
  one: '過去の配信',
  compared: '配信の比較',
  all: 'すべての配信',
  hint: '2つの配信を選択すると比較できます。最新の50件が保存されます。',
  deleted: 'レポートを削除しました。',
  compare: '比較',
  empty: 'まだ配信がありません。配信のたびに、レポート、グラフ、イベントがここに保存されます。',
  started: '開始',
  length: '長さ',
  destinations: '配信先',
  lost: '損失',
  delete: '削除',
  compareOne: (started: string) => `${started}を比較`,
  deleteOne: (started: string) => `${started}を削除`,
  startedAt: (timeMs: number) => `${format.date(timeMs)} ${format.clock(timeMs)}`,
  streamOf: (started: string) => `${started}の配信`,
  names: (destinations: readonly string[]) => destinations.join('、'),
  events: (count: number) => `イベント${format.number(count)}件`,
};
