/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'one that Upcast can’t read';

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `Backup: ${host}, with the same key${isEncrypted ? '' : ' and no encryption'}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `Also streams to ${host}, with the same key${isEncrypted ? '' : ' and no encryption'}.`,
  backupUnreadable: 'Backup: an unreadable address.',
  bothUnreadable: 'Also streams to an unreadable address.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'Also trusts a certificate authority that Upcast can’t read.'
      : `Also trusts this certificate authority: ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) =>
    `Accepts only the certificate whose fingerprint starts with ${fingerprint}.`,
  localAddress: (address: string) => `Uses the local address ${address}.`,
  username: (name: string) => `Signs in as ${name}.`,
  noProxy: 'Connects directly, without a proxy.',
  systemProxy: 'Uses your system’s proxy.',
  proxy: (host: string, canReadKey: boolean) =>
    `Uses the proxy ${host}${canReadKey ? ', which could read the key' : ''}.`,
  proxyUnreadable: 'Uses a proxy with an unreadable address.',
  guessedEncoding: (encoding: string) =>
    `The file doesn’t specify its text encoding, so Upcast read it as ${encoding}. Check that the names are correct.`,
  doubtful: (name: string) =>
    `Upcast didn’t import ${name}: its address, key, username, or password has characters that depend on the file’s text encoding. Save the file as UTF-8, then import it again.`,
  doubtfulFile:
    'the addresses, keys, usernames, or passwords have characters that depend on the file’s text encoding. Save the file as UTF-8, then import it again',
  cutLine: 'Upcast didn’t import the last line: the file is damaged after it, so the line may be incomplete.',
  cutFile: 'the file is damaged after its first line, so that line may be incomplete. Save the file again',
  richText: 'this is a rich text document (RTF). Save it as plain text, then import it again',
};
