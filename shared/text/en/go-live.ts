/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format } from './format.ts';

const frames = { one: 'frame', other: 'frames' };

export const goLive = {
  rehearse: 'Rehearse',
  goLive: 'Go live',
  cancel: 'Cancel',
  endStream: 'End stream',
  endRehearsal: 'End rehearsal',
  endNow: 'End now',
  keepRetrying: 'Keep retrying',
  rehearsalNote: 'Only this computer receives the stream. Viewers see nothing.',
  ending: (seconds: number) => `Sending the rest of your stream for up to ${format.number(seconds)} s.`,

  endTitle: 'End the stream?',
  keepStreaming: 'Keep streaming',
  viewersSeeEnd: 'Viewers will see the stream end.',
  recordingContinues: 'Viewers will see the stream end. Recording continues until you stop it.',

  record: 'Record',
  waitingForVideo: 'Waiting for video',
  recording: (elapsed: string) => `Rec ${elapsed}`,
  finishing: 'Finishing…',
  stopRecording: 'Stop recording',
  showFile: 'Show file',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `Disk full in about ${format.number(seconds)} s.`
      : `Disk full in about ${format.number(Math.floor(seconds / 60))} min.`,

  overloaded: (skipped: number) =>
    skipped === 0 ? 'Encoding overloaded.' : `Encoding overloaded: ${format.count(skipped, frames)} skipped.`,
  nothingLower: 'Settings are already at their lowest. Close other apps.',
  changeTo: (changes: readonly string[]) => `Change to ${format.list(changes, 'unit')}`,
  noInterruption: 'Doesn’t interrupt your stream',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `${preset} preset`,

  fixSettings: 'Fix settings',
  fixSettingsHint: 'Changes the encoding settings to what your destinations accept',
  settingsFixed: 'Updated the encoding settings.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} of upload speed, but a test ${age} measured ${measured}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} of upload speed, and a test ${age} measured ${measured}. That leaves little headroom.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} of upload speed. A test ${age} could measure only up to ${measured}, so your upload may be fast enough.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `Your stream needs ${rate}`
      : `Streaming to ${format.number(copies)} servers needs ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `Your stream needs ${needed} of upload speed; you have ${leaving}.${hasFit ? '' : ' That’s too slow to stream video. Use a faster connection.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `All destinations together need ${needed} of upload speed; you have ${leaving}.${hasFit ? '' : ' Turn off a destination.'}`,
  justNow: 'just now',

  lowerTo: (rate: string) => `Lower to ${rate}`,
  lowered: 'Lowered the bitrate to match your upload speed.',
  turnOff: (destination: string) => `Turn off ${destination}`,
  turnedOff: (destination: string) => `Turned off “${destination}”.`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} accepts up to ${format.kbps(message.kbps)} of video.`;
    case 'maxAudio':
      return `${service} accepts up to ${format.kbps(message.kbps)} of audio.`;
    case 'maxTotal':
      return `${service} accepts up to ${format.kbps(message.kbps)}, video and audio together.`;
    case 'minTotal':
      return `${service} recommends at least ${format.kbps(message.kbps)}, video and audio together.`;
    case 'maxFrameRate':
      return `${service} accepts up to ${format.number(message.fps)} fps.`;
    case 'sampleRate':
      return `${service} recommends audio at ${message.hertz / 1000} kHz.`;
    case 'maxResolution':
      return `${service} accepts video up to ${message.longSide} × ${message.shortSide}.`;
    case 'vertical':
      return `${service} shows vertical video. Yours is horizontal and will look small on phones.`;
    case 'keyframes':
      return `${service} ${message.isRequired ? 'requires' : 'recommends'} a keyframe every ${format.count(message.seconds, { one: 'second', other: 'seconds' })}.`;
    case 'codec':
      return `${service} doesn’t support ${message.name}. Use H.264.`;
    case 'codecUnknown':
      return `${service} may not support ${message.name}. Once you’re live, check that video appears on your channel. H.264 works everywhere.`;
    case 'profile':
      return `${service} recommends the H.264 ${message.name} profile.`;
    case 'bFrames':
      return `${service} doesn’t accept B-frames. Set Latency to Low.`;
  }
}
