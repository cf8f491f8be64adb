/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Unverschlüsselt',
  notEncryptedHint: 'Unverschlüsselt: Andere im Netzwerk können deinen Stream-Schlüssel mitlesen.',
  flows: 'RTMFP, Server ungeprüft',
  flowsHint: 'RTMFP prüft den Server nicht: Jemand im Netzwerk kann deinen Stream-Schlüssel mitlesen.',
  backupNotEncrypted: 'Backup unverschlüsselt',
  backupNotEncryptedHint:
    'Wenn Upcast den Backup-Server nutzt, können andere im Netzwerk deinen Stream-Schlüssel mitlesen.',
  backupGetsKey: 'Nutzt denselben Stream-Schlüssel.',
  backupGetsKeyPlain: 'Nutzt denselben Stream-Schlüssel, ohne Verschlüsselung.',
  backupIsWeaker:
    'Der Hauptserver ist verschlüsselt, dieser nicht: Andere im Netzwerk können deinen Stream-Schlüssel mitlesen. Nutze rtmps:// oder erlaube es unten.',
  allowPlainBackup: 'Dieses Backup ohne Verschlüsselung erlauben',
  allowPlainBackupHint:
    'Jemand in deinem Netzwerk könnte den Hauptserver blockieren, so das Backup erzwingen und deinen Stream-Schlüssel mitlesen.',
  nameHasInvisible:
    'Der Name enthält ein unsichtbares Zeichen, das Text verbergen oder umordnen kann. Gib den Namen neu ein.',
};
