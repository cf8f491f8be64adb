/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Server suchen',
  tcp: 'Verbinden',
  tls: 'Verbindung absichern',
  handshake: 'RTMP-Handshake',
  connect: 'RTMP-Anwendung öffnen',
  publish: 'Stream-Schlüssel senden',
  measure: 'Upload messen',
};

export const destinationTest = {
  title: (name: string) => `${name} testen`,
  description:
    'Prüft jeden Schritt des Verbindens. Zuschauer sehen nichts, außer du willst ein Testvideo senden.',
  steps: 'Schritte',
  stepNames,
  start: 'Test starten',
  again: 'Erneut testen',
  cancel: 'Test abbrechen',
  testMode: (service: string) =>
    `${service} hat einen Testmodus. Upcast sendet deshalb auch 13 Sekunden lang ein Testvideo, um deinen Upload zu messen. Zuschauer sehen es nicht.`,
  publish: 'Testvideo senden und Upload messen',
  publishHint: (isRelay: boolean) =>
    `Sendet 13 Sekunden lang graues Video ohne Audio. Es ist vielleicht auf ${isRelay ? 'jedem Kanal hinter dem Relay' : 'deinem Kanal'} zu sehen.`,

  skipped: 'Übersprungen',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · noch ${format.number(seconds)} s`,
  waitingForServer: 'Warten auf den Server…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: 'Fehlgeschlagen',
  failedAfter: (time: string) => `Fehlgeschlagen nach ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · Zertifikat läuft in ${format.count(days, { one: 'Tag', other: 'Tagen' })} ab · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} oder mehr` : rate),

  cancelled: 'Test abgebrochen. Upcast sendet nichts.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `Der Server nimmt Verbindungen an${roundTrip(roundTripMs)}. Stream-Schlüssel und Upload hat der Test nicht geprüft.`,
  accepted: (roundTripMs: number | undefined) =>
    `Der Server hat den Stream angenommen${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `Dein Upload hat ${rate} erreicht, mehr sendet dieser Test nicht. Vielleicht ist er schneller.`,
  upload: (rate: string, lowest: string) =>
    `Upload-Geschwindigkeit: ${rate} (langsamste Sekunde: ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `Auf diesem Computer funktioniert kein Encoder für ${missing}, daher hat der Test ${used} genutzt. Ob ${missing} unterstützt wird, hat der Test nicht geprüft.`,
  codecUnconfirmed: (codec: string) =>
    `Der Test hat ${codec} genutzt. Der Server hat nicht bestätigt, dass er ${codec} unterstützt. Prüfe, ob auf deinem Kanal Video zu sehen ist.`,
  codecUsed: (codec: string) => `Der Test hat ${codec} genutzt, wie dein Stream.`,

  tooSlow:
    'Dein Upload ist für deine Ziele zu langsam, selbst mit der niedrigsten Bitrate. Sind mehrere Ziele eingeschaltet, schalte eines aus.',
  settingsFit: 'Deine Einstellungen passen zu deinem Upload: ',
  recommended: 'Empfohlen für alle eingeschalteten Ziele: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Übernehmen',
  applied: 'Einstellungen der Codierung aktualisiert.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (Umlaufzeit: ${format.number(ms)} ms)`;
}
