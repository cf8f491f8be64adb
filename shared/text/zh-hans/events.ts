/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { format, inSeconds, zh } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    return `${happened(event)}${error === undefined ? '' : cause(error)}`;
  },
};

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal !== true) return whatHappened(event, event.destinationName ?? '推流目标');
  if (event.code === 'destinationLive') return event.details.isReturn ? '彩排已恢复。' : '彩排已开始。';
  if (event.code === 'destinationEnded') return '彩排已结束。';
  return whatHappened(event, '本地测试服务器');
}

function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? '正在开始直播。'
        : zh`正在开始直播到 ${format.number(event.details.destinations)} 个推流目标。`;
    case 'broadcastEnded':
      return {
        ended: '直播已结束。',
        neverLive: '直播在开始之前已结束。',
        lost: '直播已结束：所有推流目标均失败。',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? zh`正在连接 ${name}（第 ${format.number(event.details.attempt)} 次）。`
        : zh`正在连接 ${name}。`;
    case 'destinationMoving':
      return event.details.isBackup
        ? zh`直播继续，同时正在连接 ${name} 的备用服务器。`
        : zh`直播继续，同时正在打开与 ${name} 的新连接。`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return zh`${name} 已切换到${moveTarget(event.details)}，没有中断。`;
    case 'destinationLost':
      return zh`与 ${name} 的连接已断开。`;
    case 'destinationReconnecting':
      return zh`${soon(event.details.delayMs)}重新连接 ${name}（第 ${format.number(event.details.attempt)} 次）。`;
    case 'serverRefused':
      return event.details.isBackup
        ? zh`无法使用 ${name} 的备用服务器。正在切换到主服务器。`
        : zh`无法使用 ${name} 的主服务器。正在切换到备用服务器。`;
    case 'moveFailed':
      return zh`无法打开与 ${name} 的新连接。保持当前连接。`;
    case 'destinationFailed':
      return zh`推流到 ${name} 失败。Upcast 不会重试。`;
    case 'destinationEnded':
      return zh`已结束推流到 ${name}。`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return zh`${name} 试图重定向直播。保持当前连接。`;
    case 'codecUnconfirmed':
      return zh`${name} 没有确认支持 ${event.details.codec}。请检查频道上是否有画面。如果没有，请使用在任何地方都可用的 H.264。`;
    case 'bitrateChanged':
      return event.details.isDown
        ? zh`视频比特率已降低到 ${format.number(event.details.videoKbps)} kbps：网络跟不上。`
        : zh`视频比特率已提高到 ${format.number(event.details.videoKbps)} kbps：网络已恢复。`;
    case 'encoderStarted':
      return zh`编码器 ${event.details.encoder} 已以 ${format.number(event.details.videoKbps)} kbps 启动。`;
    case 'encoderSlowStart':
      return '正在等待 FFmpeg 启动。杀毒软件可能正在扫描它。';
    case 'encoderRestarted':
      return '编码器出现故障，Upcast 已将其重新启动。';
    case 'encoderStalled':
      return zh`编码器有 ${inSeconds(event.details.seconds * 1000)}没有输出帧。Upcast 已将其重新启动。`;
    case 'encoderChangeFailed':
      return '无法应用新的编码器设置。保持之前的设置。';
    case 'encoderFailed':
      return zh`编码器已停止，而 Upcast 无法将其重新启动。${whatEnds(event.details)}请在“设置”中选择其他编码器。`;
    case 'recordingStarted':
      return zh`正在录制到 ${event.details.file}。`;
    case 'recordingSplit':
      return zh`磁盘无法保存更大的文件。录制在 ${event.details.file} 中继续。`;
    case 'recordingEnded':
      return `录制已保存：${event.details.file}。`;
    case 'recordingNotStarted':
      return '无法开始录制。';
    case 'recordingFailed':
      return '录制已停止。';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return zh`音轨 ${event.details.track} 已停止录制。其他音轨继续录制。`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return '无法以新设置播放媒体文件。正在以之前的设置播放。';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName}：${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? '推流引擎意外停止，直播被中断。Upcast 已重新启动引擎。'
    : '推流引擎反复停止，直播已结束。开始直播时，Upcast 会再次启动引擎。';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? '通过备用服务器' : '';
  return zh`${name} 已${backup}${isReturn ? '恢复直播' : '开始直播'}${host === undefined ? '' : zh`（重定向到 ${host}）`}。`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return '备用服务器';
  return host === undefined ? '新连接' : `${host}（重定向）`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return zh`${name} ${times === 1 ? '再次' : zh`又 ${format.number(times)} 次`}发来消息“${words}”。`;
  return times === 1
    ? zh`${name} 发来消息：“${words}”。`
    : zh`${name} 又发来 ${format.number(times)} 条消息。最后一条是：“${words}”。`;
}

function soon(delayMs: number): string {
  return delayMs < 500 ? '立即' : zh`${inSeconds(delayMs)}后`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return '直播和录制已结束。';
  return isOnAir ? '直播已结束。' : '录制已结束。';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [zh`落后 ${format.number(lagMs)} ms`] : []),
    ...(skippedFrames > 0 ? [zh`跳过 ${format.number(skippedFrames)} 帧`] : []),
  ];
  return facts.length === 0 ? '编码过载。' : `编码过载：${facts.join('，')}。`;
}
