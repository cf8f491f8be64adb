/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

export const sources = {
  list: 'Videoquelle',
  camera: 'Kamera',
  cameraNumber: (number: number) => `Kamera ${number}`,
  noneFound: 'keine gefunden',
  pickScreen: 'Bildschirm/Fenster…',
  wholeScreen: 'Ganzer Bildschirm',
  selectedWindow: 'Ausgewähltes Fenster',
  testPattern: 'Testbild',

  pickerTitle: 'Bildschirm oder Fenster aufnehmen',
  screens: 'Bildschirme',
  windows: 'Fenster',
  looking: 'Bildschirme und Fenster werden gesucht…',
  nothingToCapture: 'Noch nichts zum Aufnehmen. Öffne ein Fenster und aktualisiere dann.',
  refresh: 'Aktualisieren',
};

export const preview = {
  title: 'Vorschau',
  starting: 'Video startet…',
  nothingSelected: 'Keine Videoquelle. Wähle unter „Quellen“ eine Kamera oder einen Bildschirm.',
  tryAgain: 'Erneut versuchen',
  useTestPattern: 'Testbild nutzen',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Vorschau' : `Vorschau: ${label}`),
  noVideo: 'Vorschau: kein Video',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'Gleich geht’s weiter',
  turnOn: '„Gleich geht’s weiter“ zeigen und Ton stummschalten, ohne den Stream zu beenden',
  turnOff: 'Zuschauer sehen „Gleich geht’s weiter“ und hören nichts. Klicke, um zurückzukommen.',
};

/** How each kind of device stands in a sentence. */
const devices: Readonly<Record<DeviceKind, { none: string; selected: string; the: string; plural: string }>> =
  {
    camera: {
      none: 'Keine Kamera',
      selected: 'Die ausgewählte Kamera',
      the: 'die Kamera',
      plural: 'Kameras',
    },
    microphone: {
      none: 'Kein Mikrofon',
      selected: 'Das ausgewählte Mikrofon',
      the: 'das Mikrofon',
      plural: 'Mikrofone',
    },
    screen: {
      none: 'Kein Bildschirm',
      selected: 'Der ausgewählte Bildschirm',
      the: 'den Bildschirm',
      plural: 'Bildschirme',
    },
  };

const notStarted: Readonly<Record<DeviceKind, string>> = {
  camera: 'Die Kamera konnte nicht gestartet werden',
  microphone: 'Das Mikrofon konnte nicht gestartet werden',
  screen: 'Der Bildschirm konnte nicht aufgenommen werden',
};

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Kamera',
  microphone: 'Mikrofon',
  screen: 'Bildschirm',
  testPattern: 'Testbild',
  tone: 'Ton, 1 kHz bei −20 dBFS',

  missing: (kind: DeviceKind) => `${devices[kind].none} gefunden.`,
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined
      ? `${devices[kind].selected} ist nicht angeschlossen.`
      : `„${label}“ ist nicht angeschlossen.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `${format.number(count)} ${devices[kind].plural} heißen „${label}“.`,
  notAllowed: (kind: DeviceKind) =>
    `Upcast darf ${devices[kind].the} nicht ${kind === 'screen' ? 'aufnehmen' : 'nutzen'}.`,
  openPrivacy: 'Datenschutz öffnen',
  restart: 'Upcast neu starten',
  busy: (kind: DeviceKind) => `${notStarted[kind]}. Vielleicht nutzt eine andere App das Gerät.`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted[kind]}: ${reason}`),
  noVideo: (label: string) => `Kein Video von „${label}“.`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'Die Quelle wurde getrennt.' : `„${label}“ wurde getrennt.`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera' ? `Kein Video von „${label}“.` : `„${label}“ ist außerhalb von Upcast stummgeschaltet.`,
  windowClosed: (label: string) => `„${label}“ wurde geschlossen.`,
  screenDisconnected: 'Der Bildschirm wurde getrennt.',
  audioStopped: 'Der Audiodienst dieses Computers wurde beendet.',
  systemAudio: 'Desktop-Audio',
  speakersGone: (label: string) => `„${label}“ ist nicht angeschlossen.`,
  pageAudio: 'Audio der Seite',
  captureFailed: (kind: 'system' | 'page') =>
    `${kind === 'system' ? 'Desktop-Audio' : 'Das Audio der Seite'} konnte nicht aufgenommen werden.`,
  mediaAudio: 'Audio der Medien',
  noSystemAudio: 'Upcast kann Desktop-Audio auf diesem System nicht aufnehmen.',
};
