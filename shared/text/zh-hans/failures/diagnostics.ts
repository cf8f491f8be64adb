/** Crashes, and the file of diagnostics. */
import { zh } from '../format.ts';

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'Upcast 窗口崩溃。',
    doing: 'Upcast 已重新加载窗口。如果正在直播，直播会继续：其间观众看到的是最后一帧。',
    action: '如果再次发生，请从“帮助”菜单保存诊断信息。',
  },
  graphics: {
    title: '图形进程崩溃。',
    doing: 'Upcast 已将其重新启动。如果正在直播，直播会继续。',
    action: '如果再次发生，请更新显卡驱动程序。',
  },
  audio: {
    title: '音频进程崩溃。',
    doing: 'Upcast 已将其重新启动。音频来源可能会有几秒没有声音。',
    action: '如果某个来源一直没有声音，请重新选择其设备。',
  },
};

const otherCrash = {
  title: 'Upcast 的一部分崩溃。',
  doing: 'Upcast 已将其重新启动。',
  action: '如果再次发生，请从“帮助”菜单保存诊断信息。',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: '帮助',
  save: '保存诊断信息…',
  showLogs: '显示日志文件',
  saveTitle: '保存诊断信息',
  fileFilter: '文本文件',
  fileName: (stamp: string) => zh`Upcast 诊断信息 ${stamp}.txt`,
  savedTitle: '诊断信息已保存。',
  savedDetail: '文件中没有推流码、地址或视频。Upcast 不会将此文件发送到任何地方。分享之前，请先阅读。',
  showFile: '显示文件',
  notSaved: '无法保存诊断信息。请选择其他文件夹，然后重试。',

  cutOff: 'Upcast 上次意外关闭。',
  recovered: 'Upcast 上次有一部分崩溃。',
  offer: '保存诊断信息，以便查明原因或报告问题。Upcast 不会自行发送任何内容。',

  heading: (time: string) => `Upcast 诊断信息，${time}`,
  about: [
    'Upcast 不会将此文件发送到任何地方。分享之前，请先阅读。',
    '推流码、密码、地址、文件名和输入的名称均未包含在内。',
  ],
  none: '无。',
  facts: 'Upcast 和这台电脑',
  runs: '最近的运行，最新的在前',
  noEnd: '没有结束记录：被中断，或正在运行',
  dumps: '崩溃转储，最新的在前（保留在 Upcast 的设置文件夹中，不在此文件中）',
  settings: '设置（仅数字和选项）',
  stream: '上一场直播',
  log: '日志，最早的在前',
};
