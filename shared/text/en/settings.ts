/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format } from './format.ts';

export const settings = {
  title: 'Settings',
  badEncoding:
    'A value is out of range. Video bitrate: 100 to 51,000 kbps. Audio bitrate: 32 to 512 kbps. Keyframe interval: 0.5 to 10 s.',

  video: 'Video',
  changesWhileLive: 'Changes apply while you’re live, without interrupting your stream.',
  resolution: 'Resolution',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p vertical',
    vertical720: '720p vertical',
    square: 'square',
  },
  frameRate: 'Frame rate',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Video bitrate',
  kbps: 'kbps',
  keyframeInterval: 'Keyframe interval',
  seconds: 's',
  dynamicBitrate: 'Dynamic bitrate',
  dynamicBitrateHint:
    'Lowers the bitrate when your upload is slow and raises it again when bandwidth recovers, up to the bitrate above.',

  audio: 'Audio',
  channels: 'Channels',
  stereo: 'Stereo',
  mono: 'Mono',
  sampleRate: 'Sample rate',
  kilohertz: (hertz: number) => `${hertz / 1000} kHz`,
  audioBitrate: 'Audio bitrate',

  recordingAndEnding: 'Recording and ending the stream',
  drain: 'After you end the stream, keep sending for up to',

  proxy: 'Proxy',
  remoteControl: 'Remote control',

  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'System', dark: 'Dark', light: 'Light' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg not found' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'stream keys encrypted with your system’s keychain'
        : 'keychain not available: stream keys kept only until you quit',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Automatic',
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
  ultrafast: 'ultrafast (lowest CPU use)',
  superfast: 'superfast',
  veryfast: 'veryfast (default)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (best quality)',
};

export const encoders = {
  encoder: 'Encoder',
  names: encoderNames,
  automatic: (encoder: string) => `Automatic (${encoder})`,
  cpuPreset: 'CPU preset',
  preset: 'Preset',
  presetNames,
  latency: 'Latency',
  latencyLow: 'Low',
  latencyQuality: 'Better quality, up to 0.5 s more delay',
  latencyQualityCpu: 'Better quality, more CPU',

  codecLocked: (codec: string) => `You can change the codec (${codec}) when you’re not live.`,
  codecSupport: (codec: string) =>
    `Not every service and server supports ${codec}. Upcast warns you before you go live. H.264 works everywhere.`,

  untested: 'Upcast hasn’t tested the encoders on this computer yet.',
  testing: 'Testing each encoder with two seconds of video…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'Best quality at a given bitrate, but uses the CPU'
      : 'Light on the CPU, slightly lower quality';
    return `${encoder} – ${format.number(speed, 1)}× real time at 720p${speed < 1 ? ' (too slow to stream live)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `${codec} hardware encoding (GPU)`,
  unavailable: (names: readonly string[]) => `Not available: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)} ${format.plural(codecs.length, { one: 'needs', other: 'need' })} FFmpeg 6.1 or later. You have FFmpeg ${version}.`,
  test: 'Test encoders',
  testAgain: 'Test again',
  testingNow: 'Testing…',
  testHint: 'Encodes two seconds of video with each encoder',
  notWhileLive: 'Not available while you’re live',
};

export const recordingSettings = {
  always: 'Record every stream',
  folder: 'Folder',
  defaultFolder: (isMac: boolean): string => (isMac ? 'Your Movies folder' : 'Your Videos folder'),
  choose: 'Choose…',
  fileName: 'File name',
  fileNameHint: (example: string) => `You can use {date}, {time}, and {size}. Example: ${example}`,
  format: 'Format',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'In either format, the recording stays playable if Upcast crashes or the computer loses power.',
  split: 'Start a new file',
  splitHint: 'Splits at a keyframe, so nothing is lost.',
  never: 'Never',
  everyMinutes: (minutes: number) =>
    minutes === 60 ? 'Every hour' : `Every ${format.count(minutes, { one: 'minute', other: 'minutes' })}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `Every ${format.number(megabytes / 1000)} GB`
      : `Every ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: 'Allow other apps on this computer to control Upcast',
  switchHint:
    'Takes effect immediately. Only apps on this computer can connect, and each request needs the token.',
  port: 'Port',
  portLocked: 'Turn off remote control to change the port.',
  badPort: 'Enter a port from 1024 to 65535.',
  off: 'Off',
  listening: (port: number) => `Listening on http://127.0.0.1:${port}`,
  token: 'Token',
  tokenSaved: 'Encrypted with your system’s keychain',
  tokenKept: 'Upcast can’t reach your system’s keychain, so it keeps the token only until you quit.',
  renew: 'New token',
  renewHint: 'Disconnects apps that use the old token',
  renewed: 'Revoked the old token.',
};
