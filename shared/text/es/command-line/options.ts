/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const READABLE = 'Todos los usuarios de este equipo pueden leer';

const publishUsage = `Uso: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV o cualquier archivo cuyo vídeo FFmpeg pueda copiar a FLV; - para la entrada estándar
  --to URL         el servidor y su aplicación RTMP: rtmp://, rtmps://, rtmpt://, rtmpts:// o
                   rtmfp://
  --key-file FILE  lee la clave de transmisión de un archivo
  --key-stdin      lee la clave de transmisión de la entrada estándar
  --key-in-arguments
                   permite claves y contraseñas en --to y --proxy: allí puede leerlas cualquier usuario de este equipo
  --ca FILE        una autoridad de certificación adicional (PEM)
  --proxy URL      el proxy que se usa: socks5://[user@]host:port o http://[user@]host:port; none para no usar proxy.
                   Predeterminado: el proxy de ALL_PROXY o HTTPS_PROXY, salvo para los hosts de NO_PROXY
  --proxy-password-file FILE
                   lee la contraseña del proxy de un archivo
  --fast           envía tan rápido como permita la conexión, en lugar de en tiempo real
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT, ambos pares y de 160 a 3840'],
  ['--fps', 'un número entero de 1 a 60, o bien 23.976, 29.97 o 59.94'],
  ['--video-kbps', 'un número entero de 100 a 51000'],
  ['--audio-kbps', 'un número entero de 32 a 512'],
  ['--keyframe-seconds', 'un número de 0.5 a 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'un texto'],
  ['number', 'un número'],
  ['int', 'un número entero'],
  ['boolean', 'true o false'],
  ['array', 'una lista'],
  ['object', 'un objeto'],
]);
const characters = { one: 'carácter', many: 'de caracteres', other: 'caracteres' };
const entries = { one: 'elemento', many: 'de elementos', other: 'elementos' };

const limit = (origin: string, value: number): string => {
  if (origin === 'string') return `tener ${format.count(value, characters)}`;
  return origin === 'array' ? `tener ${format.count(value, entries)}` : `ser ${value}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'tiene el mismo ID que otro elemento'],
  ['idUnknown', 'hace referencia a algo que no está en este archivo'],
  ['nameTwice', 'tiene el mismo nombre que otro elemento'],
  ['sceneInItself', 'tiene una escena que se contiene a sí misma'],
  ['trackTwice', 'tiene la misma pista dos veces'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `Falta ${path === '' ? 'el JSON' : `«${path}»`}.`,
  type: (path: string, expected: string) => `${field(path)} debe ser ${jsonTypes.get(expected) ?? expected}.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)} debe ser ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)} tiene ${format.plural(keys.length, { one: 'un campo', many: 'campos', other: 'campos' })} que Upcast no reconoce: ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)} tiene un valor que Upcast no reconoce.`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)} debe ${limit(origin, least)} o más.`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)} debe ${limit(origin, most)} o menos.`,
  form: (path: string) => `${field(path)} no es válido.`,
  custom: (path: string, name: string) => `${field(path)} ${documentFaults.get(name) ?? 'no es válido'}.`,
};

function field(path: string): string {
  return path === '' ? 'El JSON' : `«${path}»`;
}

export const options = {
  publishUsage,
  noValue: (name: string) => `${name} no admite ningún valor.`,
  valueMissing: (name: string) => `${name} necesita un valor.`,
  unknown: (name: string) => `Opción desconocida: ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Argumento inesperado. Cada valor debe ir detrás de una opción.',
  twice: (name: string) => `Usa ${name} solo una vez.`,
  noDestination: 'Elige un destino: --to URL, --preset NAME (un destino guardado) o --rehearse.',
  keyBeforeAddress: (name: string) => `${name} debe ir detrás del --to al que pertenece.`,
  twoKeys: 'Usa --key-file o --key-stdin, pero no ambos.',
  keyMissing: (service: string) =>
    `${service} necesita una clave de transmisión. Usa --key-file FILE o --key-stdin con --to.`,
  passwordInAddress: `${READABLE} la contraseña de --to. Guarda el destino en Upcast y usa --preset, o añade --key-in-arguments.`,
  keyInAddress: `${READABLE} la clave de --to. Usa --key-file FILE o --key-stdin, o añade --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} la contraseña de --to. Añade --key-in-arguments si aquí no importa.`,
  sourcePathMissing: '--source file necesita una ruta: --source file:PATH.',
  source: '--source debe ser camera, screen, pattern o file:PATH.',
  audioOfFile: '--audio file necesita --source file:PATH.',
  audio: '--audio debe ser mic, tone, system, file o none.',
  track: (count: number) => `--track debe ser un número de 1 a ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `No hay ninguna fuente de audio con el nombre «${name}»: el mezclador está vacío.`
      : `No hay ninguna fuente de audio con el nombre «${name}». El mezclador tiene ${format.list(
          names.map((each) => `«${each}»`),
          'conjunction',
        )}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name} debe ser un número de ${minimum} a ${maximum}.`,
  number: (name: string) => `${name} debe ser un número.`,
  size: '--size debe ser WIDTHxHEIGHT, como 1280x720.',
  latency: '--latency debe ser low o quality.',
  encoder: (choices: readonly string[]) => `--encoder debe ser ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => `${name} debe ser ${ranges.get(name) ?? 'un valor dentro de los límites'}.`,
  sceneWithoutCollection: '--scene necesita --collection FILE o --import-obs FILE.',
  twoCollections: 'Usa --collection o --import-obs, pero no ambos.',
  sourceWithCollection: 'La colección tiene sus propias fuentes. No uses --source.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `La colección no tiene ninguna escena con el nombre «${name}». Tiene ${format.list(
      names.map((each) => `«${each}»`),
      'conjunction',
    )}.`,
  presetUnknown: (name: string) => `No hay ningún destino guardado con el nombre «${name}».`,
  inputAndTo: '--input y --to son obligatorios.',
  stdinTaken: 'La entrada estándar ya se usa para el contenido. Usa --key-file para la clave.',

  standardInput: 'la entrada estándar',
  noPassword: (option: string, path: string) =>
    `${option}: no hay ninguna contraseña en ${path}. Pon la contraseña en una sola línea, de 255 bytes como máximo.`,
  noKey: (option: string, path: string) =>
    `${option}: no hay ninguna clave en ${path}. Pon la clave en una sola línea.`,
  noCertificate: (option: string, path: string) =>
    `${option}: no hay ningún certificado en formato PEM en ${path}.`,
  tooLarge: (option: string, path: string) => `${option}: demasiados datos en ${path}.`,
  unreadable: (option: string, path: string) => `${option}: no se puede leer ${path}.`,
  folderReadOnly: (option: string, path: string) =>
    `${option}: no se puede escribir en la carpeta que contiene ${path}.`,
  notJson: (option: string, path: string) => `${option}: no hay JSON válido en ${path}.`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: no hay una colección que Upcast pueda usar en ${path}. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: Upcast dejó de leer comandos: ${why}`),
  commandTooLong: 'La línea tiene más de 64 KB.',
  commandNotJson: 'La línea no es JSON válido.',
  refusedSwitch: (name: string) =>
    `Upcast no se inicia con --${name}, porque esta opción permite que otros programas controlen la ventana. Quita la opción y vuelve a intentarlo.`,
};
