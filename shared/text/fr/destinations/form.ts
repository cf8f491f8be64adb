/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'Stockage sur cet ordinateur, chiffré avec le trousseau de votre système.';
const KEPT_UNTIL_QUIT =
  'Le trousseau de votre système est inaccessible : Upcast garde ce secret seulement jusqu’à la fermeture.';

export const destinationForm = {
  addTitle: 'Ajouter une destination',
  edit: 'Modifier la destination',
  editTitle: (name: string) => `Modifier ${name}`,

  service: 'Service',
  customService: 'Personnalisé',
  serviceGroups: { common: 'Populaires', more: 'Autres services', selfHosted: 'Votre propre serveur' },
  aboutService: (service: string) => `À propos du service ${service}`,
  name: 'Nom',
  namePlaceholder: 'Ma chaîne',
  ingestServer: 'Serveur',
  serverRoles: {
    primary: 'Principal',
    backup: 'Secours',
    nearest: 'Le plus proche',
    default: 'Par défaut',
    global: 'Mondial',
    automatic: 'Automatique',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'chiffré' : 'non chiffré'})`,
  otherServer: 'Autre (saisir ci-dessous)',

  server: 'Adresse du serveur',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Chiffré. Upcast vérifie le certificat et le nom d’hôte.',
  serverNotEncrypted:
    'Non chiffré : d’autres personnes sur le réseau peuvent lire votre clé de stream. Utilisez rtmps:// si votre service le prend en charge.',
  serverFlows:
    'Le chiffrement de RTMFP ne vérifie pas le serveur et ne protège donc pas votre clé de stream contre une personne présente sur le réseau. Utilisez rtmps:// si votre service le prend en charge.',
  noAddress:
    'Ce n’est pas l’adresse d’un serveur. Si c’est votre clé de stream, collez-la dans le champ « Clé de stream ».',
  serverHint: 'Collez l’adresse indiquée par votre service, avec ou sans la clé.',

  secretPart: 'Partie secrète de l’adresse',
  backupSecretPart: 'Partie secrète de l’adresse de secours',
  secretPartHint: (isKept: boolean) =>
    `La partie de l’adresse après « ? », envoyée seulement à la connexion. ${isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT}`,
  secretPartRemoved: 'Upcast retirera la partie secrète de l’adresse à la sauvegarde.',
  keepSecretPart: 'Garder la partie secrète',
  removeSecretPart: 'Retirer la partie secrète',
  secretPartOfOldAddress:
    'La partie secrète stockée appartient à l’ancienne adresse. Upcast la retirera à la sauvegarde. Si la nouvelle adresse en a une, collez l’adresse complète.',
  badSecretPart: 'Commencez par « ? », comme dans l’adresse, et n’utilisez pas d’espaces.',

  streamKey: 'Clé de stream',
  keyHint: (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT),
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [
      ...(page === undefined ? [] : [`Rendez-vous sur ${page}.`]),
      hint,
      isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT,
    ].join(' '),
  saved: '•••••••• (saisissez pour remplacer)',
  show: 'Afficher',
  hide: 'Masquer',

  backup: 'Serveur de secours',
  backupAddress: 'Adresse de secours',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'Utilisation du secours',
  backupFailover: 'Si le serveur principal est en panne',
  backupBoth: 'En même temps que le serveur principal',

  signIn: 'Identification',
  username: 'Nom d’utilisateur',
  password: 'Mot de passe',
  passwordHint: 'Seulement pour les serveurs qui l’exigent.',

  security: 'Sécurité et réseau',
  minimumTls: 'Version TLS minimale',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Adresse locale',
  localAddressPlaceholder: 'Automatique',
  authority: 'Autorité de certification',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'Pour votre propre serveur. Upcast fait confiance à cette autorité pour cette destination, en plus des autorités de votre système.',
  badAuthority: 'Ce n’est pas un certificat PEM. Il doit commencer par « -----BEGIN CERTIFICATE----- ».',
  pin: 'Certificat épinglé (SHA-256)',
  pinHint: 'Upcast accepte seulement ce certificat, et seulement tant qu’il est valable.',
  badPin: 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.',

  fieldNames: {
    key: 'clé de stream',
    serverSecret: 'partie secrète de l’adresse',
    username: 'nom d’utilisateur',
    password: 'mot de passe',
    backupUrl: 'serveur de secours',
  },
  moved: (fields: readonly string[]) =>
    format.plural(fields.length, {
      one: `Upcast a placé cette information dans son propre champ : ${format.list(fields)}.`,
      other: `Upcast a placé ces informations dans leurs propres champs : ${format.list(fields)}.`,
    }),
};

const PROXY_TYPES = 'SOCKS5 ou HTTP.';

export const proxy = {
  title: 'Proxy pour toutes les destinations',
  description:
    'Ne s’applique pas aux serveurs de cet ordinateur ni aux destinations qui ont leur propre proxy.',
  allHint: `${PROXY_TYPES} Sur les connexions rtmp://, le proxy peut lire votre clé de stream.`,
  section: 'Proxy',
  mode: 'Connexion',
  sameAsSettings: 'Comme dans les paramètres',
  modes: { none: 'Directe', system: 'Proxy du système', own: 'Autre proxy' },
  systemHint:
    'Upcast recherche le proxy de votre système à chaque passage en direct. Si le proxy exige un mot de passe, choisissez « Autre proxy ».',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} La connexion à ce serveur n’est pas chiffrée, le proxy peut donc lire votre clé de stream.`,
  hintEncrypted: `${PROXY_TYPES} La connexion est chiffrée, le proxy ne peut donc pas lire votre clé de stream.`,
  hintFlows:
    'Les proxys ne transportent pas RTMFP, qui utilise UDP. Connectez-vous directement, ou utilisez l’adresse du serveur en rtmps://.',
  address: 'Adresse du proxy',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Nom d’utilisateur du proxy',
  password: 'Mot de passe du proxy',
  passwordHint: 'Seulement pour les proxys qui l’exigent.',

  direct: 'Les destinations se connectent directement.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Les destinations se connectent via ${url ?? 'le proxy de votre système'}, sauf si elles ont leur propre proxy.`,
  add: 'Ajouter un proxy',
  change: 'Changer le proxy',
};
