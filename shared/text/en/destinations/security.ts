/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Not encrypted',
  notEncryptedHint: 'Not encrypted: others on the network can read your stream key.',
  flows: 'RTMFP, server not verified',
  flowsHint: 'RTMFP doesn’t verify the server: someone on the network can read your stream key.',
  backupNotEncrypted: 'Backup not encrypted',
  backupNotEncryptedHint:
    'When Upcast uses the backup server, others on the network can read your stream key.',
  backupGetsKey: 'Uses the same stream key.',
  backupGetsKeyPlain: 'Uses the same stream key, without encryption.',
  backupIsWeaker:
    'The primary server is encrypted, but this one isn’t: others on the network can read your stream key. Use rtmps://, or allow it below.',
  allowPlainBackup: 'Allow this backup without encryption',
  allowPlainBackupHint:
    'Someone on your network could block the primary server, force the backup, and read your stream key.',
  nameHasInvisible:
    'The name contains an invisible character that can hide or reorder text. Enter the name again.',
};
