/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Upcast no puede usar la dirección o la clave: ${reason}`),
  tunnel: 'nginx no admite RTMP sobre HTTP.',
  flows: 'nginx no admite RTMFP.',
  signIn: 'El destino necesita un usuario y una contraseña, que nginx no puede enviar.',
  noApplication: 'nginx necesita una aplicación en la dirección, y esta dirección no tiene ninguna.',
  noKey: 'El destino no tiene clave de transmisión.',
  longKey: 'La clave de transmisión es demasiado larga para nginx.',
  badHost: 'nginx no puede buscar el nombre de host.',
  numericHost:
    'nginx verifica los certificados por el nombre de host, pero esta dirección es una dirección IP.',
  pin: 'nginx no puede verificar un certificado fijado.',
};

export const relayGuide = {
  install: 'Instalar',
  installText: 'Instala nginx con sus módulos RTMP y stream. En Debian y Ubuntu:',
  copy: 'Copiar',
  copyText: (folder: string) =>
    `Copia toda la carpeta en ${folder} en el servidor y haz que solo root pueda leerla. La carpeta keys/ contiene tus claves de transmisión.`,
  check: 'Comprobar los archivos',
  start: 'Iniciar',
  stop: 'Detener o recargar',
  stopText:
    'nginx busca los nombres de host solo cuando carga su configuración. Recarga nginx si un servicio cambia de dirección.',
  send: 'Transmitir al servidor intermedio',
  sendText: (url: string) =>
    `Upcast transmite a ${url} con la clave propia del servidor intermedio. nginx reenvía la transmisión mientras Upcast la envíe.`,
  readmeTitle: 'Servidor intermedio: entra una transmisión y sale una hacia cada destino.',
  readmeWarning: 'keys/ contiene claves de transmisión sin cifrar. No compartas esta carpeta.',
};
