/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (text === format.number(0, digits)) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: 'Audio',
  list: 'Audioquelle',
  microphone: 'Mikrofon',
  microphoneNumber: (number: number) => `Mikrofon ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'Systemstandard' : `Systemstandard (${name})`,
  speakerNumber: (number: number) => `Lautsprecher ${number}`,
  patternBeeps: 'Signaltöne des Testbilds',
  noAudio: 'Kein Audio',
  otherAudio: 'Audio',
  systemAudio: 'Desktop-Audio',
  tone: 'Testton',
  applicationAudio: 'App-Audio',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'Keine App spielt Audio ab',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'Die App spielt kein Audio ab.' : `„${name}“ spielt kein Audio ab.`,

  /** With one channel, and with more. */
  strip: 'Audiopegel',
  panel: 'Audiomixer',
  add: '+ Neu',
  addAudio: 'Audio neu hinzufügen',

  mute: (name: string) => `${name} stummschalten`,
  muted: 'Stumm',
  silence: '−∞ dB',
  solo: (name: string) => `Nur ${name} anhören`,
  fader: (name: string) => `${name}, Fader`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, Pegel`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Monitoring, ${name}: ${{ off: 'aus', only: 'nur Monitoring', both: 'Monitoring und Ausgabe' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: {
    off: 'Monitoring aus',
    only: 'Nur Monitoring (nicht im Stream)',
    both: 'Monitoring und Ausgabe',
  },
  monitorOnly: 'Nur Monitoring',
  holdToTalk: (key: string) => `Zum Sprechen ${key} halten`,
  mutedByKey: (key: string) => `Stumm durch ${key}`,
  duckedBy: (names: readonly string[]) => `Abgesenkt durch ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `Mehr Optionen für ${name}`,
  menu: {
    rename: 'Umbenennen',
    device: 'Gerät',
    application: 'App',
    filters: 'Filter…',
    copyFilters: (count: number) =>
      count === 1 ? 'Filter kopieren' : `${format.number(count)} Filter kopieren`,
    pasteFilters: (count: number) =>
      count > 1 ? `${format.number(count)} Filter einfügen` : 'Filter einfügen',
    settings: 'Audioeinstellungen…',
    sync: 'Sync-Versatz…',
    program: 'Programm-Audio…',
    moveLeft: 'Nach links',
    moveRight: 'Nach rechts',
    remove: 'Entfernen',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Kanalname',
  removed: (name: string) => `„${name}“ entfernt.`,

  oneSided: (side: Side) => `Audio nur auf der ${{ left: 'linken', right: 'rechten' }[side]} Seite.`,
  useOnBoth: 'Auf beiden Seiten nutzen',
  useSide: 'Linke Seite nutzen',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'Dieses Headset ist im Anrufmodus, die Audioqualität ist niedrig. Ein anderes Mikrofon klingt besser.',

  channel: {
    title: (name: string) => `Audioeinstellungen für „${name}“`,
    sound: 'Klang',
    balance: 'Balance',
    balanceUnit: '%',
    balanceHint: '−100 ist links, 100 ist rechts.',
    isMono: 'Mono',
    isMonoHint: 'Gibt auf beiden Seiten den Mittelwert von links und rechts wieder.',
    side: 'Seiten',
    sides: {
      both: 'Stereo',
      left: 'Links auf beiden Seiten',
      right: 'Rechts auf beiden Seiten',
    },
    monitoring: 'Monitoring',
    tracks: 'Spuren',
    tracksHint:
      'Jede Spur ist eine eigene Mischung. Welche Spuren der Stream und die Aufnahme nutzen, legst du unter „Programm-Audio“ fest.',
    noTracks: 'Auf keiner Spur: Zuschauer hören diesen Kanal nicht.',
    scenes: 'Szenen',
    scenesHint: 'Zuschauer hören diesen Kanal nur, solange eine dieser Szenen live ist.',
    allScenes: 'In allen Szenen',
    sync: 'Sync-Versatz',
    find: 'Per Klatschen ermitteln…',
    push: 'Hotkey',
    pushModes: { off: 'Aus', talk: 'Push-to-Talk', mute: 'Push-to-Mute', toggle: 'Ton an/aus' },
    pushKey: 'Taste',
    noKey: 'Taste drücken…',
    changeKey: (key: string) => `Taste: ${key}. Zum Ändern drücken`,
    waitsForKey: 'Drücke eine Taste. Esc bricht ab.',
    release: 'Nachlaufzeit',
    pushHint:
      'Funktioniert, solange das Fenster von Upcast im Vordergrund ist. Für eine Taste, die in jeder App funktioniert, wähle „Ton an/aus“.',
    toggleHint: 'Funktioniert in jeder App.',
    keyTaken:
      'Funktioniert nur, solange das Fenster von Upcast im Vordergrund ist. Vielleicht nutzt eine andere App diese Taste, oder dein System erlaubt keine Tasten, die in jeder App funktionieren.',
    keyTyped:
      'Funktioniert nur, solange das Fenster von Upcast im Vordergrund ist. Für jede App nimm eine Funktionstaste oder ergänze Strg oder Alt.',
  },

  tracks: {
    name: (number: number) => `Spur ${format.number(number)}`,
    title: 'Spuren',
    names: 'Namen der Spuren',
    stream: 'Spur für den Stream',
    streamWhileLive: 'Die Stream-Spur lässt sich ändern, solange du nicht live bist.',
    recording: 'Spuren für die Aufnahme',
    recordingNote: 'Jede gewählte Spur ist in der Aufnahme eine eigene Audiospur.',
  },

  program: {
    name: 'Programm',
    title: 'Programm-Audio',
    more: 'Mehr Optionen für das Programm',
    target: (lufs: string) => `Ziel ${lufs}`,
    customTarget: 'Eigenes…',
    custom: 'Eigenes Ziel',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Spitze ${figure}`,
    resetName: 'Integrierte Lautheit zurücksetzen',
    limiter: 'Limiter',
    limiterHint: 'Hält True Peaks unter der Obergrenze.',
    limiterState: (decibels: number) => `Limiter −${format.number(decibels, 1)} dB`,
    limiterOff: 'Limiter aus',
    ceiling: 'Obergrenze',
    ceilingUnit: 'dBTP',
    headphones: 'Monitoring',
    device: 'Gerät',
    systemDefault: 'Systemstandard',
    figures: 'Lautheitswerte',
  },

  sync: {
    title: 'Sync-Versatz',
    about: 'Verzögert den Ton, damit er zum Bild passt.',
    delay: 'Verzögerung',
    milliseconds: 'ms',
    find: 'Versatz per Klatschen ermitteln',
    clapNow: 'Klatsche einmal vor der Kamera, um den Versatz zu ermitteln. Upcast hört zu.',
    choose: 'Wähle den Frame, in dem sich deine Hände berühren.',
    pictures: 'Frames rund um das Klatschen',
    later: (ms: number) => {
      if (ms === 0) return 'Synchron zum Ton';
      return ms < 0 ? `${-ms} ms vor dem Ton` : `${ms} ms nach dem Ton`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `Audio um ${ms} ms verzögern`,
    again: 'Noch mal klatschen',
    pictureEarly: (ms: number) =>
      `Zuschauer sehen das Klatschen ${ms} ms, bevor sie es hören. Gib der Kamera unter „Filter“ eine Renderverzögerung von ${ms} ms.`,
  },
};
