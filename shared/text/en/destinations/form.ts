/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'Saved on this computer, encrypted with your system’s keychain.';
const KEPT_UNTIL_QUIT = 'Upcast can’t reach your system’s keychain, so it keeps this only until you quit.';

export const destinationForm = {
  addTitle: 'Add destination',
  edit: 'Edit destination',
  editTitle: (name: string) => `Edit ${name}`,

  service: 'Service',
  customService: 'Custom',
  serviceGroups: { common: 'Popular', more: 'More services', selfHosted: 'Your own server' },
  aboutService: (service: string) => `About ${service}`,
  name: 'Name',
  namePlaceholder: 'My channel',
  ingestServer: 'Server',
  serverRoles: {
    primary: 'Primary',
    backup: 'Backup',
    nearest: 'Nearest',
    default: 'Default',
    global: 'Global',
    automatic: 'Automatic',
  },
  /** @param server its role, or its name as the service lists it. */
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'secure' : 'not encrypted'})`,
  otherServer: 'Other (enter below)',

  server: 'Server address',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Encrypted. Upcast verifies the certificate and host name.',
  serverNotEncrypted:
    'Not encrypted: others on the network can read your stream key. Use rtmps:// if your service supports it.',
  serverFlows:
    'RTMFP’s encryption doesn’t verify the server, so it doesn’t protect your stream key from someone on the network. Use rtmps:// if your service supports it.',
  noAddress: 'This isn’t a server address. If it’s your stream key, paste it into the Stream key field.',
  serverHint: 'Paste the address your service shows, with or without the key.',

  secretPart: 'Secret part of the address',
  backupSecretPart: 'Secret part of the backup address',
  secretPartHint: (isKept: boolean) =>
    `The part of the address after “?”, sent only when connecting. ${isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT}`,
  secretPartRemoved: 'Upcast will remove the secret part of the address when you save.',
  keepSecretPart: 'Keep secret part',
  removeSecretPart: 'Remove secret part',
  secretPartOfOldAddress:
    'The saved secret part belongs to the old address. Upcast will remove the secret part when you save. If the new address has one, paste the full address.',
  badSecretPart: 'Start with “?”, as in the address, and don’t use spaces.',

  streamKey: 'Stream key',
  keyHint: (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT),
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [
      ...(page === undefined ? [] : [`Go to ${page}.`]),
      hint,
      isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT,
    ].join(' '),
  saved: '•••••••• saved; type to replace',
  show: 'Show',
  hide: 'Hide',

  backup: 'Backup server',
  backupAddress: 'Backup address',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'When to use the backup',
  backupFailover: 'If the primary server fails',
  backupBoth: 'Along with the primary server',

  signIn: 'Sign-in',
  username: 'Username',
  password: 'Password',
  passwordHint: 'Only for servers that require it.',

  security: 'Security and network',
  minimumTls: 'Minimum TLS version',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Local address',
  localAddressPlaceholder: 'Automatic',
  authority: 'Certificate authority',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'For your own server. Upcast trusts this authority for this destination, in addition to your system’s authorities.',
  badAuthority: 'This isn’t a PEM certificate. It should start with “-----BEGIN CERTIFICATE-----”.',
  pin: 'Pinned certificate (SHA-256)',
  pinHint: 'Upcast accepts only this certificate, and only while it’s valid.',
  badPin: 'A SHA-256 fingerprint has 64 hexadecimal digits.',

  fieldNames: {
    key: 'stream key',
    serverSecret: 'secret part of the address',
    username: 'username',
    password: 'password',
    backupUrl: 'backup server',
  },
  moved: (fields: readonly string[]) =>
    `Upcast moved the ${format.list(fields)} to ${format.plural(fields.length, { one: 'its own field', other: 'their own fields' })}.`,
};

const PROXY_TYPES = 'SOCKS5 or HTTP.';

export const proxy = {
  title: 'Proxy for all destinations',
  description: 'Doesn’t apply to servers on this computer or to destinations with their own proxy setting.',
  allHint: `${PROXY_TYPES} On rtmp:// connections, the proxy can read your stream key.`,
  section: 'Proxy',
  mode: 'Connection',
  sameAsSettings: 'Same as in Settings',
  modes: { none: 'Direct', system: 'System proxy', own: 'Another proxy' },
  systemHint:
    'Upcast looks up your system’s proxy each time you go live. If the proxy needs a password, choose Another proxy.',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} This server’s connection isn’t encrypted, so the proxy can read your stream key.`,
  hintEncrypted: `${PROXY_TYPES} The connection is encrypted, so the proxy can’t read your stream key.`,
  hintFlows:
    'Proxies don’t carry RTMFP, which uses UDP. Connect directly, or use the server’s rtmps:// address.',
  address: 'Proxy address',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Proxy username',
  password: 'Proxy password',
  passwordHint: 'Only for proxies that require it.',

  direct: 'Destinations connect directly.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Destinations connect through ${url ?? 'your system’s proxy'}, unless they have their own proxy setting.`,
  add: 'Add proxy',
  change: 'Change proxy',
};
