/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'uma que o Upcast não consegue ler';

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `Reserva: ${host}, com a mesma chave${isEncrypted ? '' : ' e sem criptografia'}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `Também transmite para ${host}, com a mesma chave${isEncrypted ? '' : ' e sem criptografia'}.`,
  backupUnreadable: 'Reserva: um endereço ilegível.',
  bothUnreadable: 'Também transmite para um endereço ilegível.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'Também confia em uma autoridade de certificação que o Upcast não consegue ler.'
      : `Também confia nesta autoridade de certificação: ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) =>
    `Aceita só o certificado cuja impressão digital começa com ${fingerprint}.`,
  localAddress: (address: string) => `Usa o endereço local ${address}.`,
  username: (name: string) => `Faz login como ${name}.`,
  noProxy: 'Conecta diretamente, sem proxy.',
  systemProxy: 'Usa o proxy do sistema.',
  proxy: (host: string, canReadKey: boolean) =>
    `Usa o proxy ${host}${canReadKey ? ', que poderia ler a chave' : ''}.`,
  proxyUnreadable: 'Usa um proxy com um endereço ilegível.',
  guessedEncoding: (encoding: string) =>
    `O arquivo não informa a codificação de texto, por isso o Upcast o leu como ${encoding}. Verifique se os nomes estão corretos.`,
  doubtful: (name: string) =>
    `O Upcast não importou ${name}: o endereço, a chave, o usuário ou a senha tem caracteres que dependem da codificação de texto do arquivo. Salve o arquivo como UTF-8 e importe-o de novo.`,
  doubtfulFile:
    'os endereços, as chaves, os usuários ou as senhas têm caracteres que dependem da codificação de texto do arquivo. Salve o arquivo como UTF-8 e importe-o de novo',
  cutLine:
    'O Upcast não importou a última linha: o arquivo está danificado depois dela, por isso a linha pode estar incompleta.',
  cutFile:
    'o arquivo está danificado depois da primeira linha, por isso essa linha pode estar incompleta. Salve o arquivo de novo',
  richText:
    'isto é um documento de texto formatado (RTF). Salve-o como texto sem formatação e importe-o de novo',
};
