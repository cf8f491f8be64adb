/** What people read of a destination's encryption and of its name. */

export const security = {
  tls: 'TLS',
  notEncrypted: 'Not encrypted',
  notEncryptedHint: 'Sent without encryption: the stream key can be read on the way.',
  backupNotEncrypted: 'Backup not encrypted',
  backupNotEncryptedHint: 'When the backup server is used, the stream key can be read on the way.',
  backupGetsKey: 'Gets the same stream key.',
  backupGetsKeyPlain: 'Gets the same stream key, not encrypted.',
  backupIsWeaker:
    'The primary server is encrypted, this one isn’t: the stream key can be read on the way. Use rtmps://, or allow it below.',
  allowPlainBackup: 'Send to this backup without encryption',
  allowPlainBackupHint: 'Whoever can block the primary server can then read the stream key.',
  nameHasInvisible:
    'The name has an invisible character in it that can hide or turn around text. Type it again.',
};
