/** Import and export of destinations, and the relay. */
import { format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: 'Exportar destinos',
  list: 'Destinos que se exportan',
  withKeys: 'Incluir claves de transmisión y contraseñas',
  withKeysHint:
    'Upcast cifra las claves de transmisión y las contraseñas con la frase de contraseña. Quien tenga el archivo y la frase puede transmitir en tus canales. Una frase de contraseña perdida no se puede recuperar.',
  withoutKeysHint:
    'Sin claves ni contraseñas, el archivo se puede compartir con seguridad. Cada persona escribe las suyas.',
  passphrase: 'Frase de contraseña',
  passphraseHint: (length: number) => `Al menos ${format.number(length)} caracteres.`,
  passphraseShort: (length: number) =>
    `Usa al menos ${format.number(length)} caracteres. Lo mejor son varias palabras.`,
  repeat: 'Repetir frase de contraseña',
  mismatch: 'Las frases de contraseña no coinciden.',
  export: 'Exportar…',
  exporting: 'Exportando…',
};

export const presetImport = {
  title: 'Importar destinos',
  list: 'Destinos del archivo',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Destinos de Upcast', obs: 'Servicio de OBS', list: 'Lista de direcciones' }[origin]}: ${fileName}`,
  chooseFile: 'Elegir archivo…',
  anotherFile: 'Elegir otro archivo…',
  waiting: `Elige un archivo. ${IMPORTABLE}`,
  passphrase: 'Frase de contraseña',
  passphraseHint:
    'Las claves de transmisión de este archivo están cifradas. Sin la frase de contraseña, Upcast añade los destinos sin claves.',
  unlock: 'Desbloquear claves',
  unlocking: 'Desbloqueando…',
  skipped: 'Omitidos',
  addedOff: 'Los destinos nuevos quedan desactivados hasta que los actives.',
  withKey: 'Con clave',
  encrypted: 'Cifrado',
  notEncrypted: 'Sin cifrar',
  duplicate: (host: string, name: string) => `${host} · ya añadido como ${name}`,
  noteWithKey: (host: string) => `${host} · con clave`,
  noteLocked: (host: string) => `${host} · clave bloqueada`,
  noteWithoutKey: (host: string) => `${host} · sin clave`,
  add: 'Añadir',
  addCount: (count: number, isLocked: boolean) =>
    `Añadir ${format.number(count)}${isLocked ? ' sin claves' : ''}`,
};

export const relay = {
  title: 'Enviar por un servidor intermedio',
  description:
    'Upcast envía una sola transmisión a tu propio servidor multimedia, que la reenvía a todos los destinos. Así subes los datos una sola vez, tengas los destinos que tengas. Upcast escribe la configuración para nginx.',
  targets: 'Destinos del servidor intermedio',
  forwardsTo: 'Reenviar a',
  noTargets: 'Añade primero destinos con clave de transmisión.',
  place: 'Dónde se ejecuta el servidor intermedio',
  places: { server: 'En un servidor', local: 'En este equipo' },
  localNote:
    'En este equipo, un servidor intermedio no ahorra ancho de banda de subida. Úsalo para hacer pruebas.',
  host: 'Nombre de host del servidor',
  hostPlaceholder: 'relay.example.org',
  port: 'Puerto',
  certificate: 'Certificado en el servidor',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint:
    'Añade un certificado y una clave privada para cifrar la conexión con el servidor intermedio.',
  privateKey: 'Clave privada en el servidor',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Elegir carpeta y guardar…',

  writtenTitle: 'Archivos del servidor intermedio guardados',
  writtenDescription: (folder: string) =>
    `Los archivos están en ${folder}. La carpeta «keys» contiene tus claves de transmisión sin cifrar y solo tú puedes leerla.`,
  addAndTest: 'Añadir como destino y probar',
  noOutputs: 'El servidor intermedio no reenvía a ningún destino.',
  outputs: (names: readonly string[]) => `El servidor intermedio reenvía a: ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `No se incluyó ${name}. ${why}`,
  check: 'Comprobar estado',
  noResponse: 'Sin respuesta. ¿Está nginx en marcha?',
  waiting: 'En marcha, esperando una transmisión.',
  forwarding: (outputs: number) =>
    `Recibiendo una transmisión y reenviándola a ${format.count(outputs, { one: 'destino', many: 'de destinos', other: 'destinos' })}.`,
};
