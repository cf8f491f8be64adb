/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format, zh } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: '集合',
  scene: '场景',
  group: '分组',
  source: '来源',
  item: '来源',
  filter: '滤镜',
  transition: '转场',
  setting: '设置',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', '来自文件的文本'],
  ['box', '固定大小的文本框'],
  ['verticalAlign', '垂直对齐'],
  ['files', '部分文件'],
  ['speed', '原速度（最小为 25%）'],
  ['colorRange', '色彩范围'],
  ['linearAlpha', '线性 Alpha'],
  ['options', 'FFmpeg 选项'],
  ['subtitles', '字幕'],
  ['gain', '原增益（最大为 12 dB）'],
  ['syncOffset', '原同步偏移（范围为 −950 ms 到 2 秒）'],
  ['pushToMute', '按住静音'],
  ['suppression', '原噪声抑制方法（Upcast 改用 RNNoise）'],
  ['outputGain', '输出增益'],
  ['sideChain', '侧链来源'],
  ['longDelay', '原延迟（最大为 500 ms）'],
  ['maskColour', '蒙版颜色'],
]);

const partList = ({ details }: ReportEntry): string =>
  format.list(
    String(details['parts'] ?? '')
      .split(' ')
      .map((part) => parts.get(part) ?? part),
  );
const withoutParts = (entry: ReportEntry): string => zh`已导入，但不包括${partList(entry)}`;
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things = count === undefined ? subjects[subject] : zh`${format.number(Number(count))} 个来源`;
  const what = name === '' ? things : `${subjects[subject]}“${name}”`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined
    ? zh`场景中的${what}`
    : zh`场景“${String(details['scene'])}”中的${what}`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : `（${name}）`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `名称已被占用，已重命名为“${String(details['to'])}”`,
  missing: () => '未导入，因为文件中没有它引用的内容',
  canvasGuessed: ({ details }) =>
    zh`文件没有给出画布大小，已按 ${String(details['width'])} × ${String(details['height'])} 的画布放置`,
  newerVersion: () => '由更高版本的 OBS 保存，部分内容可能显示不同',
  currentSceneMissing: () => '文件中没有当前场景，将从第一个场景开始',
  cycle: () => '未导入，因为场景会包含自身',
  tooDeep: () => '未导入，因为场景嵌套过深',
  tooMany: (entry) => zh`未导入，因为已达到 ${maximum(entry)} 个的上限`,
  otherCanvas: ({ details }) => `已放置在主画布上，而不是“${String(details['canvas'])}”`,
  kindUnknown: ({ kind }) =>
    kind === '' ? '未导入，因为 Upcast 无法识别其类型' : `未导入，因为 Upcast 无法识别“${kind}”`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? '未导入，因为 Upcast 尚不支持此类型'
      : `未导入，因为 Upcast 尚不支持此类型（地址：${String(details['host'])}）`,
  chooseDevice: (entry) => zh`请重新选择设备${device(entry)}`,
  chooseScreen: (entry) => zh`请重新选择屏幕${device(entry)}`,
  chooseApplication: (entry) => zh`请重新选择应用${device(entry)}`,
  chooseWindow: (entry) => zh`请重新选择窗口${device(entry)}`,
  ownSound: () => '已导入，但不包括音频；请将设备的音频添加为麦克风',
  textParts: withoutParts,
  filterParts: withoutParts,
  mediaParts: withoutParts,
  scaleFilter: ({ details }) => `使用双三次滤镜缩放，而不是“${String(details['filter'])}”`,
  ownTransitions: () => '显示和隐藏时使用最接近的转场',
  noFile: () => '未导入，因为它没有指向这台电脑上的文件',
  networkFile: () => '未导入，因为其文件在另一台电脑上',
  audioParts: withoutParts,
  pushKey: () => '已静音，因为 Upcast 无法导入其按住讲话按键；请设置按键，然后取消静音',
  hiddenSound: () => '已静音，因为它在所有场景中都已隐藏',
  filterSilent: () => '未导入，因为其来源在 Upcast 中没有音频',
  transitionNearest: ({ details: { as } }) =>
    `已替换为最接近的转场：${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => '已使用最接近的设置导入',
  transitionGuessed: () => '已导入为淡入淡出，因为 Upcast 无法识别其名称',
  notOurs: () => '未导入，因为它属于 OBS 或插件',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    zh`从 OBS 导入：原样 ${format.number(taken)} 项，有更改 ${format.number(partly)} 项，未导入 ${format.number(left)} 项。`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}：${reason === undefined ? '已原样导入' : reasons[reason](entry)}。`;
  },
};
