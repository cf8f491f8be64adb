/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format, zh } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

const kinds: Readonly<Record<DeviceKind, string>> = {
  camera: '摄像头',
  microphone: '麦克风',
  screen: '屏幕',
};

export const sources = {
  list: '视频来源',
  camera: '摄像头',
  cameraNumber: (number: number) => zh`摄像头 ${number}`,
  noneFound: '未找到',
  pickScreen: '屏幕或窗口…',
  wholeScreen: '整个屏幕',
  selectedWindow: '所选窗口',
  testPattern: '测试图案',

  pickerTitle: '捕获屏幕或窗口',
  screens: '屏幕',
  windows: '窗口',
  looking: '正在查找屏幕和窗口…',
  nothingToCapture: '还没有可捕获的内容。请打开一个窗口，然后刷新。',
  refresh: '刷新',
};

export const preview = {
  title: '预览',
  starting: '正在启动视频…',
  nothingSelected: '没有视频来源。请在“来源”中选择摄像头或屏幕。',
  tryAgain: '重试',
  useTestPattern: '使用测试图案',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? '预览' : `预览：${label}`),
  noVideo: '预览：没有画面',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: '马上回来',
  turnOn: '显示“马上回来”并静音，但不结束直播',
  turnOff: '观众看到“马上回来”，听不到声音。点按即可返回。',
};

const notStarted = (kind: DeviceKind) => zh`无法${kind === 'screen' ? '捕获' : '启动'}${kinds[kind]}`;

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: '摄像头',
  microphone: '麦克风',
  screen: '屏幕',
  testPattern: '测试图案',
  tone: '测试音，1 kHz，−20 dBFS',

  missing: (kind: DeviceKind) => zh`未找到${kinds[kind]}。`,
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined ? zh`所选${kinds[kind]}未连接。` : `“${label}”未连接。`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    zh`有 ${format.number(count)} 个${kinds[kind]}名为“${label}”。`,
  notAllowed: (kind: DeviceKind) =>
    `系统不允许 Upcast ${kind === 'screen' ? '捕获' : '使用'}${kinds[kind]}。`,
  openPrivacy: '打开隐私设置',
  restart: '重新启动 Upcast',
  busy: (kind: DeviceKind) => `${notStarted(kind)}。可能有其他应用正在使用。`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)}：${reason}`),
  noVideo: (label: string) => `“${label}”没有画面。`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? '来源已断开连接。' : `“${label}”已断开连接。`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera' ? `“${label}”没有画面。` : `“${label}”在 Upcast 之外被静音。`,
  windowClosed: (label: string) => `“${label}”已关闭。`,
  screenDisconnected: '屏幕已断开连接。',
  audioStopped: '这台电脑的音频服务已停止。',
  systemAudio: '桌面音频',
  speakersGone: (label: string) => `“${label}”未连接。`,
  pageAudio: '网页音频',
  captureFailed: (kind: 'system' | 'page') => zh`无法捕获${kind === 'system' ? '桌面音频' : '网页音频'}。`,
  mediaAudio: '媒体音频',
  noSystemAudio: 'Upcast 无法在此系统上捕获桌面音频。',
};
