/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: '场景、来源和音频',
  destinations: '推流目标',
  bottom: '图表和事件',
  bottomTabs: '图表或事件',
  bitrate: '比特率',
  events: '事件',

  oldElectron: '过时的 Electron',
  oldElectronText: (version: string) =>
    `过时的 Electron ${version}：仅供开发使用。此版本缺少安全修复，不要用来直播。`,

  noEvents: '事件会显示在这里。',
  event: (destination: string, text: string) => `${destination}：${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: '取消',
  close: '关闭',
  dismiss: '忽略',
  done: '完成',
  save: '保存',
  saving: '正在保存…',
  undo: '撤销',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast 无法显示窗口。',
  onAir: '直播仍在继续。重新加载窗口会使画面短暂中断。',
  offAir: '当前未在直播。请重新加载窗口。如果再次发生，请重新启动 Upcast。',
  cannotEnd: '无法结束直播。请关闭 Upcast 以结束直播。',
  reload: '重新加载窗口',

  part: (name: string) => `无法显示“${name}”：Upcast 出现问题。直播不受影响。`,
  showAgain: '重新显示',

  formTitle: 'Upcast 无法显示此表单。',
  formText: 'Upcast 出现问题。没有任何更改，直播不受影响。',
};

export const startNotices = {
  unread: 'Upcast 无法读取部分已保存的设置。开始直播前，请检查推流目标和设置。',
  nothingDeleted: (reasons: string) => `${reasons}Upcast 没有删除任何内容。`,
  passwordKeptForRun: '无法保存服务器密码。密码只保留到退出 Upcast 为止。如需保存，请解锁钥匙串。',
  passwordInFile: '有服务器密码仍以未加密的形式保存。请解锁钥匙串，然后重新启动 Upcast 以加密密码。',
};
