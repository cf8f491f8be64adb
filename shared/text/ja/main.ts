/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'ファイル',
  viewMenu: '表示',
  menu: { settings: '設定…', pastStreams: '過去の配信', guide: 'Upcast ガイド' },
  cancel: 'キャンセル',
  close: '閉じる',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: '配信中',
    /** On the icon in macOS' dock. */
    liveBadge: 'LIVE',
    reconnecting: (name: string) => `${name}に再接続しています`,
    failed: (name: string) => `${name}への配信が停止しました`,
    ended: '配信が終了しました',
    interrupted: '配信が中断されました',
    recordingStopped: '録画が停止しました',
  },

  startFailed: 'Upcastを起動できません。',
  startFailedAction:
    'ディスクの空き容量と、設定フォルダへの書き込み権限を確認してから、Upcastをもう一度開いてください。',

  faultTitle: 'Upcastを終了します。',
  faultDetail:
    'Upcastで問題が発生しました。配信中だった場合、配信は終了しています。録画中だった場合、録画は保存されています。続けるにはUpcastをもう一度開いてください。',

  liveTitle: '配信中です。',
  liveDetail: 'Upcastを閉じると配信が終了します。',
  endAndClose: '配信を終了して閉じる',
  keepStreaming: '配信を続ける',

  windowFailsTitle: 'Upcastのウィンドウが繰り返しクラッシュしています。',
  windowFailsDetail:
    '1分間にウィンドウを3回再読み込みしました。もう一度再読み込みするか、Upcastを閉じてください。',
  windowFailsLiveDetail:
    '1分間にウィンドウを3回再読み込みしました。ウィンドウを再読み込みするまで、配信の映像は更新されません。',
  reloadWindow: 'ウィンドウを再読み込み',
  closeApp: 'Upcastを閉じる',

  trustTitle: (host: string, destination: string) =>
    `「${destination}」の配信で${host}への接続を許可しますか？`,
  trustDetail: (url: string, host: string) =>
    `${url}は、この配信を${host}へ転送しようとしています。ストリームキーも転送先に送信されます。${host}を信頼できる場合にのみ許可してください。`,
  trustAllow: '許可',
  trustRefuse: '許可しない',

  directTitle: 'プロキシを使わずに接続しますか？',
  directDetail: '個別のプロキシ設定がないすべての配信先に適用されます。',
  directConfirm: '直接接続する',
  proxyTitle: (host: string, port: number) => `プロキシ${host} (ポート${port}) を経由して接続しますか？`,
  proxyDetail:
    '個別のプロキシ設定がないすべての配信先に適用されます。rtmp://の接続では、プロキシがストリームキーを読み取れます。rtmps://では保護されます。',
  proxyConfirm: 'このプロキシを使う',
  systemProxyTitle: 'システムのプロキシを経由して接続しますか？',
  systemProxyConfirm: 'システムのプロキシを使う',

  importTitle: '配信先をインポート',
  importButton: 'インポート',
  importFilter: '配信先とアドレスのリスト',
  allFiles: 'すべてのファイル',
  exportTitle: '配信先をエクスポート',
  exportFilter: 'Upcastの配信先',
  imageTitle: '画像を選択',
  imageFilter: '画像',
  mediaTitle: 'メディアファイルを選択',
  mediaFilter: '映像と音声',
  stingerTitle: 'スティンガーの動画を選択',
  slidesTitle: 'スライドショーの画像を選択',
  maskTitle: 'マスクの画像を選択',
  lutTitle: 'LUTを選択',
  lutFilter: 'LUTファイル (.cube)',
  textTitle: 'テキストファイルを選択',
  textFilter: 'テキストファイル',
  collectionTitle: 'コレクションをインポート',
  collectionFilter: 'UpcastとOBSのコレクション',
  copyFolderTitle: 'コレクションのファイルの保存先を選択',
  searchFolderTitle: '見つからないファイルを探すフォルダを選択',
  exportCollectionTitle: 'コレクションをエクスポート',
  exportCollectionButton: 'エクスポート',
  relayFolderTitle: 'リレー用ファイルの保存先フォルダを選択',
};
