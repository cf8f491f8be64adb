/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format } from './format.ts';

const frames = { one: 'Frame', other: 'Frames' };

export const goLive = {
  rehearse: 'Proben',
  goLive: 'Live gehen',
  cancel: 'Abbrechen',
  endStream: 'Stream beenden',
  endRehearsal: 'Probe beenden',
  endNow: 'Jetzt beenden',
  keepRetrying: 'Weiter versuchen',
  rehearsalNote: 'Nur dieser Computer empfängt den Stream. Zuschauer sehen nichts.',
  ending: (seconds: number) =>
    `Der Rest deines Streams wird gesendet, höchstens ${format.number(seconds)} s lang.`,

  endTitle: 'Stream beenden?',
  keepStreaming: 'Weiter streamen',
  viewersSeeEnd: 'Zuschauer sehen das Ende des Streams.',
  recordingContinues: 'Zuschauer sehen das Ende des Streams. Die Aufnahme läuft weiter, bis du sie stoppst.',

  record: 'Aufnehmen',
  waitingForVideo: 'Warten auf Video',
  recording: (elapsed: string) => `Rec ${elapsed}`,
  finishing: 'Abschließen…',
  stopRecording: 'Aufnahme stoppen',
  showFile: 'Datei anzeigen',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `Datenträger voll in etwa ${format.number(seconds)} s.`
      : `Datenträger voll in etwa ${format.number(Math.floor(seconds / 60))} min.`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'Codierung überlastet.'
      : `Codierung überlastet: ${format.count(skipped, frames)} übersprungen.`,
  nothingLower: 'Die Einstellungen sind schon am niedrigsten. Schließe andere Apps.',
  changeTo: (changes: readonly string[]) => `Ändern auf ${format.list(changes, 'unit')}`,
  noInterruption: 'Unterbricht deinen Stream nicht',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `Preset ${preset}`,

  fixSettings: 'Einstellungen anpassen',
  fixSettingsHint: 'Ändert die Einstellungen der Codierung auf das, was deine Ziele annehmen',
  settingsFixed: 'Einstellungen der Codierung aktualisiert.',
};

/** What the destinations need against what the upload carries. `needs` is the first half of these sentences. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} Upload, ein Test (${age}) hat aber nur ${measured} gemessen.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} Upload, ein Test (${age}) hat ${measured} gemessen. Das lässt wenig Spielraum.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} Upload. Ein Test (${age}) konnte nur bis ${measured} messen, vielleicht reicht dein Upload also.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `Dein Stream braucht ${rate}`
      : `Streamen an ${format.number(copies)} Server braucht ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `Dein Stream braucht ${needed} Upload; du hast ${leaving}.${hasFit ? '' : ' Das ist zu langsam für Video. Nutze eine schnellere Verbindung.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `Alle Ziele zusammen brauchen ${needed} Upload; du hast ${leaving}.${hasFit ? '' : ' Schalte ein Ziel aus.'}`,
  justNow: 'gerade eben',

  lowerTo: (rate: string) => `Auf ${rate} senken`,
  lowered: 'Bitrate passend zu deinem Upload gesenkt.',
  turnOff: (destination: string) => `${destination} ausschalten`,
  turnedOff: (destination: string) => `„${destination}“ ausgeschaltet.`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} nimmt bis zu ${format.kbps(message.kbps)} Video an.`;
    case 'maxAudio':
      return `${service} nimmt bis zu ${format.kbps(message.kbps)} Audio an.`;
    case 'maxTotal':
      return `${service} nimmt bis zu ${format.kbps(message.kbps)} an, Video und Audio zusammen.`;
    case 'minTotal':
      return `${service} empfiehlt mindestens ${format.kbps(message.kbps)}, Video und Audio zusammen.`;
    case 'maxFrameRate':
      return `${service} nimmt bis zu ${format.number(message.fps)} fps an.`;
    case 'sampleRate':
      return `${service} empfiehlt Audio mit ${String(message.hertz / 1000).replace('.', ',')} kHz.`;
    case 'maxResolution':
      return `${service} nimmt Video bis ${message.longSide} × ${message.shortSide} an.`;
    case 'vertical':
      return `${service} zeigt Video im Hochformat. Deines ist im Querformat und wirkt auf Handys klein.`;
    case 'keyframes':
      return `${service} ${message.isRequired ? 'verlangt' : 'empfiehlt'} ${message.seconds === 1 ? 'jede Sekunde' : `alle ${format.number(message.seconds)} Sekunden`} einen Keyframe.`;
    case 'codec':
      return `${service} unterstützt ${message.name} nicht. Nutze H.264.`;
    case 'codecUnknown':
      return `${service} unterstützt ${message.name} vielleicht nicht. Wenn du live bist, prüfe, ob auf deinem Kanal Video zu sehen ist. H.264 funktioniert überall.`;
    case 'profile':
      return `${service} empfiehlt das H.264-Profil ${message.name}.`;
    case 'bFrames':
      return `${service} nimmt keine B-Frames an. Stelle die Latenz auf „Niedrig“.`;
  }
}
