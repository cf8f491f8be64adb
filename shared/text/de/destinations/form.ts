/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN =
  'Auf diesem Computer gespeichert, verschlüsselt mit dem Schlüsselbund deines Systems.';
const KEPT_UNTIL_QUIT =
  'Der Schlüsselbund deines Systems ist nicht erreichbar. Upcast behält das nur bis zum Beenden.';

const keyHint = (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT);

export const destinationForm = {
  addTitle: 'Ziel hinzufügen',
  edit: 'Ziel bearbeiten',
  editTitle: (name: string) => `${name} bearbeiten`,

  service: 'Dienst',
  customService: 'Eigener',
  serviceGroups: { common: 'Beliebt', more: 'Weitere Dienste', selfHosted: 'Dein eigener Server' },
  aboutService: (service: string) => `Über ${service}`,
  name: 'Name',
  namePlaceholder: 'Mein Kanal',
  ingestServer: 'Server',
  serverRoles: {
    primary: 'Primär',
    backup: 'Backup',
    nearest: 'Nächstgelegen',
    default: 'Standard',
    global: 'Weltweit',
    automatic: 'Automatisch',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'verschlüsselt' : 'unverschlüsselt'})`,
  otherServer: 'Anderer (unten eingeben)',

  server: 'Serveradresse',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Verschlüsselt. Upcast prüft Zertifikat und Hostname.',
  serverNotEncrypted:
    'Unverschlüsselt: Andere im Netzwerk können deinen Stream-Schlüssel mitlesen. Nutze rtmps://, wenn dein Dienst es unterstützt.',
  serverFlows:
    'Die Verschlüsselung von RTMFP prüft den Server nicht und schützt deinen Stream-Schlüssel daher nicht vor jemandem im Netzwerk. Nutze rtmps://, wenn dein Dienst es unterstützt.',
  noAddress:
    'Das ist keine Serveradresse. Ist es dein Stream-Schlüssel, füge ihn in das Feld „Stream-Schlüssel“ ein.',
  serverHint: 'Füge die Adresse ein, die dein Dienst anzeigt, mit oder ohne Schlüssel.',

  secretPart: 'Geheimer Teil der Adresse',
  backupSecretPart: 'Geheimer Teil der Backup-Adresse',
  secretPartHint: (isKept: boolean) =>
    `Der Teil der Adresse nach „?“, der nur beim Verbinden gesendet wird. ${keyHint(isKept)}`,
  secretPartRemoved: 'Beim Speichern entfernt Upcast den geheimen Teil der Adresse.',
  keepSecretPart: 'Geheimen Teil behalten',
  removeSecretPart: 'Geheimen Teil entfernen',
  secretPartOfOldAddress:
    'Der gespeicherte geheime Teil gehört zur alten Adresse. Upcast entfernt ihn beim Speichern. Hat die neue Adresse einen geheimen Teil, füge die vollständige Adresse ein.',
  badSecretPart: 'Beginne mit „?“, wie in der Adresse, und ohne Leerzeichen.',

  streamKey: 'Stream-Schlüssel',
  keyHint,
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [...(page === undefined ? [] : [`Öffne ${page}.`]), hint, keyHint(isKept)].join(' '),
  saved: '•••••••• gespeichert; zum Ersetzen tippen',
  show: 'Anzeigen',
  hide: 'Ausblenden',

  backup: 'Backup-Server',
  backupAddress: 'Backup-Adresse',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'Wann das Backup genutzt wird',
  backupFailover: 'Wenn der Hauptserver ausfällt',
  backupBoth: 'Zusammen mit dem Hauptserver',

  signIn: 'Anmeldung',
  username: 'Benutzername',
  password: 'Passwort',
  passwordHint: 'Nur für Server, die es verlangen.',

  security: 'Sicherheit und Netzwerk',
  minimumTls: 'TLS-Mindestversion',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Lokale Adresse',
  localAddressPlaceholder: 'Automatisch',
  authority: 'Zertifizierungsstelle',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'Für deinen eigenen Server. Upcast vertraut dieser Stelle für dieses Ziel, zusätzlich zu den Stellen deines Systems.',
  badAuthority: 'Das ist kein PEM-Zertifikat. Es sollte mit „-----BEGIN CERTIFICATE-----“ beginnen.',
  pin: 'Angeheftetes Zertifikat (SHA-256)',
  pinHint: 'Upcast akzeptiert nur dieses Zertifikat, und nur solange es gültig ist.',
  badPin: 'Ein SHA-256-Fingerabdruck hat 64 hexadezimale Ziffern.',

  fieldNames: {
    key: 'Stream-Schlüssel',
    serverSecret: 'geheimer Teil der Adresse',
    username: 'Benutzername',
    password: 'Passwort',
    backupUrl: 'Backup-Server',
  },
  moved: (fields: readonly string[]) =>
    `${format.plural(fields.length, { one: 'In ein eigenes Feld verschoben', other: 'In eigene Felder verschoben' })}: ${format.list(fields)}.`,
};

const PROXY_TYPES = 'SOCKS5 oder HTTP.';

export const proxy = {
  title: 'Proxy für alle Ziele',
  description: 'Gilt nicht für Server auf diesem Computer und nicht für Ziele mit eigener Proxy-Einstellung.',
  allHint: `${PROXY_TYPES} Bei Verbindungen mit rtmp:// kann der Proxy deinen Stream-Schlüssel mitlesen.`,
  section: 'Proxy',
  mode: 'Verbindung',
  sameAsSettings: 'Wie in den Einstellungen',
  modes: { none: 'Direkt', system: 'System-Proxy', own: 'Anderer Proxy' },
  systemHint:
    'Upcast ermittelt den Proxy deines Systems jedes Mal, wenn du live gehst. Braucht der Proxy ein Passwort, wähle „Anderer Proxy“.',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} Die Verbindung zu diesem Server ist unverschlüsselt, der Proxy kann deinen Stream-Schlüssel also mitlesen.`,
  hintEncrypted: `${PROXY_TYPES} Die Verbindung ist verschlüsselt, der Proxy kann deinen Stream-Schlüssel also nicht mitlesen.`,
  hintFlows:
    'Proxys übertragen kein RTMFP, denn RTMFP nutzt UDP. Verbinde dich direkt oder nutze die Adresse des Servers mit rtmps://.',
  address: 'Proxy-Adresse',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Proxy-Benutzername',
  password: 'Proxy-Passwort',
  passwordHint: 'Nur für Proxys, die es verlangen.',

  direct: 'Ziele verbinden sich direkt.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Ziele ohne eigene Proxy-Einstellung verbinden sich über ${url ?? 'den Proxy deines Systems'}.`,
  add: 'Proxy hinzufügen',
  change: 'Proxy ändern',
};
