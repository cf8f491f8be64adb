/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (Number(text) === 0) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: '音声',
  list: '音声ソース',
  microphone: 'マイク',
  microphoneNumber: (number: number) => `マイク${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'システムの既定' : `システムの既定 (${name})`,
  speakerNumber: (number: number) => `スピーカー${number}`,
  patternBeeps: 'テストパターンのビープ音',
  noAudio: '音声なし',
  otherAudio: '音声',
  systemAudio: 'デスクトップ音声',
  tone: 'テストトーン',
  applicationAudio: 'アプリの音声',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: '音声を再生しているアプリはありません',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'アプリは音声を再生していません。' : `「${name}」は音声を再生していません。`,

  /** With one channel, and with more. */
  strip: '音量レベル',
  panel: '音声ミキサー',
  add: '+ 追加',
  addAudio: '音声を追加',

  mute: (name: string) => `${name}をミュート`,
  muted: 'ミュート中',
  silence: '−∞ dB',
  solo: (name: string) => `${name}だけを聞く`,
  fader: (name: string) => `${name}、フェーダー`,
  /** The field beside the fader. */
  level: (name: string) => `${name}、レベル`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `モニタリング、${name}: ${{ off: 'オフ', only: 'モニターのみ', both: 'モニターと出力' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: 'モニターオフ', only: 'モニターのみ (出力なし)', both: 'モニターと出力' },
  monitorOnly: 'モニターのみ',
  holdToTalk: (key: string) => `${key}を押している間だけ話す`,
  mutedByKey: (key: string) => `${key}でミュート中`,
  duckedBy: (names: readonly string[]) => `${format.list(names)}によりダッキング中`,
  filterNames: (names: readonly string[]) => names.join('、'),

  more: (name: string) => `${name}のその他のオプション`,
  menu: {
    rename: '名前を変更',
    device: 'デバイス',
    application: 'アプリ',
    filters: 'フィルタ…',
    copyFilters: (count: number) =>
      count === 1 ? 'フィルタをコピー' : `${format.number(count)}個のフィルタをコピー`,
    pasteFilters: (count: number) =>
      count > 1 ? `${format.number(count)}個のフィルタを貼り付け` : 'フィルタを貼り付け',
    settings: '音声設定…',
    sync: '同期オフセット…',
    program: 'プログラム音声…',
    moveLeft: '左へ移動',
    moveRight: '右へ移動',
    remove: '削除',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'チャンネル名',
  removed: (name: string) => `「${name}」を削除しました。`,

  oneSided: (side: Side) => `音声が${side === 'left' ? '左' : '右'}側だけにあります。`,
  useOnBoth: '両側で使う',
  useSide: '左側を使う',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'このヘッドセットは通話モードのため、音質が制限されています。別のマイクを使うと音質が良くなります。',

  channel: {
    title: (name: string) => `「${name}」の音声設定`,
    sound: 'サウンド',
    balance: 'バランス',
    balanceUnit: '%',
    balanceHint: '−100が左、100が右です。',
    isMono: 'モノラル',
    isMonoHint: '左右の平均を両側で再生します。',
    side: '左右',
    sides: {
      both: 'ステレオ',
      left: '左を両側に',
      right: '右を両側に',
    },
    monitoring: 'モニタリング',
    tracks: 'トラック',
    tracksHint:
      'トラックごとに別のミックスになります。配信と録画に使うトラックは「プログラム音声」で選択します。',
    noTracks: 'どのトラックにも入っていません。このチャンネルの音は視聴者に聞こえません。',
    scenes: 'シーン',
    scenesHint: 'これらのシーンのいずれかが表示されている間だけ、このチャンネルの音が視聴者に聞こえます。',
    allScenes: 'すべてのシーン',
    sync: '同期オフセット',
    find: '拍手で調べる…',
    push: 'ホットキー',
    pushModes: {
      off: 'オフ',
      talk: 'プッシュトゥトーク',
      mute: 'プッシュトゥミュート',
      toggle: 'ミュート切り替え',
    },
    pushKey: 'キー',
    noKey: 'キーを押す…',
    changeKey: (key: string) => `キー: ${key}。押すと変更できます`,
    waitsForKey: 'キーを押してください。Escでキャンセルします。',
    release: '解除の遅延',
    pushHint:
      'Upcastのウィンドウが手前にあるときに動作します。どのアプリでも使えるキーにするには、「ミュート切り替え」を選択してください。',
    toggleHint: 'どのアプリでも動作します。',
    keyTaken:
      'Upcastのウィンドウが手前にあるときにのみ動作します。別のアプリがこのキーを使っているか、どのアプリでも使えるキーをシステムが許可していない可能性があります。',
    keyTyped:
      'Upcastのウィンドウが手前にあるときに動作します。どのアプリでも使うには、ファンクションキーを使うか、CtrlまたはAltを組み合わせてください。',
  },

  tracks: {
    name: (number: number) => `トラック${format.number(number)}`,
    title: 'トラック',
    names: 'トラック名',
    stream: '配信トラック',
    streamWhileLive: '配信トラックは、配信していないときに変更できます。',
    recording: '録画トラック',
    recordingNote: '選択した各トラックは、録画内で別々の音声トラックになります。',
  },

  program: {
    name: 'プログラム',
    title: 'プログラム音声',
    more: 'プログラムのその他のオプション',
    target: (lufs: string) => `目標 ${lufs}`,
    customTarget: 'カスタム…',
    custom: 'カスタム目標',
    lufs: 'LUFS',
    truePeak: (figure: string) => `ピーク ${figure}`,
    resetName: 'インテグレーテッドラウドネスをリセット',
    limiter: 'リミッター',
    limiterHint: 'トゥルーピークをシーリング以下に抑えます。',
    limiterState: (decibels: number) => `リミッター −${format.number(decibels, 1)} dB`,
    limiterOff: 'リミッターオフ',
    ceiling: 'シーリング',
    ceilingUnit: 'dBTP',
    headphones: 'モニタリング',
    device: 'デバイス',
    systemDefault: 'システムの既定',
    figures: 'ラウドネスの値',
  },

  sync: {
    title: '同期オフセット',
    about: '映像に合うように音声を遅らせます。',
    delay: '遅延',
    milliseconds: 'ms',
    find: '拍手でオフセットを調べる',
    clapNow: 'オフセットを調べるには、カメラの前で1回拍手してください。Upcastが音を待っています。',
    choose: '両手が合わさったフレームを選択してください。',
    pictures: '拍手の前後のフレーム',
    later: (ms: number) => {
      if (ms === 0) return '音と同時';
      return ms < 0 ? `音の${-ms} ms前` : `音の${ms} ms後`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `音声を${ms} ms遅らせる`,
    again: 'もう一度拍手する',
    pictureEarly: (ms: number) =>
      `視聴者には、拍手の映像が音より${ms} ms早く見えています。「フィルタ」でカメラに${ms} msのレンダリング遅延を追加してください。`,
  },
};
