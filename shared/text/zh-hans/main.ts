/** What the app's own dialogs and menus say, outside the window. */
import { zh } from './format.ts';
export const main = {
  appName: 'Upcast',
  fileMenu: '文件',
  viewMenu: '视图',
  menu: { settings: '设置…', pastStreams: '直播历史', guide: 'Upcast 指南' },
  cancel: '取消',
  close: '关闭',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: '直播中',
    /** On the icon in macOS' dock. */
    liveBadge: '直播',
    reconnecting: (name: string) => zh`正在重新连接 ${name}`,
    failed: (name: string) => zh`已停止推流到 ${name}`,
    ended: '直播已结束',
    interrupted: '直播已中断',
    recordingStopped: '录制已停止',
  },

  startFailed: 'Upcast 无法启动。',
  startFailedAction: '请检查磁盘是否已满，以及 Upcast 能否写入其设置文件夹，然后重新打开 Upcast。',

  faultTitle: 'Upcast 需要关闭。',
  faultDetail:
    'Upcast 出现问题。如果之前正在直播，直播已结束。如果之前正在录制，录制内容已保存。重新打开 Upcast 即可继续。',

  liveTitle: '正在直播。',
  liveDetail: '关闭 Upcast 会结束直播。',
  endAndClose: '结束直播并关闭',
  keepStreaming: '继续直播',

  windowFailsTitle: 'Upcast 窗口反复崩溃。',
  windowFailsDetail: 'Upcast 在一分钟内重新加载了三次窗口。请再次重新加载窗口，或关闭 Upcast。',
  windowFailsLiveDetail: 'Upcast 在一分钟内重新加载了三次窗口。在重新加载窗口之前，直播不会有新的画面。',
  reloadWindow: '重新加载窗口',
  closeApp: '关闭 Upcast',

  trustTitle: (host: string, destination: string) => zh`允许“${destination}”使用 ${host} 吗？`,
  trustDetail: (url: string, host: string) =>
    zh`${url} 想把此直播重定向到 ${host}。推流码也会发送到那里。仅在信任 ${host} 时才允许。`,
  trustAllow: '允许',
  trustRefuse: '不允许',

  directTitle: '不使用代理连接吗？',
  directDetail: '此设置适用于所有没有单独设置代理的推流目标。',
  directConfirm: '直接连接',
  proxyTitle: (host: string, port: number) => zh`通过代理 ${host}（端口 ${port}）连接吗？`,
  proxyDetail:
    '此设置适用于所有没有单独设置代理的推流目标。使用 rtmp:// 连接时，代理可以读取推流码；rtmps:// 会保护推流码。',
  proxyConfirm: '使用此代理',
  systemProxyTitle: '通过系统代理连接吗？',
  systemProxyConfirm: '使用系统代理',

  importTitle: '导入推流目标',
  importButton: '导入',
  importFilter: '推流目标和地址列表',
  allFiles: '所有文件',
  exportTitle: '导出推流目标',
  exportFilter: 'Upcast 推流目标',
  imageTitle: '选择图像',
  imageFilter: '图像',
  mediaTitle: '选择媒体文件',
  mediaFilter: '视频和音频',
  stingerTitle: '选择转场视频',
  slidesTitle: '选择幻灯片的图像',
  maskTitle: '选择蒙版的图像',
  lutTitle: '选择 LUT',
  lutFilter: 'LUT 文件 (.cube)',
  textTitle: '选择文本文件',
  textFilter: '文本文件',
  collectionTitle: '导入集合',
  collectionFilter: 'Upcast 和 OBS 集合',
  copyFolderTitle: '选择保存集合文件的位置',
  searchFolderTitle: '选择要在其中查找缺失文件的文件夹',
  exportCollectionTitle: '导出集合',
  exportCollectionButton: '导出',
  relayFolderTitle: '选择保存中继文件的文件夹',
};
