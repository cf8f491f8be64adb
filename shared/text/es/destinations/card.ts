/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Buscando el servidor',
  tcp: 'Conectando',
  tls: 'Protegiendo la conexión',
  handshake: 'Negociación RTMP',
  connect: 'Abriendo la aplicación RTMP',
  publish: 'Enviando la clave de transmisión',
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const attempt = (count: number) => `(intento ${format.number(count)})`;

const destinationCount = (count: number) =>
  format.count(count, { one: 'destino', many: 'de destinos', other: 'destinos' });

export const card = {
  off: 'Desactivado',
  waitsForRehearsal: 'En pausa mientras ensayas',
  keyMissing: 'Sin clave de transmisión guardada',
  ready: 'Listo',
  readyAt: (host: string) => `Listo · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `En directo ${elapsed}`,
  liveOnBackup: (elapsed: string) => `En directo ${elapsed} · Servidor de respaldo`,
  reconnectingIn: (seconds: number, count: number) =>
    `Reconexión en ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Reconectando… ${attempt(count)}`
      : `Reconexión: ${lowerFirst(steps[step])}… ${attempt(count)}`,
  ending: (seconds: number) => `Finalizando… hasta ${format.number(seconds)} s`,
  movedTo: (host: string) => `El servidor redirigió esta transmisión a ${host}.`,
  heldBack: 'La red no da abasto: se pierden fotogramas.',
  dropped: (frames: number) =>
    format.count(frames, { one: 'perdido', many: 'de perdidos', other: 'perdidos' }),
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} en cola`,
  backup: (host: string, sentence: string) => `Respaldo ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Sin cifrar`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Destinos',
  list: 'Lista de destinos',
  add: 'Añadir',
  addDestination: 'Añadir destino',
  importAndExport: 'Importar y exportar',
  import: 'Importar…',
  export: 'Exportar…',
  empty: '¿Adónde quieres transmitir? Añade el servidor y la clave de transmisión que te da tu servicio.',
  chooseService: 'Elegir un servicio…',
  relay: 'Enviar por un servidor intermedio…',

  deleted: (name: string) => `Se eliminó «${name}».`,
  copyName: (name: string) => `${name} (copia)`,
  duplicated: (name: string) => `Duplicado como «${name}».`,
  needsKey: 'Escribe la clave de transmisión de la copia.',
  needsKeyAndAddress:
    'Escribe una clave de transmisión y la dirección completa. Upcast no copia datos secretos.',
  added: (count: number) => `Añadido: ${destinationCount(count)}.`,
  exported: (count: number) => `Exportado: ${destinationCount(count)}.`,
  savedAs: (fileName: string) => `Guardado como ${fileName}.`,

  actions: {
    retryNow: 'Reintentar ya',
    useBackup: 'Usar respaldo',
    giveUp: 'No reintentar',
    tryAgain: 'Reintentar',
    trustHost: 'Permitir este host',
  },
  sendTo: (name: string) => `Enviar a ${name}`,
  moreFor: (name: string) => `Más opciones de ${name}`,
  edit: 'Editar…',
  test: 'Probar…',
  duplicate: 'Duplicar',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  delete: 'Eliminar',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: mostrar certificado`,
  ownAuthority: 'Firmado por la autoridad de certificación que añadiste',
};

export const certificate = {
  title: (name: string) => `Conexión con ${name}`,
  description: 'Cifrada. Upcast verificó el certificado y el nombre de host del servidor.',
  host: 'Host',
  protocol: 'Protocolo',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Emitido para',
  issuedBy: 'Emitido por',
  ownAuthority: (issuer: string) => `${issuer}, la autoridad que añadiste`,
  validUntil: 'Válido hasta',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (${format.plural(days, { one: 'queda', many: 'quedan', other: 'quedan' })} ${format.count(days, { one: 'día', many: 'de días', other: 'días' })})`,
  chain: 'Cadena',
  fingerprint: 'Huella SHA-256',
};
