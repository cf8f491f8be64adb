/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: '編集',
  undo: '元に戻す',
  redo: 'やり直す',
  cut: '切り取り',
  copy: 'コピー',
  paste: '貼り付け',
  pasteAsText: 'プレーンテキストとして貼り付け',
  delete: '削除',
  selectAll: 'すべて選択',
  actualSize: '実際のサイズ',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fullScreen: '全画面表示',
  developerTools: '開発者ツール',
  close: 'ウィンドウを閉じる',
  quit: 'Upcastを終了',
  about: 'Upcastについて',
  services: 'サービス',
  hide: 'Upcastを隠す',
  hideOthers: 'ほかを隠す',
  showAll: 'すべてを表示',
  window: 'ウィンドウ',
};

export const languageSettings = {
  label: '言語',
  /** What the system prefers, by its own name. */
  system: (language: string) => `システムの既定 (${language})`,
  reload: '保存すると、ウィンドウが再読み込みされます。',
  busy: '言語は、配信や録画をしていないときに変更できます。',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: '通知（{hotkey}）',
  one: '通知',
};
