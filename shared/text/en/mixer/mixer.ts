/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (Number(text) === 0) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: 'Audio',
  list: 'Audio source',
  microphone: 'Microphone',
  microphoneNumber: (number: number) => `Microphone ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'System default' : `System default (${name})`,
  speakerNumber: (number: number) => `Speakers ${number}`,
  patternBeeps: 'Test pattern beeps',
  noAudio: 'No audio',
  otherAudio: 'Audio',
  systemAudio: 'Desktop audio',
  tone: 'Test tone',
  applicationAudio: 'App audio',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'No app is playing audio',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'The app isn’t playing audio.' : `“${name}” isn’t playing audio.`,

  /** With one channel, and with more. */
  strip: 'Audio level',
  panel: 'Audio mixer',
  add: '+ Add',
  addAudio: 'Add audio',

  mute: (name: string) => `Mute ${name}`,
  muted: 'Muted',
  silence: '−∞ dB',
  solo: (name: string) => `Solo ${name}`,
  fader: (name: string) => `${name}, fader`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, level`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Monitoring, ${name}: ${{ off: 'off', only: 'monitor only', both: 'monitor and output' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: 'Monitor off', only: 'Monitor only (not sent)', both: 'Monitor and output' },
  monitorOnly: 'Monitor only',
  holdToTalk: (key: string) => `Hold ${key} to talk`,
  mutedByKey: (key: string) => `Muted by ${key}`,
  duckedBy: (names: readonly string[]) => `Ducked by ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `More options for ${name}`,
  menu: {
    rename: 'Rename',
    device: 'Device',
    application: 'App',
    filters: 'Filters…',
    copyFilters: (count: number) => (count === 1 ? 'Copy filter' : `Copy ${format.number(count)} filters`),
    pasteFilters: (count: number) => (count > 1 ? `Paste ${format.number(count)} filters` : 'Paste filter'),
    settings: 'Audio settings…',
    sync: 'Sync offset…',
    program: 'Program audio…',
    moveLeft: 'Move left',
    moveRight: 'Move right',
    remove: 'Remove',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Channel name',
  removed: (name: string) => `Removed “${name}”.`,

  oneSided: (side: Side) => `Audio on the ${side} side only.`,
  useOnBoth: 'Use on both sides',
  useSide: 'Use left side',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'This headset is in call mode, so its audio quality is low. Use another microphone for better audio.',

  channel: {
    title: (name: string) => `Audio settings for “${name}”`,
    sound: 'Balance and stereo',
    balance: 'Balance',
    balanceUnit: '%',
    balanceHint: '−100 is left, 100 is right.',
    isMono: 'Mono',
    isMonoHint: 'Plays the average of left and right on both sides.',
    side: 'Stereo mode',
    sides: {
      both: 'Stereo',
      left: 'Left on both sides',
      right: 'Right on both sides',
    },
    monitoring: 'Monitoring',
    tracks: 'Tracks',
    tracksHint:
      'Each track is a mix. Under Program audio, choose which tracks the stream and the recording use.',
    noTracks: 'Not on any track: viewers don’t hear this channel.',
    scenes: 'Scenes',
    scenesHint: 'Viewers hear this channel only while one of these scenes is live.',
    allScenes: 'In all scenes',
    sync: 'Sync offset',
    find: 'Find with a clap…',
    push: 'Hotkey',
    pushModes: { off: 'Off', talk: 'Push to talk', mute: 'Push to mute', toggle: 'Toggle mute' },
    pushKey: 'Key',
    noKey: 'Press a key…',
    changeKey: (key: string) => `Key: ${key}. Press to change`,
    waitsForKey: 'Press a key. Esc cancels.',
    release: 'Release delay',
    pushHint:
      'Works only while Upcast’s window is in front. For a key that works in every app, choose Toggle mute.',
    toggleHint: 'Works in every app.',
    keyTaken:
      'Works only while Upcast’s window is in front. Another app may be using this key, or your system may not allow keys that work in every app.',
    keyTyped:
      'Works only while Upcast’s window is in front. To make it work in every app, use a function key, or add Ctrl or Alt.',
  },

  tracks: {
    name: (number: number) => `Track ${format.number(number)}`,
    title: 'Tracks',
    names: 'Track names',
    stream: 'Stream track',
    streamWhileLive: 'You can change the stream track when you’re not live.',
    recording: 'Recording tracks',
    recordingNote: 'Each selected track is a separate audio track in the recording.',
  },

  program: {
    name: 'Program',
    title: 'Program audio',
    more: 'More options for the program',
    target: (lufs: string) => `Target ${lufs}`,
    customTarget: 'Custom…',
    custom: 'Custom target',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Peak ${figure}`,
    resetName: 'Reset integrated loudness',
    limiter: 'Limiter',
    limiterHint: 'Keeps true peaks below the ceiling.',
    limiterState: (decibels: number) => `Limiter −${format.number(decibels, 1)} dB`,
    limiterOff: 'Limiter off',
    ceiling: 'Ceiling',
    ceilingUnit: 'dBTP',
    headphones: 'Monitoring',
    device: 'Device',
    systemDefault: 'System default',
    figures: 'Loudness readings',
  },

  sync: {
    title: 'Sync offset',
    about: 'Delays the audio so that it matches the video.',
    delay: 'Delay',
    milliseconds: 'ms',
    find: 'Find the offset with a clap',
    clapNow: 'To find the offset, clap once in front of the camera. Upcast is listening.',
    choose: 'Select the frame where your hands meet.',
    pictures: 'Frames around the clap',
    later: (ms: number) => {
      if (ms === 0) return 'In sync with the audio';
      return ms < 0 ? `${-ms} ms before the audio` : `${ms} ms after the audio`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `Delay audio by ${ms} ms`,
    again: 'Clap again',
    pictureEarly: (ms: number) =>
      `Viewers see the clap ${ms} ms before they hear it. Add a render delay of ${ms} ms to the camera under Filters.`,
  },
};
