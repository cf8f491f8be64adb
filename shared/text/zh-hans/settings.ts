/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format, zh } from './format.ts';

export const settings = {
  title: '设置',
  badEncoding:
    '有数值超出范围。视频比特率：100 到 51,000 kbps。音频比特率：32 到 512 kbps。关键帧间隔：0.5 到 10 秒。',

  video: '视频',
  changesWhileLive: '直播时更改也会生效，不会中断直播。',
  resolution: '分辨率',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height}（${name}）`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p 竖屏',
    vertical720: '720p 竖屏',
    square: '方形',
  },
  frameRate: '帧率',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: '视频比特率',
  kbps: 'kbps',
  keyframeInterval: '关键帧间隔',
  seconds: '秒',
  dynamicBitrate: '动态比特率',
  dynamicBitrateHint: '上传变慢时降低比特率，带宽恢复后再提高，最高不超过上面的比特率。',

  audio: '音频',
  channels: '声道',
  stereo: '立体声',
  mono: '单声道',
  sampleRate: '采样率',
  kilohertz: (hertz: number) => `${hertz / 1000} kHz`,
  audioBitrate: '音频比特率',

  recordingAndEnding: '录制和结束直播',
  drain: '结束直播后，继续发送数据的最长时间',

  proxy: '代理',
  remoteControl: '远程控制',

  appearance: '外观',
  theme: '主题',
  themes: { system: '跟随系统', dark: '深色', light: '浅色' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? '未找到 FFmpeg' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain ? '推流码已使用系统钥匙串加密' : '钥匙串不可用：推流码只保留到退出为止',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: '自动',
  libx264: 'H.264: x264 (CPU)',
  h264_nvenc: 'H.264: NVIDIA',
  h264_qsv: 'H.264: Intel Quick Sync',
  h264_amf: 'H.264: AMD',
  h264_vaapi: 'H.264: VA-API',
  h264_videotoolbox: 'H.264: Apple VideoToolbox',
  h264_mf: 'H.264: Windows Media Foundation',
  libx265: 'HEVC: x265 (CPU)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1: SVT-AV1 (CPU)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast（CPU 占用最低）',
  superfast: 'superfast',
  veryfast: 'veryfast（默认）',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium（画质最佳）',
};

export const encoders = {
  encoder: '编码器',
  names: encoderNames,
  automatic: (encoder: string) => `自动（${encoder}）`,
  cpuPreset: 'CPU 预设',
  preset: '预设',
  presetNames,
  latency: '延迟',
  latencyLow: '低',
  latencyQuality: '画质更好，延迟最多增加 0.5 秒',
  latencyQualityCpu: '画质更好，CPU 占用更高',

  codecLocked: (codec: string) => `不在直播时才能更改编解码器（${codec}）。`,
  codecSupport: (codec: string) =>
    zh`并非所有平台和服务器都支持 ${codec}。开始直播前 Upcast 会发出提醒。H.264 在任何地方都可用。`,

  untested: 'Upcast 尚未测试这台电脑上的编码器。',
  testing: '正在用两秒视频测试每个编码器…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu ? '相同比特率下画质最佳，但占用 CPU' : 'CPU 占用低，画质略低';
    return zh`${encoder} – 720p 下为实时速度的 ${format.number(speed, 1)} 倍${speed < 1 ? '（太慢，无法直播）' : ''}。${cost}。`;
  },
  onGraphicsCard: (codec: string) => zh`${codec} 硬件编码 (GPU)`,
  unavailable: (names: readonly string[]) => `不可用：${format.list(names)}。`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    zh`${format.list(codecs)} 需要 FFmpeg 6.1 或更高版本。当前版本为 FFmpeg ${version}。`,
  test: '测试编码器',
  testAgain: '重新测试',
  testingNow: '正在测试…',
  testHint: '用每个编码器编码两秒视频',
  notWhileLive: '直播时不可用',
};

export const recordingSettings = {
  always: '录制每场直播',
  folder: '文件夹',
  defaultFolder: (isMac: boolean): string => (isMac ? '你的影片文件夹' : '系统的视频文件夹'),
  choose: '选择…',
  fileName: '文件名',
  fileNameHint: (example: string) => `可以使用 {date}、{time} 和 {size}。示例：${example}`,
  format: '格式',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: '无论哪种格式，即使 Upcast 或电脑意外停止，录制的文件仍可播放。',
  split: '分割文件',
  splitHint: '在关键帧处分割，不会丢失任何内容。',
  never: '从不',
  everyMinutes: (minutes: number) => (minutes === 60 ? '每小时' : zh`每 ${format.number(minutes)} 分钟`),
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? zh`每 ${format.number(megabytes / 1000)} GB`
      : zh`每 ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: '允许这台电脑上的其他应用控制 Upcast',
  switchHint: '立即生效。只有这台电脑上的应用可以连接，并且每个请求都需要令牌。',
  port: '端口',
  portLocked: '关闭远程控制后才能更改端口。',
  badPort: '请输入 1024 到 65535 之间的端口。',
  off: '关闭',
  listening: (port: number) => `正在监听 http://127.0.0.1:${port}`,
  token: '令牌',
  tokenSaved: '已使用系统钥匙串加密',
  tokenKept: '无法访问系统钥匙串，令牌只保留到退出 Upcast 为止',
  renew: '新建令牌',
  renewHint: '断开使用旧令牌的应用',
  renewed: '已撤销旧令牌。',
};
