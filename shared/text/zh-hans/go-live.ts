/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format, zh } from './format.ts';

export const goLive = {
  rehearse: '彩排',
  goLive: '开始直播',
  cancel: '取消',
  endStream: '结束直播',
  endRehearsal: '结束彩排',
  endNow: '立即结束',
  keepRetrying: '继续重试',
  rehearsalNote: '只有这台电脑接收直播。观众看不到任何内容。',
  ending: (seconds: number) => zh`正在发送剩余的直播内容，最多 ${format.number(seconds)} 秒。`,

  endTitle: '结束直播吗？',
  keepStreaming: '继续直播',
  viewersSeeEnd: '观众会看到直播结束。',
  recordingContinues: '观众会看到直播结束。录制会继续，直到手动停止。',

  record: '开始录制',
  waitingForVideo: '正在等待视频',
  recording: (elapsed: string) => zh`录制 ${elapsed}`,
  finishing: '正在完成…',
  stopRecording: '停止录制',
  showFile: '显示文件',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? zh`磁盘约 ${format.number(seconds)} 秒后写满。`
      : zh`磁盘约 ${format.number(Math.floor(seconds / 60))} 分钟后写满。`,

  overloaded: (skipped: number) =>
    skipped === 0 ? '编码过载。' : zh`编码过载：跳过 ${format.number(skipped)} 帧。`,
  nothingLower: '设置已经是最低。请关闭其他应用。',
  changeTo: (changes: readonly string[]) => zh`改为 ${changes.join('、')}`,
  noInterruption: '不会中断直播',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => zh`${preset} 预设`,

  fixSettings: '修正设置',
  fixSettingsHint: '将编码设置改为推流目标可接受的值',
  settingsFixed: '已更新编码设置。',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    zh`${needs}的上传速度，但测试（${age}）只测得 ${measured}。`,
  tight: (needs: string, measured: string, age: string) =>
    zh`${needs}的上传速度，而测试（${age}）测得 ${measured}，几乎没有余量。`,
  unknown: (needs: string, measured: string, age: string) =>
    zh`${needs}的上传速度。测试（${age}）最多只能测到 ${measured}，因此上传速度可能足够。`,
  needs: (copies: number, rate: string) =>
    copies === 1 ? zh`直播需要 ${rate}` : zh`推流到 ${format.number(copies)} 个服务器需要 ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    zh`直播需要 ${needed} 的上传速度，现有 ${leaving}。${hasFit ? '' : '这个速度太慢，无法直播视频。请使用更快的网络。'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    zh`所有推流目标共需要 ${needed} 的上传速度，现有 ${leaving}。${hasFit ? '' : '请关闭一个推流目标。'}`,
  justNow: '刚刚',

  lowerTo: (rate: string) => zh`降低到 ${rate}`,
  lowered: '已根据上传速度降低比特率。',
  turnOff: (destination: string) => zh`关闭 ${destination}`,
  turnedOff: (destination: string) => `已关闭“${destination}”。`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return zh`${service} 最多接受 ${format.kbps(message.kbps)} 的视频。`;
    case 'maxAudio':
      return zh`${service} 最多接受 ${format.kbps(message.kbps)} 的音频。`;
    case 'maxTotal':
      return zh`${service} 最多接受 ${format.kbps(message.kbps)}（视频和音频合计）。`;
    case 'minTotal':
      return zh`${service} 建议至少 ${format.kbps(message.kbps)}（视频和音频合计）。`;
    case 'maxFrameRate':
      return zh`${service} 最多接受 ${format.number(message.fps)} fps。`;
    case 'sampleRate':
      return zh`${service} 建议使用 ${message.hertz / 1000} kHz 的音频。`;
    case 'maxResolution':
      return zh`${service} 最多接受 ${message.longSide} × ${message.shortSide} 的视频。`;
    case 'vertical':
      return zh`${service} 显示竖屏视频。当前视频是横屏，在手机上会显得很小。`;
    case 'keyframes':
      return zh`${service} ${message.isRequired ? '要求' : '建议'}每 ${format.number(message.seconds)} 秒一个关键帧。`;
    case 'codec':
      return zh`${service} 不支持 ${message.name}。请使用 H.264。`;
    case 'codecUnknown':
      return zh`${service} 可能不支持 ${message.name}。开始直播后，请检查频道上是否有画面。H.264 在任何地方都可用。`;
    case 'profile':
      return zh`${service} 建议使用 H.264 ${message.name} 配置。`;
    case 'bFrames':
      return zh`${service} 不接受 B 帧。请将“延迟”设为“低”。`;
  }
}
