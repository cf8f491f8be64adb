/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'eine, die Upcast nicht lesen kann';

const notEncrypted = (isEncrypted: boolean): string => (isEncrypted ? '' : ' und ohne Verschlüsselung');

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `Backup: ${host}, mit demselben Schlüssel${notEncrypted(isEncrypted)}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `Streamt auch an ${host}, mit demselben Schlüssel${notEncrypted(isEncrypted)}.`,
  backupUnreadable: 'Backup: eine unlesbare Adresse.',
  bothUnreadable: 'Streamt auch an eine unlesbare Adresse.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'Vertraut auch einer Zertifizierungsstelle, die Upcast nicht lesen kann.'
      : `Vertraut auch dieser Zertifizierungsstelle: ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) =>
    `Akzeptiert nur das Zertifikat, dessen Fingerabdruck mit ${fingerprint} beginnt.`,
  localAddress: (address: string) => `Nutzt die lokale Adresse ${address}.`,
  username: (name: string) => `Meldet sich als ${name} an.`,
  noProxy: 'Verbindet sich direkt, ohne Proxy.',
  systemProxy: 'Nutzt den Proxy deines Systems.',
  proxy: (host: string, canReadKey: boolean) =>
    `Nutzt den Proxy ${host}${canReadKey ? ', der den Schlüssel mitlesen könnte' : ''}.`,
  proxyUnreadable: 'Nutzt einen Proxy mit unlesbarer Adresse.',
  guessedEncoding: (encoding: string) =>
    `Die Datei nennt ihre Textcodierung nicht. Upcast hat sie als ${encoding} gelesen. Prüfe, ob die Namen stimmen.`,
  doubtful: (name: string) =>
    `Upcast hat ${name} nicht importiert: Adresse, Schlüssel, Benutzername oder Passwort enthält Zeichen, die von der Textcodierung der Datei abhängen. Speichere die Datei als UTF-8 und importiere sie noch einmal.`,
  doubtfulFile:
    'Adressen, Schlüssel, Benutzernamen oder Passwörter enthalten Zeichen, die von der Textcodierung der Datei abhängen. Speichere die Datei als UTF-8 und importiere sie noch einmal',
  cutLine:
    'Upcast hat die letzte Zeile nicht importiert: Die Datei ist danach beschädigt, die Zeile ist daher vielleicht unvollständig.',
  cutFile:
    'Die Datei ist nach der ersten Zeile beschädigt, diese Zeile ist daher vielleicht unvollständig. Speichere die Datei neu',
  richText:
    'Das ist ein formatiertes Dokument (RTF). Speichere es als reinen Text und importiere es noch einmal',
};
