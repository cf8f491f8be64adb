/** What an imported destination has besides its server, for the person who imports it. */
const UNREADABLE = 'una que Upcast no puede leer';

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `Respaldo: ${host}, con la misma clave${isEncrypted ? '' : ' y sin cifrado'}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `También transmite a ${host}, con la misma clave${isEncrypted ? '' : ' y sin cifrado'}.`,
  backupUnreadable: 'Respaldo: una dirección ilegible.',
  bothUnreadable: 'También transmite a una dirección ilegible.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'También confía en una autoridad de certificación que Upcast no puede leer.'
      : `También confía en esta autoridad de certificación: ${subjects}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) => `Solo acepta el certificado cuya huella empieza por ${fingerprint}.`,
  localAddress: (address: string) => `Usa la dirección local ${address}.`,
  username: (name: string) => `Inicia sesión como ${name}.`,
  noProxy: 'Se conecta directamente, sin proxy.',
  systemProxy: 'Usa el proxy del sistema.',
  proxy: (host: string, canReadKey: boolean) =>
    `Usa el proxy ${host}${canReadKey ? ', que podría leer la clave' : ''}.`,
  proxyUnreadable: 'Usa un proxy con una dirección ilegible.',
  guessedEncoding: (encoding: string) =>
    `El archivo no indica su codificación de texto, así que Upcast lo leyó como ${encoding}. Comprueba que los nombres sean correctos.`,
  doubtful: (name: string) =>
    `Upcast no importó ${name}: su dirección, clave, usuario o contraseña tiene caracteres que dependen de la codificación de texto del archivo. Guarda el archivo como UTF-8 y vuelve a importarlo.`,
  doubtfulFile:
    'las direcciones, claves, usuarios o contraseñas tienen caracteres que dependen de la codificación de texto del archivo. Guarda el archivo como UTF-8 y vuelve a importarlo',
  cutLine:
    'Upcast no importó la última línea: el archivo está dañado a continuación, así que la línea puede estar incompleta.',
  cutFile:
    'el archivo está dañado después de su primera línea, así que esa línea puede estar incompleta. Vuelve a guardar el archivo',
  richText:
    'esto es un documento de texto enriquecido (RTF). Guárdalo como texto sin formato y vuelve a importarlo',
};
