/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

const kinds: Readonly<Record<DeviceKind, string>> = {
  camera: 'カメラ',
  microphone: 'マイク',
  screen: '画面',
};

export const sources = {
  list: '映像ソース',
  camera: 'カメラ',
  cameraNumber: (number: number) => `カメラ${number}`,
  noneFound: '見つかりません',
  pickScreen: '画面またはウィンドウ…',
  wholeScreen: '画面全体',
  selectedWindow: '選択したウィンドウ',
  testPattern: 'テストパターン',

  pickerTitle: '画面またはウィンドウをキャプチャ',
  screens: '画面',
  windows: 'ウィンドウ',
  looking: '画面とウィンドウを探しています…',
  nothingToCapture: 'キャプチャできるものがまだありません。ウィンドウを開いてから更新してください。',
  refresh: '更新',
};

export const preview = {
  title: 'プレビュー',
  starting: '映像を開始しています…',
  nothingSelected: '映像ソースがありません。「ソース」でカメラまたは画面を選択してください。',
  tryAgain: '再試行',
  useTestPattern: 'テストパターンを使う',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'プレビュー' : `プレビュー: ${label}`),
  noVideo: 'プレビュー: 映像なし',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'しばらくお待ちください',
  turnOn: '配信を終了せずに「しばらくお待ちください」を表示し、音声をミュートします',
  turnOff: '視聴者には「しばらくお待ちください」が表示され、音声は聞こえません。クリックすると戻ります。',
};

const notStarted = (kind: DeviceKind) =>
  kind === 'screen' ? '画面をキャプチャできませんでした' : `${kinds[kind]}を開始できませんでした`;

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'カメラ',
  microphone: 'マイク',
  screen: '画面',
  testPattern: 'テストパターン',
  tone: 'トーン、1 kHz、−20 dBFS',

  missing: (kind: DeviceKind) => `${kinds[kind]}が見つかりません。`,
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined
      ? `選択した${kinds[kind]}が接続されていません。`
      : `「${label}」が接続されていません。`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `「${label}」という名前の${kinds[kind]}が${format.number(count)}台あります。`,
  notAllowed: (kind: DeviceKind) =>
    kind === 'screen'
      ? 'Upcastに画面のキャプチャが許可されていません。'
      : `Upcastに${kinds[kind]}の使用が許可されていません。`,
  openPrivacy: 'プライバシー設定を開く',
  restart: 'Upcastを再起動',
  busy: (kind: DeviceKind) => `${notStarted(kind)}。別のアプリが使用している可能性があります。`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)}: ${reason}`),
  noVideo: (label: string) => `「${label}」からの映像がありません。`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'ソースが切断されました。' : `「${label}」が切断されました。`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera'
      ? `「${label}」からの映像がありません。`
      : `「${label}」がUpcastの外でミュートされています。`,
  windowClosed: (label: string) => `「${label}」が閉じられました。`,
  screenDisconnected: '画面が切断されました。',
  audioStopped: 'このコンピューターのオーディオサービスが停止しました。',
  systemAudio: 'デスクトップ音声',
  speakersGone: (label: string) => `「${label}」が接続されていません。`,
  pageAudio: 'ページの音声',
  captureFailed: (kind: 'system' | 'page') =>
    `${kind === 'system' ? 'デスクトップ音声' : 'ページの音声'}をキャプチャできませんでした。`,
  mediaAudio: 'メディアの音声',
  noSystemAudio: 'このシステムではデスクトップ音声をキャプチャできません。',
};
