/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';
import { zh } from '../format.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: '请使用软件包管理器安装，或从 Upcast 的发布页面下载 .deb。',
  rpm: '请使用软件包管理器安装，或从 Upcast 的发布页面下载 .rpm。',
  flatpak: '请使用软件中心安装，或运行：flatpak update',
  snap: '请使用软件中心安装，或运行：snap refresh',
  folder: '请从 Upcast 的发布页面下载。',
};

export const updates = {
  menu: '检查更新…',
  title: '更新',
  version: (version: string) => `Upcast ${version}`,

  off: '此构建不检查更新。',
  idle: 'Upcast 尚未检查更新。',
  newest: '已是最新版本。',
  checking: '正在检查更新…',
  available: (version: string) => zh`Upcast ${version} 可用。`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) => zh`Upcast ${version} 可用。Upcast 会在不直播或录制时下载。`,
  downloading: (version: string, percent: number) => `正在下载 Upcast ${version}：${percent}%`,
  ready: (version: string) => zh`Upcast ${version} 可以安装。`,
  readyWhileBusy: '可以在不直播或录制时重新启动。',
  installing: '正在重新启动…',

  check: '立即检查',
  restart: '重新启动并更新',
  whatsNew: '新增内容',
  noNotes: '此版本没有说明。',
  automatic: '自动检查更新',
  automaticHint: 'Upcast 会向更新服务器查询最新版本，不发送任何个人信息。',
  channel: '更新通道',
  channels: { stable: '稳定版', beta: '测试版' },

  installed: (version: string) => zh`Upcast 已更新到 ${version}。`,
  goBack: (version: string) =>
    `如需恢复，请重新安装 Upcast ${version}。更新前的设置在 Upcast 设置文件夹内的 before-update 文件夹中。`,
};
