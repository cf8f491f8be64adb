/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

export const sources = {
  list: 'Video source',
  camera: 'Camera',
  cameraNumber: (number: number) => `Camera ${number}`,
  noneFound: 'none found',
  pickScreen: 'Screen or window…',
  wholeScreen: 'Entire screen',
  selectedWindow: 'Selected window',
  testPattern: 'Test pattern',

  pickerTitle: 'Capture a screen or window',
  screens: 'Screens',
  windows: 'Windows',
  looking: 'Looking for screens and windows…',
  nothingToCapture: 'Nothing to capture yet. Open a window, then refresh.',
  refresh: 'Refresh',
};

export const preview = {
  title: 'Preview',
  starting: 'Starting video…',
  nothingSelected: 'No video source. Add a camera or screen under Sources.',
  tryAgain: 'Try again',
  useTestPattern: 'Use test pattern',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Preview' : `Preview: ${label}`),
  noVideo: 'Preview: no video',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'Be right back',
  turnOn: 'Show “Be right back” and mute audio without ending the stream',
  turnOff: 'Viewers see “Be right back” and hear nothing. Click to come back.',
};

const notStarted = (kind: DeviceKind) => `Couldn’t ${kind === 'screen' ? 'capture' : 'start'} the ${kind}`;

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Camera',
  microphone: 'Microphone',
  screen: 'Screen',
  testPattern: 'Test pattern',
  tone: 'Tone, 1 kHz at −20 dBFS',

  missing: (kind: DeviceKind) => `No ${kind} found.`,
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined ? `The selected ${kind} isn’t connected.` : `“${label}” isn’t connected.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `${format.number(count)} ${kind}s are named “${label}”.`,
  notAllowed: (kind: DeviceKind) =>
    `Upcast isn’t allowed to ${kind === 'screen' ? 'capture' : 'use'} the ${kind}.`,
  openPrivacy: 'Open privacy settings',
  restart: 'Restart Upcast',
  busy: (kind: DeviceKind) => `${notStarted(kind)}. Another app may be using it.`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)}: ${reason}`),
  noVideo: (label: string) => `No video from “${label}”.`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'The source was disconnected.' : `“${label}” was disconnected.`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera' ? `No video from “${label}”.` : `“${label}” is muted outside Upcast.`,
  windowClosed: (label: string) => `“${label}” was closed.`,
  screenDisconnected: 'The screen was disconnected.',
  audioStopped: 'This computer’s audio service stopped.',
  systemAudio: 'Desktop audio',
  speakersGone: (label: string) => `“${label}” isn’t connected.`,
  pageAudio: 'Page audio',
  captureFailed: (kind: 'system' | 'page') =>
    `Couldn’t capture ${kind === 'system' ? 'desktop audio' : 'the page’s audio'}.`,
  mediaAudio: 'Media audio',
  noSystemAudio: 'Upcast can’t capture desktop audio on this system.',
};
