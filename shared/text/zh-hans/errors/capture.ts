/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';
import { zh } from '../format.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return '请安装 pulseaudio-utils（也适用于 PipeWire）。之后 Upcast 会自动捕获该应用。';
    case 'applicationAudioElsewhere':
      return '请移除此通道，或将应用的音频路由到虚拟麦克风并添加该麦克风。';
    default:
      return 'Upcast 会继续尝试。如果音频没有恢复，请重新启动 PulseAudio 或 PipeWire。';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = '直播会在没有此来源的情况下继续。';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? '此通道' : '直播';
  return zh`${until}${until === '' ? '' : '，'}${what}没有声音。`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return '请在“系统设置”>“隐私与安全性”>“录屏与系统录音”中打开 Upcast，然后重新启动 Upcast。';
  if (system === 'mac')
    return `请在“系统设置”>“隐私与安全性”>“${kind === 'microphone' ? '麦克风' : '摄像头'}”中打开 Upcast，然后重新选择来源。`;
  if (system === 'windows')
    return `请在“设置”>“隐私和安全性”>“${kind === 'microphone' ? '麦克风' : '相机'}”中允许桌面应用访问，然后重新选择来源。`;
  return '请在系统的隐私设置中允许访问，然后重新选择来源。';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: '未找到摄像头。',
          doing: '接入摄像头后，Upcast 会立即列出。',
          action: '请接入摄像头，或选择屏幕、窗口或测试图案。',
        }
      : {
          title: message(details, '所选摄像头未连接。'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'Upcast 不会使用其中任何一个摄像头，以免观众看到错误的画面。',
                action: '请在“来源”中选择其中一个摄像头。',
              }
            : {
                doing: '摄像头连接后，Upcast 会立即使用。',
                action: '请连接摄像头，或在“来源”中选择其他摄像头。',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: '未找到麦克风。',
          doing: silent(details),
          action: '请接入麦克风，或选择“无音频”。',
        }
      : {
          title: message(details, '所选麦克风未连接。'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: '请在“音频”中选择其中一个麦克风。' }
            : {
                doing: silent(details, '麦克风连接之前'),
                action: '请连接麦克风，或在“音频”中选择其他麦克风。',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, '没有可捕获的屏幕或窗口。'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: '请稍后重试。如果没有改善，请重新启动 Upcast。' }
      : {
          doing: '屏幕或窗口恢复后，Upcast 会重新捕获。',
          action: '请在“来源”中选择其他屏幕或窗口。',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, '窗口已关闭。'),
    doing: '观众看到的是窗口的最后一帧。窗口以相同标题重新打开后，Upcast 会重新捕获。',
    action: '请重新打开窗口，或在“来源”中选择其他窗口。',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Upcast 无法确定要捕获哪个窗口。'),
    doing: 'Upcast 不显示任何窗口，以免观众看到错误的窗口。',
    action: '请在“来源”中重新选择窗口或屏幕。',
  }),
  'capture/permission-denied': (details) => ({
    title: message(details, '系统不允许 Upcast 使用摄像头或麦克风，或捕获屏幕。'),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, '来源已断开连接。'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, '麦克风恢复之前')
        : '来源恢复之前，观众看到的是其最后一帧。',
    action: '请重新连接来源，或选择其他来源。',
  }),
  'capture/muted': (details) => ({
    title: message(details, '设备已关闭。'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, '麦克风取消静音之前'),
          action: '请用麦克风自身的开关、键盘或在系统设置中取消静音。',
        }
      : {
          doing: '观众看不到摄像头的新画面。',
          action: '请打开摄像头的遮挡盖，或用键盘上的摄像头按键或在系统设置中打开摄像头。',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)}Upcast 正在重新连接音频服务。`,
    action: '如果 10 秒内音频没有恢复，请重新连接麦克风，或重新启动 PulseAudio 或 PipeWire。',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, '无法捕获桌面音频。'),
    doing: '此通道没有声音。',
    action: '请移除此通道，或将音频路由到虚拟麦克风并添加该麦克风。',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, '无法捕获单个应用的音频。'),
    doing: '此通道没有声音。',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, '无法在监听设备上播放音频。'),
    doing: '本机听不到声音。直播不受影响。',
    action: '请连接设备，或在“节目音频”中选择其他设备。',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? '监听已关闭，因为桌面音频可能会捕获监听的声音。'
        : '监听已关闭，因为桌面音频会捕获监听的声音。',
    doing: '本机听不到声音。直播不受影响。',
    action:
      isUnknown === true
        ? '请安装 pulseaudio-utils，让 Upcast 能判断桌面音频捕获的是哪个设备，或移除桌面音频。'
        : '请在“节目音频”中选择系统默认设备以外的监听设备。',
  }),
  'capture/file-unreadable': () => ({
    title: '无法播放媒体文件。',
    action: '请选择其他文件或来源。',
  }),
  'capture/failed': (details) => ({
    title: message(details, '无法启动来源。'),
    doing: STREAM_CONTINUES,
    action: '请关闭使用此来源的其他应用，然后重新选择来源。',
  }),
};
