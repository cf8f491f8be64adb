/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'Se guarda en este equipo, cifrado con el llavero del sistema.';
const KEPT_UNTIL_QUIT =
  'Upcast no puede acceder al llavero del sistema, así que conserva este dato solo hasta que salgas.';

export const destinationForm = {
  addTitle: 'Añadir destino',
  edit: 'Editar destino',
  editTitle: (name: string) => `Editar ${name}`,

  service: 'Servicio',
  customService: 'Personalizado',
  serviceGroups: { common: 'Populares', more: 'Más servicios', selfHosted: 'Tu propio servidor' },
  aboutService: (service: string) => `Acerca de ${service}`,
  name: 'Nombre',
  namePlaceholder: 'Mi canal',
  ingestServer: 'Servidor',
  serverRoles: {
    primary: 'Principal',
    backup: 'Respaldo',
    nearest: 'El más cercano',
    default: 'Predeterminado',
    global: 'Mundial',
    automatic: 'Automático',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'cifrado' : 'sin cifrar'})`,
  otherServer: 'Otro (escríbelo abajo)',

  server: 'Dirección del servidor',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Cifrada. Upcast verifica el certificado y el nombre de host.',
  serverNotEncrypted:
    'Sin cifrar: otras personas de la red pueden leer tu clave de transmisión. Usa rtmps:// si tu servicio lo admite.',
  serverFlows:
    'El cifrado de RTMFP no verifica el servidor, así que no protege tu clave de transmisión de alguien que esté en la red. Usa rtmps:// si tu servicio lo admite.',
  noAddress:
    'Esto no es la dirección de un servidor. Si es tu clave de transmisión, pégala en el campo Clave de transmisión.',
  serverHint: 'Pega la dirección que muestra tu servicio, con la clave o sin ella.',

  secretPart: 'Parte secreta de la dirección',
  backupSecretPart: 'Parte secreta de la dirección de respaldo',
  secretPartHint: (isKept: boolean) =>
    `La parte de la dirección que sigue a «?»; solo se envía al conectar. ${isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT}`,
  secretPartRemoved: 'Upcast quitará la parte secreta de la dirección cuando guardes.',
  keepSecretPart: 'Conservar la parte secreta',
  removeSecretPart: 'Quitar la parte secreta',
  secretPartOfOldAddress:
    'La parte secreta guardada pertenece a la dirección antigua. Upcast la quitará cuando guardes. Si la dirección nueva tiene una, pega la dirección completa.',
  badSecretPart: 'Empieza con «?», como en la dirección, y no uses espacios.',

  streamKey: 'Clave de transmisión',
  keyHint: (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT),
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [
      ...(page === undefined ? [] : [`Ve a ${page}.`]),
      hint,
      isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT,
    ].join(' '),
  saved: '•••••••• guardada; escribe para cambiarla',
  show: 'Mostrar',
  hide: 'Ocultar',

  backup: 'Servidor de respaldo',
  backupAddress: 'Dirección de respaldo',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'Cuándo usar el respaldo',
  backupFailover: 'Si falla el servidor principal',
  backupBoth: 'A la vez que el servidor principal',

  signIn: 'Inicio de sesión',
  username: 'Usuario',
  password: 'Contraseña',
  passwordHint: 'Solo para servidores que la exigen.',

  security: 'Seguridad y red',
  minimumTls: 'Versión mínima de TLS',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Dirección local',
  localAddressPlaceholder: 'Automática',
  authority: 'Autoridad de certificación',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'Para tu propio servidor. En este destino, Upcast confía en esta autoridad además de las del sistema.',
  badAuthority: 'Esto no es un certificado PEM. Debe empezar por «-----BEGIN CERTIFICATE-----».',
  pin: 'Certificado fijado (SHA-256)',
  pinHint: 'Upcast solo acepta este certificado, y solo mientras sea válido.',
  badPin: 'Una huella SHA-256 tiene 64 dígitos hexadecimales.',

  fieldNames: {
    key: 'clave de transmisión',
    serverSecret: 'parte secreta de la dirección',
    username: 'usuario',
    password: 'contraseña',
    backupUrl: 'servidor de respaldo',
  },
  moved: (fields: readonly string[]) =>
    format.plural(fields.length, {
      one: `Upcast movió estos datos a su propio campo: ${format.list(fields)}.`,
      many: `Upcast movió estos datos a sus propios campos: ${format.list(fields)}.`,
      other: `Upcast movió estos datos a sus propios campos: ${format.list(fields)}.`,
    }),
};

const PROXY_TYPES = 'SOCKS5 o HTTP.';

export const proxy = {
  title: 'Proxy para todos los destinos',
  description:
    'No se aplica a los servidores de este equipo ni a los destinos que tienen su propio ajuste de proxy.',
  allHint: `${PROXY_TYPES} En las conexiones rtmp://, el proxy puede leer tu clave de transmisión.`,
  section: 'Proxy',
  mode: 'Conexión',
  sameAsSettings: 'Como en Configuración',
  modes: { none: 'Directa', system: 'Proxy del sistema', own: 'Otro proxy' },
  systemHint:
    'Upcast consulta el proxy del sistema cada vez que transmites. Si el proxy necesita una contraseña, elige Otro proxy.',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} La conexión con este servidor no está cifrada, así que el proxy puede leer tu clave de transmisión.`,
  hintEncrypted: `${PROXY_TYPES} La conexión está cifrada, así que el proxy no puede leer tu clave de transmisión.`,
  hintFlows:
    'Los proxies no admiten RTMFP, que usa UDP. Conecta directamente o usa la dirección rtmps:// del servidor.',
  address: 'Dirección del proxy',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Usuario del proxy',
  password: 'Contraseña del proxy',
  passwordHint: 'Solo para proxies que la exigen.',

  direct: 'Los destinos se conectan directamente.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Los destinos se conectan a través ${url === undefined ? 'del proxy del sistema' : `de ${url}`}, salvo que tengan su propio ajuste de proxy.`,
  add: 'Añadir proxy',
  change: 'Cambiar proxy',
};
