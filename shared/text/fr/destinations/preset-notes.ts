/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'une autorité qu’Upcast ne peut pas lire';

const sameKey = (isEncrypted: boolean): string =>
  isEncrypted ? 'avec la même clé' : 'avec la même clé et sans chiffrement';

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) => `Secours : ${host}, ${sameKey(isEncrypted)}.`,
  bothServers: (host: string, isEncrypted: boolean) => `Streame aussi vers ${host}, ${sameKey(isEncrypted)}.`,
  backupUnreadable: 'Secours : une adresse illisible.',
  bothUnreadable: 'Streame aussi vers une adresse illisible.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'Fait aussi confiance à une autorité de certification qu’Upcast ne peut pas lire.'
      : `Fait aussi confiance à cette autorité de certification : ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) =>
    `Accepte seulement le certificat dont l’empreinte commence par ${fingerprint}.`,
  localAddress: (address: string) => `Utilise l’adresse locale ${address}.`,
  username: (name: string) => `S’identifie avec le nom ${name}.`,
  noProxy: 'Se connecte directement, sans proxy.',
  systemProxy: 'Utilise le proxy de votre système.',
  proxy: (host: string, canReadKey: boolean) =>
    `Utilise le proxy ${host}${canReadKey ? ', qui pourrait lire la clé' : ''}.`,
  proxyUnreadable: 'Utilise un proxy dont l’adresse est illisible.',
  guessedEncoding: (encoding: string) =>
    `Le fichier n’indique pas l’encodage de son texte, Upcast l’a donc lu en ${encoding}. Vérifiez que les noms sont corrects.`,
  doubtful: (name: string) =>
    `Upcast n’a pas importé ${name} : l’adresse, la clé, le nom d’utilisateur ou le mot de passe a des caractères qui dépendent de l’encodage du texte. Enregistrez le fichier en UTF-8, puis importez-le à nouveau.`,
  doubtfulFile:
    'les adresses, clés, noms d’utilisateur ou mots de passe ont des caractères qui dépendent de l’encodage du texte. Enregistrez le fichier en UTF-8, puis importez-le à nouveau',
  cutLine:
    'Upcast n’a pas importé la dernière ligne : le fichier est endommagé après elle, la ligne est donc peut-être incomplète.',
  cutFile:
    'le fichier est endommagé après sa première ligne, cette ligne est donc peut-être incomplète. Enregistrez à nouveau le fichier',
  richText: 'c’est un document RTF. Enregistrez-le en texte brut, puis importez-le à nouveau',
};
