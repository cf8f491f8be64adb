/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format, zh } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (Number(text) === 0) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: '音频',
  list: '音频来源',
  microphone: '麦克风',
  microphoneNumber: (number: number) => zh`麦克风 ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) => (name === undefined ? '系统默认' : `系统默认（${name}）`),
  speakerNumber: (number: number) => zh`扬声器 ${number}`,
  patternBeeps: '测试图案提示音',
  noAudio: '无音频',
  otherAudio: '音频',
  systemAudio: '桌面音频',
  tone: '测试音',
  applicationAudio: '应用音频',
  applicationNamed: (name: string, program: string) => `${name}（${program}）`,
  noApplications: '没有应用正在播放音频',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? '应用没有播放音频。' : `“${name}”没有播放音频。`,

  /** With one channel, and with more. */
  strip: '音频电平',
  panel: '混音器',
  add: '+ 添加',
  addAudio: '添加音频',

  mute: (name: string) => zh`静音 ${name}`,
  muted: '已静音',
  silence: '−∞ dB',
  solo: (name: string) => zh`单独收听 ${name}`,
  fader: (name: string) => `${name}，推子`,
  /** The field beside the fader. */
  level: (name: string) => `${name}，电平`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `监听，${name}：${{ off: '关闭', only: '仅监听', both: '监听并输出' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: '关闭监听', only: '仅监听（不输出）', both: '监听并输出' },
  monitorOnly: '仅监听',
  holdToTalk: (key: string) => zh`按住 ${key} 讲话`,
  mutedByKey: (key: string) => zh`已用 ${key} 静音`,
  duckedBy: (names: readonly string[]) => zh`因 ${format.list(names)} 闪避`,
  filterNames: (names: readonly string[]) => names.join('、'),

  more: (name: string) => zh`${name} 的更多选项`,
  menu: {
    rename: '重命名',
    device: '设备',
    application: '应用',
    filters: '滤镜…',
    copyFilters: (count: number) => (count === 1 ? '复制滤镜' : zh`复制 ${format.number(count)} 个滤镜`),
    pasteFilters: (count: number) => (count > 1 ? zh`粘贴 ${format.number(count)} 个滤镜` : '粘贴滤镜'),
    settings: '音频设置…',
    sync: '同步偏移…',
    program: '节目音频…',
    moveLeft: '左移',
    moveRight: '右移',
    remove: '移除',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: '通道名称',
  removed: (name: string) => `已移除“${name}”。`,

  oneSided: (side: Side) => zh`只有${side === 'left' ? '左' : '右'}侧有音频。`,
  useOnBoth: '两侧都使用',
  useSide: '使用左侧',
  /** Of a microphone that gives no more than a telephone does. */
  narrow: '此耳机处于通话模式，音质受限。换用其他麦克风可获得更好的音质。',

  channel: {
    title: (name: string) => `“${name}”的音频设置`,
    sound: '声音',
    balance: '平衡',
    balanceUnit: '%',
    balanceHint: '−100 为左，100 为右。',
    isMono: '单声道',
    isMonoHint: '两侧都播放左右声道的平均值。',
    side: '左右',
    sides: {
      both: '立体声',
      left: '两侧都用左声道',
      right: '两侧都用右声道',
    },
    monitoring: '监听',
    tracks: '音轨',
    tracksHint: '每条音轨是一组混音。直播和录制使用哪些音轨，在“节目音频”中选择。',
    noTracks: '不在任何音轨上：观众听不到此通道。',
    scenes: '场景',
    scenesHint: '只有这些场景之一正在播出时，观众才能听到此通道。',
    allScenes: '在所有场景中',
    sync: '同步偏移',
    find: '用拍手测定…',
    push: '热键',
    pushModes: { off: '关闭', talk: '按住讲话', mute: '按住静音', toggle: '切换静音' },
    pushKey: '按键',
    noKey: '按下按键…',
    changeKey: (key: string) => `按键：${key}。点按可更改`,
    waitsForKey: '请按下按键。按 Esc 取消。',
    release: '松开延迟',
    pushHint: '在 Upcast 窗口位于最前时有效。如需在所有应用中使用按键，请选择“切换静音”。',
    toggleHint: '在所有应用中有效。',
    keyTaken:
      '仅在 Upcast 窗口位于最前时有效。可能有其他应用占用了此按键，或者系统不允许在所有应用中使用按键。',
    keyTyped: '在 Upcast 窗口位于最前时有效。如需在所有应用中使用，请使用功能键，或加上 Ctrl 或 Alt。',
  },

  tracks: {
    name: (number: number) => zh`音轨 ${format.number(number)}`,
    title: '音轨',
    names: '音轨名称',
    stream: '直播音轨',
    streamWhileLive: '不在直播时才能更改直播音轨。',
    recording: '录制音轨',
    recordingNote: '所选的每条音轨在录制文件中都是单独的音轨。',
  },

  program: {
    name: '节目',
    title: '节目音频',
    more: '节目的更多选项',
    target: (lufs: string) => zh`目标 ${lufs}`,
    customTarget: '自定义…',
    custom: '自定义目标',
    lufs: 'LUFS',
    truePeak: (figure: string) => zh`峰值 ${figure}`,
    resetName: '重置综合响度',
    limiter: '限幅器',
    limiterHint: '使真峰值保持在上限以下。',
    limiterState: (decibels: number) => `限幅器 −${format.number(decibels, 1)} dB`,
    limiterOff: '限幅器已关闭',
    ceiling: '上限',
    ceilingUnit: 'dBTP',
    headphones: '监听',
    device: '设备',
    systemDefault: '系统默认',
    figures: '响度数值',
  },

  sync: {
    title: '同步偏移',
    about: '延迟音频，使其与画面同步。',
    delay: '延迟',
    milliseconds: 'ms',
    find: '用拍手测定偏移',
    clapNow: '要测定偏移，请在摄像头前拍一次手。Upcast 正在聆听。',
    choose: '选择双手合拢的那一帧。',
    pictures: '拍手前后的帧',
    later: (ms: number) => {
      if (ms === 0) return '与声音同步';
      return ms < 0 ? zh`声音之前 ${-ms} ms` : zh`声音之后 ${ms} ms`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => zh`将音频延迟 ${ms} ms`,
    again: '再拍一次',
    pictureEarly: (ms: number) =>
      zh`观众先看到拍手，${ms} ms 后才听到声音。请在“滤镜”中为摄像头添加 ${ms} ms 的渲染延迟。`,
  },
};
