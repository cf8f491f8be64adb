/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'シーン、ソース、音声',
  destinations: '配信先',
  bottom: 'グラフとイベント',
  bottomTabs: 'グラフまたはイベント',
  bitrate: 'ビットレート',
  events: 'イベント',

  oldElectron: '古いElectron',
  oldElectronText: (version: string) =>
    `古いElectron ${version}: 開発専用です。このバージョンにはセキュリティ修正が含まれないため、配信には使わないでください。`,

  noEvents: 'イベントはここに表示されます。',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'キャンセル',
  close: '閉じる',
  dismiss: '閉じる',
  done: '完了',
  save: '保存',
  saving: '保存中…',
  undo: '元に戻す',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcastのウィンドウを表示できません。',
  onAir: '配信は続いています。ウィンドウを再読み込みすると、映像が一瞬途切れます。',
  offAir:
    '配信中ではありません。ウィンドウを再読み込みしてください。再発する場合は、Upcastを再起動してください。',
  cannotEnd: '配信を終了できませんでした。終了するにはUpcastを閉じてください。',
  reload: 'ウィンドウを再読み込み',

  part: (name: string) => `「${name}」を表示できません: Upcastで問題が発生しました。配信に影響はありません。`,
  showAgain: '再表示',

  formTitle: 'このフォームを表示できません。',
  formText: 'Upcastで問題が発生しました。何も変更されておらず、配信に影響はありません。',
};

export const startNotices = {
  unread: '保存された設定の一部を読み込めませんでした。配信を開始する前に、配信先と設定を確認してください。',
  nothingDeleted: (reasons: string) => `${reasons}Upcastは何も削除していません。`,
  passwordKeptForRun:
    'サーバーのパスワードを保存できませんでした。パスワードは終了するまでのみ保持されます。保存するには、キーチェーンのロックを解除してください。',
  passwordInFile:
    'サーバーのパスワードが暗号化されずに保存されたままです。暗号化するには、キーチェーンのロックを解除してからUpcastを再起動してください。',
};
