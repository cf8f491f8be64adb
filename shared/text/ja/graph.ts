/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: 'ビットレート',
  description:
    'ビットレートのグラフ。矢印キーで値を読み、Alt+矢印キーで移動、プラスとマイナスで拡大と縮小、Escでリセットします。',
  empty: '配信中は、各配信先のビットレートがここに表示されます。平らな線なら良好です。',

  windows: { '1': '1分', '5': '5分', '60': '1時間', all: 'すべて' },
  timeRange: '時間範囲',
  overlay: 'オーバーレイ',
  bitrateOnly: 'ビットレートのみ',
  withCpu: 'CPUを重ねる',
  withOverlay: (label: string) => `${label}を重ねる`,
  resetZoom: '拡大をリセット',
  backToNow: '現在に戻る',
  export: 'エクスポート',
  exportTable: '表 (CSV)',
  exportData: 'データ (JSON)',
  exportImage: '画像 (PNG)',
  hide: (line: string) => `${line}を隠す`,
  show: (line: string) => `${line}を表示`,

  target: '目標',
  encoded: 'エンコード',
  total: '合計',
  ofDestination: (destination: string, label: string) => `${destination}: ${label}`,
  overlays: {
    acknowledged: { label: '受信確認', unit: UNIT_KBPS },
    queue: { label: '送信待ち', unit: 'ms' },
    dropped: { label: 'ドロップフレーム', unit: '' },
    skipped: { label: 'スキップフレーム', unit: '' },
    fps: { label: 'フレームレート', unit: 'fps' },
    cpu: { label: 'CPU (1コア比)', unit: '%' },
    memory: { label: 'メモリ', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'データなし',
  lost: (count: number, share: number) =>
    `${format.number(count)}フレーム損失 (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: '現在',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours}時間`]),
      ...(minutes === 0 ? [] : [`${minutes}分`]),
      ...(seconds === 0 ? [] : [`${seconds}秒`]),
    ].join('')}`,

  /** Headings of an exported table. */
  columns: {
    time: '時刻',
    events: 'イベント',
    encoded: `エンコード ${UNIT_KBPS}`,
    target: `目標 ${UNIT_KBPS}`,
    fps: 'フレーム/秒',
    skipped: 'スキップフレーム',
    cpu: 'CPU (1コア比 %)',
    memory: 'メモリ MB',
    dropped: 'ドロップフレーム',
    queue: '送信待ち ms',
    sent: `送信 ${UNIT_KBPS}`,
    acknowledged: `受信確認 ${UNIT_KBPS}`,
  },
};
