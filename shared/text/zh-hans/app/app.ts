/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pasteAsText: '粘贴为纯文本',
  delete: '删除',
  selectAll: '全选',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  close: '关闭窗口',
  quit: '退出 Upcast',
  about: '关于 Upcast',
  services: '服务',
  hide: '隐藏 Upcast',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
  window: '窗口',
};

export const languageSettings = {
  label: '语言',
  /** What the system prefers, by its own name. */
  system: (language: string) => `系统默认（${language}）`,
  reload: '保存时，Upcast 会重新加载窗口。',
  busy: '不在直播或录制时才能更改语言。',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: '通知（{hotkey}）',
  one: '通知',
};
