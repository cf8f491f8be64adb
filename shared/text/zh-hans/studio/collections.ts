/** Collections: scenes and sources under a name, of which one is open. */
import { format, zh } from '../format.ts';

export const collections = {
  title: '集合',
  /** Of the button that opens the menu. */
  open: (name: string) => `集合：${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: '未命名',
  add: '新建集合',
  all: '所有集合…',
  import: '导入…',
  exportOpen: '导出…',
  exported: (folder: string, files: number) =>
    files === 0
      ? `已导出到文件夹“${folder}”。`
      : zh`已导出到文件夹“${folder}”，包含 ${format.number(files)} 个文件。`,
  notExported: (names: readonly string[]) => `找不到以下文件，导出内容中不包含它们：${format.list(names)}。`,
  exporting: (name: string) => `正在导出“${name}”`,
  copying: '正在复制文件',
  copied: (done: number, total: number) => `${format.bytes(done)} / ${format.bytes(total)}`,
  name: '集合名称',
  list: '集合',
  isOpen: '已打开',
  switchTo: (name: string) => zh`切换到 ${name}`,
  rename: (name: string) => zh`重命名 ${name}`,
  duplicate: (name: string) => zh`复制 ${name}`,
  remove: (name: string) => zh`移除 ${name}`,
  cannotRemoveOpen: '要移除此集合，请先切换到其他集合',
  removed: (name: string) => `已移除“${name}”。`,
  hint: '集合包含场景、来源和混音器。视频设置和推流目标在所有集合中相同。',
  question: (name: string) => `在直播时切换到“${name}”吗？`,
  newQuestion: '在直播时打开新集合吗？',
  consequences: '观众会立即看到该集合的场景。直播以相同的视频设置继续。仅属于当前集合的来源会关闭。',
  newConsequences: '在添加来源之前，观众会看到空场景。直播以相同的视频设置继续。',
  confirm: '切换',
  confirmNew: '打开',
};

export const collectionImport = {
  title: '导入集合',
  titleOf: (name: string) => `导入“${name}”`,
  hint: '选择已导出集合的 collection.json，或 OBS 的场景集合。',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `来自 OBS：${fileName}` : `从 Upcast 导出：${fileName}`,
  found: '来自这台电脑上的 OBS',
  chooseFile: '选择文件…',
  anotherFile: '选择其他文件…',
  import: '导入',
  contents: (scenes: number, sources: number, files: number) =>
    zh`${format.number(scenes)} 个场景、${format.number(sources)} 个来源和 ${format.number(files)} 个文件。`,
  missing: (count: number) => zh`缺失 ${format.number(count)} 个文件`,
  locate: '查找…',
  devices: '选择设备',
  devicesHint: 'OBS 识别设备的方式不同，请重新选择设备。也可以稍后选择。',
  inObs: (device: string) => `在 OBS 中：${device}`,
  later: '稍后选择',
  chooseScreen: '选择屏幕或窗口…',
  changed: '导入时有更改',
  left: '未导入',
  counted: (title: string, count: number) => `${title}（${format.number(count)}）`,
  more: (count: number) => zh`还有 ${format.number(count)} 项。`,
  consequences: '导入会创建新集合，原文件和其他集合保持不变。视频设置也不会改变。',
};
