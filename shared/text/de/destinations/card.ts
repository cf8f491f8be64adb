/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Server suchen',
  tcp: 'Verbinden',
  tls: 'Verbindung absichern',
  handshake: 'RTMP-Handshake',
  connect: 'RTMP-Anwendung öffnen',
  publish: 'Stream-Schlüssel senden',
};

const attempt = (count: number) => `(Versuch ${format.number(count)})`;

export const card = {
  off: 'Aus',
  waitsForRehearsal: 'Pausiert während der Probe',
  keyMissing: 'Kein Stream-Schlüssel gespeichert',
  ready: 'Bereit',
  readyAt: (host: string) => `Bereit · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `Live ${elapsed}`,
  liveOnBackup: (elapsed: string) => `Live ${elapsed} · Backup-Server`,
  reconnectingIn: (seconds: number, count: number) =>
    `Neue Verbindung in ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Neu verbinden… ${attempt(count)}`
      : `Neu verbinden: ${steps[step]}… ${attempt(count)}`,
  ending: (seconds: number) => `Beenden… bis zu ${format.number(seconds)} s`,
  movedTo: (host: string) => `Der Server hat diesen Stream an ${host} umgeleitet.`,
  heldBack: 'Netzwerk zu langsam: Frames werden verworfen.',
  dropped: (frames: number) => `${format.number(frames)} verworfen`,
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} in der Warteschlange`,
  backup: (host: string, sentence: string) => `Backup ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Unverschlüsselt`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Ziele',
  list: 'Liste der Ziele',
  add: 'Neu',
  addDestination: 'Ziel neu hinzufügen',
  importAndExport: 'Import und Export',
  import: 'Importieren…',
  export: 'Exportieren…',
  empty:
    'Wohin willst du streamen? Füge den Server und den Stream-Schlüssel hinzu, die dein Dienst dir gibt.',
  chooseService: 'Dienst auswählen…',
  relay: 'Über ein Relay senden…',

  deleted: (name: string) => `„${name}“ gelöscht.`,
  copyName: (name: string) => `${name} (Kopie)`,
  duplicated: (name: string) => `Dupliziert als „${name}“.`,
  needsKey: 'Gib den Stream-Schlüssel der Kopie ein.',
  needsKeyAndAddress:
    'Gib einen Stream-Schlüssel und die vollständige Adresse ein. Upcast kopiert keine Geheimnisse.',
  added: (count: number) => `${format.count(count, { one: 'Ziel', other: 'Ziele' })} hinzugefügt.`,
  exported: (count: number) => `${format.count(count, { one: 'Ziel', other: 'Ziele' })} exportiert.`,
  savedAs: (fileName: string) => `Gespeichert als ${fileName}.`,

  actions: {
    retryNow: 'Jetzt versuchen',
    useBackup: 'Zum Backup wechseln',
    giveUp: 'Nicht mehr versuchen',
    tryAgain: 'Erneut versuchen',
    trustHost: 'Host erlauben',
  },
  sendTo: (name: string) => `An ${name} senden`,
  moreFor: (name: string) => `Mehr Optionen für ${name}`,
  edit: 'Bearbeiten…',
  test: 'Testen…',
  duplicate: 'Duplizieren',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  delete: 'Löschen',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: Zertifikat anzeigen`,
  ownAuthority: 'Von deiner hinzugefügten Zertifizierungsstelle signiert',
};

export const certificate = {
  title: (name: string) => `Verbindung zu ${name}`,
  description: 'Verschlüsselt. Upcast hat Zertifikat und Hostname des Servers geprüft.',
  host: 'Host',
  protocol: 'Protokoll',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Ausgestellt für',
  issuedBy: 'Ausgestellt von',
  ownAuthority: (issuer: string) => `${issuer}, von dir hinzugefügt`,
  validUntil: 'Gültig bis',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (noch ${format.count(days, { one: 'Tag', other: 'Tage' })})`,
  chain: 'Kette',
  fingerprint: 'SHA-256-Fingerabdruck',
};
