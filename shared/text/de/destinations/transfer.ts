/** Import and export of destinations, and the relay. */
import { format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: 'Ziele exportieren',
  list: 'Ziele für den Export',
  withKeys: 'Stream-Schlüssel und Passwörter einschließen',
  withKeysHint:
    'Upcast verschlüsselt Stream-Schlüssel und Passwörter mit der Passphrase. Wer Datei und Passphrase hat, kann auf deinen Kanälen streamen. Eine verlorene Passphrase lässt sich nicht wiederherstellen.',
  withoutKeysHint:
    'Ohne Schlüssel und Passwörter kannst du die Datei bedenkenlos weitergeben. Jede Person gibt ihre eigenen ein.',
  passphrase: 'Passphrase',
  passphraseHint: (length: number) => `Mindestens ${format.number(length)} Zeichen.`,
  passphraseShort: (length: number) =>
    `Nimm mindestens ${format.number(length)} Zeichen. Am besten sind mehrere Wörter.`,
  repeat: 'Passphrase wiederholen',
  mismatch: 'Die Passphrasen stimmen nicht überein.',
  export: 'Exportieren…',
  exporting: 'Exportieren…',
};

export const presetImport = {
  title: 'Ziele importieren',
  list: 'Ziele in der Datei',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Ziele aus Upcast', obs: 'Dienst aus OBS', list: 'Liste von Adressen' }[origin]}: ${fileName}`,
  chooseFile: 'Datei auswählen…',
  anotherFile: 'Andere Datei auswählen…',
  waiting: `Wähle eine Datei. ${IMPORTABLE}`,
  passphrase: 'Passphrase',
  passphraseHint:
    'Die Stream-Schlüssel in dieser Datei sind verschlüsselt. Ohne die Passphrase fügt Upcast die Ziele ohne Schlüssel hinzu.',
  unlock: 'Schlüssel entsperren',
  unlocking: 'Entsperren…',
  skipped: 'Übersprungen',
  addedOff: 'Neue Ziele bleiben aus, bis du sie einschaltest.',
  withKey: 'Mit Schlüssel',
  encrypted: 'Verschlüsselt',
  notEncrypted: 'Unverschlüsselt',
  duplicate: (host: string, name: string) => `${host} · schon vorhanden als ${name}`,
  noteWithKey: (host: string) => `${host} · mit Schlüssel`,
  noteLocked: (host: string) => `${host} · Schlüssel gesperrt`,
  noteWithoutKey: (host: string) => `${host} · kein Schlüssel`,
  add: 'Hinzufügen',
  addCount: (count: number, isLocked: boolean) =>
    `${format.number(count)}${isLocked ? ' ohne Schlüssel' : ''} hinzufügen`,
};

export const relay = {
  title: 'Über ein Relay senden',
  description:
    'Upcast sendet einen einzigen Stream an deinen eigenen Medienserver, der ihn an jedes Ziel weiterleitet. Egal wie viele Ziele du hast, dein Upload trägt nur einen Stream. Upcast schreibt die Konfiguration für nginx.',
  targets: 'Ziele des Relays',
  forwardsTo: 'Weiterleiten an',
  noTargets: 'Füge zuerst Ziele mit Stream-Schlüssel hinzu.',
  place: 'Wo das Relay läuft',
  places: { server: 'Auf einem Server', local: 'Auf diesem Computer' },
  localNote: 'Ein Relay auf diesem Computer spart keinen Upload. Nutze es zum Ausprobieren.',
  host: 'Hostname des Servers',
  hostPlaceholder: 'relay.example.org',
  port: 'Port',
  certificate: 'Zertifikat auf dem Server',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint:
    'Gib ein Zertifikat und einen privaten Schlüssel an, um die Verbindung zum Relay zu verschlüsseln.',
  privateKey: 'Privater Schlüssel auf dem Server',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Ordner wählen und speichern…',

  writtenTitle: 'Relay-Dateien gespeichert',
  writtenDescription: (folder: string) =>
    `Die Dateien liegen in ${folder}. Der Ordner „keys“ enthält deine Stream-Schlüssel unverschlüsselt, nur für dich lesbar.`,
  addAndTest: 'Als Ziel hinzufügen und testen',
  noOutputs: 'Das Relay leitet an kein Ziel weiter.',
  outputs: (names: readonly string[]) => `Das Relay leitet weiter an ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `${name} weggelassen. ${why}`,
  check: 'Status prüfen',
  noResponse: 'Keine Antwort. Läuft nginx?',
  waiting: 'Läuft und wartet auf einen Stream.',
  forwarding: (outputs: number) =>
    `Empfängt einen Stream und leitet ihn an ${format.count(outputs, { one: 'Ziel', other: 'Ziele' })} weiter.`,
};
