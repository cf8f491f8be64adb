/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format } from './format.ts';

export const settings = {
  title: '設定',
  badEncoding:
    '範囲外の値があります。映像ビットレート: 100～51,000 kbps。音声ビットレート: 32～512 kbps。キーフレーム間隔: 0.5～10秒。',

  video: '映像',
  changesWhileLive: '変更は、配信を中断せずに配信中でも適用されます。',
  resolution: '解像度',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p 縦',
    vertical720: '720p 縦',
    square: '正方形',
  },
  frameRate: 'フレームレート',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: '映像ビットレート',
  kbps: 'kbps',
  keyframeInterval: 'キーフレーム間隔',
  seconds: '秒',
  dynamicBitrate: '動的ビットレート',
  dynamicBitrateHint:
    'アップロードが遅いときはビットレートを下げ、帯域が回復すると、上の値を上限に元へ戻します。',

  audio: '音声',
  channels: 'チャンネル',
  stereo: 'ステレオ',
  mono: 'モノラル',
  sampleRate: 'サンプリングレート',
  kilohertz: (hertz: number) => `${hertz / 1000} kHz`,
  audioBitrate: '音声ビットレート',

  recordingAndEnding: '録画と配信の終了',
  drain: '配信終了後も送信を続ける最大時間',

  proxy: 'プロキシ',
  remoteControl: 'リモート操作',

  appearance: '外観',
  theme: 'テーマ',
  themes: { system: 'システム', dark: 'ダーク', light: 'ライト' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpegが見つかりません' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'ストリームキーはシステムのキーチェーンで暗号化'
        : 'キーチェーン利用不可: ストリームキーの保持は終了するまで',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: '自動',
  libx264: 'H.264: x264 (CPU)',
  h264_nvenc: 'H.264: NVIDIA',
  h264_qsv: 'H.264: Intel Quick Sync',
  h264_amf: 'H.264: AMD',
  h264_vaapi: 'H.264: VA-API',
  h264_videotoolbox: 'H.264: Apple VideoToolbox',
  h264_mf: 'H.264: Windows Media Foundation',
  libx265: 'HEVC: x265 (CPU)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1: SVT-AV1 (CPU)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (CPU使用率 最小)',
  superfast: 'superfast',
  veryfast: 'veryfast (既定)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (最高画質)',
};

export const encoders = {
  encoder: 'エンコーダ',
  names: encoderNames,
  automatic: (encoder: string) => `自動 (${encoder})`,
  cpuPreset: 'CPUプリセット',
  preset: 'プリセット',
  presetNames,
  latency: '遅延',
  latencyLow: '低遅延',
  latencyQuality: '画質優先、遅延が最大0.5秒増加',
  latencyQualityCpu: '画質優先、CPU使用率が増加',

  codecLocked: (codec: string) => `コーデック (${codec}) は配信していないときに変更できます。`,
  codecSupport: (codec: string) =>
    `${codec}に対応していないサービスやサーバーもあります。配信を開始する前にお知らせします。H.264はどこでも使えます。`,

  untested: 'このコンピューターのエンコーダはまだテストされていません。',
  testing: '各エンコーダを2秒間の映像でテストしています…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? '同じビットレートで画質は最高、ただしCPUを使用'
      : 'CPU負荷は小さく、画質はわずかに低下';
    return `${encoder} – 720pで実時間の${format.number(speed, 1)}倍${speed < 1 ? ' (配信には遅すぎます)' : ''}。${cost}。`;
  },
  onGraphicsCard: (codec: string) => `${codec}ハードウェアエンコード (GPU)`,
  unavailable: (names: readonly string[]) => `使用できません: ${format.list(names)}。`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)}にはFFmpeg 6.1以降が必要です。現在のバージョンはFFmpeg ${version}です。`,
  test: 'エンコーダをテスト',
  testAgain: '再テスト',
  testingNow: 'テスト中…',
  testHint: '各エンコーダで2秒間の映像をエンコードします',
  notWhileLive: '配信中は使用できません',
};

export const recordingSettings = {
  always: 'すべての配信を録画',
  folder: 'フォルダ',
  defaultFolder: (isMac: boolean): string => (isMac ? 'ムービーフォルダ' : 'システムのビデオフォルダ'),
  choose: '選択…',
  fileName: 'ファイル名',
  fileNameHint: (example: string) => `{date}、{time}、{size}を使えます。例: ${example}`,
  format: '形式',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'どちらの形式も、Upcastやコンピューターが停止しても再生できる状態で残ります。',
  split: 'ファイルを分割',
  splitHint: '分割はキーフレームで行われるため、何も失われません。',
  never: 'しない',
  everyMinutes: (minutes: number) => (minutes === 60 ? '1時間ごと' : `${format.number(minutes)}分ごと`),
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `${format.number(megabytes / 1000)} GBごと`
      : `${format.number(megabytes)} MBごと`,
};

export const remoteSettings = {
  switch: 'このコンピューター上の他のアプリによるUpcastの操作を許可',
  switchHint:
    'すぐに有効になります。接続できるのはこのコンピューター上のアプリだけで、要求ごとにトークンが必要です。',
  port: 'ポート',
  portLocked: 'ポートを変更するには、リモート操作をオフにしてください。',
  badPort: 'ポートには1024～65535の値を入力してください。',
  off: 'オフ',
  listening: (port: number) => `http://127.0.0.1:${port}で待ち受け中`,
  token: 'トークン',
  tokenSaved: 'システムのキーチェーンで暗号化されています',
  tokenKept: 'システムのキーチェーンにアクセスできないため、トークンは終了するまでのみ保持されます',
  renew: '新しいトークン',
  renewHint: '古いトークンを使うアプリを切断します',
  renewed: '古いトークンを無効にしました。',
};
