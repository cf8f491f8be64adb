/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Non chiffré',
  notEncryptedHint: 'Non chiffré : d’autres personnes sur le réseau peuvent lire votre clé de stream.',
  flows: 'RTMFP, serveur non vérifié',
  flowsHint: 'RTMFP ne vérifie pas le serveur : une personne sur le réseau peut lire votre clé de stream.',
  backupNotEncrypted: 'Secours non chiffré',
  backupNotEncryptedHint:
    'Quand Upcast utilise le serveur de secours, d’autres personnes sur le réseau peuvent lire votre clé de stream.',
  backupGetsKey: 'Utilise la même clé de stream.',
  backupGetsKeyPlain: 'Utilise la même clé de stream, sans chiffrement.',
  backupIsWeaker:
    'Le serveur principal est chiffré, mais pas celui-ci : d’autres personnes sur le réseau peuvent lire votre clé de stream. Utilisez rtmps://, ou autorisez-le ci-dessous.',
  allowPlainBackup: 'Autoriser ce secours sans chiffrement',
  allowPlainBackupHint:
    'Une personne sur votre réseau pourrait bloquer le serveur principal, forcer l’usage du secours et lire votre clé de stream.',
  nameHasInvisible:
    'Le nom contient un caractère invisible qui peut cacher ou réordonner du texte. Saisissez à nouveau le nom.',
};
